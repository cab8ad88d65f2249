// A draft that is sent back by a second person, or dropped before it was issued. Load and hold, ask core, save, record the act.

import type { Handler } from '#ground/http/handler.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { contract } from '../contract.ts'
import { checkReturn } from '../core/draft-return.ts'
import { isSecondPerson } from '../core/edition.ts'
import { countsOf } from '../core/pack-shapes.ts'
import { addReturn, dropDraft, holdDraft } from '../data/drafts.ts'
import { problems } from '../problems.ts'
import { compiledOf } from './known-packs.ts'
import { found, shown } from './verbs.ts'

type C = typeof contract

export const sendBack: Handler<C['return']> = async (request) => {
  const { db, actor, today, clock, body } = request
  const row = await found(request, body.id, 'return')
  if (!row.ok) return row
  const { unit, digest, content } = row.value
  request.covers(unit)
  if (!isSecondPerson(row.value, actor.id)) return refuse(problems.ownDraft())
  // What was read is what is sent back.
  const held = await holdDraft(db, body.id)
  if (held === null || held !== digest || body.digest !== held) return refuse(problems.draftMoved())
  const { items, reason, until } = body
  const checked = checkReturn(compiledOf(digest, content).pack, { items, reason, until }, today)
  if (!checked.ok) return checked
  const at = new Date(clock.now())
  if (!(await addReturn(db, { edition: body.id, digest, unit, items, reason, until, at, by: actor.id })))
    return refuse(problems.returnedAlready())
  await request.act({ verb: 'return', unit, subject: `edition:${body.id}`, payload: { digest, items, until }, reason })
  return shown(request, body.id)
}

export const drop: Handler<C['drop']> = async (request) => {
  const { db, body } = request
  const row = await found(request, body.id, 'drop')
  if (!row.ok) return row
  const { unit, title, digest, replaces, draftedOn, content } = row.value
  request.covers(unit)
  const held = await holdDraft(db, body.id)
  if (held === null || held !== digest || body.digest !== held) return refuse(problems.draftMoved())
  const counts = countsOf(compiledOf(digest, content).pack)
  await dropDraft(db, body.id)
  const payload = { title, digest, replaces, draftedOn, counts }
  await request.act({ verb: 'drop', unit, subject: `edition:${body.id}`, payload, reason: body.reason })
  return ok({ id: body.id })
}
