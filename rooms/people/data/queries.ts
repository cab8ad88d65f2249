// SQL over accounts as the acting post sees them; row policies confirm what the predicates here ask for.

import { sql } from 'kysely'
import type { Kysely, RawBuilder } from 'kysely'
import type { Day } from '#ground/kernel/clock.ts'
import { districtOf } from '#ground/kernel/code.ts'
import type { Code } from '#ground/kernel/code.ts'
import type { Id } from '#ground/kernel/ids.ts'
import type { Language } from '#ground/kernel/problem.ts'
import type { Database } from '#ground/postgres/database.gen.ts'
import type { AccountState } from '../core/account.ts'

type Db = Kysely<Database>

export interface PersonRow {
  readonly id: Id
  readonly unit: Code
  readonly name: string
  readonly state: AccountState
  readonly phone: string | null
  /** Null also for those who may not see how people sign in. */
  readonly login: string | null
  /** Null when unknown to the acting post. */
  readonly can_enter: boolean | null
}

const from = sql`from persons p left join credentials c on c.person = p.id left join passwords w on w.person = p.id`
const columns = sql`p.id, p.unit, p.name, p.state, p.phone, c.login,
  case when c.person is null then null else w.set_at is not null or exists (select 1 from identities i where i.person = p.id) end as can_enter
  ${from}`

/** Codes that begin with `prefix`, as a range that an index serves. */
const below = (column: RawBuilder<unknown>, prefix: Code): RawBuilder<unknown> =>
  sql`${column} >= ${prefix} and ${column} < ${`${prefix}:`}`

const held = (day: Day): RawBuilder<unknown> => sql`o.valid_from <= ${day} and (o.valid_to is null or o.valid_to >= ${day})`

export interface PeopleFilter {
  readonly unit: Code
  readonly day: Day
  readonly role?: string | undefined
  readonly state?: AccountState | 'waiting' | undefined
  readonly q?: string | undefined
}

const like = (text: string): string => `%${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`

function matching({ unit, day, role, state, q }: PeopleFilter): RawBuilder<unknown> {
  const parts = [
    sql`(${below(sql`p.unit`, unit)} or p.id in (select o.person from posts o where ${below(sql`o.unit`, unit)} and ${held(day)}))`,
  ]
  if (role !== undefined) parts.push(sql`p.id in (select o.person from posts o where o.role = ${role} and ${held(day)})`)
  if (state === 'waiting')
    parts.push(sql`p.state = 'active' and w.set_at is null and not exists (select 1 from identities i where i.person = p.id)`)
  else if (state !== undefined) parts.push(sql`p.state = ${state}`)
  else parts.push(sql`p.state <> 'erased'`)
  if (q !== undefined && q !== '') parts.push(sql`(p.name like ${like(q)} or c.login like ${like(q.toLowerCase())})`)
  return sql.join(parts, sql` and `)
}

/** A page of people by unit, then id; `after` is the last row of the page before. */
export async function listPeople(db: Db, filter: PeopleFilter, take: number, after: { unit: Code; id: Id } | null): Promise<PersonRow[]> {
  const later = after === null ? sql`true` : sql`(p.unit, p.id) > (${after.unit}, ${after.id}::uuid)`
  return (await sql<PersonRow>`select ${columns} where ${matching(filter)} and ${later} order by p.unit, p.id limit ${take}`.execute(db))
    .rows
}

