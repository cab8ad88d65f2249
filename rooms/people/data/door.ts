// SQL of the door: what the gate role may do while nobody is signed in yet. Hashes and token digests are read here and
// nowhere else. Posts are asked for by person, over all districts: an indexed look-up on each, and a person has few.

import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Day } from '#ground/kernel/clock.ts'
import type { Code } from '#ground/kernel/code.ts'
import type { Id } from '#ground/kernel/ids.ts'
import type { Language } from '#ground/kernel/problem.ts'
import type { Database } from '#ground/postgres/database.gen.ts'
import type { AccountState } from '../core/account.ts'
import type { Means } from '../core/session.ts'

type Db = Kysely<Database>

export interface PostRow {
  readonly id: Id
  readonly person: Id
  readonly unit: Code
  readonly role: string
  readonly star: string | null
  readonly round: Id | null
  readonly department: Id | null
  readonly from: Day
  readonly to: Day | null
}

/** Everything the door needs to know of an account. */
export interface AccountRow {
  readonly id: Id
  readonly unit: Code
  readonly name: string
  readonly state: AccountState
  readonly phone: string | null
  readonly login: string | null
  readonly hash: string | null
  readonly must_change: boolean
  readonly language: Language | null
}

const account = sql`p.id, p.unit, p.name, p.state, p.phone, c.login, w.hash, w.must_change, c.language
  from persons p join credentials c on c.person = p.id join passwords w on w.person = p.id`

/** By login name or by the blind index of a phone number. */
export async function findByName(db: Db, login: string, phoneIndex: string | null): Promise<AccountRow | undefined> {
  const { rows } = await sql<AccountRow>`select ${account} where c.login = ${login}
    union all select ${account} where p.phone_index = ${phoneIndex} and c.login is distinct from ${login} limit 1`.execute(db)
  return rows[0]
}

export async function findAccount(db: Db, person: Id): Promise<AccountRow | undefined> {
  return (await sql<AccountRow>`select ${account} where p.id = ${person}`.execute(db)).rows[0]
}

export async function findByIdentity(db: Db, issuer: string, subject: string): Promise<AccountRow | undefined> {
  return (
    await sql<AccountRow>`select ${account} where p.id = (select person from identities where issuer = ${issuer} and subject = ${subject})`.execute(
      db,
    )
  ).rows[0]
}

/** Names by account, for answering who did something to one's own record. */
export async function namesOf(db: Db, people: readonly Id[]): Promise<Map<Id, string>> {
  if (people.length === 0) return new Map()
  const { rows } = await sql<{ id: Id; name: string }>`select id, name from persons where id = any(${people})`.execute(db)
  return new Map(rows.map((row) => [row.id, row.name]))
}

/** All posts of a person, past and to come, whoever asks: the guards of `core` must see those that row policies hide. */
export async function allPostsOf(db: Db, person: Id): Promise<PostRow[]> {
  const { rows } = await sql<PostRow>`select id, person, unit, role, star, round, department, valid_from as "from", valid_to as "to"
    from posts where person = ${person} order by valid_from, id`.execute(db)
  return rows
}

