// Signing in by password, and out again. Unknown names take the same steps and the same time as known ones.

import type { Handlers } from '#ground/http/handler.ts'
import { sessionCookie } from '#ground/http/session.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { contract } from '../contract.ts'
import { foldLogin, foldPhone } from '../core/contact.ts'
import { findByName, renewHash } from '../data/door.ts'
import { endSessionOf } from '../data/posts.ts'
import { problems } from '../problems.ts'
import { hashPassword, isOldPrice, isRightPassword } from './passwords.ts'
import { phoneIndex } from './phones.ts'
import { beginSession, digestOfCookie } from './sessions.ts'
import { accountKey, blameAtDoor, countAtDoor, forgiveAtDoor, paused } from './slowing.ts'
import { singleSignOnLabel } from './single-sign-on.ts'

type Room = Handlers<typeof contract>

export const signIn: Room['signIn'] = async (request) => {
  const { name, password } = request.body
  const { settings, vault } = request
  const login = foldLogin(name)
  const phone = foldPhone(name)
  const account = await request.gate((db) => findByName(db, login, phone === null ? null : phoneIndex(vault, phone)))
  const key = account === undefined ? `name:${vault.blindIndex(login, 'people.attempts')}` : accountKey(account.id)
  const counted = await countAtDoor(request, key)
  if (counted.wait > 0) return paused(counted.wait)
  const right = await isRightPassword(account?.hash ?? null, password, settings)
  if (account === undefined || account.hash === null || !right) {
    await blameAtDoor(request, counted.keys)
    return refuse(problems.signInRefused())
  }
  if (account.state !== 'active') return refuse(problems.accountLocked())
  await forgiveAtDoor(request, counted.keys)
  const { id, hash } = account
  if (isOldPrice(hash, settings)) {
    const renewed = await hashPassword(password, settings)
    await request.gate((db) => renewHash(db, id, hash, renewed))
  }
  await beginSession(request, id, 'password')
  return ok({ mustChangePassword: account.must_change })
}

export const signOut: Room['signOut'] = async (request) => {
  const token = digestOfCookie(request)
  if (token !== null && request.actor.id !== null) {
    await endSessionOf(request.db, token)
    request.forgetSessions(request.actor.id)
  }
  request.wire.clearCookie(sessionCookie)
  return ok({})
}

export const waysIn: Room['waysIn'] = (request) => Promise.resolve(ok({ singleSignOn: singleSignOnLabel(request.settings) }))
