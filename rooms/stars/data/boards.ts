// What a board adds up: per unit one level below, how many aim for, stand for and hold which stars. The database groups by
// the set of stars a unit has, so what comes back is small for a township and for a province alike.

import { sql } from 'kysely'
import type { Code } from '#ground/kernel/code.ts'
import type { Id } from '#ground/kernel/ids.ts'
import { districtsBelow } from './cycles.ts'
import type { Db } from './cycles.ts'

export interface Part {
  /** The unit one level below, as a prefix. */
  readonly part: Code
  readonly stars: readonly string[]
  readonly units: number
}

/** Units by part and by the stars they aim for in a quarter. */
export async function targetParts(db: Db, cycle: Id, below: Code, length: number, quarter: string): Promise<Part[]> {
  const { rows } = await sql<Part>`select left(unit, ${length}) as part, stars, count(*)::int as units from star_targets
    where ${districtsBelow(below)} and cycle = ${cycle} and quarter = ${quarter} and unit ^@ ${below}
    group by 1, 2`.execute(db)
  return rows
}

/** Units by part and by the stars they hold from this cycle; suspended and revoked ones do not count. */
export async function heldParts(db: Db, cycle: Id, below: Code, length: number, counting: readonly string[]): Promise<Part[]> {
  const { rows } = await sql<Part>`select left(unit, ${length}) as part, stars, count(*)::int as units from (
      select district, unit, array_agg(star order by star) as stars from star_honours
      where ${districtsBelow(below)} and cycle = ${cycle} and unit ^@ ${below} and state = any(${[...counting]})
      group by district, unit) held
    group by 1, 2`.execute(db)
  return rows
}

/** Candidacies by part and state. */
export async function stateParts(db: Db, cycle: Id, below: Code, length: number): Promise<{ part: Code; state: string; count: number }[]> {
  const { rows } = await sql<{ part: Code; state: string; count: number }>`
    select left(unit, ${length}) as part, state, count(*)::int as count from star_candidacies
    where ${districtsBelow(below)} and cycle = ${cycle} and unit ^@ ${below}
    group by 1, 2`.execute(db)
  return rows
}

/** Candidacies (`w`) at and below any of the units. */
const belowAny = (scopes: readonly Code[]) =>
  sql.join(
    scopes.map((scope) => sql`(${districtsBelow(scope, sql.ref('w.district'))} and w.unit ^@ ${scope})`),
    sql` or `,
  )

/**
 * What waits for the level that samples: agreed stars of counties where the share is not drawn yet and no sealed list waits for its
 * values, and drawn ones to confirm.
 */
export async function samplingCounts(db: Db, scopes: readonly Code[]): Promise<{ toSeal: number; toConfirm: number }> {
  if (scopes.length === 0) return { toSeal: 0, toConfirm: 0 }
  const { rows } = await sql<{ toSeal: number; toConfirm: number }>`
    with counties as (
      select w.cycle, w.district, (c.parameters ->> 'samplingPercent')::numeric as percent, count(*) as whole,
        count(*) filter (where w.drawn) as drawn, count(*) filter (where w.state = 'agreed' and not w.drawn) as undrawn,
        count(*) filter (where w.state = 'agreed' and w.drawn and not w.confirmed) as unconfirmed
      from star_candidacies w join star_cycles c on c.id = w.cycle
      where (${belowAny(scopes)}) and w.state in ('agreed', 'publicised', 'certified') and c.state = 'open'
      group by 1, 2, 3)
    select coalesce(sum(undrawn) filter (where ceil(percent * whole / 100) > drawn and not exists (
        select 1 from star_samples s where s.cycle = n.cycle and s.state in ('sealed', 'half')
          and exists (select 1 from unnest(s.pool) as line where line ^@ n.district))), 0)::int as "toSeal",
      coalesce(sum(unconfirmed), 0)::int as "toConfirm"
    from counties n`.execute(db)
  return rows[0] ?? { toSeal: 0, toConfirm: 0 }
}

/** How many candidacies below the scopes wait in each state: at the office's table those of its stars, of decisions those of its level. */
export async function waitingCounts(
  db: Db,
  scopes: readonly Code[],
  states: readonly string[],
  { office, decides }: { readonly office: readonly string[]; readonly decides: 'county' | 'prefecture' },
): Promise<{ state: string; count: number }[]> {
  if (scopes.length === 0) return []
  const { rows } = await sql<{ state: string; count: number }>`
    select w.state, count(*)::int as count from star_candidacies w join star_cycles c on c.id = w.cycle
    where (${belowAny(scopes)}) and w.state = any(${[...states]}) and (w.state <> 'office' or w.star = any(${[...office]}))
      and (w.state not in ('agreed', 'publicised', 'appealed') or coalesce(c.parameters ->> 'decidedBy', ${decides}) = ${decides})
    group by 1 order by 1`.execute(db)
  return rows
}
