// What a person does with the own account: see it, act with another post, choose a language, end sessions, change the password.

import type { Handlers } from '#ground/http/handler.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { contract } from '../contract.ts'
import { foldPassword, refusesPassword } from '../core/password.ts'
import { holdsOn } from '../core/post.ts'
import { endSessionsOf, findAccount, namesOf, setLanguage as storeLanguage, setPassword } from '../data/door.ts'
import { endOwnSession, postsOf, revealsOf, sessionsOf, turnSession } from '../data/posts.ts'
import { findOwn } from '../data/queries.ts'
import { problems } from '../problems.ts'
import { hashPassword, isRightPassword } from './passwords.ts'
import { maskedPhone, openPhone } from './phones.ts'
import { beginSession, digestOfCookie, handOut } from './sessions.ts'
import { roleTitle, showPost, unitNames } from './shown.ts'
import { accountKey, countAtDoor, forgiveAtDoor, paused } from './slowing.ts'
import { newToken } from './tokens.ts'

type Room = Handlers<typeof contract>

/** The account asking; the house has made sure that there is one. */
function self(actor: { readonly id: string | null }): string {
  if (actor.id === null) throw new Error('signed-in endpoints have an account')
  return actor.id
}

export const me: Room['me'] = async (request) => {
  const { actor, db, language, settings, today, vault } = request
  const id = self(actor)
  const own = await findOwn(db, id)
  if (own === undefined) throw new Error('a session belongs to an account')
  const posts = ((await postsOf(db, [id])).get(id) ?? []).filter((post) => holdsOn(post, today))
  const name = await unitNames(
    request,
    posts.map((post) => post.unit),
  )
  const shown = posts.map((post) => showPost(post, name, language))
  const token = digestOfCookie(request)
  const session = (await sessionsOf(db, id, new Date(request.clock.now()))).find((one) => one.token === token)
  return ok({
    person: { id, name: own.name, login: own.login, phone: maskedPhone(vault, id, own.phone) },
    posts: shown,
    acting: shown.find((post) => post.id === actor.post) ?? null,
    grants: [...actor.grants],
    queues: (await request.queues()).map((queue) => ({ ...queue, title: queue.title[language] })),
    notices: [],
    filingNumber: settings['FILING_NUMBER'] || null,
    signedInBy: session?.means ?? null,
    mustChangePassword: own.must_change,
    language: own.language,
  })
}

export const switchPost: Room['switchPost'] = async (request) => {
  const id = self(request.actor)
  const posts = (await postsOf(request.db, [id])).get(id) ?? []
  const post = posts.find((one) => one.id === request.body.post && holdsOn(one, request.today))
  const old = digestOfCookie(request)
  if (post === undefined || old === null) return refuse(problems.postNotHeld())
  const fresh = newToken(request.dice)
  // A session that was ended meanwhile is not handed out anew.
  if (!(await turnSession(request.db, id, old, fresh.digest, post.id))) return refuse(problems.postNotHeld())
  request.forgetSessions(id)
  handOut(request, fresh)
  return ok({})
}

export const setLanguage: Room['setLanguage'] = async (request) => {
  const id = self(request.actor)
  await request.gate((db) => storeLanguage(db, id, request.body.language))
  request.forgetSessions(id)
  return ok({})
}

export const mySessions: Room['mySessions'] = async (request) => {
  const current = digestOfCookie(request)
  const sessions = await sessionsOf(request.db, self(request.actor), new Date(request.clock.now()))
  return ok({
    sessions: sessions.map(({ id, agent, means, created, expires, token }) => ({
      id,
      agent,
      means,
      created: created.toISOString(),
      expires: expires.toISOString(),
      current: token === current,
    })),
  })
}

export const revokeSession: Room['revokeSession'] = async (request) => {
  const id = self(request.actor)
  if (!(await endOwnSession(request.db, id, request.params.id))) return refuse(problems.unknownSession())
  request.forgetSessions(id)
  return ok({})
}

export const myReveals: Room['myReveals'] = async (request) => {
  const reveals = await revealsOf(request.db, self(request.actor))
  const names = await request.gate((db) => namesOf(db, [...new Set(reveals.map((reveal) => reveal.viewer))]))
  const unit = await unitNames(
    request,
    reveals.map((reveal) => reveal.place),
  )
  return ok({
    reveals: reveals.map(({ at, viewer, role, place, reason }) => ({
      at: at.toISOString(),
      viewer: names.get(viewer) ?? '',
      roleTitle: roleTitle(role, request.language),
      unitName: unit(place),
      reason,
    })),
  })
}

export const changePassword: Room['changePassword'] = async (request) => {
  const { current, next } = request.body
  const id = self(request.actor)
  const account = await request.gate((db) => findAccount(db, id))
  if (account === undefined) throw new Error('a session belongs to an account')
  const counted = await countAtDoor(request, accountKey(id))
  if (counted.wait > 0) return paused(counted.wait)
  // Who came by single sign-on has no password yet and sets the first one.
  if (account.hash !== null && !(await isRightPassword(account.hash, current, request.settings))) return refuse(problems.wrongPassword())
  await forgiveAtDoor(request, counted.keys)
  if (foldPassword(current) === foldPassword(next)) return refuse(problems.samePassword())
  const phone = account.phone === null ? null : openPhone(request.vault, id, account.phone)
  const why = refusesPassword(next, [account.name, account.login, phone])
  if (why !== null) return refuse(problems.weakPassword({ why }, [{ path: 'body.next', detail: problems.weakPassword({ why }).detail }]))
  const hash = await hashPassword(next, request.settings)
  // Recorded before it is done at the door: an act that cannot be written leaves the old password standing.
  await request.act({ verb: 'changePassword', unit: account.unit, subject: `person:${id}`, payload: {} })
  await request.gate(async (db) => {
    await setPassword(db, id, hash, new Date(request.clock.now()))
    await endSessionsOf(db, id)
  })
  await beginSession(request, id, 'password')
  return ok({})
}
