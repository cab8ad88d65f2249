// Departments and Party organisations, and links of officers to units.

import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Day } from '#ground/kernel/clock.ts'
import { districtOf } from '#ground/kernel/code.ts'
import type { Code } from '#ground/kernel/code.ts'
import type { Id } from '#ground/kernel/ids.ts'
import type { Database } from '#ground/postgres/database.gen.ts'
import type { Organisation, OrganisationType } from '../core/organisation.ts'

type Db = Kysely<Database>

const columns = sql`o.id::text as id, o.unit, o.type, o.host, o.name, o.parent::text as parent, o.valid_from::text as "from", o.valid_to::text as "to"`

/** Organisations that serve a unit (and, with `below`, those of the units below it) on a day. */
export async function listOrganisations(
  db: Db,
  asked: { readonly unit: Code; readonly below: boolean; readonly type: OrganisationType | null; readonly day: Day },
): Promise<Organisation[]> {
  const place = asked.below ? sql`o.unit >= ${asked.unit} and o.unit < ${`${asked.unit}:`}` : sql`o.unit = ${asked.unit}`
  const type = asked.type === null ? sql`true` : sql`o.type = ${asked.type}`
  const result = await sql<Organisation>`select ${columns} from organisations o
    where ${place} and ${type} and o.valid_from <= ${asked.day} and (o.valid_to is null or o.valid_to >= ${asked.day})
    order by o.unit, o.type, o.name, o.id limit 5000`.execute(db)
  return result.rows
}

/** One organisation, whatever the day; null when it is not visible. */
export async function findOrganisation(db: Db, id: Id): Promise<Organisation | null> {
  const result = await sql<Organisation>`select ${columns} from organisations o where o.id = ${id}`.execute(db)
  return result.rows[0] ?? null
}

/** The parents above an organisation, one step a row. */
export async function parentsAbove(db: Db, id: Id): Promise<Map<Id, Id | null>> {
  const above = new Map<Id, Id | null>()
  for (let at: Id | null = id; at !== null && !above.has(at); ) {
    const organisation: Organisation | null = await findOrganisation(db, at)
    if (organisation === null) break
    above.set(at, organisation.parent)
    at = organisation.parent
  }
  return above
}

/** How many organisations that still live on a day belong directly to this one. */
export async function countBelonging(db: Db, id: Id, day: Day): Promise<number> {
  const result = await sql<{ count: number }>`select count(*)::int as count from organisations o
    where o.parent = ${id} and (o.valid_to is null or o.valid_to >= ${day})`.execute(db)
  return result.rows[0]?.count ?? 0
}

export async function addOrganisation(db: Db, organisation: Organisation, act: Id): Promise<void> {
  const { id, unit, type, host, name, parent, from } = organisation
  await sql`insert into organisations (id, unit, type, host, name, parent, valid_from, valid_to, act)
    values (${id}, ${unit}, ${type}, ${host}, ${name}, ${parent}, ${from}, null, ${act})`.execute(db)
}

export async function changeOrganisation(db: Db, id: Id, change: Pick<Organisation, 'name' | 'parent' | 'to'>, act: Id): Promise<void> {
  await sql`update organisations set name = ${change.name}, parent = ${change.parent}, valid_to = ${change.to}, act = ${act} where id = ${id}`.execute(db)
}

/** A responsibility (包联) of a person for a unit. */
export interface Link {
  readonly id: Id
  readonly unit: Code
  readonly person: Id
  readonly post: Id | null
  readonly role: string
  readonly from: Day
  readonly to: Day | null
}

const linkColumns = sql`l.id::text as id, l.unit, l.person::text as person, l.post::text as post, l.role, l.valid_from::text as "from", l.valid_to::text as "to"`

/** Links at and below a unit on a day. Above a county there is no district to ask, so all that the post reaches are. */
export async function listLinks(db: Db, unit: Code, day: Day): Promise<Link[]> {
  const district = unit.length < 6 ? sql`true` : sql`l.district = ${districtOf(unit)}`
  const result = await sql<Link>`select ${linkColumns} from linked_officers l
    where ${district} and l.unit >= ${unit} and l.unit < ${`${unit}:`} and l.valid_from <= ${day} and (l.valid_to is null or l.valid_to >= ${day})
    order by l.unit, l.valid_from, l.id limit 5000`.execute(db)
  return result.rows
}

export async function findLink(db: Db, unit: Code, id: Id): Promise<Link | null> {
  const result = await sql<Link>`select ${linkColumns} from linked_officers l
    where l.district = ${districtOf(unit)} and l.unit = ${unit} and l.id = ${id}`.execute(db)
  return result.rows[0] ?? null
}

/** A link of the person to the unit that has not ended before a day. */
export async function findLivingLink(db: Db, unit: Code, person: Id, day: Day): Promise<Link | null> {
  const result = await sql<Link>`select ${linkColumns} from linked_officers l
    where l.district = ${districtOf(unit)} and l.unit = ${unit} and l.person = ${person} and (l.valid_to is null or l.valid_to >= ${day}) limit 1`.execute(db)
  return result.rows[0] ?? null
}

export async function addLink(db: Db, link: Link, act: Id): Promise<void> {
  await sql`insert into linked_officers (district, unit, id, person, post, role, valid_from, valid_to, act)
    values (${districtOf(link.unit)}, ${link.unit}, ${link.id}, ${link.person}, ${link.post}, ${link.role}, ${link.from}, null, ${act})`.execute(db)
}

export async function endLink(db: Db, link: Link, to: Day, act: Id): Promise<void> {
  await sql`update linked_officers set valid_to = ${to}, act = ${act} where district = ${districtOf(link.unit)} and id = ${link.id}`.execute(db)
}
