// An official code list against what is recorded: the lines wait in a temporary table, faults and differences are found
// by set operations, and nothing reaches the units before every line is known to be good.

import { sql } from 'kysely'
import type { Kysely, RawBuilder } from 'kysely'
import type { Day } from '#ground/kernel/clock.ts'
import type { Code } from '#ground/kernel/code.ts'
import type { Database } from '#ground/postgres/database.gen.ts'
import type { ListFault, UnitLine } from '../core/import-line.ts'
import { gramsOf, initialsOf } from '../core/search-keys.ts'
import { readAsWord } from './changes.ts'

type Db = Kysely<Database>

/** Makes room for the lines; they vanish with the transaction. */
export async function openList(db: Db): Promise<void> {
  await sql`set local work_mem = '64MB'`.execute(db)
  await sql`drop table if exists pg_temp.units_incoming`.execute(db)
  await sql`create temporary table units_incoming (
    line int not null, code text collate "C" not null, name text collate "C" not null, level smallint not null, kind text collate "C",
    initials text collate "C" not null, grams text[] collate "C" not null) on commit drop`.execute(db)
}

const column = (lines: readonly UnitLine[], cell: (line: UnitLine) => string | number): string => lines.map(cell).join('\n')

/** Adds some thousand lines. Columns travel as one text each, which PostgreSQL splits faster than it reads arrays. */
export async function addLines(db: Db, lines: readonly UnitLine[]): Promise<void> {
  if (lines.length === 0) return
  const split = (text: string): RawBuilder<unknown> => sql`string_to_array(${text}, chr(10))`
  await sql`insert into units_incoming (line, code, name, level, kind, initials, grams)
    select r.line::int, r.code, r.name, r.level::smallint, nullif(r.kind, ''), r.initials, string_to_array(r.grams, ' ')
    from unnest(
      ${split(column(lines, (line) => line.line))}, ${split(column(lines, (line) => line.code))},
      ${split(column(lines, (line) => line.name))}, ${split(column(lines, (line) => line.level))},
      ${split(column(lines, (line) => line.kind ?? ''))},
      ${split(column(lines, (line) => initialsOf(line.name, readAsWord(line.level))))},
      ${split(column(lines, (line) => gramsOf(line.name, line.code).join(' ')))}
    ) as r(line, code, name, level, kind, initials, grams)`.execute(db)
}

export interface ListScope {
  /** The first day of what the list says. */
  readonly effective: Day
  /** Below this code the list is complete: what it leaves out ends. */
  readonly complete: Code | null
}

/** The version of a unit that holds on a day. */
export const living = (day: Day): RawBuilder<unknown> => sql`v.valid_from <= ${day} and (v.valid_to is null or v.valid_to >= ${day})`

/** What a complete list leaves out below its code. */
export const leftOut = (scope: ListScope): RawBuilder<unknown> =>
  scope.complete === null
    ? sql`false`
    : sql`(v.code > ${scope.complete} and v.code < ${`${scope.complete}:`} and not exists (select 1 from units_incoming i where i.code = v.code))`

/** A line says otherwise than the version. */
export const differs = sql`(v.name <> t.name or v.kind_official is distinct from t.kind)`

export interface FaultyLine {
  readonly line: number
  readonly code: Code
  readonly fault: ListFault
}

