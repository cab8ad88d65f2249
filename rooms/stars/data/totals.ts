// Totals of counties for boards of the levels above: which counties changed, and what they add up to.

import { sql } from 'kysely'
import type { Code } from '#ground/kernel/code.ts'
import { districtOf } from '#ground/kernel/code.ts'
import type { Id } from '#ground/kernel/ids.ts'
import { heldParts, stateParts, targetParts } from './boards.ts'
import type { Part } from './boards.ts'
import { districtsBelow } from './cycles.ts'
import type { Db } from './cycles.ts'

/** Units of a county by the stars they aim for or hold, and its candidacies by state. */
export interface CountyParts {
  readonly targets?: readonly Omit<Part, 'part'>[]
  readonly held?: readonly Omit<Part, 'part'>[]
  readonly states?: readonly { readonly state: string; readonly count: number }[]
}

export interface TotalRow {
  readonly unit: Code
  readonly quarter: string
  readonly parts: CountyParts
  readonly asOf: Date
}

/** Open cycles of prefectures and provinces, with the moment up to which their counties were added up; null before the first. */
export async function cyclesToTotal(db: Db): Promise<{ id: Id; unit: Code; asOf: Date | null }[]> {
  const { rows } = await sql<{ id: Id; unit: Code; asOf: Date | null }>`select c.id, c.unit, t.as_of as "asOf" from star_cycles c
    left join star_totals t on t.cycle = c.id and t.unit = c.unit and t.quarter = ''
    where c.state = 'open' and length(c.unit) < 6`.execute(db)
  return rows
}

/** Counties of a cycle where something changed at or after a moment. */
export async function changedDistricts(db: Db, cycle: Id, since: Date): Promise<Code[]> {
  const { rows } = await sql<{ district: Code }>`
    select district from star_candidacies where cycle = ${cycle} and changed_at >= ${since}
    union select district from star_targets where cycle = ${cycle} and set_at >= ${since}
    union select district from star_honours where cycle = ${cycle} and changed_at >= ${since}
    order by 1`.execute(db)
  return rows.map((row) => row.district)
}

/** Quarters for which a county has targets. */
export async function quartersOf(db: Db, cycle: Id, county: Code): Promise<string[]> {
  const { rows } = await sql<{ quarter: string }>`select distinct quarter from star_targets
    where district = ${districtOf(county)} and cycle = ${cycle} order by quarter`.execute(db)
  return rows.map((row) => row.quarter)
}

/** What a county adds up to now: the part without a quarter, or the targets of one. */
export async function countyParts(db: Db, cycle: Id, county: Code, quarter: string, counting: readonly string[]): Promise<CountyParts> {
  const bare = (parts: readonly Part[]) => parts.map(({ stars, units }) => ({ stars, units }))
  if (quarter !== '') return { targets: bare(await targetParts(db, cycle, county, county.length, quarter)) }
  const held = bare(await heldParts(db, cycle, county, county.length, counting))
  const states = (await stateParts(db, cycle, county, county.length)).map(({ state, count }) => ({ state, count }))
  return { held, states }
}

export async function keepTotal(db: Db, cycle: Id, row: TotalRow & { readonly id: Id }): Promise<void> {
  await sql`insert into star_totals (district, unit, id, cycle, quarter, parts, as_of)
    values (${districtOf(row.unit)}, ${row.unit}, ${row.id}, ${cycle}, ${row.quarter}, ${JSON.stringify(row.parts)}, ${row.asOf})
    on conflict (district, cycle, unit, quarter) do update set parts = excluded.parts, as_of = excluded.as_of`.execute(db)
}

/** Totals of the counties below a unit, for a quarter and whatever the quarter. */
export async function totalsBelow(db: Db, cycle: Id, below: Code, quarter: string): Promise<TotalRow[]> {
  const { rows } = await sql<TotalRow>`select unit, quarter, parts, as_of as "asOf" from star_totals
    where ${districtsBelow(below)} and cycle = ${cycle} and unit ^@ ${below} and quarter in ('', ${quarter}) order by unit`.execute(db)
  return rows
}
