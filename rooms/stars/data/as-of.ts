// Stars as they stood on a day, added up by the parts of a place; everybody may read targets and honours, their steps posts
// above the unit alone. Counted by unit, so that a star that two years hold at once counts once.

import { sql } from 'kysely'
import type { Day } from '#ground/kernel/clock.ts'
import type { Code } from '#ground/kernel/code.ts'
import type { Language } from '#ground/kernel/problem.ts'
import type { Id } from '#ground/kernel/ids.ts'
import type { HonourState, HonourVerb } from '../core/honour.ts'
import { districtsBelow } from './cycles.ts'
import type { Db } from './cycles.ts'

export interface StarCount {
  /** A code's beginning of the length asked for. */
  readonly part: Code
  readonly star: string
  readonly units: number
}

export interface PartsAsked {
  readonly below: Code
  /** Of the codes of the parts. */
  readonly length: number
}

const countyLength = 6

/** Rows below a unit, and the part each lies in: counties are districts, so that a province is added up along an index alone. */
const belowOf = ({ below }: PartsAsked) =>
  below.length <= countyLength
    ? districtsBelow(below, sql.ref('t.district'))
    : sql`${districtsBelow(below, sql.ref('t.district'))} and t.unit ^@ ${below}`
const partOf = ({ length }: PartsAsked) => (length === countyLength ? sql<Code>`t.district` : sql<Code>`left(t.unit, ${length}::int)`)

const heldThen = (asked: PartsAsked, day: Day, keeping: readonly HonourVerb[]) =>
  sql`${belowOf(asked)} and t.from_day <= ${day}
    and (t.steps = 0 or coalesce((select s.verb = any(${[...keeping]}) from star_honour_steps s
      where s.district = t.district and s.honour = t.id and s.on_day <= ${day} order by s.seq desc limit 1), true))`

/** Units by part and by star that they hold now, by the state that the star has: for whoever reads no steps, a seat in a hall. */
export async function heldNow(db: Db, { below, length }: PartsAsked, states: readonly HonourState[]): Promise<StarCount[]> {
  const { rows } = await sql<StarCount>`select left(unit, ${length}::int) as part, star, count(*)::int as units from (
      select h.unit, h.star from star_honours h
      where ${districtsBelow(below, sql.ref('h.district'))} and h.unit ^@ ${below} and h.state = any(${[...states]}) group by h.unit, h.star) held
    group by 1, 2`.execute(db)
  return rows
}

/** Parts that two cycles reach: there a unit counts once for a star, whichever of them gave it. */
function reachedTwice(rows: readonly { readonly part: Code; readonly cycle: Id }[]): Code[] {
  const parts = Map.groupBy(rows, ({ part }) => part)
  return [...parts].filter(([, own]) => new Set(own.map(({ cycle }) => cycle)).size > 1).map(([part]) => part)
}

/** Units by part and by star that they held on a day. */
export async function heldOn(db: Db, asked: PartsAsked, day: Day, keeping: readonly HonourVerb[]): Promise<StarCount[]> {
  const { rows } = await sql<StarCount & { cycle: Id }>`select ${partOf(asked)} as part, t.cycle, t.star, count(*)::int as units
    from star_honours t where ${heldThen(asked, day, keeping)} group by 1, 2, 3`.execute(db)
  const twice = reachedTwice(rows)
  const once = rows.filter(({ part }) => !twice.includes(part)).map(({ part, star, units }) => ({ part, star, units }))
  if (twice.length === 0) return once
  const distinct = await sql<StarCount>`select left(unit, ${asked.length}::int) as part, star, count(*)::int as units from (
      select t.unit, t.star from star_honours t
      where ${heldThen(asked, day, keeping)} and left(t.unit, ${asked.length}::int) = any(${twice})
      group by t.unit, t.star) held
    group by 1, 2`.execute(db)
  return [...once, ...distinct.rows]
}

/** Units by part and by star that they aim for in a quarter. Units with the same stars are counted as one group, which is many times faster. */
export async function aimedIn(db: Db, asked: PartsAsked, quarter: string): Promise<StarCount[]> {
  const { rows } = await sql<{ part: Code; cycle: Id; stars: string[]; units: number }>`
    select ${partOf(asked)} as part, t.cycle, t.stars, count(*)::int as units from star_targets t
    where ${belowOf(asked)} and t.quarter = ${quarter} group by 1, 2, 3`.execute(db)
  const twice = reachedTwice(rows)
  const once = rows
    .filter(({ part }) => !twice.includes(part))
    .flatMap(({ part, stars, units }) => [...new Set(stars)].map((star) => ({ part, star, units })))
  return [...once, ...(twice.length === 0 ? [] : await aimedTwice(db, asked, quarter, twice))]
}

async function aimedTwice(db: Db, { below, length }: PartsAsked, quarter: string, parts: readonly Code[]): Promise<StarCount[]> {
  const { rows } = await sql<StarCount>`select left(unit, ${length}::int) as part, star, count(*)::int as units from (
      select t.unit, s.star from star_targets t cross join unnest(t.stars) as s(star)
      where ${districtsBelow(below, sql.ref('t.district'))} and t.unit ^@ ${below} and t.quarter = ${quarter}
        and left(t.unit, ${length}::int) = any(${[...parts]})
      group by t.unit, s.star) aimed
    group by 1, 2`.execute(db)
  return rows
}

/** What stars are called in a language, by the cycles at, above and below a unit; the latest year's word goes first. */
export async function starNames(db: Db, at: Code, language: Language): Promise<{ code: string; name: string }[]> {
  const { rows } = await sql<{
    code: string
    name: string
  }>`select s.value ->> 'code' as code, coalesce(case when ${language} = 'en' then s.value ->> 'nameEn' end, s.value ->> 'name') as name
    from star_cycles c cross join jsonb_array_elements(c.stars) with ordinality as s(value, place)
    where c.state <> 'draft' and (c.unit ^@ ${at} or ${at}::text ^@ c.unit)
    order by c.year desc, c.id, s.place`.execute(db)
  const named = new Map<string, string>()
  for (const { code, name } of rows) if (!named.has(code)) named.set(code, name)
  return [...named].map(([code, name]) => ({ code, name }))
}
