// Giving and ending posts: the only way in which anybody's access changes.

import type { Handlers, RoomRequest } from '#ground/http/handler.ts'
import type { BodyOf } from '#ground/http/contract.ts'
import { codeLengths } from '#ground/kernel/code.ts'
import type { Id } from '#ground/kernel/ids.ts'
import { newId } from '#ground/kernel/ids.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { Result } from '#ground/kernel/result.ts'
import { unitExists } from '#rooms/units/offers.ts'
import type { contract } from '../contract.ts'
import { mayEnd } from '../core/post.ts'
import { refusesPost } from '../core/roles.ts'
import { endPost as storeEnd, addPost, findPost } from '../data/posts.ts'
import { problems } from '../problems.ts'
import { findManaged, isLastOperator } from './managed.ts'

type Room = Handlers<typeof contract>
// A grid is not on the official list: it exists with its village.
const villageLength = codeLengths[4]

type NewPost = BodyOf<(typeof contract)['givePost']>

/** Checks and stores one new post, with its act. */
export async function storePost(
  request: Pick<RoomRequest, 'actor' | 'act' | 'clock' | 'db' | 'dice' | 'today'>,
  person: Id,
  given: NewPost,
): Promise<Result<Id>> {
  const refusal = refusesPost(request.actor, given.role, given.unit)
  if (refusal === 'outside') return refuse(problems.outsideReach())
  if (refusal === 'above-reach') return refuse(problems.roleAbove())
  if (refusal !== null) return refuse(problems.roleElsewhere())
  const from = given.from ?? request.today
  const to = given.to ?? null
  if (to !== null && to < from) return refuse(problems.badPeriod())
  if (!(await unitExists(request.db, given.unit.slice(0, villageLength), from > request.today ? from : request.today)))
    return refuse(problems.unknownUnit({ unit: given.unit }))
  const id = given.id ?? newId(request.clock, request.dice)
  const { unit, role, star = null, round = null, department = null } = given
  await addPost(request.db, { id, person, unit, role, star, round, department, from, to })
  await request.act({
    verb: 'givePost',
    unit,
    subject: `person:${person}`,
    payload: { post: id, role, unit, star, round, department, from, to },
  })
  return ok(id)
}

export const givePost: Room['givePost'] = async (request) => {
  const managed = await findManaged(request, request.params.id)
  if (!managed.ok) return managed
  const stored = await storePost(request, request.params.id, request.body)
  return stored.ok ? ok({ id: stored.value }) : stored
}

export const endPost: Room['endPost'] = async (request) => {
  const post = await findPost(request.db, request.params.id)
  if (post === undefined || !request.covers(post.unit)) return refuse(problems.unknownPost())
  if (refusesPost(request.actor, post.role, post.unit) !== null) return refuse(problems.notYoursToManage())
  const last = request.body.last ?? request.today
  if (!mayEnd(post, last, request.today)) return refuse(problems.badPeriod())
  if (post.role === 'operator') {
    const managed = await findManaged(request, post.person)
    if (!managed.ok) return managed
    if (await isLastOperator(request, managed.value)) return refuse(problems.lastOperator())
  }
  await storeEnd(request.db, post, last)
  const { reason } = request.body
  await request.act({
    verb: 'endPost',
    unit: post.unit,
    subject: `person:${post.person}`,
    payload: { post: post.id, last },
    ...(reason === undefined ? {} : { reason }),
  })
  return ok({})
}
