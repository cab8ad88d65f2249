// What the doors and other rooms may ask of this one: making the first accounts, before anybody can sign in to make them.

import type { Kysely } from 'kysely'
import type { Clock, Day, Dice } from '#ground/kernel/clock.ts'
import { chinaDay } from '#ground/kernel/clock.ts'
import type { Code } from '#ground/kernel/code.ts'
import { newId } from '#ground/kernel/ids.ts'
import type { Id } from '#ground/kernel/ids.ts'
import type { Result } from '#ground/kernel/result.ts'
import { ok } from '#ground/kernel/result.ts'
import type { Database } from '#ground/postgres/database.gen.ts'
import { rootUnits } from '#rooms/units/offers.ts'
import { checkContact, unlessTaken } from './api/accounts.ts'
import { hashPassword } from './api/passwords.ts'
import { newOneTimePassword } from './api/tokens.ts'
import type { RoleId } from './core/roles.ts'
import { holdsOn } from './core/post.ts'
import { addPost, findPost, postsOf } from './data/posts.ts'
import { addPerson } from './data/queries.ts'

export interface AccountWanted {
  readonly login: string
  readonly name: string
  readonly role: RoleId
  readonly unit: Code
  /** The password; without one a one-time password is made, which has to be changed at the first sign-in. */
  readonly password?: string
  readonly id?: Id
  readonly post?: Id
}

export interface MadeAccount {
  readonly id: Id
  readonly post: Id
  readonly login: string
  /** To be shown once; null when the password was given. */
  readonly oneTimePassword: string | null
}

export interface Maker {
  readonly db: Kysely<Database>
  readonly clock: Clock
  readonly dice: Dice
  /** TRIAL=yes makes cheap hashes. */
  readonly settings: Readonly<Record<string, string | undefined>>
}

/** Where an operator sits: at the first province of the instance, or at 99 while there is none. */
export async function operatorUnit(db: Kysely<Database>): Promise<Code> {
  return (await rootUnits(db))[0] ?? '99'
}

/**
 * Makes an active account with one post, in the caller's transaction and without an act: the caller records one where
 * there is somebody to record. Passwords given here are not judged.
 */
export async function createAccount(maker: Maker, wanted: AccountWanted): Promise<Result<MadeAccount>> {
  const { db, clock, dice, settings } = maker
  const contact = checkContact({ name: wanted.name, login: wanted.login })
  if (!contact.ok) return contact
  const oneTimePassword = wanted.password === undefined ? newOneTimePassword(dice) : null
  const hash = await hashPassword(wanted.password ?? oneTimePassword ?? '', settings)
  const id = wanted.id ?? newId(clock, dice)
  const post = wanted.post ?? newId(clock, dice)
  const { name, login } = contact.value
  const at = new Date(clock.now())
  const { unit, role } = wanted
  const stored = await unlessTaken(() =>
    addPerson(db, { id, unit, name, login, phone: null, phoneIndex: null, hash, mustChange: oneTimePassword !== null, at }),
  )
  if (!stored.ok) return stored
  await addPost(db, { id: post, person: id, unit, role, star: null, round: null, department: null, from: chinaDay(clock.now()), to: null })
  return ok({ id, post, login: login ?? '', oneTimePassword })
}

/** Which of these accounts exist; without a list, any one of all. For a first start, which must know whether it is the first. */
export async function accountsThere(db: Kysely<Database>, ids?: readonly Id[]): Promise<ReadonlySet<Id>> {
  const query = db.selectFrom('persons').select('id')
  const rows = await (ids === undefined ? query.limit(1) : query.where('id', 'in', ids)).execute()
  return new Set(rows.map((row) => row.id))
}

/** The department that a post serves; null when it serves none. Everybody sees the own posts. */
export async function departmentOf(db: Kysely<Database>, post: Id): Promise<Id | null> {
  return (await findPost(db, post))?.department ?? null
}

/** Units where the asking person holds posts on a day, whichever of them is acting: for recusal. */
export async function ownUnits(db: Kysely<Database>, person: Id, day: Day): Promise<Code[]> {
  const posts = (await postsOf(db, [person])).get(person) ?? []
  return [...new Set(posts.filter((post) => holdsOn(post, day)).map((post) => post.unit))]
}
