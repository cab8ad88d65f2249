// What the handler does: list, read, accept, answer, close, and look at a contact.

import type { Handler, RoomRequest } from '#ground/http/handler.ts'
import { newId } from '#ground/kernel/ids.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { Result } from '#ground/kernel/result.ts'
import type { contract } from '../contract.ts'
import { daysToRate, mayClose } from '../core/deadline.ts'
import { after, allows } from '../core/state.ts'
import type { CaseRow } from '../data/queries.ts'
import { countCases, findCase, listCases, saveCase, saveContact } from '../data/queries.ts'
import { addStep } from '../data/steps.ts'
import { problems } from '../problems.ts'
import { boundContact, openContact } from './contacts.ts'
import { askedFor, pageEnd, placeAfter } from './asked.ts'
import { packCalendar } from '#ground/instance/pack-calendar.ts'
import { recordShown, rowsShown } from './show.ts'

type C = typeof contract
type Where = { readonly unit: string; readonly id: string }
type Asking = RoomRequest

export const list: Handler<C['list']> = async ({ query, db, today, actor }) => {
  const filter = askedFor(query, actor.scopes)
  const rows = await listCases(db, filter, query.take + 1, placeAfter(query.after))
  const page = rows.slice(0, query.take)
  const more = rows.length > page.length
  return ok({ rows: await rowsShown({ db, today }, page), more, next: more ? pageEnd(page) : null, total: await countCases(db, filter) })
}

export const get: Handler<C['get']> = async ({ params, db, today }) => {
  const row = await findCase(db, params.unit, params.id)
  return row === undefined ? refuse(problems.noSuchCase()) : ok(await recordShown({ db, today }, row))
}

/** One step of the handler: load and hold, ask the guard, write step and state, record the act. */
async function step(
  request: Pick<Asking, 'db' | 'later' | 'clock' | 'dice' | 'today' | 'act' | 'vault'>,
  where: Where,
  verb: 'accept' | 'answer' | 'close',
  text: string,
): Promise<Result<Awaited<ReturnType<typeof recordShown>>>> {
  const { db, clock, dice, today } = request
  const row = await findCase(db, where.unit, where.id, true)
  if (row === undefined) return refuse(problems.noSuchCase())
  if (!allows(row, verb)) return refuse(problems.wrongState({ state: row.state }))
  const next: CaseRow = { ...row, ...after(row, { verb, on: today }), steps: row.steps + 1 }
  await addStep(request.later, next, { id: newId(clock, dice), at: new Date(clock.now()), verb, satisfied: null, text })
  await saveCase(db, boundContact(request.vault, next))
  await request.act({
    verb,
    unit: row.unit,
    subject: `feedback:${row.id}`,
    payload: { state: next.state },
    ...(text === '' ? {} : { reason: text }),
  })
  return ok(await recordShown({ db, today }, next))
}

export const accept: Handler<C['accept']> = (request) => step(request, request.params, 'accept', '')

export const answer: Handler<C['answer']> = (request) => step(request, request.params, 'answer', request.body.text)

export const close: Handler<C['close']> = async (request) => {
  const { params, db, today } = request
  const row = await findCase(db, params.unit, params.id)
  if (row !== undefined && allows(row, 'close') && !mayClose(row, packCalendar(), today))
    return refuse(problems.tooEarlyToClose({ days: daysToRate }))
  return step(request, params, 'close', request.body.reason ?? '')
}

export const reveal: Handler<C['reveal']> = async (request) => {
  const { params, body, db, vault } = request
  const row = await findCase(db, params.unit, params.id)
  if (row === undefined) return refuse(problems.noSuchCase())
  const contact = openContact(vault, row)
  if (contact === null) return refuse(problems.noContact())
  await saveContact(db, boundContact(vault, row))
  await request.act({ verb: 'reveal', unit: row.unit, subject: `feedback:${row.id}`, payload: {}, reason: body.reason })
  return ok({ contact })
}
