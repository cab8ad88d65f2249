// SQL of posts, sessions and looks at phone numbers, as the acting post or the person concerned sees them.

import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Day } from '#ground/kernel/clock.ts'
import { districtOf } from '#ground/kernel/code.ts'
import type { Code } from '#ground/kernel/code.ts'
import type { Id } from '#ground/kernel/ids.ts'
import type { Database } from '#ground/postgres/database.gen.ts'
import type { Means } from '../core/session.ts'
import type { PostRow } from './door.ts'

type Db = Kysely<Database>

const columns = sql`id, person, unit, role, star, round, department, valid_from as "from", valid_to as "to"`

/** The posts of these people that may be seen, by person, oldest first. */
export async function postsOf(db: Db, people: readonly Id[]): Promise<Map<Id, PostRow[]>> {
  if (people.length === 0) return new Map()
  const { rows } = await sql<PostRow>`select ${columns} from posts where person = any(${people}) order by valid_from, id`.execute(db)
  return Map.groupBy(rows, (row) => row.person)
}

export async function findPost(db: Db, id: Id): Promise<PostRow | undefined> {
  return (await sql<PostRow>`select ${columns} from posts where id = ${id}`.execute(db)).rows[0]
}

export async function addPost(db: Db, post: PostRow): Promise<void> {
  await sql`insert into posts (district, unit, id, person, role, star, round, department, valid_from, valid_to)
    values (${districtOf(post.unit)}, ${post.unit}, ${post.id}, ${post.person}, ${post.role}, ${post.star}, ${post.round}, ${post.department}, ${post.from}, ${post.to})`.execute(
    db,
  )
}

export async function endPost(db: Db, post: { readonly id: Id; readonly unit: Code }, last: Day): Promise<void> {
  await sql`update posts set valid_to = ${last} where district = ${districtOf(post.unit)} and id = ${post.id}`.execute(db)
}

/** The last day of every post of a person: recorded with the erasure, which takes the acts that ended them for a reason. */
export async function endsOf(db: Db, person: Id): Promise<{ post: Id; last: Day }[]> {
  const { rows } = await sql<{ post: Id; last: Day }>`select id as post, valid_to as last from posts
    where person = ${person} and valid_to is not null order by id`.execute(db)
  return rows
}

export interface OwnSession {
  /** Digest of the token; only one's own are ever seen. */
  readonly token: string
  readonly id: Id
  readonly means: Means
  readonly agent: string
  readonly created: Date
  readonly expires: Date
}

export async function sessionsOf(db: Db, person: Id, now: Date): Promise<OwnSession[]> {
  const { rows } = await sql<OwnSession>`select id, token, means, agent, created_at as created, expires_at as expires from sessions
    where person = ${person} and expires_at > ${now} order by created_at desc`.execute(db)
  return rows
}

export async function endOwnSession(db: Db, person: Id, id: Id): Promise<boolean> {
  return (await sql`delete from sessions where id = ${id} and person = ${person} returning id`.execute(db)).rows.length > 0
}

/** Ends one's own session by the digest of its token. */
export async function endSessionOf(db: Db, token: string): Promise<void> {
  await sql`delete from sessions where token = ${token}`.execute(db)
}

/** Gives one's own session another post and, so that nothing kept of the old one is used, another token; false when it has ended. */
export async function turnSession(db: Db, person: Id, old: string, fresh: string, post: Id): Promise<boolean> {
  const turned =
    await sql`update sessions set token = ${fresh}, post = ${post} where token = ${old} and person = ${person} returning id`.execute(db)
  return turned.rows.length > 0
}

export interface Reveal {
  readonly id: Id
  readonly at: Date
  readonly person: Id
  /** Home unit of the person looked at. */
  readonly unit: Code
  readonly viewer: Id
  readonly role: string
  /** Unit of the viewer's acting post. */
  readonly place: Code
  readonly reason: string
}

export async function addReveal(db: Db, given: Reveal): Promise<void> {
  await sql`insert into reveals (district, unit, id, at, person, viewer, role, place, reason)
    values (${districtOf(given.unit)}, ${given.unit}, ${given.id}, ${given.at}, ${given.person}, ${given.viewer}, ${given.role}, ${given.place}, ${given.reason})`.execute(
    db,
  )
}

/** Looks at one's own number, newest first, at most a hundred. */
export async function revealsOf(db: Db, person: Id): Promise<Reveal[]> {
  return (
    await sql<Reveal>`select id, at, person, unit, viewer, role, place, reason from reveals where person = ${person} order by at desc limit 100`.execute(
      db,
    )
  ).rows
}
