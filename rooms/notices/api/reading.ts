// The inbox of the acting post, what was sent, one notice, and the person's own mark.

import type { Actor, Handler } from '#ground/http/handler.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { contract } from '../contract.ts'
import { gets } from '../core/reach.ts'
import type { OwnPost } from '../data/own.ts'
import { markOf, moveMark } from '../data/own.ts'
import { findNotice, inboxOf, sentFrom } from '../data/queries.ts'
import type { Inbox } from '../data/queries.ts'
import { covers } from '#ground/kernel/code.ts'
import { problems } from '../problems.ts'
import { noticesShown } from './show.ts'

type C = typeof contract

const page = 50

/** The acting post as an inbox; an actor without one gets nothing. */
export const inboxPost = ({ unit, role }: Actor): Inbox => ({ unit: unit ?? '', role: role ?? '' })

/** The acting post as its person's; null for actors that are no person. */
export const ownPost = ({ unit, post, id }: Actor): OwnPost | null =>
  unit === null || post === null || id === null ? null : { unit, post, person: id }

const moment = (text: string | undefined): Date | undefined => (text === undefined ? undefined : new Date(text))

export const inbox: Handler<C['inbox']> = async (request) => {
  const { db, actor, query } = request
  const own = ownPost(actor)
  const found = await inboxOf(db, inboxPost(actor), { before: moment(query.before), limit: page + 1 })
  const mark = own === null ? undefined : await markOf(db, own)
  return ok({ rows: await noticesShown(request, found.slice(0, page)), more: found.length > page, mark: mark?.toISOString() ?? null })
}

export const sent: Handler<C['sent']> = async (request) => {
  const { db, actor, query } = request
  const found = await sentFrom(db, actor.scopes, moment(query.before), page + 1)
  return ok({ rows: await noticesShown(request, found.slice(0, page)), more: found.length > page, mark: null })
}

export const get: Handler<C['get']> = async (request) => {
  const { db, actor, params } = request
  request.permit()
  const row = await findNotice(db, params.unit, params.id)
  const sentHere = row !== undefined && actor.grants.includes('notices.send') && covers(actor.scopes, row.sender)
  if (row === undefined || !(sentHere || gets(row, inboxPost(actor)))) return refuse(problems.noSuchNotice())
  const [shown] = await noticesShown(request, [row])
  return shown === undefined ? refuse(problems.noSuchNotice()) : ok(shown)
}

export const mark: Handler<C['mark']> = async ({ db, actor, body, clock }) => {
  // Not beyond now: what comes later must be new.
  const until = new Date(Math.min(Date.parse(body.until), clock.now()))
  const own = ownPost(actor)
  if (own !== null) await moveMark(db, own, until)
  return ok({ mark: until.toISOString() })
}
