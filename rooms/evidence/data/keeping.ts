// SQL of keeping: masking, erasing, files that nothing names any more, and what units say of a time without evidence.

import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { Day } from '#ground/kernel/clock.ts'
import { districtOf } from '#ground/kernel/code.ts'
import type { Code } from '#ground/kernel/code.ts'
import type { Id } from '#ground/kernel/ids.ts'
import type { Database } from '#ground/postgres/database.gen.ts'
import type { By, ItemRow } from './queries.ts'

type Db = Kysely<Database>
type At = Pick<ItemRow, 'unit' | 'id'>

/** A masked copy takes an item's place; again changes nothing. */
export async function markMasked(db: Db, { unit, id }: At, at: Date): Promise<void> {
  await db
    .updateTable('evidence_items')
    .set({ masked_at: at })
    .where('district', '=', districtOf(unit))
    .where('id', '=', id)
    .where('masked_at', 'is', null)
    .execute()
}

export type Erasable = Pick<ItemRow, 'unit' | 'id' | 'file' | 'small' | 'large' | 'zoom' | 'actor' | 'seat'>

/**
 * Takes file, views and words out of an item and answers what it had, views that were made a moment ago included; undefined when
 * that was done already. What it was recognised by the house forgets.
 */
export async function eraseItem(db: Db, { unit, id }: At, at: Date): Promise<Erasable | undefined> {
  const had = await db
    .selectFrom('evidence_items')
    .select(['unit', 'id', 'file', 'small', 'large', 'zoom', 'actor', 'seat'])
    .where('district', '=', districtOf(unit))
    .where('id', '=', id)
    .where('erased_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (had === undefined) return undefined
  await db
    .updateTable('evidence_items')
    .set({
      erased_at: at,
      file: null,
      small: null,
      large: null,
      zoom: null,
      preview: 'none',
      name: '',
      shows: '-',
      spot: null,
      width: null,
      height: null,
    })
    .where('district', '=', districtOf(unit))
    .where('id', '=', id)
    .where('erased_at', 'is', null)
    .execute()
  return had
}

/** Drops the receipts of a file that its sender has sent. */
export async function dropReceipts(db: Db, hash: string, { actor, seat }: By): Promise<void> {
  await sql`delete from evidence_uploads where file = ${hash} and (actor = ${actor} or seat = ${seat})`.execute(db)
}

/** Items that nothing cites, of days and recorded before a day, the oldest first; those of gatherings stay. */
export async function findUncited(db: Db, before: Day, limit: number): Promise<Pick<ItemRow, 'unit' | 'id'>[]> {
  return db
    .selectFrom('evidence_items as i')
    .select(['i.unit', 'i.id'])
    .where('i.erased_at', 'is', null)
    .where('i.gathering', 'is', null)
    .where('i.effective_on', '<', before)
    .where('i.recorded_at', '<', new Date(`${before}T00:00:00+08:00`))
    .where(
      sql<boolean>`not exists (select 1 from evidence_citations c where c.district = i.district and c.item = i.id and c.withdrawn_at is null)`,
    )
    .orderBy('i.effective_on')
    .orderBy('i.id')
    .limit(limit)
    .execute()
}

export interface Nothing {
  readonly unit: Code
  readonly id: Id
  readonly from: Day
  readonly to: Day
  readonly statedAt: Date
}

/** Keeps that a unit says so of a time; said already, the first stays. */
export async function addNothing(db: Db, { unit, id, from, to, statedAt }: Nothing, actor: Id): Promise<void> {
  await db
    .insertInto('evidence_nothings')
    .values({ district: districtOf(unit), unit, id, from_day: from, to_day: to, stated_at: statedAt, actor })
    .onConflict((conflict) => conflict.columns(['district', 'unit', 'from_day', 'to_day']).doNothing())
    .execute()
}

/** What units below a code have said of times within the asked one, as long as no evidence of such a time has come since. */
export async function findNothings(db: Db, below: Code, from: Day | null, to: Day | null, limit: number): Promise<Nothing[]> {
  let query = db
    .selectFrom('evidence_nothings as n')
    .select(['n.unit', 'n.id', 'n.from_day as from', 'n.to_day as to', 'n.stated_at as statedAt'])
    .where(sql<boolean>`n.unit ^@ ${below}`)
    .where(sql<boolean>`not exists (select 1 from evidence_items i where i.district = n.district and i.unit = n.unit
      and i.effective_on between n.from_day and n.to_day and i.erased_at is null)`)
  query = below.length < 6 ? query.where(sql<boolean>`n.district ^@ ${below}`) : query.where('n.district', '=', below.slice(0, 6))
  if (from !== null) query = query.where('n.to_day', '>=', from)
  if (to !== null) query = query.where('n.from_day', '<=', to)
  return await query.orderBy('n.unit').orderBy('n.from_day').limit(limit).execute()
}