/** Lines that are wrong beside other lines or beside what is recorded; `writes` are the prefixes the importer may write below. */
export async function findFaults(db: Db, scope: ListScope, writes: readonly Code[], limit: number): Promise<FaultyLine[]> {
  // A small sample says enough: the columns are even.
  await sql`set local default_statistics_target = 10`.execute(db)
  await sql`analyze units_incoming (code, level)`.execute(db)
  await sql`set local default_statistics_target = default`.execute(db)
  const result = await sql<FaultyLine>`select * from (
      select t.line, t.code, 'repeated' as fault
        from (select code, min(line) as line from units_incoming group by code having count(*) > 1) first
        join units_incoming t on t.code = first.code and t.line > first.line
      union all
      select t.line, t.code, 'orphan' from units_incoming t
        where t.level > 1
          and not exists (select 1 from units_incoming p where p.level = t.level - 1 and p.code = left(t.code, case t.level when 5 then 9 when 4 then 6 when 3 then 4 else 2 end))
          and not exists (select 1 from unit_versions v
            where v.code = left(t.code, case t.level when 5 then 9 when 4 then 6 when 3 then 4 else 2 end) and ${living(scope.effective)} and not ${leftOut(scope)})
      union all
      select t.line, t.code, 'outside' from units_incoming t where not (t.code ^@ any (${[...writes]}::text[]))
      union all
      select t.line, t.code, 'later' from units_incoming t left join unit_versions v on v.code = t.code and ${living(scope.effective)}
        where (v.code is null or ${differs}) and exists (select 1 from unit_versions o where o.code = t.code
          and (o.valid_from > ${scope.effective} or o.valid_to >= ${scope.effective}))
    ) f order by line, fault limit ${limit}`.execute(db)
  return result.rows
}

/** Units that the complete list leaves out but that cannot end on that day, because they began then or later. */
export async function findCannotEnd(db: Db, scope: ListScope): Promise<{ code: Code; name: string; from: Day }[]> {
  const result = await sql<{ code: Code; name: string; from: Day }>`select v.code, v.name, v.valid_from::text as "from" from unit_versions v
    where ${leftOut(scope)} and v.valid_from >= ${scope.effective} order by v.code limit 1`.execute(db)
  return result.rows
}

export interface ListCounts {
  readonly added: number
  readonly renamed: number
  readonly kindChanged: number
  readonly ended: number
  readonly unchanged: number
}

/** What the list would change. */
export async function countChanges(db: Db, scope: ListScope): Promise<ListCounts> {
  const result = await sql<ListCounts>`select
      count(*) filter (where v.code is null)::int as added,
      count(*) filter (where v.name <> t.name)::int as renamed,
      count(*) filter (where v.code is not null and v.kind_official is distinct from t.kind)::int as "kindChanged",
      (select count(*)::int from unit_versions v where ${leftOut(scope)} and ${living(scope.effective)}) as ended,
      count(*) filter (where v.code is not null and not ${differs})::int as unchanged
    from units_incoming t left join unit_versions v on v.code = t.code and ${living(scope.effective)}`.execute(db)
  const counts = result.rows[0]
  if (counts === undefined) throw new Error('a count without a row')
  return counts
}

/** The uppermost codes of the list: those without another above them in it. */
export async function topCodes(db: Db): Promise<Code[]> {
  const result = await sql<{ code: Code }>`select t.code from units_incoming t
    where t.level = (select min(level) from units_incoming) order by t.code`.execute(db)
  return result.rows.map((row) => row.code)
}

/** Whether nothing below the provinces of the list was ever recorded. */
export async function isFirstList(db: Db): Promise<boolean> {
  const result = await sql`select 1 from unit_versions v
    where v.code = any(select distinct left(t.code, 2) from units_incoming t) limit 1`.execute(db)
  return result.rows.length === 0
}

/** Ends what the complete list leaves out; the number of units ended. */
export async function endLeftOut(db: Db, scope: ListScope): Promise<void> {
  await sql`update unit_versions v set valid_to = ${scope.effective}::date - 1
    where ${leftOut(scope)} and v.valid_from < ${scope.effective} and (v.valid_to is null or v.valid_to >= ${scope.effective})`.execute(db)
}

/**
 * Work under fewer rights than the actor has: of the permissions only the import, of the prefixes only what the whole list
 * begins with. Policies read both lists anew for every row, so short ones save a quarter of the insert. Afterwards all is as before.
 */
