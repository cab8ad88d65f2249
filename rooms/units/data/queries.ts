// Reading units: one, its path, those below, by name, through time. Everything below a code is a range of the index,
// `code >= x and code < x:` (the colon follows the nine), so no query needs a tree walk.

import { sql } from 'kysely'
import type { Kysely, RawBuilder } from 'kysely'
import type { Day } from '#ground/kernel/clock.ts'
import { levelOf } from '#ground/kernel/code.ts'
import type { Code } from '#ground/kernel/code.ts'
import { ancestorsOf } from '#ground/kernel/code.ts'
import type { Database } from '#ground/postgres/database.gen.ts'
import type { Kind, SuccessionKind, Version } from '../core/unit.ts'

type Db = Kysely<Database>

/** A unit as it stands on one day. */
export interface UnitRow {
  readonly code: Code
  readonly name: string
  readonly level: number
  readonly kind: Kind | null
  readonly kindOfficial: Kind | null
  readonly from: Day
  readonly to: Day | null
}

/** The columns of a `UnitRow` from `unit_versions v`. */
export const columns = sql`v.code, v.name, v.level::int as level, coalesce(v.kind_override, v.kind_official) as kind,
  v.kind_official as "kindOfficial", v.valid_from::text as "from", v.valid_to::text as "to"`

/** Valid on a day; without a day: the versions that no later one follows and no end is set to. */
export const on = (day?: Day): RawBuilder<unknown> =>
  day === undefined ? sql`v.valid_to is null` : sql`v.valid_from <= ${day} and (v.valid_to is null or v.valid_to >= ${day})`

/** At and below a prefix; the empty one is everything. */
export const range = (prefix: Code): RawBuilder<unknown> =>
  prefix === '' ? sql`true` : sql`v.code >= ${prefix} and v.code < ${`${prefix}:`}`

/** The units of these codes as of a day, in the order of codes; those that did not exist then are missing. */
export async function findUnits(db: Db, codes: readonly Code[], day?: Day): Promise<UnitRow[]> {
  if (codes.length === 0) return []
  // One code is the usual question; with `=` its plan is made once, with a list it is made anew for every list.
  const [one, ...more] = new Set(codes)
  const wanted = more.length === 0 ? sql`v.code = ${one}` : sql`v.code = any(${[one, ...more]}::text[])`
  const result = await sql<UnitRow>`select ${columns} from unit_versions v where ${wanted} and ${on(day)} order by v.code`.execute(db)
  return result.rows
}

/** The uppermost units. */
export async function findRoots(db: Db, day?: Day): Promise<UnitRow[]> {
  const result = await sql<UnitRow>`select ${columns} from unit_versions v where v.level = 1 and ${on(day)} order by v.code`.execute(db)
  return result.rows
}

/** The last name of each code, whether it still exists or not. */
export async function lastNames(db: Db, codes: readonly Code[]): Promise<Map<Code, string>> {
  if (codes.length === 0) return new Map()
  const result = await sql<{ code: Code; name: string }>`select distinct on (v.code) v.code, v.name from unit_versions v
    where v.code = any(${[...new Set(codes)]}::text[]) order by v.code, v.valid_from desc`.execute(db)
  return new Map(result.rows.map((row) => [row.code, row.name]))
}

/** Names above many units at once. */
export async function findPaths(db: Db, codes: readonly Code[], day: Day): Promise<Map<Code, { code: Code; name: string }[]>> {
  const above = await findUnits(db, codes.flatMap(ancestorsOf), day)
  const names = new Map(above.map((unit) => [unit.code, unit.name]))
  return new Map(
    codes.map((code) => [
      code,
      ancestorsOf(code).flatMap((each) => (names.has(each) ? [{ code: each, name: names.get(each) ?? '' }] : [])),
    ]),
  )
}

/** How many units of each level lie below a code. */
export async function countBelow(db: Db, code: Code, level: number, day: Day): Promise<{ level: number; count: number }[]> {
  const result = await sql<{ level: number; count: number }>`select v.level::int as level, count(*)::int as count
    from unit_versions v where v.level > ${level} and ${range(code)} and ${on(day)} group by v.level order by v.level`.execute(db)
  return result.rows
}

/** How many units lie at and below a prefix. */
export async function countSubtree(db: Db, prefix: Code, day: Day): Promise<number> {
  const result = await sql<{
    count: number
  }>`select count(*)::int as count from unit_versions v where ${range(prefix)} and ${on(day)}`.execute(db)
  return result.rows[0]?.count ?? 0
}

/** How many villages and communities lie at and below a prefix, of one kind or both. */
export async function countVillages(db: Db, prefix: Code, kind: Kind | null, day: Day): Promise<number> {
  const wanted = kind === null ? sql`true` : sql`coalesce(v.kind_override, v.kind_official) = ${kind}`
  const result = await sql<{ count: number }>`select count(*)::int as count from unit_versions v
    where v.level = 5 and ${range(prefix)} and ${on(day)} and ${wanted}`.execute(db)
  return result.rows[0]?.count ?? 0
}

