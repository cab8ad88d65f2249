// Looking at people: the list of a unit, the search by name, one account with its posts over time.

import type { Handlers } from '#ground/http/handler.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { contract } from '../contract.ts'
import { holdsOn } from '../core/post.ts'
import { mayManage } from '../core/roles.ts'
import { openAgain } from '../core/slowing.ts'
import { findAttempts } from '../data/attempts.ts'
import { postsOf } from '../data/posts.ts'
import { countPeople, findPerson, identitiesOf, invitedUntil, listPeople, searchPeople } from '../data/queries.ts'
import type { PersonRow } from '../data/queries.ts'
import { problems } from '../problems.ts'
import { livePosts } from './managed.ts'
import { showPerson, showPost, unitNames } from './shown.ts'
import type { ShownPerson, Shower } from './shown.ts'
import { accountKey } from './slowing.ts'

type Room = Handlers<typeof contract>

/** Rows with the posts held today. */
export async function showPeople(request: Shower, people: readonly PersonRow[]): Promise<ShownPerson[]> {
  const posts = await postsOf(
    request.db,
    people.map((person) => person.id),
  )
  const held = (id: string) => (posts.get(id) ?? []).filter((post) => holdsOn(post, request.today))
  const name = await unitNames(request, [
    ...people.map((person) => person.unit),
    ...people.flatMap((person) => held(person.id).map((post) => post.unit)),
  ])
  return people.map((person) => showPerson(request, person, held(person.id), name))
}

export const list: Room['list'] = async (request) => {
  const { unit = request.actor.unit ?? '', role, state, q, after, take } = request.query
  if (!request.covers(unit)) return refuse(problems.outsideReach())
  const filter = { unit, day: request.today, role, state, q }
  const [place = '', id = ''] = after?.split('.') ?? []
  const rows = await listPeople(request.db, filter, take + 1, after === undefined ? null : { unit: place, id })
  const page = rows.slice(0, take)
  const last = page.at(-1)
  const next = rows.length > take && last !== undefined ? `${last.unit}.${last.id}` : null
  return ok({ people: await showPeople(request, page), next, total: await countPeople(request.db, filter) })
}

export const search: Room['search'] = async (request) => {
  const people = await searchPeople(request.db, request.query.q, request.query.unit ?? null)
  const shown = await showPeople(request, people)
  return ok({ people: shown.map(({ id, name, posts }) => ({ id, name, posts })) })
}

export const find: Room['find'] = async (request) => {
  const { db, params } = request
  const person = await findPerson(db, params.id)
  if (person === undefined) return refuse(problems.unknownPerson())
  // Whoever a post of one's own unit belongs to may be looked at, even when at home elsewhere.
  const posts = (await postsOf(db, [person.id])).get(person.id) ?? []
  if (!request.covers(person.unit) && !posts.some((post) => request.covers(post.unit))) return refuse(problems.unknownPerson())
  const now = request.clock.now()
  const name = await unitNames(request, [person.unit, ...posts.map((post) => post.unit)])
  const manages =
    request.may('people.manage') && person.state !== 'erased' && mayManage(request.actor, person.unit, await livePosts(request, person.id))
  const open = manages ? openAgain('account', await request.gate((gate) => findAttempts(gate, accountKey(person.id)))) : 0
  const invited = manages ? await invitedUntil(db, person.id, new Date(now)) : null
  return ok({
    ...showPerson(request, person, [], name),
    posts: posts.map((post) => showPost(post, name, request.language)),
    pausedUntil: open > now ? new Date(open).toISOString() : null,
    invited: invited?.toISOString() ?? null,
    identities: manages ? await identitiesOf(db, person.id) : [],
    mayManage: manages,
  })
}