async function narrowed(db: Db, work: () => Promise<void>): Promise<void> {
  const held = await sql<{ grants: string; writes: string; first: Code; last: Code }>`select current_setting('app.grants') as grants,
    current_setting('app.writes') as writes, min(code) as first, max(code) as last from units_incoming`.execute(db)
  const [{ grants, writes, first, last } = { grants: '{}', writes: '{}', first: '', last: '' }] = held.rows
  let length = 0
  while (length < first.length && first[length] === last[length]) length += 1
  const set = (may: string, below: string): Promise<unknown> =>
    sql`select set_config('app.grants', ${may}, true), set_config('app.writes', ${below}, true)
      where 'units.import' = any (${grants}::text[]) and ${first.slice(0, length)} ^@ any (${writes}::text[])`.execute(db)
  await set('{units.import}', `{${first.slice(0, length)}}`)
  await work()
  await set(grants, writes)
}

/** Changes and adds units as the list says. */
export const writeList = (db: Db, scope: ListScope, act: string): Promise<void> => narrowed(db, () => writeLines(db, scope, act))

async function writeLines(db: Db, scope: ListScope, act: string): Promise<void> {
  const day = scope.effective
  await sql`update unit_versions v set name = t.name, kind_official = t.kind, initials = t.initials, grams = t.grams, act = ${act}
    from units_incoming t where v.code = t.code and v.valid_from = ${day} and v.valid_to is null and ${differs}`.execute(db)
  await sql`with changed as (
      update unit_versions v set valid_to = ${day}::date - 1
      from units_incoming t where v.code = t.code and v.valid_from < ${day} and v.valid_to is null and ${differs}
      returning v.code, v.kind_override
    ) insert into unit_versions (code, valid_from, valid_to, level, name, kind_official, kind_override, initials, grams, act)
      select t.code, ${day}::date, null, t.level, t.name, t.kind, c.kind_override, t.initials, t.grams, ${act}
      from changed c join units_incoming t on t.code = c.code`.execute(db)
  await sql`insert into unit_versions (code, valid_from, valid_to, level, name, kind_official, kind_override, initials, grams, act)
    select t.code, ${day}::date, null, t.level, t.name, t.kind, null, t.initials, t.grams, ${act} from units_incoming t
    where not exists (select 1 from unit_versions v where v.code = t.code and ${living(day)}) order by t.code`.execute(db)
}

/**
 * A changed code is a new unit that names its predecessor: of the units that ended this day and those that began this day,
 * level by level, those of the same name below the same (or the succeeding) parent follow one another, if there is only one of each.
 */
export async function linkChangedCodes(db: Db, scope: ListScope, act: string): Promise<void> {
  if (scope.complete === null) return
  const day = scope.effective
  for (const [level, cut] of [
    [2, 2],
    [3, 4],
    [4, 6],
    [5, 9],
  ] as const) {
    await sql`with gone as (
        select v.code, v.name, coalesce(s.to_code, left(v.code, ${cut}::int)) as parent from unit_versions v
        left join unit_successions s on s.from_code = left(v.code, ${cut}::int) and s.on_day = ${day} and s.act = ${act}
        where v.level = ${level} and v.code ^@ ${scope.complete} and v.valid_to = ${day}::date - 1
          and not exists (select 1 from unit_versions n where n.code = v.code and n.valid_from = ${day})
      ), come as (
        select v.code, v.name, left(v.code, ${cut}::int) as parent from unit_versions v
        where v.level = ${level} and v.code ^@ ${scope.complete} and v.valid_from = ${day} and v.act = ${act}
          and not exists (select 1 from unit_versions b where b.code = v.code and b.valid_from < v.valid_from)
      ), pairs as (
        select g.code as from_code, c.code as to_code, count(*) over (partition by g.code) as comes, count(*) over (partition by c.code) as goes
        from gone g join come c on c.parent = g.parent and c.name = g.name
      ) insert into unit_successions (from_code, to_code, on_day, kind, act)
        select from_code, to_code, ${day}::date, 'recoded', ${act} from pairs where comes = 1 and goes = 1`.execute(db)
  }
}
