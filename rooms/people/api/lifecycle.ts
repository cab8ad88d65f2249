// Locking, unlocking and erasing accounts, looking at a phone number, binding a single sign-on account.

import type { Handlers } from '#ground/http/handler.ts'
import { addDays } from '#ground/kernel/days.ts'
import { newId } from '#ground/kernel/ids.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { contract } from '../contract.ts'
import { erasedName, stateAfter } from '../core/account.ts'
import { holdsOn } from '../core/post.ts'
import { forgetAttempts } from '../data/attempts.ts'
import { addIdentity, endInvitation, endSessionsOf } from '../data/door.ts'
import { addReveal, endPost, endsOf } from '../data/posts.ts'
import { erasePerson, eraseReasons, setState } from '../data/queries.ts'
import { problems } from '../problems.ts'
import { findCovered, findManaged, isLastOperator } from './managed.ts'
import { openPhone } from './phones.ts'
import { issuerIn } from './single-sign-on.ts'
import { accountKey } from './slowing.ts'

type Room = Handlers<typeof contract>

export const lock: Room['lock'] = async (request) => {
  const managed = await findManaged(request, request.params.id)
  if (!managed.ok) return managed
  const { person } = managed.value
  const state = stateAfter(person.state, 'lock')
  if (state === null) return refuse(problems.wrongState())
  if (await isLastOperator(request, managed.value)) return refuse(problems.lastOperator())
  await setState(request.db, person.id, state)
  await request.gate(async (db) => {
    await endSessionsOf(db, person.id)
    // A link that went astray must not come back to life with the account.
    await endInvitation(db, person.id)
  })
  await request.act({ verb: 'lock', unit: person.unit, subject: `person:${person.id}`, payload: {}, reason: request.body.reason })
  return ok({})
}

export const unlock: Room['unlock'] = async (request) => {
  const managed = await findManaged(request, request.params.id)
  if (!managed.ok) return managed
  const { person } = managed.value
  const state = stateAfter(person.state, 'unlock')
  if (state === null) return refuse(problems.wrongState())
  if (state !== person.state) await setState(request.db, person.id, state)
  await request.gate((db) => forgetAttempts(db, accountKey(person.id)))
  await request.act({ verb: 'unlock', unit: person.unit, subject: `person:${person.id}`, payload: {} })
  return ok({})
}

export const reveal: Room['reveal'] = async (request) => {
  const { actor, body, clock, dice, params, vault } = request
  const person = await findCovered(request, params.id)
  if (person === null) return refuse(problems.unknownPerson())
  if (person.phone === null) return refuse(problems.noPhone())
  if (actor.id === null || actor.role === null || actor.unit === null) throw new Error('a post reveals')
  const id = newId(clock, dice)
  const at = new Date(clock.now())
  await addReveal(request.db, {
    id,
    at,
    person: person.id,
    unit: person.unit,
    viewer: actor.id,
    role: actor.role,
    place: actor.unit,
    reason: body.reason,
  })
  await request.act({ verb: 'reveal', unit: person.unit, subject: `person:${person.id}`, payload: { reveal: id } })
  return ok({ phone: openPhone(vault, person.id, person.phone) })
}

export const erase: Room['erase'] = async (request) => {
  const managed = await findManaged(request, request.params.id)
  if (!managed.ok) return managed
  const { person, posts } = managed.value
  if (stateAfter(person.state, 'erase') === null) return refuse(problems.erased())
  if (await isLastOperator(request, managed.value)) return refuse(problems.lastOperator())
  // A post that holds ends today at the latest; one that would begin later is ended on the eve of its beginning.
  for (const post of posts) {
    const last = holdsOn(post, request.today) ? addDays(request.today, -1) : addDays(post.from, -1)
    await endPost(request.db, post, last < post.from ? addDays(post.from, -1) : last)
  }
  await erasePerson(request.db, person.id, erasedName)
  await eraseReasons(request.db, person.unit, `person:${person.id}`)
  await request.gate((db) => endSessionsOf(db, person.id))
  await request.act({
    verb: 'erase',
    unit: person.unit,
    subject: `person:${person.id}`,
    payload: { posts: await endsOf(request.db, person.id) },
  })
  return ok({})
}

export const bindIdentity: Room['bindIdentity'] = async (request) => {
  const managed = await findManaged(request, request.params.id)
  if (!managed.ok) return managed
  const issuer = issuerIn(request.settings)
  if (issuer === null) return refuse(problems.noSingleSignOn())
  const { person } = managed.value
  await request.act({ verb: 'bindIdentity', unit: person.unit, subject: `person:${person.id}`, payload: { issuer } })
  // At the door and last: should the commit fail after it, asking again records the act and finds the binding made.
  await request.gate((db) => addIdentity(db, { issuer, subject: request.body.subject, person: person.id, unit: person.unit }))
  return ok({})
}
