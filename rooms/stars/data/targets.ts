// What units aim for in a quarter, and the plan behind it.

import { sql } from 'kysely'
import { districtOf } from '#ground/kernel/code.ts'
import type { Code } from '#ground/kernel/code.ts'
import type { Id } from '#ground/kernel/ids.ts'
import { districtsBelow } from './cycles.ts'
import type { Db } from './cycles.ts'

/** The five questions of a plan (创建计划表). */
export interface PlanAnswers {
  readonly strengths: string
  readonly met: string
  readonly gaps: string
  readonly goal: string
  readonly measures: string
}

export interface TargetRow {
  readonly unit: Code
  readonly quarter: string
  readonly stars: readonly string[]
}

export interface TargetAt {
  readonly unit: Code
  readonly cycle: Id
  readonly quarter: string
}

/** Sets the target of a unit's quarter with its plan; the last word of the quarter counts. */
export async function setTarget(
  db: Db,
  { unit, cycle, quarter }: TargetAt,
  given: { readonly ids: readonly [Id, Id]; readonly stars: readonly string[]; readonly plan: PlanAnswers; readonly at: Date },
): Promise<void> {
  const district = districtOf(unit)
  await sql`insert into star_targets (district, unit, id, cycle, quarter, stars, version, set_at)
    values (${district}, ${unit}, ${given.ids[0]}, ${cycle}, ${quarter}, ${[...given.stars]}, 1, ${given.at})
    on conflict (district, cycle, unit, quarter) do update
      set stars = excluded.stars, version = star_targets.version + 1, set_at = excluded.set_at`.execute(db)
  const { strengths, met, gaps, goal, measures } = given.plan
  await sql`insert into star_plans (district, unit, id, cycle, quarter, strengths, met, gaps, goal, measures, set_at)
    values (${district}, ${unit}, ${given.ids[1]}, ${cycle}, ${quarter}, ${strengths}, ${met}, ${gaps}, ${goal}, ${measures}, ${given.at})
    on conflict (district, cycle, unit, quarter) do update
      set strengths = excluded.strengths, met = excluded.met, gaps = excluded.gaps, goal = excluded.goal,
        measures = excluded.measures, set_at = excluded.set_at`.execute(db)
}

/** Which stars units below aim for in a quarter, without their plans: for everybody. */
export async function starsAimedFor(db: Db, cycle: Id, below: Code, quarter: string): Promise<Pick<TargetRow, 'unit' | 'stars'>[]> {
  const { rows } = await sql<Pick<TargetRow, 'unit' | 'stars'>>`select unit, stars from star_targets
    where ${districtsBelow(below)} and cycle = ${cycle} and quarter = ${quarter} and unit ^@ ${below} and cardinality(stars) > 0
    order by unit limit 5000`.execute(db)
  return rows
}

/** Targets below a unit in a quarter, in the order of codes, with the plans that the actor may read. */
export async function targetsBelow(
  db: Db,
  cycle: Id,
  below: Code,
  quarter: string,
  limit: number,
): Promise<(TargetRow & { readonly plan: PlanAnswers | null })[]> {
  const { rows } = await sql<TargetRow & PlanAnswers & { planned: boolean }>`
    select t.unit, t.quarter, t.stars, p.id is not null as planned, p.strengths, p.met, p.gaps, p.goal, p.measures
    from star_targets t
    left join star_plans p on p.district = t.district and p.cycle = t.cycle and p.unit = t.unit and p.quarter = t.quarter
    where ${districtsBelow(below, sql.ref("t.district"))} and t.cycle = ${cycle} and t.quarter = ${quarter} and t.unit ^@ ${below}
    order by t.unit limit ${limit}`.execute(db)
  return rows.map(({ unit, quarter: of, stars, planned, strengths, met, gaps, goal, measures }) => ({
    unit,
    quarter: of,
    stars,
    plan: planned ? { strengths, met, gaps, goal, measures } : null,
  }))
}
