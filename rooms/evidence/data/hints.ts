// SQL of hints: what items are recognised by, which look the same, and what reviewers are told. Prints are compared over all
// districts by the house, in the background; what a reviewer reads stands with the reviewed item.

import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { Day } from '#ground/kernel/clock.ts'
import { districtOf } from '#ground/kernel/code.ts'
import type { Code } from '#ground/kernel/code.ts'
import type { Id } from '#ground/kernel/ids.ts'
import type { Database } from '#ground/postgres/database.gen.ts'
import { bandsOf, nearBands, nearBits } from '../core/hints.ts'
import type { HintKind, Likened } from '../core/hints.ts'

type Db = Kysely<Database>

export interface Known {
  readonly unit: Code
  readonly id: Id
  readonly same: string
  readonly family: Id
  /** 16 hex digits; null for what has no print. */
  readonly print: string | null
  readonly takenOn: Day | null
}

/** Keeps what an item is recognised by; what was known already is left. */
export async function addPrint(db: Db, known: Known): Promise<void> {
  const { unit, id, same, family, print, takenOn } = known
  const [a, b, c, d] = print === null ? [null, null, null, null] : bandsOf(print)
  await sql`insert into evidence_prints (district, unit, id, same, family, print, band_a, band_b, band_c, band_d, taken_on)
    values (${districtOf(unit)}, ${unit}, ${id}, ${same}, ${family}, ${print === null ? null : `x${print}`}::text::bit(64), ${a}, ${b}, ${c}, ${d}, ${takenOn})
    on conflict (district, id) do nothing`.execute(db)
}

/** What an item is recognised by, once it is remembered. */
export async function findKnown(db: Db, { unit, id }: Pick<Known, 'unit' | 'id'>): Promise<Known | undefined> {
  const { rows } = await sql<Known>`
    select unit, id, same, family, lpad(to_hex(print::bigint), 16, '0') as print, taken_on as "takenOn"
      from evidence_prints where district = ${districtOf(unit)} and id = ${id}`.execute(db)
  return rows[0]
}

/** The print of another item of the same bytes. */
export async function findPrint(db: Db, same: string): Promise<Pick<Known, 'print' | 'takenOn'> | undefined> {
  const { rows } = await sql<{ print: string | null; takenOn: Day | null }>`
    select lpad(to_hex(print::bigint), 16, '0') as print, taken_on as "takenOn" from evidence_prints where same = ${same} limit 1`.execute(
    db,
  )
  return rows[0]
}

/**
 * Those of some items that have not been erased; until the transaction ends none of them is: whoever erases one waits, and then
 * takes along what was written of it. Held in one order everywhere.
 */
export async function holdThere(db: Db, items: readonly Pick<Known, 'unit' | 'id'>[]): Promise<Set<Id>> {
  const { rows } = await sql<{ id: Id }>`
    select i.id from unnest(${items.map(({ unit }) => districtOf(unit))}::text[], ${items.map(({ id }) => id)}::uuid[]) as n (district, id)
      join evidence_items i on i.district = n.district and i.id = n.id
     where i.erased_at is null order by i.district, i.id for key share of i`.execute(db)
  return new Set(rows.map(({ id }) => id))
}

export type Lookalike = Likened & { readonly id: Id; readonly distance: number }

/** Most that one item is likened to: a picture that everybody has (a poster, a form) says no more with more. */
const mostOthers = 50

/** Which items may look like a print: those that share a band with it, or a band but for one bit. */
export function nearPrints(print: string) {
  const [a, b, c, d] = bandsOf(print).map(nearBands)
  return sql`select district, unit, id, bit_count(print # ${`x${print}`}::text::bit(64))::int as distance, family from evidence_prints
    where (band_a = any(${a}::int[]) or band_b = any(${b}::int[]) or band_c = any(${c}::int[]) or band_d = any(${d}::int[]))
      and bit_count(print # ${`x${print}`}::text::bit(64)) <= ${nearBits}
    order by distance limit ${mostOthers}`
}

