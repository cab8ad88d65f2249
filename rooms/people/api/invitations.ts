// Invitations: a link that lets one person set a password, once, within a week. They also serve whoever forgot one.

import type { Handlers, RoomRequest } from '#ground/http/handler.ts'
import { sha256Hex } from '#ground/kernel/digest.ts'
import type { Id } from '#ground/kernel/ids.ts'
import { maskName } from '#ground/kernel/mask.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { contract } from '../contract.ts'
import { foldLogin, isLogin } from '../core/contact.ts'
import { refusesPassword } from '../core/password.ts'
import { actingPost } from '../core/post.ts'
import { mayManage } from '../core/roles.ts'
import { invitationEnd } from '../core/session.ts'
import {
  addInvitation,
  allPostsOf,
  endSessionsOf,
  findAccount,
  findInvitation as findOpen,
  isLoginTaken,
  setLogin,
  setPassword,
  useInvitation,
} from '../data/door.ts'
import { listPeople } from '../data/queries.ts'
import type { PersonRow } from '../data/queries.ts'
import { forgetAttempts } from '../data/attempts.ts'
import { problems } from '../problems.ts'
import { findManaged, livePosts } from './managed.ts'
import { hashPassword } from './passwords.ts'
import { maskedPhone, openPhone } from './phones.ts'
import { beginSession } from './sessions.ts'
import { roleTitle, unitNames } from './shown.ts'
import { accountKey } from './slowing.ts'
import { newToken } from './tokens.ts'

type Room = Handlers<typeof contract>

const mostAtOnce = 500

interface Link {
  readonly path: string
  readonly expires: string
}

/**
 * Links for these people, in their order, with their acts. The door stores them last and all at once: should the commit
 * fail after it, nobody has been told a token.
 */
async function makeLinks(
  request: Pick<RoomRequest, 'act' | 'clock' | 'dice' | 'gate'>,
  people: readonly { readonly id: Id; readonly unit: string }[],
): Promise<Link[]> {
  const at = new Date(request.clock.now())
  const expires = new Date(invitationEnd(at.getTime()))
  const made = people.map(({ id, unit }) => ({ person: id, unit, ...newToken(request.dice) }))
  for (const { person, unit } of made) {
    await request.act({ verb: 'invite', unit, subject: `person:${person}`, payload: { expires: expires.toISOString() } })
  }
  await request.gate(async (db) => {
    for (const { person, unit, digest } of made) await addInvitation(db, { person, unit, token: digest, at, expires })
  })
  return made.map(({ token }) => ({ path: `/invitation/${token}`, expires: expires.toISOString() }))
}

export const invite: Room['invite'] = async (request) => {
  const managed = await findManaged(request, request.params.id)
  if (!managed.ok) return managed
  const [link] = await makeLinks(request, [managed.value.person])
  if (link === undefined) throw new Error('one person, one link')
  return ok(link)
}

export const inviteAll: Room['inviteAll'] = async (request) => {
  const { unit } = request.body
  const waiting = await listPeople(request.db, { unit, day: request.today, state: 'waiting' }, mostAtOnce, null)
  const managed: PersonRow[] = []
  for (const person of waiting) {
    if (mayManage(request.actor, person.unit, await livePosts(request, person.id))) managed.push(person)
  }
  const name = await unitNames(
    request,
    managed.map((person) => person.unit),
  )
  const links = await makeLinks(request, managed)
  return ok({
    invitations: links.flatMap((link, index) => {
      const person = managed[index]
      return person === undefined ? [] : [{ id: person.id, name: person.name, unitName: name(person.unit), ...link }]
    }),
  })
}

export const findInvitation: Room['findInvitation'] = async (request) => {
  const now = new Date(request.clock.now())
  const found = await request.gate(async (db) => {
    const open = await findOpen(db, sha256Hex(request.params.token), now)
    const account = open === undefined ? undefined : await findAccount(db, open.person)
    if (open === undefined || account === undefined || account.state !== 'active') return null
    return { open, account, post: actingPost(await allPostsOf(db, open.person), null, request.today) }
  })
  if (found === null) return refuse(problems.invitationOver())
  const { open, account, post } = found
  const name = await unitNames(request, [account.unit])
  return ok({
    name: maskName(account.name),
    unitName: name(account.unit),
    roleTitle: post === null ? null : roleTitle(post.role, request.language),
    login: account.login,
    phone: maskedPhone(request.vault, account.id, account.phone),
    expires: open.expires.toISOString(),
  })
}

export const acceptInvitation: Room['acceptInvitation'] = async (request) => {
  const { body, clock, settings, vault } = request
  const digest = sha256Hex(request.params.token)
  const now = new Date(clock.now())
  const account = await request.gate(async (db) => {
    const open = await findOpen(db, digest, now)
    return open === undefined ? undefined : findAccount(db, open.person)
  })
  if (account === undefined) return refuse(problems.invitationOver())
  if (account.state !== 'active') return refuse(problems.accountLocked())
  const wanted = body.login === undefined || body.login.trim() === '' ? null : foldLogin(body.login)
  if (account.login === null && account.phone === null && wanted === null) return refuse(problems.loginNeeded())
  if (account.login === null && wanted !== null && !isLogin(wanted)) return refuse(problems.badLogin())
  const phone = account.phone === null ? null : openPhone(vault, account.id, account.phone)
  const why = refusesPassword(body.password, [account.name, account.login ?? wanted, phone])
  if (why !== null) return refuse(problems.weakPassword({ why }))
  const hash = await hashPassword(body.password, settings)
  const outcome = await request.gate(async (db) => {
    if (account.login === null && wanted !== null && (await isLoginTaken(db, wanted))) return 'taken'
    if (!(await useInvitation(db, digest, now))) return 'over'
    if (account.login === null && wanted !== null) await setLogin(db, account.id, wanted)
    await setPassword(db, account.id, hash, now)
    await endSessionsOf(db, account.id)
    await forgetAttempts(db, accountKey(account.id))
    return 'done'
  })
  if (outcome === 'taken') return refuse(problems.loginTaken())
  if (outcome === 'over') return refuse(problems.invitationOver())
  request.forgetSessions(account.id)
  await request.act({ verb: 'acceptInvitation', unit: account.unit, subject: `person:${account.id}`, payload: {} })
  await beginSession(request, account.id, 'invitation')
  return ok({})
}
