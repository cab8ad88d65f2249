// Remarks on the spot and findings from before the visit, and awards that follow.

import type { Handler, Handlers } from '#ground/http/handler.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { votesContract } from '../contract-votes.ts'
import type { workContract } from '../contract-work.ts'
import { allows } from '../core/state.ts'
import { addAward, addRemark, awardsOf, remarksOf } from '../data/remarks.ts'
import { partsOf } from '../data/rounds.ts'
import { problems } from '../problems.ts'
import { moved, roundFor, roundSeen } from './convening.ts'
import { seated } from './seated.ts'

type C = typeof workContract
type V = typeof votesContract

const remark: Handler<C['remark']> = async (request) => {
  const { db, body, clock } = request
  const found = await seated(request, body.seat)
  if (!found.ok) return found
  const { seat, round } = found.value
  const kind = seat.kind === 'finder' ? 'finding' : 'remark'
  if (!['finder', 'commentator', 'judge'].includes(seat.kind)) return refuse(problems.notYourVerb())
  if (!allows(round.state, kind === 'finding' ? 'find' : 'remark')) return refuse(problems.wrongState({ state: round.state }))
  if (!(await partsOf(db, round.unit, round.id)).some(({ subject }) => subject === body.subject)) return refuse(problems.notTakingPart())
  const { id, subject, text, evidence } = body
  await addRemark(db, round, { id, subject, kind, text, seat: seat.id, actor: null, evidence, at: new Date(clock.now()) })
  await request.act({
    verb: 'remark',
    unit: round.unit,
    subject: `round:${round.id}`,
    payload: { remark: id, seat: seat.id, subject, kind },
    reason: text,
  })
  return ok({ id })
}

const noteRemark: Handler<C['noteRemark']> = async (request) => {
  const { db, body, params, clock, actor } = request
  const round = await roundFor(request, params, body.kind === 'finding' ? 'find' : 'remark')
  if (!round.ok) return round
  if (!(await partsOf(db, params.unit, params.id)).some(({ subject }) => subject === body.subject)) return refuse(problems.notTakingPart())
  const { id, subject, kind, text } = body
  await addRemark(db, round.value, { id, subject, kind, text, seat: null, actor: actor.id, evidence: null, at: new Date(clock.now()) })
  await moved(request, round.value, kind === 'finding' ? 'find' : 'remark', { payload: { remark: id, subject, kind }, reason: text })
  return ok({ id })
}

const remarks: Handler<C['remarks']> = async (request) => {
  const { db, params } = request
  const round = await roundSeen(request, params)
  if (!round.ok) return round
  const names = new Map((await partsOf(db, params.unit, params.id)).map(({ subject, name }) => [subject, name]))
  return ok({
    remarks: (await remarksOf(db, round.value)).map(({ id, subject, kind, text, label, entry, evidence, at }) => ({
      id,
      subject,
      name: names.get(subject) ?? subject,
      kind,
      text,
      by: label ?? '',
      entry,
      evidence,
      at: at.toISOString(),
    })),
  })
}

const award: Handler<V['award']> = async (request) => {
  const { db, body, params, clock } = request
  const round = await roundFor(request, params, 'award')
  if (!round.ok) return round
  if (!(await partsOf(db, params.unit, params.id)).some(({ subject }) => subject === body.subject)) return refuse(problems.notTakingPart())
  await addAward(db, round.value, { ...body, at: new Date(clock.now()) })
  const { id, subject, name, basis, document } = body
  await moved(request, round.value, 'award', { payload: { award: id, subject, name, basis, document } })
  return ok({ id })
}

const awards: Handler<V['awards']> = async (request) => {
  const { db, params } = request
  const round = await roundSeen(request, params)
  if (!round.ok) return round
  const names = new Map((await partsOf(db, params.unit, params.id)).map(({ subject, name }) => [subject, name]))
  return ok({
    awards: (await awardsOf(db, round.value)).map(({ name, at, ...row }) => ({
      ...row,
      award: name,
      name: names.get(row.subject) ?? row.subject,
      at: at.toISOString(),
    })),
  })
}

export const remarkHandlers = { remark, noteRemark, remarks } satisfies Partial<Handlers<C>>
export const awardHandlers = { award, awards } satisfies Partial<Handlers<V>>