/** The question for items, wherever they stand, of the same bytes or nearly the same look; the nearest first. */
export function lookalikes({ id, same, family, print }: Pick<Known, 'id' | 'same' | 'family' | 'print'>) {
  const near = print === null ? sql`` : sql`union (${nearPrints(print)})`
  return sql<Lookalike>`
    with found as (select * from (select district, unit, id, 0 as distance, family from evidence_prints where same = ${same} limit ${mostOthers}) same ${near})
    select i.unit, i.id, i.spot, i.phase, i.effective_on as "effectiveOn", min(f.distance) as distance
      from found f join evidence_items i on i.district = f.district and i.id = f.id
     where f.id <> ${id} and f.family <> ${family} and i.erased_at is null
     group by 1, 2, 3, 4, 5 order by distance limit ${mostOthers}`
}

/** Items that look like one, or are of the same bytes; asked by the house, which sees all. */
export const findLookalikes = async (db: Db, known: Known): Promise<Lookalike[]> => (await lookalikes(known).execute(db)).rows

export interface FoundHint {
  readonly unit: Code
  readonly item: Id
  readonly kind: HintKind
  readonly takenOn: Day | null
  readonly foundAt: Date
}

/** Keeps a hint, with the item that it rests on where there is one; the same again changes nothing. */
export async function addHint(
  db: Db,
  hint: FoundHint,
  other?: { readonly unit: Code; readonly id: Id; readonly distance: number },
): Promise<void> {
  const { unit, item, kind } = hint
  const district = districtOf(unit)
  await db
    .insertInto('evidence_hints')
    .values({ district, unit, item, kind, taken_on: hint.takenOn, found_at: hint.foundAt })
    .onConflict((conflict) => conflict.columns(['district', 'item', 'kind']).doNothing())
    .execute()
  if (other === undefined) return
  await db
    .insertInto('evidence_hint_others')
    .values({ district, unit, item, kind, other_unit: other.unit, other_item: other.id, distance: other.distance })
    .onConflict((conflict) => conflict.columns(['district', 'item', 'kind', 'other_item']).doNothing())
    .execute()
}

export interface HintRow {
  readonly item: Id
  readonly kind: HintKind
  readonly takenOn: Day | null
  readonly otherUnit: Code | null
  readonly otherItem: Id | null
}

/** Hints about items of a district that the actor may read, each other item in a row of its own. */
export async function findHints(db: Db, district: Code, items: readonly Id[]): Promise<HintRow[]> {
  if (items.length === 0) return []
  return (await db
    .selectFrom('evidence_hints as h')
    .leftJoin('evidence_hint_others as o', (on) =>
      on.onRef('o.district', '=', 'h.district').onRef('o.item', '=', 'h.item').onRef('o.kind', '=', 'h.kind'),
    )
    .select(['h.item', 'h.kind', 'h.taken_on as takenOn', 'o.other_unit as otherUnit', 'o.other_item as otherItem'])
    .where('h.district', '=', district)
    .where('h.item', 'in', [...items])
    .orderBy('h.item')
    .orderBy('h.kind')
    .orderBy('o.distance')
    .orderBy('o.other_item')
    .execute()) as HintRow[]
}

/** Forgets what an item was recognised by, hints about it, and hints that rest on it alone. */
export async function dropHints(db: Db, { unit, id }: { readonly unit: Code; readonly id: Id }): Promise<void> {
  const district = districtOf(unit)
  await db.deleteFrom('evidence_prints').where('district', '=', district).where('id', '=', id).execute()
  await db.deleteFrom('evidence_hints').where('district', '=', district).where('item', '=', id).execute()
  const { rows } = await sql<{ district: Code; item: Id; kind: string }>`
    delete from evidence_hint_others where other_item = ${id} returning district, item, kind`.execute(db)
  for (const { district: there, item, kind } of rows) {
    await sql`delete from evidence_hints h where h.district = ${there} and h.item = ${item} and h.kind = ${kind}
      and not exists (select 1 from evidence_hint_others o where o.district = ${there} and o.item = ${item} and o.kind = ${kind})`.execute(
      db,
    )
  }
}
