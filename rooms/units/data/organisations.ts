// Departments and Party organisations as of a day and through time.

import { sql } from 'kysely'
import type { Kysely, RawBuilder } from 'kysely'
import type { Day } from '#ground/kernel/clock.ts'
import { ancestorsOf, districtOf } from '#ground/kernel/code.ts'
import type { Code } from '#ground/kernel/code.ts'
import type { Id } from '#ground/kernel/ids.ts'
import type { Database } from '#ground/postgres/database.gen.ts'
import type { OrganisationChanges } from '../core/organisation-changes.ts'
import type { Organisation, OrganisationType } from '../core/organisation.ts'

type Db = Kysely<Database>

const columns = sql`o.id::text as id, o.unit, o.type, o.host, o.name, o.parent::text as parent, o.valid_from::text as "from", o.valid_to::text as "to"`

const below = (unit: Code): RawBuilder<unknown> => sql`o.unit >= ${unit} and o.unit < ${`${unit}:`}`

export interface OrganisationsAsked {
  readonly unit: Code
  /** With those of the units below. */
  readonly below: boolean
  readonly type: OrganisationType | null
  readonly day: Day
}

const pageSize = 5000

/** Organisations that serve a unit on a day, in the order of units, page by page; at most `pages` of them. */
export async function* eachOrganisation(
  db: Db,
  asked: OrganisationsAsked,
  pages = Infinity,
): AsyncGenerator<Organisation[], void, undefined> {
  const place = asked.below ? below(asked.unit) : sql`o.unit = ${asked.unit}`
  const type = asked.type === null ? sql`true` : sql`o.type = ${asked.type}`
  let last: Organisation | undefined
  for (let page = 0; page < pages; page += 1) {
    const later =
      last === undefined ? sql`true` : sql`(o.unit, o.type, o.name, o.id) > (${last.unit}, ${last.type}, ${last.name}, ${last.id}::uuid)`
    const { rows } = await sql<Organisation>`select ${columns} from organisations o
      where ${place} and ${type} and o.valid_from <= ${asked.day} and (o.valid_to is null or o.valid_to >= ${asked.day}) and ${later}
      order by o.unit, o.type, o.name, o.id limit ${pageSize}`.execute(db)
    if (rows.length > 0) yield rows
    if (rows.length < pageSize) return
    last = rows.at(-1)
  }
}

/** The first page of them. */
export async function listOrganisations(db: Db, asked: OrganisationsAsked): Promise<Organisation[]> {
  for await (const page of eachOrganisation(db, asked, 1)) return page
  return []
}

/** Every version of one organisation, oldest first; empty when it is not visible. */
export async function versionsOfOrganisation(db: Db, id: Id): Promise<Organisation[]> {
  return (await sql<Organisation>`select ${columns} from organisations o where o.id = ${id} order by o.valid_from`.execute(db)).rows
}

/** The names that organisations bore on a day; of those that were not there that day, the nearest name. */
export async function organisationNames(db: Db, ids: readonly Id[], day: Day): Promise<Map<Id, string>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: Id; name: string }>`select distinct on (o.id) o.id::text as id, o.name from organisations o
    where o.id = any(${[...new Set(ids)]}::uuid[]) order by o.id, o.valid_from > ${day}, abs(o.valid_from - ${day}::date)`.execute(db)
  return new Map(rows.map((row) => [row.id, row.name]))
}

/** Versions of the organisations of these units, of those above them and of their counties, that hold on or after a day. */
export async function versionsNear(db: Db, units: readonly Code[], day: Day): Promise<Organisation[]> {
  if (units.length === 0) return []
  const counties = [...new Set(units.map((unit) => districtOf(unit)))]
  const ranges = counties.map((county) => sql`(${below(county)})`)
  const above = counties.flatMap(ancestorsOf)
  const place = sql.join([sql`o.unit = any(${above}::text[])`, ...ranges], sql` or `)
  const { rows } = await sql<Organisation>`select ${columns} from organisations o
    where (${place}) and o.id in (select n.id from organisations n where n.valid_to is null or n.valid_to >= ${day})
    order by o.id, o.valid_from`.execute(db)
  return rows
}

/** The parents above an organisation, one step an entry, in every state that holds on or after a day. */
export async function parentsAbove(db: Db, id: Id, day: Day): Promise<Map<Id, Id[]>> {
  const above = new Map<Id, Id[]>()
  for (let step: Id[] = [id]; step.length > 0;) {
    const { rows } = await sql<{ id: Id; parent: Id }>`select o.id::text as id, o.parent::text as parent from organisations o
      where o.id = any(${step}::uuid[]) and o.parent is not null and (o.valid_to is null or o.valid_to >= ${day})`.execute(db)
    for (const each of step) above.set(each, [])
    for (const row of rows) above.get(row.id)?.push(row.parent)
    step = [...new Set(rows.map((row) => row.parent))].filter((parent) => !above.has(parent))
  }
  return above
}

/** How many organisations belong directly to this one on a day or later. */
export async function countBelonging(db: Db, id: Id, day: Day): Promise<number> {
  const result = await sql<{ count: number }>`select count(distinct o.id)::int as count from organisations o
    where o.parent = ${id} and (o.valid_to is null or o.valid_to >= ${day})`.execute(db)
  return result.rows[0]?.count ?? 0
}

const recordset = sql`as r(id uuid, unit text, type text, host text, name text, parent uuid, "from" date, "to" date)`
const json = (value: unknown): string => JSON.stringify(value)

/** Writes the changes; the id of an organisation that somebody else has changed meanwhile, or null when all went well. */
export async function writeOrganisations(db: Db, changes: OrganisationChanges, act: Id): Promise<Id | null> {
  const { revised, closed, opened } = changes
  const missed = (wanted: readonly { readonly id: Id }[], rows: readonly { readonly id: Id }[]): Id | null => {
    const done = new Set(rows.map((row) => row.id))
    return wanted.find((each) => !done.has(each.id))?.id ?? null
  }
  if (closed.length > 0) {
    const { rows } = await sql<{ id: Id }>`update organisations o set valid_to = r."to" from json_to_recordset(${json(closed)}) ${recordset}
      where o.id = r.id and o.valid_from = r."from" and o.valid_to is null returning o.id::text as id`.execute(db)
    const lost = missed(closed, rows)
    if (lost !== null) return lost
  }
  if (revised.length > 0) {
    const { rows } = await sql<{ id: Id }>`update organisations o set unit = r.unit, name = r.name, parent = r.parent, act = ${act}
      from json_to_recordset(${json(revised)}) ${recordset}
      where o.id = r.id and o.valid_from = r."from" and o.valid_to is null returning o.id::text as id`.execute(db)
    const lost = missed(revised, rows)
    if (lost !== null) return lost
  }
  if (opened.length > 0) {
    await sql`insert into organisations (id, unit, type, host, name, parent, valid_from, valid_to, act)
      select r.id, r.unit, r.type, r.host, r.name, r.parent, r."from", r."to", ${act}
      from json_to_recordset(${json(opened)}) ${recordset}`.execute(db)
  }
  return null
}
