// Cycles and quotas. A cycle is a standard record, found by its id from every district; a quota is held by its row while one
// more star is given, inside one district.

import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import { districtOf } from '#ground/kernel/code.ts'
import type { Code } from '#ground/kernel/code.ts'
import type { Id } from '#ground/kernel/ids.ts'
import type { Database } from '#ground/postgres/database.gen.ts'
import { unset } from '../core/cycle.ts'
import type { CycleState, Parameters, Stage } from '../core/cycle.ts'

export type Db = Kysely<Database>

export interface CyclePlan {
  readonly year: number
  readonly name: string
  /** Null: readers of English see the Chinese one. */
  readonly nameEn: string | null
  readonly edition: string
  readonly calendar: readonly Stage[]
  readonly parameters: Parameters
  /** Star → office. */
  readonly offices: Readonly<Record<string, string>>
}

/** A star of the cycle's edition, as it is named to everybody. */
export interface CycleStar {
  readonly code: string
  readonly name: string
  /** Absent in cycles that took their stars before editions had it. */
  readonly nameEn?: string
  readonly scope: 'village' | 'community'
  readonly lead: string
  /** Where the edition names the office in English. */
  readonly leadEn?: string
}

export interface CycleRow extends CyclePlan {
  readonly stars: readonly CycleStar[]
  readonly id: Id
  readonly unit: Code
  readonly state: CycleState
  readonly version: number
}

const columns = [
  'id',
  'unit',
  'year',
  'name',
  'name_en as nameEn',
  'edition',
  'calendar',
  'parameters',
  'offices',
  'stars',
  'state',
  'version',
] as const

/** Parameters that came later are not determined in cycles that were planned before. */
const typed = (row: CycleRow): CycleRow => ({ ...row, parameters: { ...unset, ...row.parameters } })

/** A cycle as the actor may see it; held until the transaction ends when it is to be changed. */
export async function findCycle(db: Db, id: Id, hold = false): Promise<CycleRow | undefined> {
  const query = db.selectFrom('star_cycles').select(columns).where('id', '=', id)
  const row = (await (hold ? query.forUpdate() : query).executeTakeFirst()) as CycleRow | undefined
  return row === undefined ? undefined : typed(row)
}

/** Cycles that the actor may see, the latest year first. */
export async function listCycles(db: Db, year: number | null): Promise<CycleRow[]> {
  const query = db.selectFrom('star_cycles').select(columns).orderBy('year', 'desc').orderBy('unit').orderBy('id').limit(500)
  return ((await (year === null ? query : query.where('year', '=', year)).execute()) as CycleRow[]).map(typed)
}

const planned = (plan: CyclePlan & Pick<CycleRow, 'stars'>) => ({
  year: plan.year,
  name: plan.name,
  name_en: plan.nameEn,
  edition: plan.edition,
  calendar: JSON.stringify(plan.calendar),
  parameters: JSON.stringify(plan.parameters),
  offices: JSON.stringify(plan.offices),
  stars: JSON.stringify(plan.stars),
})

export async function addCycle(db: Db, cycle: CycleRow, at: Date): Promise<void> {
  await db
    .insertInto('star_cycles')
    .values({ id: cycle.id, unit: cycle.unit, ...planned(cycle), state: cycle.state, version: cycle.version, planned_at: at })
    .execute()
}

/** Writes what a verb changed; the version goes up by one. */
export async function saveCycle(db: Db, cycle: CycleRow, at: { readonly opened?: Date; readonly closed?: Date } = {}): Promise<void> {
  await db
    .updateTable('star_cycles')
    .set({
      ...planned(cycle),
      state: cycle.state,
      version: cycle.version,
      ...(at.opened === undefined ? {} : { opened_at: at.opened }),
      ...(at.closed === undefined ? {} : { closed_at: at.closed }),
    })
    .where('id', '=', cycle.id)
    .execute()
}

export interface QuotaRow {
  readonly id: Id
  readonly unit: Code
  readonly star: string
  readonly most: number
  readonly hard: boolean
  readonly given: number
}

