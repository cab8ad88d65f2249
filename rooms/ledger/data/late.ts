// What may have to be escalated: open entries whose day has passed, and those whose day is not known, because only the
// calendar tells of them. In pages, so that no transaction lasts.

import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { Day } from '#ground/kernel/clock.ts'
import type { Code } from '#ground/kernel/code.ts'
import { districtOf } from '#ground/kernel/code.ts'
import type { Id } from '#ground/kernel/ids.ts'
import type { Database } from '#ground/postgres/database.gen.ts'
import { entryColumns, typedEntry } from './queries.ts'
import type { EntryRow } from './queries.ts'

type Db = Kysely<Database>

/** Counties that hold any. */
export async function lateDistricts(db: Db, today: Day): Promise<Code[]> {
  const rows = await lateOnes(db, today).select('district').distinct().orderBy('district').execute()
  return rows.map((row) => row.district)
}

/** The next of one county behind an id, ordered by it. */
export async function lateAfter(db: Db, district: Code, today: Day, after: Id | null, limit: number): Promise<EntryRow[]> {
  let query = lateOnes(db, today).select(entryColumns).where('district', '=', districtOf(district))
  if (after !== null) query = query.where('id', '>', after)
  return (await query.orderBy('id').limit(limit).execute()).map(typedEntry)
}

function lateOnes(db: Db, today: Day) {
  return db
    .selectFrom('ledger_entries')
    .where('state', 'in', ['assigned', 'refused', 'rectifying'])
    .where('alarm', '<', 2)
    .where(sql<boolean>`(due < ${today} or due is null)`)
}

/** How many entries the unit itself was told of. */
export async function countTold(db: Db, unit: Code): Promise<number> {
  const row = await db
    .selectFrom('ledger_entries')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('told', '=', unit)
    .where('state', 'in', ['assigned', 'refused', 'rectifying'])
    .executeTakeFirstOrThrow()
  return row.count
}
