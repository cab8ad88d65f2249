// Finding the person that a verb speaks of, and making sure that the acting post may manage that person.
// All posts are looked at through the door, because row policies hide those above: otherwise a township could reset the
// password of a county officer who lives in one of its villages.

import type { RoomRequest } from '#ground/http/handler.ts'
import type { Id } from '#ground/kernel/ids.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { Result } from '#ground/kernel/result.ts'
import { mayManage } from '../core/roles.ts'
import { allPostsOf, othersWithRole } from '../data/door.ts'
import type { PostRow } from '../data/door.ts'
import { findPerson } from '../data/queries.ts'
import type { PersonRow } from '../data/queries.ts'
import { problems } from '../problems.ts'

export type Managing = Pick<RoomRequest, 'actor' | 'covers' | 'db' | 'gate' | 'today'>

export interface Managed {
  readonly person: PersonRow
  /** Posts that hold today or begin later. */
  readonly posts: readonly PostRow[]
}

/** The account, if the acting post covers its home unit. */
export async function findCovered(request: Managing, id: Id): Promise<PersonRow | null> {
  const person = await findPerson(request.db, id)
  return person !== undefined && request.covers(person.unit) ? person : null
}

/** Posts of a person that are not over, whoever can see them. */
export async function livePosts(request: Managing, id: Id): Promise<PostRow[]> {
  const posts = await request.gate((db) => allPostsOf(db, id))
  return posts.filter((post) => post.to === null || post.to >= request.today)
}

/** The account and its live posts, if the acting post may manage it. */
export async function findManaged(request: Managing, id: Id): Promise<Result<Managed>> {
  const person = await findCovered(request, id)
  if (person === null) return refuse(problems.unknownPerson())
  if (person.state === 'erased') return refuse(problems.erased())
  const posts = await livePosts(request, id)
  return mayManage(request.actor, person.unit, posts) ? ok({ person, posts }) : refuse(problems.notYoursToManage())
}

/** Whether nobody else could run the system once this person no longer does. */
export async function isLastOperator(request: Managing, { person, posts }: Managed): Promise<boolean> {
  if (!posts.some((post) => post.role === 'operator')) return false
  return (await request.gate((db) => othersWithRole(db, 'operator', person.id, request.today))) === 0
}