const quotaColumns = ['id', 'unit', 'star', 'most', 'hard', 'given'] as const

/** Quotas of a cycle for these units; each names its own district. */
export async function quotasOf(db: Db, cycle: Id, units: readonly Code[], hold = false): Promise<QuotaRow[]> {
  if (units.length === 0) return []
  const districts = [...new Set(units.map(districtOf))]
  const query = db
    .selectFrom('star_quotas')
    .select(quotaColumns)
    .where('district', 'in', districts)
    .where('cycle', '=', cycle)
    .where('unit', 'in', [...units])
    .orderBy('unit')
    .orderBy('star')
  return (hold ? query.forUpdate() : query).execute()
}

/** Every quota of a cycle below a unit. */
export async function quotasBelow(db: Db, cycle: Id, below: Code): Promise<QuotaRow[]> {
  return db
    .selectFrom('star_quotas')
    .select(quotaColumns)
    .where(sql<boolean>`${districtsBelow(below)} and unit ^@ ${below}`)
    .where('cycle', '=', cycle)
    .orderBy('unit')
    .orderBy('star')
    .limit(5000)
    .execute()
}

/**
 * Certifying and allotting in one cycle never pass each other: a star that is certified while a quota is written would be counted
 * by neither. Those who certify share the lock; who allots has it alone. A lock of its own, because a county cannot hold the
 * cycle of its prefecture. What is read after it is read anew.
 */
export async function betweenQuotas(db: Db, cycle: Id, as: 'certifying' | 'allotting'): Promise<void> {
  const key = sql`hashtextextended(${`quotas of ${cycle}`}, 58)`
  await (as === 'allotting' ? sql`select pg_advisory_xact_lock(${key})` : sql`select pg_advisory_xact_lock_shared(${key})`).execute(db)
}

const certifiedBelow = (cycle: Id, unit: Code, star: string) => sql<number>`(select count(*)::int from star_candidacies
  where district = ${districtOf(unit)} and cycle = ${cycle} and state = 'certified' and star = ${star} and unit ^@ ${unit})`

/** A quota that was not there before; it begins with what was certified already. */
export async function addQuota(db: Db, cycle: Id, quota: Omit<QuotaRow, 'given'>): Promise<void> {
  await db
    .insertInto('star_quotas')
    .values({ district: districtOf(quota.unit), cycle, ...quota, given: certifiedBelow(cycle, quota.unit, quota.star) })
    .execute()
}

/** How many of each star were certified in a cycle below each of these units, by `unit~star`. */
export async function certifiedOf(db: Db, cycle: Id, units: readonly Code[]): Promise<Map<string, number>> {
  if (units.length === 0) return new Map()
  const { rows } = await sql<{ key: string; count: number }>`select asked.unit || '~' || c.star as key, count(*)::int as count
    from unnest(${[...units]}::text[]) as asked(unit) join star_candidacies c
      on c.district = left(asked.unit, 6) and c.unit ^@ asked.unit
    where c.district = any(${[...new Set(units.map(districtOf))]}) and c.cycle = ${cycle} and c.state = 'certified'
    group by 1`.execute(db)
  return new Map(rows.map(({ key, count }) => [key, count]))
}

export async function saveQuota(db: Db, quota: QuotaRow): Promise<void> {
  await db
    .updateTable('star_quotas')
    .set({ most: quota.most, hard: quota.hard, given: quota.given })
    .where('district', '=', districtOf(quota.unit))
    .where('id', '=', quota.id)
    .execute()
}

/** Candidacies of a cycle that have no result yet, below a unit. */
export async function livingCount(db: Db, cycle: Id, below: Code, living: readonly string[]): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from star_candidacies
    where ${districtsBelow(below)} and cycle = ${cycle} and state = any(${living})`.execute(db)
  return rows[0]?.count ?? 0
}

/** A condition on `district` for everything below a unit: one district for a county and below, a range above it. */
export function districtsBelow(below: Code, column = sql.ref('district')) {
  return below.length >= 6 ? sql`${column} = ${districtOf(below)}` : sql`${column} >= ${below} and ${column} < ${`${below}:`}`
}