/** How many others hold a role today. */
export async function othersWithRole(db: Db, role: string, besides: Id, day: Day): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(distinct o.person)::int as count from posts o join persons p on p.id = o.person
    where o.role = ${role} and o.person <> ${besides} and p.state = 'active' and o.valid_from <= ${day} and (o.valid_to is null or o.valid_to >= ${day})`.execute(
    db,
  )
  return rows[0]?.count ?? 0
}

export interface SessionRow {
  readonly id: Id
  readonly person: Id
  readonly post: Id | null
  readonly means: Means
  readonly expires: Date
  readonly state: AccountState
  readonly must_change: boolean
  readonly language: Language | null
}

export async function findSession(db: Db, token: string, now: Date): Promise<SessionRow | undefined> {
  const { rows } = await sql<SessionRow>`select s.id, s.person, s.post, s.means, s.expires_at as expires, p.state, w.must_change, c.language
    from sessions s join persons p on p.id = s.person join credentials c on c.person = s.person join passwords w on w.person = s.person
    where s.token = ${token} and s.expires_at > ${now}`.execute(db)
  return rows[0]
}

export interface NewSession {
  readonly id: Id
  readonly token: string
  readonly person: Id
  readonly post: Id | null
  readonly means: Means
  readonly agent: string
  readonly created: Date
  readonly expires: Date
}

export async function addSession(db: Db, given: NewSession): Promise<void> {
  await sql`insert into sessions (id, token, person, post, means, agent, created_at, expires_at)
    values (${given.id}, ${given.token}, ${given.person}, ${given.post}, ${given.means}, ${given.agent}, ${given.created}, ${given.expires})`.execute(
    db,
  )
}

/** Ends the session of a token. */
export async function endSession(db: Db, token: string): Promise<void> {
  await sql`delete from sessions where token = ${token}`.execute(db)
}

export async function endSessionsOf(db: Db, person: Id): Promise<void> {
  await sql`delete from sessions where person = ${person}`.execute(db)
}

/** Sets the password; an open invitation, which could set another one, ends with the old. */
export async function setPassword(db: Db, person: Id, hash: string, now: Date): Promise<void> {
  await sql`update passwords set hash = ${hash}, must_change = false, set_at = ${now} where person = ${person}`.execute(db)
  await endInvitation(db, person)
}

/** Replaces a hash made at another price by one at today's, unless it has changed meanwhile. */
export async function renewHash(db: Db, person: Id, old: string, hash: string): Promise<void> {
  await sql`update passwords set hash = ${hash} where person = ${person} and hash = ${old}`.execute(db)
}

export async function setLogin(db: Db, person: Id, login: string): Promise<void> {
  await sql`update credentials set login = ${login} where person = ${person}`.execute(db)
}

export async function isLoginTaken(db: Db, login: string): Promise<boolean> {
  return (await sql`select 1 from credentials where login = ${login}`.execute(db)).rows.length > 0
}

export async function setLanguage(db: Db, person: Id, language: Language): Promise<void> {
  await sql`update credentials set language = ${language} where person = ${person}`.execute(db)
}

export interface InvitationRow {
  readonly person: Id
  readonly expires: Date
}

export async function findInvitation(db: Db, token: string, now: Date): Promise<InvitationRow | undefined> {
  const { rows } =
    await sql<InvitationRow>`select person, expires_at as expires from invitations where token = ${token} and expires_at > ${now}`.execute(
      db,
    )
  return rows[0]
}

export interface NewInvitation {
  readonly person: Id
  readonly unit: Code
  readonly token: string
  readonly at: Date
  readonly expires: Date
}

/** Makes the one open invitation of a person; an earlier one stops working. */
export async function addInvitation(db: Db, given: NewInvitation): Promise<void> {
  const { person, unit, token, at, expires } = given
  await endInvitation(db, person)
  await sql`insert into invitations (person, unit, token, created_at, expires_at) values (${person}, ${unit}, ${token}, ${at}, ${expires})`.execute(
    db,
  )
}

export async function endInvitation(db: Db, person: Id): Promise<void> {
  await sql`delete from invitations where person = ${person}`.execute(db)
}

/** Binds an account of a provider to a person; again for the same person changes nothing, for another it is a duplicate. */
export async function addIdentity(db: Db, given: { issuer: string; subject: string; person: Id; unit: Code }): Promise<void> {
  const { issuer, subject, person, unit } = given
  await sql`insert into identities (issuer, subject, person, unit) select ${issuer}, ${subject}, ${person}::uuid, ${unit}
    where not exists (select 1 from identities where issuer = ${issuer} and subject = ${subject} and person = ${person})`.execute(db)
}

/** Takes an invitation away; false when somebody was faster. */
export async function useInvitation(db: Db, token: string, now: Date): Promise<boolean> {
  return (await sql`delete from invitations where token = ${token} and expires_at > ${now} returning person`.execute(db)).rows.length > 0
}

/** Those of the login names that somebody has; the door sees all, where row policies would hide other counties'. */
export async function takenLogins(db: Db, logins: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ login: string }>`select login from credentials where login = any(${logins})`.execute(db)
  return new Set(rows.map((row) => row.login))
}

/** Those of the blind indexes that stand for somebody's phone. */
export async function takenPhones(db: Db, indexes: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ phone_index: string }>`select phone_index from persons where phone_index = any(${indexes})`.execute(db)
  return new Set(rows.map((row) => row.phone_index))
}