export async function countPeople(db: Db, filter: PeopleFilter): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count ${from}
    where ${matching(filter)}`.execute(db)
  return rows[0]?.count ?? 0
}

/** At most twenty people whose name holds the text. */
export async function searchPeople(db: Db, q: string, unit: Code | null): Promise<PersonRow[]> {
  const place = unit === null ? sql`true` : below(sql`p.unit`, unit)
  return (
    await sql<PersonRow>`select ${columns} where p.name like ${like(q)} and p.state = 'active' and ${place} order by p.name, p.id limit 20`.execute(
      db,
    )
  ).rows
}

export async function findPerson(db: Db, id: Id): Promise<PersonRow | undefined> {
  return (await sql<PersonRow>`select ${columns} where p.id = ${id}`.execute(db)).rows[0]
}

export interface NewPerson {
  readonly id: Id
  readonly unit: Code
  readonly name: string
  readonly phone: string | null
  readonly phoneIndex: string | null
  readonly login: string | null
  readonly hash: string | null
  readonly mustChange: boolean
  readonly at: Date
}

export async function addPerson(db: Db, given: NewPerson): Promise<void> {
  await sql`insert into persons (district, unit, id, name, state, phone, phone_index, created_at)
    values (${districtOf(given.unit)}, ${given.unit}, ${given.id}, ${given.name}, 'active', ${given.phone}, ${given.phoneIndex}, ${given.at})`.execute(
    db,
  )
  await sql`insert into credentials (person, unit, login) values (${given.id}, ${given.unit}, ${given.login})`.execute(db)
  await sql`insert into passwords (person, unit, hash, must_change, set_at)
    values (${given.id}, ${given.unit}, ${given.hash}, ${given.mustChange}, ${given.hash === null ? null : given.at})`.execute(db)
}

export interface PersonChange {
  readonly name?: string | undefined
  readonly unit?: Code | undefined
  readonly phone?: { readonly sealed: string | null; readonly index: string | null } | undefined
  readonly login?: string | null | undefined
}

export async function changePerson(db: Db, id: Id, change: PersonChange): Promise<void> {
  const sets: RawBuilder<unknown>[] = []
  if (change.name !== undefined) sets.push(sql`name = ${change.name}`)
  if (change.unit !== undefined) sets.push(sql`unit = ${change.unit}, district = ${districtOf(change.unit)}`)
  if (change.phone !== undefined) sets.push(sql`phone = ${change.phone.sealed}, phone_index = ${change.phone.index}`)
  if (sets.length > 0) await sql`update persons set ${sql.join(sets)} where id = ${id}`.execute(db)
  if (change.login !== undefined) await sql`update credentials set login = ${change.login} where person = ${id}`.execute(db)
}

export async function setState(db: Db, id: Id, state: AccountState): Promise<void> {
  await sql`update persons set state = ${state} where id = ${id}`.execute(db)
}

/** Takes away everything personal; the row stays because acts name it. */
export async function erasePerson(db: Db, id: Id, name: string): Promise<void> {
  await sql`update persons set name = ${name}, state = 'erased', phone = null, phone_index = null where id = ${id}`.execute(db)
  await sql`update credentials set login = null where person = ${id}`.execute(db)
  await sql`update passwords set hash = null, set_at = null, must_change = false where person = ${id}`.execute(db)
  await sql`delete from identities where person = ${id}`.execute(db)
  await sql`delete from invitations where person = ${id}`.execute(db)
}

/** Erases the free text of acts about a record; their digests stay, so that `verify` still holds. */
export async function eraseReasons(db: Db, unit: Code, subject: string): Promise<void> {
  await sql`update acts set salt = null, payload = null, reason = null
    where district = ${districtOf(unit)} and subject = ${subject} and reason is not null`.execute(db)
}

export async function invitedUntil(db: Db, person: Id, now: Date): Promise<Date | null> {
  const { rows } = await sql<{
    expires_at: Date
  }>`select expires_at from invitations where person = ${person} and expires_at > ${now}`.execute(db)
  return rows[0]?.expires_at ?? null
}

export async function identitiesOf(db: Db, person: Id): Promise<{ issuer: string; subject: string }[]> {
  return (
    await sql<{ issuer: string; subject: string }>`select issuer, subject from identities where person = ${person} order by 1, 2`.execute(
      db,
    )
  ).rows
}

export interface OwnRow {
  readonly name: string
  readonly phone: string | null
  readonly login: string | null
  readonly must_change: boolean
  readonly language: Language | null
}

/** One's own account. */
export async function findOwn(db: Db, id: Id): Promise<OwnRow | undefined> {
  const { rows } = await sql<OwnRow>`select p.name, p.phone, c.login, w.must_change, c.language
    from persons p join credentials c on c.person = p.id join passwords w on w.person = p.id where p.id = ${id}`.execute(db)
  return rows[0]
}

/** Accounts that had a post once and whose last one ended before the day, at most `take`. */
export async function longGone(db: Db, before: Day, take: number): Promise<{ id: Id; unit: Code }[]> {
  const { rows } = await sql<{ id: Id; unit: Code }>`select p.id, p.unit from persons p where p.state <> 'erased'
    and p.id in (select o.person from posts o group by o.person having max(coalesce(o.valid_to, 'infinity'::date)) < ${before}) limit ${take}`.execute(
    db,
  )
  return rows
}

/** Forgets looks at phone numbers made before the moment. */
export async function forgetReveals(db: Db, before: Date): Promise<void> {
  await sql`delete from reveals where at < ${before}`.execute(db)
}
