// How editions leave the room: as a line, and whole; and what is written of one.

import type { AnswerOf } from '#ground/http/contract.ts'
import type { RoomRequest } from '#ground/http/handler.ts'
import { covers } from '#ground/kernel/code.ts'
import type { Code } from '#ground/kernel/code.ts'
import { canonicalDigest } from '#ground/kernel/digest.ts'
import { namesOf } from '#rooms/units/offers.ts'
import type { contract } from '../contract.ts'
import { allowed, isSecondPerson } from '../core/edition.ts'
import { countsOf } from '../core/pack-shapes.ts'
import type { Pack } from '../core/pack-shapes.ts'
import { packDocument } from '../core/read-pack.ts'
import type { Content, EditionHead, EditionRow } from '../data/queries.ts'
import { compiledOf } from './known-packs.ts'

export type Row = AnswerOf<(typeof contract)['list']>['rows'][number]
export type EditionRecord = AnswerOf<(typeof contract)['get']>

type Asking = Pick<RoomRequest, 'db' | 'actor'>

function rowShown(head: EditionHead, names: ReadonlyMap<Code, string>, { actor }: Asking): Row {
  const { unit, id, state, origin, title, titleEn, replaces, digest, draftedOn, issuedOn, retiredOn, uses } = head
  const own = covers(actor.writes, unit)
  const may = own ? allowed({ ...head, returned: head.returned?.mended === false }, actor) : []
  const returned = head.returned === null ? null : { ...head.returned, items: [...head.returned.items] }
  const needsSecond = own && state === 'draft' && !isSecondPerson(head, actor.id)
  const owner = { code: unit, name: names.get(unit) ?? unit }
  return { id, owner, state, origin, title, titleEn, replaces, digest, draftedOn, issuedOn, retiredOn, uses, may, returned, needsSecond }
}

/** Lines of the list. */
export async function rowsShown(asking: Asking, heads: readonly EditionHead[]): Promise<Row[]> {
  const names = await namesOf(asking.db, [...new Set(heads.map(({ unit }) => unit))])
  return heads.map((head) => rowShown(head, names, asking))
}

/** A pack as an answer: the same, with lists that may be written to. */
export function packShown(pack: Pack): EditionRecord['pack'] {
  return structuredClone(pack) as EditionRecord['pack']
}

/** The edition whole. */
export async function recordShown(asking: Asking, row: EditionRow): Promise<EditionRecord> {
  const { pack } = compiledOf(row.digest, row.content)
  const names = await namesOf(asking.db, [row.unit])
  return { ...rowShown(row, names, asking), counts: countsOf(pack), pack: packShown(pack) }
}

/** What is written of an edition. */
export function contentOf(pack: Pack): Content {
  const document = packDocument(pack)
  return { title: pack.title, replaces: pack.replaces?.edition ?? null, digest: canonicalDigest(document), document }
}
