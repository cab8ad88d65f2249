// What units say that they have mended, after an order or a suspension.

import { sql } from 'kysely'
import type { Day } from '#ground/kernel/clock.ts'
import { districtOf } from '#ground/kernel/code.ts'
import type { Code } from '#ground/kernel/code.ts'
import type { Id } from '#ground/kernel/ids.ts'
import { districtsBelow } from './cycles.ts'
import type { Db } from './cycles.ts'
import { honourDecidedAt } from './honours.ts'

export interface HonourReportRow {
  readonly unit: Code
  readonly id: Id
  readonly honour: Id
  /** The number of the step. */
  readonly against: number
  readonly said: string
  readonly on: Day
}

/** What was said about one star, oldest first. */
export function honourReportsOf(db: Db, unit: Code, honour: Id): Promise<HonourReportRow[]> {
  return db
    .selectFrom('star_honour_reports')
    .select(['unit', 'id', 'honour', 'against', 'said', 'reported_on as on'])
    .where('district', '=', districtOf(unit))
    .where('honour', '=', honour)
    .orderBy('reported_on')
    .orderBy('id')
    .execute()
}

export async function addHonourReport(db: Db, row: HonourReportRow, by: Id): Promise<void> {
  await db
    .insertInto('star_honour_reports')
    .values({
      district: districtOf(row.unit),
      unit: row.unit,
      id: row.id,
      honour: row.honour,
      against: row.against,
      said: row.said,
      reported_on: row.on,
      reported_by: by,
    })
    .execute()
}

/** The last word of each unit about a star of its own that is still to be mended, since the last step; the longest waiting first. */
const reported = (below: Code) => sql<HonourReportRow>`select distinct on (r.district, r.honour)
    r.unit, r.id, r.honour, r.against, r.said, r.reported_on as "on"
  from star_honour_reports r join star_honours h on h.district = r.district and h.id = r.honour and h.steps = r.against
  where ${districtsBelow(below, sql.ref('r.district'))} and r.unit ^@ ${below} and h.state in ('mending', 'suspended')
  order by r.district, r.honour, r.reported_on desc, r.id desc`

export async function honourReportsBelow(db: Db, below: Code, limit: number): Promise<HonourReportRow[]> {
  const { rows } = await sql<HonourReportRow>`select * from (${reported(below)}) as last order by "on", id limit ${limit}`.execute(db)
  return rows
}

/** How many stars below a unit wait so for its level. */
export async function starsReported(db: Db, below: Code): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from (${reported(below)}) as last
    where ${honourDecidedAt(sql`left(last.unit, 6)`, sql`last.honour`, below)}`.execute(db)
  return rows[0]?.count ?? 0
}
