// How bulletins leave the room: as a line, and as a whole with its figures written in.

import type { AnswerOf } from '#ground/http/contract.ts'
import type { RoomRequest } from '#ground/http/handler.ts'
import { documentNumber } from '#ground/documents/document.ts'
import { numbered } from '#ground/documents/numbering.ts'
import type { Code } from '#ground/kernel/code.ts'
import type { Id } from '#ground/kernel/ids.ts'
import { covers } from '#ground/kernel/code.ts'
import { withdrawnOf } from '#rooms/evidence/offers.ts'
import { namesOf } from '#rooms/units/offers.ts'
import type { contract } from '../contract.ts'
import type { Block } from '../core/content.ts'
import { filled, picturesOf } from '../core/content.ts'
import { refuses, verbs } from '../core/state.ts'
import { picturesIn } from '../data/pictures.ts'
import type { BulletinRow } from '../data/queries.ts'
import { findBulletin, findCorrection } from '../data/queries.ts'

export type Row = AnswerOf<(typeof contract)['list']>['rows'][number]
export type BulletinRecord = AnswerOf<(typeof contract)['get']>

type Db = RoomRequest['db']

/** `晨街办〔2026〕3号`; null while it has none. */
export const numberOf = ({ number }: Pick<BulletinRow, 'number'>): string | null =>
  number === null ? null : documentNumber(number.prefix, number.year, number.serial)

/** One line of a list. */
export function rowShown(row: BulletinRow, names: ReadonlyMap<Code, string>): Row {
  const { unit, id, title, state, audience, draftedOn, signedOn, publishedOn, corrects } = row
  const owner = { code: unit, name: names.get(unit) ?? unit }
  return { unit, id, owner, number: numberOf(row), title, state, audience, draftedOn, signedOn, publishedOn, corrects }
}

/** Lines of the list. */
export async function rowsShown({ db }: { readonly db: Db }, rows: readonly BulletinRow[]): Promise<Row[]> {
  const names = await namesOf(db, [...new Set(rows.map((row) => row.unit))])
  return rows.map((row) => rowShown(row, names))
}

type Shown = BulletinRecord['blocks'][number]

/** A block of its own, that the answer may keep. */
export function copied(block: Block): Shown {
  if (block.kind !== 'table') return { ...block }
  return { ...block, columns: block.columns.map((column) => ({ ...column })), rows: block.rows.map((row) => [...row]) }
}

type Seen = (row: BulletinRow) => boolean

const named = (row: BulletinRow | null | undefined, seen: Seen): { id: Id; number: string; title: string } | null =>
  row == null || row.state !== 'published' || !seen(row)
    ? null
    : { id: row.id, number: numberOf(row) ?? '', title: row.title.replace(/\s+/g, '') }

/** The bulletins on either side of a correction, as far as the reader sees them. */
export async function correctionsShown(
  db: Db,
  row: BulletinRow,
  seen: Seen = () => true,
): Promise<Pick<BulletinRecord, 'correctedBy' | 'correcting'>> {
  return {
    correctedBy: named(await findCorrection(db, row), seen),
    correcting: row.corrects === null ? null : named(await findBulletin(db, row.unit, row.corrects), seen),
  }
}

/** Pictures that the text names and that were taken down. */
export async function goneShown(db: Db, row: BulletinRow): Promise<BulletinRecord['gone']> {
  const shown = picturesOf(row.blocks)
  if (shown.length === 0) return []
  return (await picturesIn(db, row)).flatMap(({ id, gone }) => (gone === null || !shown.includes(id) ? [] : [{ picture: id, ...gone }]))
}

/** Pictures that stand in it although their evidence was masked or erased since. */
async function withdrawnShown(db: Db, row: BulletinRow): Promise<Id[]> {
  const shown = picturesOf(row.blocks)
  if (shown.length === 0) return []
  const standing = (await picturesIn(db, row)).flatMap(({ id, item, file }) => (item === null || file === null ? [] : [{ id, item }]))
  const withdrawn = await withdrawnOf(
    db,
    standing.map(({ item }) => item),
  )
  return standing.flatMap(({ id, item }) => (withdrawn.has(item.id) && shown.includes(id) ? [id] : []))
}

/** The whole bulletin for the asker. */
export async function recordShown({ db, actor }: Pick<RoomRequest, 'db' | 'actor'>, row: BulletinRow): Promise<BulletinRecord> {
  const names = await namesOf(db, [row.unit])
  const inside = covers(actor.scopes, row.unit)
  const may = verbs.filter((verb) => inside && refuses(row, verb, actor.id, actor.grants) === null)
  const { addressee, issuer, blocks, attachments, figures, letterhead, note, digest } = row
  return {
    ...rowShown(row, names),
    addressee,
    issuer,
    note,
    digest,
    blocks: blocks.map(copied),
    filled: numbered(filled(row)).map(copied),
    attachments: [...attachments],
    letterhead: letterhead == null ? null : { ...letterhead },
    figures: figures.map((figure) => ({ ...figure })),
    gone: await goneShown(db, row),
    withdrawn: may.includes('takeDown') ? await withdrawnShown(db, row) : [],
    ...(await correctionsShown(db, row)),
    may,
  }
}
