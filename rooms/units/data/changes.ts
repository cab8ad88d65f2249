// Writing what core decided. A version is closed only if it is still the open one, so two deciders cannot both win.

import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import { levelOf } from '#ground/kernel/code.ts'
import type { Code } from '#ground/kernel/code.ts'
import type { Database } from '#ground/postgres/database.gen.ts'
import { gramsOf, initialsOf } from '../core/search-keys.ts'
import type { Changes, Version } from '../core/unit.ts'

type Db = Kysely<Database>

/** Upper levels are few and their names are in the dictionaries of pinyin; villages go character by character. */
export const readAsWord = (level: number): boolean => level <= 3

const json = (value: unknown): string => JSON.stringify(value)

const keysOf = (version: Version): object => ({
  ...version,
  level: levelOf(version.code),
  initials: initialsOf(version.name, readAsWord(levelOf(version.code))),
  grams: gramsOf(version.name, version.code),
})

const recordset = sql`as r(code text, "from" date, "to" date, level smallint, name text, "kindOfficial" text, "kindOverride" text,
  initials text, grams text[], successor text, "on" date, kind text)`

/** Writes the changes; the code of a unit that somebody else has changed meanwhile, or null when all went well. */
export async function writeChanges(db: Db, changes: Changes, act: string): Promise<Code | null> {
  if (changes.closed.length > 0) {
    const closed = await sql<{ code: Code }>`update unit_versions v set valid_to = r."to"
      from json_to_recordset(${json(changes.closed)}) ${recordset}
      where v.code = r.code and v.valid_from = r."from" and v.valid_to is null returning v.code`.execute(db)
    const done = new Set(closed.rows.map((row) => row.code))
    const missed = changes.closed.find((end) => !done.has(end.code))
    if (missed !== undefined) return missed.code
  }
  if (changes.revised.length > 0) {
    const revised = await sql<{ code: Code }>`update unit_versions v set name = r.name, kind_official = r."kindOfficial",
        kind_override = r."kindOverride", initials = r.initials, grams = r.grams, act = ${act}
      from json_to_recordset(${json(changes.revised.map(keysOf))}) ${recordset}
      where v.code = r.code and v.valid_from = r."from" and v.valid_to is null returning v.code`.execute(db)
    const done = new Set(revised.rows.map((row) => row.code))
    const missed = changes.revised.find((version) => !done.has(version.code))
    if (missed !== undefined) return missed.code
  }
  if (changes.opened.length > 0) {
    await sql`insert into unit_versions (code, valid_from, valid_to, level, name, kind_official, kind_override, initials, grams, act)
      select r.code, r."from", r."to", r.level, r.name, r."kindOfficial", r."kindOverride", r.initials, r.grams, ${act}
      from json_to_recordset(${json(changes.opened.map(keysOf))}) ${recordset}`.execute(db)
  }
  if (changes.successions.length > 0) {
    const rows = changes.successions.map((each) => ({ code: each.from, successor: each.to, on: each.on, kind: each.kind }))
    await sql`insert into unit_successions (from_code, to_code, on_day, kind, act)
      select r.code, r.successor, r."on", r.kind, ${act} from json_to_recordset(${json(rows)}) ${recordset}`.execute(db)
  }
  return null
}
