// What units aim for in a quarter, and the plan behind it.

import { sql } from 'kysely'
import { districtOf } from '#ground/kernel/code.ts'
import type { Code } from '#ground/kernel/code.ts'
import type { Id } from '#ground/kernel/ids.ts'
import { longList } from '#ground/postgres/long-list.ts'
import type { LongList } from '#ground/postgres/long-list.ts'
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

export interface PlannedTarget extends TargetRow {
  readonly plan: PlanAnswers | null
}

/** Targets below a unit in a quarter, in the order of codes, with the plans that the actor may read. */
const planned = (db: Db, cycle: Id, below: Code, quarter: string) =>
  db
    .selectFrom('star_targets as t')
    .leftJoin('star_plans as p', (join) =>
      join
        .onRef('p.district', '=', 't.district')
        .onRef('p.cycle', '=', 't.cycle')
        .onRef('p.unit', '=', 't.unit')
        .onRef('p.quarter', '=', 't.quarter'),
    )
    .select(['t.unit', 't.quarter', 't.stars', 'p.id as plan', 'p.strengths', 'p.met', 'p.gaps', 'p.goal', 'p.measures'])
    .where(sql<boolean>`${districtsBelow(below, sql.ref('t.district'))}`)
    .where('t.cycle', '=', cycle)
    .where('t.quarter', '=', quarter)
    .where(sql<boolean>`t.unit ^@ ${below}`)
    .orderBy('t.unit')

type Planned = TargetRow & { readonly plan: Id | null } & { readonly [K in keyof PlanAnswers]: string | null }

const shaped = ({ unit, quarter, stars, plan, ...said }: Planned): PlannedTarget => ({
  unit,
  quarter,
  stars,
  // Where there is a plan, its answers are texts.
  plan: plan === null ? null : (said as PlanAnswers),
})

export async function targetsBelow(db: Db, cycle: Id, below: Code, quarter: string, limit: number): Promise<PlannedTarget[]> {
  return (await planned(db, cycle, below, quarter).limit(limit).execute()).map(shaped)
}

/** All of them, for a file. */
export const targetList = (db: Db, cycle: Id, below: Code, quarter: string): LongList<PlannedTarget> =>
  longList(db, planned(db, cycle, below, quarter), shaped)
