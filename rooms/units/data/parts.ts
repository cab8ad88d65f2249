// The parts of a place at a level of one's choice, each with how many villages and communities it has: counties of a province
// as well as of a prefecture.

import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Day } from '#ground/kernel/clock.ts'
import type { Code } from '#ground/kernel/code.ts'
import type { Database } from '#ground/postgres/database.gen.ts'

export interface PartRow {
  readonly code: Code
  readonly name: string
  /** Villages and communities at and below it. */
  readonly villages: number
}

/** Units of a level below a code on a day, in the order of codes. */
export async function listParts(db: Kysely<Database>, below: Code, level: number, length: number, day: Day): Promise<PartRow[]> {
  const there = sql`v.code >= ${below} and v.code < ${`${below}:`} and v.valid_from <= ${day} and (v.valid_to is null or v.valid_to >= ${day})`
  const parts = await sql<{ code: Code; name: string }>`select v.code, v.name from unit_versions v
    where v.level = ${level} and ${there} order by v.code`.execute(db)
  // Added up by itself: joined with the parts, the planner would do it once for each of them.
  const counted = await sql<{ code: Code; villages: number }>`select left(v.code, ${length}::int) as code, count(*)::int as villages
    from unit_versions v where v.level = 5 and ${there} group by 1`.execute(db)
  const villages = new Map(counted.rows.map((row) => [row.code, row.villages]))
  return parts.rows.map((part) => ({ ...part, villages: villages.get(part.code) ?? 0 }))
}
