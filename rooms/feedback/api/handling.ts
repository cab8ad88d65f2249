// What the handler does: list, read, accept, answer, close, and look at a contact.

import type { Handler, RoomRequest } from '#ground/http/handler.ts'
import type { Code } from '#ground/kernel/code.ts'
import { newId } from '#ground/kernel/ids.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { Result } from '#ground/kernel/result.ts'
import type { contract } from '../contract.ts'
import { daysToRate, mayClose } from '../core/deadline.ts'
import { after, allows, openStates } from '../core/state.ts'
import type { CaseRow } from '../data/queries.ts'
import { addStep, findCase, listCases, saveCase } from '../data/queries.ts'
import { problems } from '../problems.ts'
import { packCalendar } from './calendar.ts'
import { contactContext } from './sending.ts'
import { recordShown, rowsShown } from './show.ts'

type C = typeof contract
type Where = { readonly unit: string; readonly id: string }
type Asking = RoomRequest

const mostRows = 200

/** The part of the post's scopes at and below a unit. */
export function scopesBelow(scopes: readonly Code[], below: Code | undefined): readonly Code[] {
  if (below === undefined) return scopes
  return scopes.flatMap((scope) => (below.startsWith(scope) ? [below] : scope.startsWith(below) ? [scope] : []))
}

export const list: Handler<C['list']> = async ({ query, db, today, actor }) => {
  const states = query.state !== undefined ? [query.state] : query.open === 'true' ? openStates : null
  const rows = await listCases(db, {
    scopes: scopesBelow(actor.scopes, query.below),
    states,
    kind: query.kind ?? null,
    limit: mostRows + 1,
  })
  return ok({ rows: await rowsShown({ db, today }, rows.slice(0, mostRows)), more: rows.length > mostRows })
}

export const get: Handler<C['get']> = async ({ params, db, today }) => {
  const row = await findCase(db, params.unit, params.id)
  return row === undefined ? refuse(problems.noSuchCase()) : ok(await recordShown({ db, today }, row))
}

/** One step of the handler: load and hold, ask the guard, write step and state, record the act. */
async function step(
  request: Pick<Asking, 'db' | 'later' | 'clock' | 'dice' | 'today' | 'act'>,
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
  await saveCase(db, next)
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
  if (row.contact === null) return refuse(problems.noContact())
  await request.act({ verb: 'reveal', unit: row.unit, subject: `feedback:${row.id}`, payload: {}, reason: body.reason })
  return ok({ contact: vault.decrypt(row.contact, contactContext) })
}
