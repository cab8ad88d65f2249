// What a list changes, as texts of some thousand lines for its acts: a text is quick to put together in the database, to
// digest and to store, where as many objects are not. Asked before the list is written, successions afterwards.

import { sql } from 'kysely'
import type { Kysely, RawBuilder } from 'kysely'
import type { Database } from '#ground/postgres/database.gen.ts'
import { differs, leftOut, living } from './import-list.ts'
import type { ListScope } from './import-list.ts'

type Db = Kysely<Database>

const linesPerAct = 2000

/** Gathers `(key, line)` into texts in one pass, which wait in the database. Names hold no control characters, so tabs and line ends are safe. */
async function* texts(db: Db, rows: RawBuilder<unknown>): AsyncGenerator<string, void, undefined> {
  await sql`drop table if exists pg_temp.units_texts`.execute(db)
  await sql`create temporary table units_texts (page int not null, text text not null) on commit drop`.execute(db)
  await sql`insert into units_texts (page, text)
    select p.page, string_agg(p.line, chr(10) order by p.key) from (
      select r.key, r.line, (row_number() over (order by r.key) - 1) / ${linesPerAct}::int as page from (${rows}) r
    ) p group by p.page`.execute(db)
  for (let page = 0; ; page += 1) {
    const { rows: found } = await sql<{ text: string }>`select t.text from units_texts t where t.page = ${page}`.execute(db)
    if (found[0] === undefined) return
    yield found[0].text
  }
}

/** `code name kind` of every line that adds or changes a unit, parted by tabs. */
export function changedText(db: Db, scope: ListScope): AsyncGenerator<string, void, undefined> {
  return texts(
    db,
    sql`select t.code as key, t.code || chr(9) || t.name || chr(9) || coalesce(t.kind, '') as line
      from units_incoming t left join unit_versions v on v.code = t.code and ${living(scope.effective)}
      where v.code is null or ${differs}`,
  )
}

/** The codes that end. */
export function endedText(db: Db, scope: ListScope): AsyncGenerator<string, void, undefined> {
  return texts(db, sql`select v.code as key, v.code as line from unit_versions v where ${leftOut(scope)} and ${living(scope.effective)}`)
}

/** `from to` of the changed codes that were found to follow one another. */
export function followedText(db: Db, act: string): AsyncGenerator<string, void, undefined> {
  return texts(db, sql`select s.from_code as key, s.from_code || chr(9) || s.to_code as line from unit_successions s where s.act = ${act}`)
}
