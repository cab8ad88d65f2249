// How bulletins leave the room: as a line, as a whole with its figures written in, and as an office document.

import type { AnswerOf } from '#ground/http/contract.ts'
import type { RoomRequest } from '#ground/http/handler.ts'
import { documentNumber } from '#ground/documents/document.ts'
import type { Block as OfficeBlock, OfficeDocument } from '#ground/documents/document.ts'
import { numbered } from '#ground/documents/numbering.ts'
import type { Day } from '#ground/kernel/clock.ts'
import type { Code } from '#ground/kernel/code.ts'
import { covers } from '#ground/kernel/code.ts'
import { namesOf } from '#rooms/units/offers.ts'
import type { contract } from '../contract.ts'
import type { Block } from '../core/content.ts'
import { filled } from '../core/content.ts'
import { refuses, verbs } from '../core/state.ts'
import type { BulletinRow } from '../data/queries.ts'
import { findCorrection } from '../data/queries.ts'

export type Row = AnswerOf<(typeof contract)['list']>['rows'][number]
export type BulletinRecord = AnswerOf<(typeof contract)['get']>

/** `晨街办〔2026〕3号`; null while it has none. */
export const numberOf = ({ number }: Pick<BulletinRow, 'number'>): string | null =>
  number === null ? null : documentNumber(number.prefix, number.year, number.serial)

function rowShown(row: BulletinRow, names: ReadonlyMap<Code, string>): Row {
  const { unit, id, title, state, audience, draftedOn, signedOn, publishedOn, corrects } = row
  const owner = { code: unit, name: names.get(unit) ?? unit }
  return { unit, id, owner, number: numberOf(row), title, state, audience, draftedOn, signedOn, publishedOn, corrects }
}

/** Lines of the list. */
export async function rowsShown({ db }: Pick<RoomRequest, 'db'>, rows: readonly BulletinRow[]): Promise<Row[]> {
  const names = await namesOf(db, [...new Set(rows.map((row) => row.unit))])
  return rows.map((row) => rowShown(row, names))
}

type Shown = BulletinRecord['blocks'][number]

const copied = (block: Block | OfficeBlock): Shown =>
  block.kind === 'table'
    ? { ...block, columns: block.columns.map((column) => ({ ...column })), rows: block.rows.map((row) => [...row]) }
    : { ...block }

/** The blocks with their figures, as the document takes them. */
function officeBlocks(row: BulletinRow): OfficeBlock[] {
  return filled(row).map((block) => {
    if (block.kind !== 'table') return block
    const { caption, rows } = block
    const columns = block.columns.map(({ title, share, align }) => ({
      title,
      ...(share === undefined ? {} : { share }),
      ...(align === undefined ? {} : { align }),
    }))
    return { kind: 'table', columns, rows, ...(caption === undefined || caption === '' ? {} : { caption }) }
  })
}

/** The whole bulletin for the asker. */
export async function recordShown({ db, actor }: Pick<RoomRequest, 'db' | 'actor'>, row: BulletinRow): Promise<BulletinRecord> {
  const names = await namesOf(db, [row.unit])
  const inside = covers(actor.scopes, row.unit)
  const { addressee, issuer, blocks, attachments, figures, note, digest } = row
  return {
    ...rowShown(row, names),
    addressee,
    issuer,
    note,
    digest,
    blocks: blocks.map(copied),
    filled: numbered(officeBlocks(row)).map(copied),
    attachments: [...attachments],
    figures: figures.map((figure) => ({ ...figure })),
    correctedBy: await findCorrection(db, row),
    may: verbs.filter((verb) => inside && refuses(row, verb, actor.id, actor.grants) === null),
  }
}

/** The bulletin as a document; its day is that of its publication, and today while there is none. */
export function documentOf(row: BulletinRow, today: Day): OfficeDocument {
  const number = numberOf(row)
  return {
    title: row.title,
    blocks: officeBlocks(row),
    attachments: row.attachments,
    signature: { issuer: row.issuer, day: row.publishedOn ?? today },
    ...(number === null ? {} : { number }),
    ...(row.addressee === '' ? {} : { addressee: row.addressee }),
  }
}
