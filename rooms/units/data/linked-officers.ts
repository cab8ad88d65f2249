// Links of officers to units (包联) as of a day.

import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Day } from '#ground/kernel/clock.ts'
import { districtOf } from '#ground/kernel/code.ts'
import type { Code } from '#ground/kernel/code.ts'
import type { Id } from '#ground/kernel/ids.ts'
import type { Database } from '#ground/postgres/database.gen.ts'
import type { Link } from '../core/linked-officer.ts'

type Db = Kysely<Database>

const columns = sql`l.id::text as id, l.unit, l.person::text as person, l.post::text as post, l.role, l.valid_from::text as "from", l.valid_to::text as "to"`

const pageSize = 5000

/** Links at and below a unit on a day, page by page. Above a county there is no district to ask, so all that the post reaches are. */
export async function* eachLink(db: Db, unit: Code, day: Day, pages = Infinity): AsyncGenerator<Link[], void, undefined> {
  const district = unit.length < 6 ? sql`true` : sql`l.district = ${districtOf(unit)}`
  let last: Link | undefined
  for (let page = 0; page < pages; page += 1) {
    const later = last === undefined ? sql`true` : sql`(l.unit, l.valid_from, l.id) > (${last.unit}, ${last.from}::date, ${last.id}::uuid)`
    const { rows } = await sql<Link>`select ${columns} from linked_officers l
      where ${district} and l.unit >= ${unit} and l.unit < ${`${unit}:`} and l.valid_from <= ${day} and (l.valid_to is null or l.valid_to >= ${day}) and ${later}
      order by l.unit, l.valid_from, l.id limit ${pageSize}`.execute(db)
    if (rows.length > 0) yield rows
    if (rows.length < pageSize) return
    last = rows.at(-1)
  }
}

/** The first page of them. */
export async function listLinks(db: Db, unit: Code, day: Day): Promise<Link[]> {
  for await (const page of eachLink(db, unit, day, 1)) return page
  return []
}

export async function findLink(db: Db, unit: Code, id: Id): Promise<Link | null> {
  const result = await sql<Link>`select ${columns} from linked_officers l
    where l.district = ${districtOf(unit)} and l.unit = ${unit} and l.id = ${id}`.execute(db)
  return result.rows[0] ?? null
}

/** Links to these units that have not ended before a day. */
export async function livingLinks(db: Db, units: readonly Code[], day: Day): Promise<Link[]> {
  const result = await sql<Link>`select ${columns} from linked_officers l
    where l.district = any(${[...new Set(units.map((unit) => districtOf(unit)))]}::text[]) and l.unit = any(${[...new Set(units)]}::text[])
      and (l.valid_to is null or l.valid_to >= ${day}) order by l.unit, l.valid_from, l.id`.execute(db)
  return result.rows
}

/** A link of the person to the unit that has not ended before a day; one row, however many links the unit has. */
export async function findLivingLink(db: Db, unit: Code, person: Id, day: Day): Promise<Link | null> {
  const result = await sql<Link>`select ${columns} from linked_officers l
    where l.district = ${districtOf(unit)} and l.unit = ${unit} and l.person = ${person} and (l.valid_to is null or l.valid_to >= ${day}) limit 1`.execute(
    db,
  )
  return result.rows[0] ?? null
}

/** Adds one link. */
export async function addLink(db: Db, link: Link, act: Id): Promise<void> {
  await sql`insert into linked_officers (district, unit, id, person, post, role, valid_from, valid_to, act)
    values (${districtOf(link.unit)}, ${link.unit}, ${link.id}, ${link.person}, ${link.post}, ${link.role}, ${link.from}, null, ${act})`.execute(
    db,
  )
}

export async function addLinks(db: Db, links: readonly Link[], act: Id): Promise<void> {
  const rows = links.map((link) => ({ ...link, district: districtOf(link.unit) }))
  await sql`insert into linked_officers (district, unit, id, person, post, role, valid_from, valid_to, act)
    select r.district, r.unit, r.id, r.person, r.post, r.role, r."from", null, ${act} from json_to_recordset(${JSON.stringify(rows)})
      as r(district text, unit text, id uuid, person uuid, post uuid, role text, "from" date)`.execute(db)
}

export async function endLink(db: Db, link: Link, to: Day, act: Id): Promise<void> {
  await sql`update linked_officers set valid_to = ${to}, act = ${act} where district = ${districtOf(link.unit)} and id = ${link.id}`.execute(
    db,
  )
}
