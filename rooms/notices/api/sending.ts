// Sending: by a person on the desk, or by another room in its own transaction. Withdrawing what was sent.

import type { Handler, RoomRequest } from '#ground/http/handler.ts'
import type { Day } from '#ground/kernel/clock.ts'
import type { Code } from '#ground/kernel/code.ts'
import { newId } from '#ground/kernel/ids.ts'
import type { Id } from '#ground/kernel/ids.ts'
import type { Text } from '#ground/kernel/problem.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { Result } from '#ground/kernel/result.ts'
import type { contract } from '../contract.ts'
import type { Reach, Weight } from '../core/reach.ts'
import { mayAddress } from '../core/reach.ts'
import { markOf, moveMark } from '../data/own.ts'
import { addNotice, addNotices, countNew, findNotice, withdrawNotice } from '../data/queries.ts'
import type { NoticeRow } from '../data/queries.ts'
import { problems } from '../problems.ts'
import { inboxPost, ownPost } from './reading.ts'
import { noticesShown } from './show.ts'

type C = typeof contract

/** The transaction it is sent in. */
export type Notifier = Pick<RoomRequest, 'db' | 'clock' | 'dice' | 'act'>

export interface NoticeWanted {
  /** Made by whoever wants it, so that a task that runs twice tells once; a new one when absent. */
  readonly id?: Id
  /** In whose name: the caller must be able to write there. */
  readonly sender: Code
  /** The unit whose posts get it: below the sender, itself, or one above it. */
  readonly to: Code
  readonly reach?: Reach
  /** Roles of posts; absent or empty: all of them. */
  readonly roles?: readonly string[]
  readonly weight?: Weight
  readonly title: Text
  readonly body?: string
  /** Where on the desk it leads: `/desk/ledger?open=…`. */
  readonly path?: string
  /** The last day for which it matters, shown beside it. */
  readonly until?: Day | null
  /** The room that speaks. */
  readonly room: string
}

/** Adds the notice with its act; where it may go, the database says. */
export async function send({ db, clock, dice, act }: Notifier, wanted: NoticeWanted): Promise<NoticeRow> {
  const { sender, to, reach = 'at', roles = [], weight = 'normal', title, body = '', path = '', until = null, room } = wanted
  const row: NoticeRow = {
    unit: to,
    id: wanted.id ?? newId(clock, dice),
    sender,
    reach,
    roles,
    room,
    weight,
    title: title.zh,
    titleEn: title.en,
    body,
    path,
    at: new Date(clock.now()),
    until,
    withdrawnAt: null,
    withdrawnFor: null,
  }
  await addNotice(db, row)
  // Heard where it is read: below by those it is for, above through the sender.
  const heard = to.startsWith(sender) ? to : sender
  await act({ verb: 'notify', unit: heard, subject: `notice:${row.id}`, payload: { to, reach, roles, weight, room } })
  return row
}

/** What other rooms call: a notice to posts, refused where it may not go. The same id again changes nothing. */
export async function notify(request: Notifier & Pick<RoomRequest, 'actor'>, wanted: NoticeWanted): Promise<Result<Id>> {
  const { sender, to, reach = 'at', id } = wanted
  if (!mayAddress(request.actor.writes, sender, { unit: to, reach })) return refuse(problems.notThere({ unit: to }))
  if (id !== undefined && (await findNotice(request.db, to, id)) !== undefined) return ok(id)
  return ok((await send(request, wanted)).id)
}

/** What many units are told alike: whose name, to which posts, how urgent. */
export type NoticeShared = Omit<NoticeWanted, 'id' | 'to' | 'title' | 'path'>

/** A notice to each of many units, written in one statement; none is sent where one may not go. Each has its act. */
export async function notifyEach(
  request: Notifier & Pick<RoomRequest, 'actor'>,
  shared: NoticeShared,
  each: readonly Pick<NoticeWanted, 'to' | 'title' | 'path'>[],
): Promise<Result<number>> {
  const { db, clock, dice, act, actor } = request
  const { sender, reach = 'at', roles = [], weight = 'normal', body = '', until = null, room } = shared
  const barred = each.find(({ to }) => !mayAddress(actor.writes, sender, { unit: to, reach }))
  if (barred !== undefined) return refuse(problems.notThere({ unit: barred.to }))
  const rows = each.map(({ to, title, path = '' }) => ({ unit: to, id: newId(clock, dice), title: title.zh, titleEn: title.en, path }))
  await addNotices(db, { sender, reach, roles, room, weight, body, at: new Date(clock.now()), until }, rows)
  for (const { unit: to, id } of rows) {
    const heard = to.startsWith(sender) ? to : sender
    await act({ verb: 'notify', unit: heard, subject: `notice:${id}`, payload: { to, reach, roles, weight, room } })
  }
  return ok(rows.length)
}

/** The same for a task of the house, which may write anywhere: `{ ...context, ...tx }` of a job. */
export async function notifyFromHouse(task: Notifier, wanted: NoticeWanted): Promise<Id> {
  const { id, to } = wanted
  if (id !== undefined && (await findNotice(task.db, to, id)) !== undefined) return id
  return (await send(task, wanted)).id
}

export const announce: Handler<C['announce']> = async (request) => {
  const { body, actor } = request
  request.permit()
  const { id, to, reach, roles, weight, title, body: said, until } = body
  const sender = actor.unit ?? ''
  const own = ownPost(actor)
  // Whoever had nothing new is not told of the own notice as of something new.
  const hadNew = own === null ? 0 : await countNew(request.db, inboxPost(actor), await markOf(request.db, own))
  const sent = await notify(request, {
    id,
    sender,
    to,
    reach,
    roles,
    weight,
    title: { zh: title, en: title },
    body: said,
    until,
    room: 'notices',
  })
  if (!sent.ok) return sent
  if (own !== null && hadNew === 0) await moveMark(request.db, own, new Date(request.clock.now()))
  const row = await findNotice(request.db, to, id)
  if (row === undefined) return refuse(problems.noSuchNotice())
  const [shown] = await noticesShown(request, [row])
  return shown === undefined ? refuse(problems.noSuchNotice()) : ok(shown)
}

export const withdraw: Handler<C['withdraw']> = async (request) => {
  const { db, params, body, clock, covers } = request
  const row = await findNotice(db, params.unit, params.id)
  if (row === undefined || !covers(row.sender)) {
    request.permit()
    return refuse(problems.noSuchNotice())
  }
  const at = new Date(clock.now())
  if (!(await withdrawNotice(db, row, at, body.reason))) return refuse(problems.alreadyWithdrawn())
  await request.act({ verb: 'withdraw', unit: row.sender, subject: `notice:${row.id}`, payload: { to: row.unit }, reason: body.reason })
  const [shown] = await noticesShown(request, [{ ...row, withdrawnAt: at, withdrawnFor: body.reason }])
  return shown === undefined ? refuse(problems.noSuchNotice()) : ok(shown)
}
