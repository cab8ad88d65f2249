// The person's own mail about notices: an address of one's own, sealed, kept only as long as mail is wanted.

import { hasMail } from '#ground/mail/mailer.ts'
import type { Handler } from '#ground/http/handler.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { Vault } from '#ground/vault/vault.ts'
import type { contract } from '../contract.ts'
import { dropMail, findMail, keepMail } from '../data/own.ts'
import type { MailRow } from '../data/own.ts'
import { problems } from '../problems.ts'
import { ownPost } from './reading.ts'

type C = typeof contract

const contextOf = (post: string): string => `notices.mail/${post}`

/** The address in full: for sending, and for its owner in masked form. */
export const openAddress = (vault: Vault, { post, address }: Pick<MailRow, 'post' | 'address'>): string =>
  vault.decrypt(address, contextOf(post))

/** `z***@example.gov.cn`. */
export function maskedAddress(address: string): string {
  const at = address.lastIndexOf('@')
  return `${address.slice(0, 1)}***${address.slice(at)}`
}

export const mail: Handler<C['mail']> = async ({ db, actor, vault, settings }) => {
  const own = ownPost(actor)
  const row = own === null ? undefined : await findMail(db, own)
  return ok({ offered: hasMail(settings), address: row === undefined ? null : maskedAddress(openAddress(vault, row)) })
}

export const setMail: Handler<C['setMail']> = async (request) => {
  const { db, actor, vault, settings, body, clock, language } = request
  const own = ownPost(actor)
  const { address } = body
  if (own === null) return refuse(problems.noMail())
  const offered = hasMail(settings)
  if (address === null) {
    await dropMail(db, own)
    await request.act({ verb: 'stopMail', unit: own.unit, subject: `post:${own.post}`, payload: {} })
    return ok({ offered, address: null })
  }
  if (!offered) return refuse(problems.noMail())
  const now = new Date(clock.now())
  const sealed = vault.encrypt(address, contextOf(own.post))
  await keepMail(db, { ...own, role: actor.role ?? '', language, address: sealed, dailyUntil: now, urgentUntil: now })
  await request.act({ verb: 'setMail', unit: own.unit, subject: `post:${own.post}`, payload: {} })
  return ok({ offered, address: maskedAddress(address) })
}
