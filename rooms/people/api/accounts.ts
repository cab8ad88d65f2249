// Making and correcting accounts.

import type { Handlers, RoomRequest } from '#ground/http/handler.ts'
import { newId } from '#ground/kernel/ids.ts'
import type { Id } from '#ground/kernel/ids.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { Result } from '#ground/kernel/result.ts'
import { constraintOf, isDuplicate } from '#ground/postgres/errors.ts'
import { unitExists } from '#rooms/units/offers.ts'
import type { contract } from '../contract.ts'
import { foldLogin, foldName, foldPhone, isLogin } from '../core/contact.ts'
import { refusesPassword } from '../core/password.ts'
import { mayManage } from '../core/roles.ts'
import { addPerson, changePerson } from '../data/queries.ts'
import { problems } from '../problems.ts'
import { findManaged } from './managed.ts'
import { hashPassword } from './passwords.ts'
import { phoneIndex, sealPhone } from './phones.ts'
import { storePost } from './posts.ts'

type Room = Handlers<typeof contract>

interface Contact {
  readonly name: string
  readonly login: string | null
  readonly phone: string | null
}

/** Name, login and phone in their stored form, or the first thing wrong with them. */
export function checkContact(given: {
  name: string
  login?: string | null | undefined
  phone?: string | null | undefined
}): Result<Contact> {
  const name = foldName(given.name)
  if (name === null) return refuse(problems.badName())
  const login = given.login == null || given.login.trim() === '' ? null : foldLogin(given.login)
  if (login !== null && !isLogin(login)) return refuse(problems.badLogin())
  const phone = given.phone == null || given.phone.trim() === '' ? null : foldPhone(given.phone)
  if (phone === null && given.phone != null && given.phone.trim() !== '') return refuse(problems.badPhone())
  return ok({ name, login, phone })
}

/** Runs a write and says which of the unique things is taken; a taken id is left to the house. */
export async function unlessTaken<T>(work: () => Promise<T>): Promise<Result<T>> {
  try {
    return ok(await work())
  } catch (error) {
    if (isDuplicate(error) && constraintOf(error) === 'credentials_login') return refuse(problems.loginTaken())
    if (isDuplicate(error) && constraintOf(error) === 'persons_phone') return refuse(problems.phoneTaken())
    throw error
  }
}

export type Storing = Pick<RoomRequest, 'act' | 'actor' | 'clock' | 'db' | 'dice' | 'settings' | 'today' | 'vault'>

/** Stores one account with its act. */
export async function storeAccount(
  request: Storing,
  given: Contact & { readonly id: Id; readonly unit: string; readonly hash: string | null; readonly mustChange: boolean },
): Promise<Result<Id>> {
  const { id, unit, name, login, phone, hash, mustChange } = given
  const { vault } = request
  const sealed = phone === null ? null : sealPhone(vault, id, phone)
  const index = phone === null ? null : phoneIndex(vault, phone)
  const at = new Date(request.clock.now())
  const stored = await unlessTaken(() =>
    addPerson(request.db, { id, unit, name, login, phone: sealed, phoneIndex: index, hash, mustChange, at }),
  )
  if (!stored.ok) return stored
  await request.act({ verb: 'create', unit, subject: `person:${id}`, payload: { unit, withPassword: hash !== null, mustChange } })
  return ok(id)
}

export const create: Room['create'] = async (request) => {
  const { actor, body, settings } = request
  const contact = checkContact(body)
  if (!contact.ok) return contact
  if (!mayManage(actor, body.unit, [])) return refuse(problems.notYoursToManage())
  if (!(await unitExists(request.db, body.unit, request.today))) return refuse(problems.unknownUnit({ unit: body.unit }))
  const why =
    body.password === undefined ? null : refusesPassword(body.password, [contact.value.name, contact.value.login, contact.value.phone])
  if (why !== null) return refuse(problems.weakPassword({ why }))
  const hash = body.password === undefined ? null : await hashPassword(body.password, settings)
  // Only the operator may hand out a password that need not be changed: for kiosks of a meeting and for demonstrations.
  const mustChange = hash !== null && (body.mustChange || actor.role !== 'operator')
  const id = body.id ?? newId(request.clock, request.dice)
  const stored = await storeAccount(request, { ...contact.value, id, unit: body.unit, hash, mustChange })
  if (!stored.ok) return stored
  if (body.post === undefined) return ok({ id, post: null })
  const post = await storePost(request, id, body.post)
  return post.ok ? ok({ id, post: post.value }) : post
}

export const update: Room['update'] = async (request) => {
  const { body, params, vault } = request
  const managed = await findManaged(request, params.id)
  if (!managed.ok) return managed
  const { person, posts } = managed.value
  const contact = checkContact({ name: body.name ?? person.name, login: body.login, phone: body.phone })
  if (!contact.ok) return contact
  if (body.unit !== undefined) {
    if (!mayManage(request.actor, body.unit, posts)) return refuse(problems.outsideReach())
    if (!(await unitExists(request.db, body.unit, request.today))) return refuse(problems.unknownUnit({ unit: body.unit }))
  }
  const { name, login, phone } = contact.value
  const changed = await unlessTaken(() =>
    changePerson(request.db, person.id, {
      name: body.name === undefined ? undefined : name,
      unit: body.unit,
      login: body.login === undefined ? undefined : login,
      phone:
        body.phone === undefined
          ? undefined
          : { sealed: phone === null ? null : sealPhone(vault, person.id, phone), index: phone === null ? null : phoneIndex(vault, phone) },
    }),
  )
  if (!changed.ok) return changed
  const fields = Object.keys(body).toSorted()
  await request.act({
    verb: 'update',
    unit: person.unit,
    subject: `person:${person.id}`,
    payload: { fields, ...(body.unit === undefined ? {} : { unit: body.unit }) },
  })
  return ok({})
}
