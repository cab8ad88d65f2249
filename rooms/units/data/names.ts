// Names as of a day, for records that speak of units.

import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Day } from '#ground/kernel/clock.ts'
import type { Code } from '#ground/kernel/code.ts'
import type { Database } from '#ground/postgres/database.gen.ts'

/** The name each code bore on a day; of a unit that was not there that day, the last name before it, else its first one. */
export async function namesOn(db: Kysely<Database>, codes: readonly Code[], day: Day): Promise<Map<Code, string>> {
  if (codes.length === 0) return new Map()
  const { rows } = await sql<{ code: Code; name: string }>`select distinct on (v.code) v.code, v.name from unit_versions v
    where v.code = any(${[...new Set(codes)]}::text[])
    order by v.code, v.valid_from > ${day}, abs(v.valid_from - ${day}::date)`.execute(db)
  return new Map(rows.map((row) => [row.code, row.name]))
}

/** Which of these units exist on these days, as `code day`. */
export async function unitsOn(
  db: Kysely<Database>,
  wanted: readonly { readonly code: Code; readonly day: Day }[],
): Promise<ReadonlySet<string>> {
  const distinct = [...new Map(wanted.map((each) => [`${each.code} ${each.day}`, each])).values()]
  const { rows } = await sql<{ key: string }>`select w.code || ' ' || w.day::text as key
    from json_to_recordset(${JSON.stringify(distinct)}) as w(code text, day date)
    join unit_versions v on v.code = w.code and v.valid_from <= w.day and (v.valid_to is null or v.valid_to >= w.day)`.execute(db)
  return new Set(rows.map((row) => row.key))
}