/** The same for each township below a prefix that has any. */
export async function countByTownship(db: Db, prefix: Code, kind: Kind | null, day: Day): Promise<Map<Code, number>> {
  const wanted = kind === null ? sql`true` : sql`coalesce(v.kind_override, v.kind_official) = ${kind}`
  const { rows } = await sql<{ township: Code; count: number }>`select left(v.code, 9) as township, count(*)::int as count
    from unit_versions v where v.level = 5 and ${range(prefix)} and ${on(day)} and ${wanted} group by 1 order by 1`.execute(db)
  return new Map(rows.map((row) => [row.township, row.count]))
}

export interface Page {
  readonly after: Code | null
  readonly limit: number
}

/** Units of one level below a prefix (empty: the whole instance), with the number of units directly below each. */
export async function listBelow(db: Db, prefix: Code, level: number, day: Day, page: Page): Promise<(UnitRow & { below: number })[]> {
  const after = page.after === null ? sql`true` : sql`v.code > ${page.after}`
  const result = await sql<UnitRow & { below: number }>`select u.*, (
      select count(*)::int from unit_versions v
      where v.level = ${level + 1} and v.code > u.code and v.code < u.code || ':' and ${on(day)}
    ) as below from (
      select ${columns} from unit_versions v
      where v.level = ${level} and ${range(prefix)} and ${after} and ${on(day)} order by v.code limit ${page.limit}
    ) u order by u.code`.execute(db)
  return result.rows
}

/** The units one level below a code that are there on a day, in the order of codes. */
export async function listChildren(db: Db, code: Code, day: Day): Promise<UnitRow[]> {
  const result = await sql<UnitRow>`select ${columns} from unit_versions v
    where v.level = ${levelOf(code) + 1} and ${range(code)} and ${on(day)} order by v.code`.execute(db)
  return result.rows
}

/** Everything below a prefix in the order of the tree, page by page; for exports. */
export async function listSubtree(db: Db, prefix: Code, day: Day, page: Page): Promise<UnitRow[]> {
  const after = page.after === null ? sql`true` : sql`v.code > ${page.after}`
  const result = await sql<UnitRow>`select ${columns} from unit_versions v
    where ${range(prefix)} and ${after} and ${on(day)} order by v.code limit ${page.limit}`.execute(db)
  return result.rows
}

type VersionRow = Version

const versionColumns = sql`v.code, v.valid_from::text as "from", v.valid_to::text as "to", v.name,
  v.kind_official as "kindOfficial", v.kind_override as "kindOverride"`

/** Every version of these codes and, with `below`, of all units below them; oldest first. */
export async function versionsOf(db: Db, codes: readonly Code[], below: readonly Code[] = []): Promise<Version[]> {
  const ranges = below.map((prefix) => sql`(${range(prefix)})`)
  const condition = sql.join([sql`v.code = any(${[...codes]}::text[])`, ...ranges], sql` or `)
  const result = await sql<VersionRow>`select ${versionColumns} from unit_versions v
    where ${condition} order by v.code, v.valid_from`.execute(db)
  return result.rows
}

/** Versions of one code with the acts that made them, newest first. */
export async function historyOf(db: Db, code: Code): Promise<(Version & { act: string })[]> {
  const result = await sql<Version & { act: string }>`select ${versionColumns}, v.act::text as act from unit_versions v
    where v.code = ${code} order by v.valid_from desc`.execute(db)
  return result.rows
}

export interface SuccessionRow {
  readonly from: Code
  readonly to: Code
  readonly on: Day
  readonly kind: SuccessionKind
  readonly act: string
}

/** Successions of one code, in and out, newest first. */
export async function successionsOf(db: Db, code: Code): Promise<SuccessionRow[]> {
  const result =
    await sql<SuccessionRow>`select s.from_code as "from", s.to_code as "to", s.on_day::text as "on", s.kind, s.act::text as act
    from unit_successions s where s.from_code = ${code} or s.to_code = ${code} order by s.on_day desc, s.from_code, s.to_code`.execute(db)
  return result.rows
}

/** Successions up to a day into a prefix, and into units above it. */
export async function successionsInto(db: Db, prefix: Code, day: Day): Promise<Pick<SuccessionRow, 'from' | 'to' | 'kind'>[]> {
  const result = await sql<Pick<SuccessionRow, 'from' | 'to' | 'kind'>>`
    select s.from_code as "from", s.to_code as "to", s.kind from unit_successions s
    where s.on_day <= ${day} and (s.to_code >= ${prefix} and s.to_code < ${`${prefix}:`} or s.to_code = any(${ancestorsOf(prefix)}::text[]))
    order by s.to_code, s.from_code`.execute(db)
  return result.rows
}
