// A unit reads its own places and may ask for a recount within the working days the rules name; the answer is an act.

import type { Handler, Handlers, RoomRequest } from '#ground/http/handler.ts'
import { chinaDay } from '#ground/kernel/clock.ts'
import type { Day } from '#ground/kernel/clock.ts'
import { addWorkingDays } from '#ground/kernel/working-days.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { resultContract } from '../contract-result.ts'
import { addRecount, decideRecount as storeDecision, findRecount, ownPlaces as placesOf, recountsOf } from '../data/recounts.ts'
import type { OwnPlace } from '../data/recounts.ts'
import { findRound, partsOf } from '../data/rounds.ts'
import { inputOf } from '../data/tallies.ts'
import { problems } from '../problems.ts'
import { packCalendar } from '#ground/instance/pack-calendar.ts'
import { moved, roundFor, roundSeen } from './convening.ts'
import { mutable } from './shown.ts'

type C = typeof resultContract

/** The last day on which a recount may be asked for; null while the calendar of that year is not known. */
function lastDay(place: Pick<OwnPlace, 'toldAt' | 'recountDays'>): Day | null {
  const day = addWorkingDays(packCalendar(), chinaDay(place.toldAt.getTime()), place.recountDays)
  return day.ok ? day.value : null
}

const ownPlaces: Handler<C['ownPlaces']> = async ({ db, params }) =>
  ok({
    places: (await placesOf(db, params.subject)).map((one) => ({
      unit: one.unit,
      round: one.round,
      name: one.name,
      quarter: one.quarter,
      tally: one.tally,
      place: mutable(one.place),
      recountUntil: lastDay(one),
      recount: one.recount,
      decision: one.decision,
    })),
  })

const askRecount: Handler<C['askRecount']> = async (request) => {
  const { db, body, params, clock, today } = request
  const place = (await placesOf(db, params.subject)).find(({ round, unit }) => round === body.round && unit === body.unit)
  if (place === undefined) return refuse(problems.notTold())
  if (place.recount !== null) return refuse(problems.askedAlready())
  const until = lastDay(place)
  if (until !== null && today > until) return refuse(problems.tooLate({ until }))
  const { id, unit, round, reason } = body
  await addRecount(db, { unit, id: round }, { id, subject: params.subject, tally: place.tally, reason, askedAt: new Date(clock.now()) })
  await request.act({
    verb: 'askRecount',
    unit,
    subject: `round:${round}`,
    payload: { recount: id, subject: params.subject, tally: place.tally },
    reason,
  })
  await request.job('rounds.open-input', { unit, tally: place.tally, subject: params.subject }, { key: `open-input-${id}` })
  return ok({ id })
}

const recounts: Handler<C['recounts']> = async (request) => {
  const round = await roundSeen(request, request.params)
  if (!round.ok) return round
  const names = new Map((await partsOf(request.db, round.value.unit, round.value.id)).map(({ subject, name }) => [subject, name]))
  return ok({
    recounts: (await recountsOf(request.db, round.value)).map(({ id, subject, reason, askedAt, state, decision }) => ({
      id,
      subject,
      reason,
      state,
      decision,
      name: names.get(subject) ?? subject,
      askedAt: askedAt.toISOString(),
    })),
  })
}

const decideRecount: Handler<C['decideRecount']> = async (request: RoomRequest<C['decideRecount']>) => {
  const { db, body, params, clock } = request
  const round = await roundFor(request, params, 'decideRecount')
  if (!round.ok) return round
  const there = await findRecount(db, round.value, params.recount)
  if (there === undefined) return refuse(problems.noSuchRecount())
  if (there.state !== 'asked') return refuse(problems.decidedAlready())
  const state = body.upheld ? 'upheld' : 'refused'
  await storeDecision(db, round.value, there.id, { state, decision: body.decision, at: new Date(clock.now()) })
  const payload = { recount: there.id, subject: there.subject, upheld: body.upheld }
  return ok({ version: await moved(request, round.value, 'decideRecount', { payload, reason: body.decision }) })
}

const recountInput: Handler<C['recountInput']> = async (request) => {
  const { db, params, act } = request
  const input = await inputOf(db, { unit: params.unit, id: params.round }, params.tally)
  if (input === undefined) return refuse(problems.notTold())
  const round = await findRound(db, params.unit, params.round)
  if (round === undefined) return refuse(problems.noSuchRound())
  await act({
    verb: 'tallyInput',
    unit: params.unit,
    subject: `round:${params.round}`,
    payload: { subject: params.subject, tally: params.tally },
  })
  return ok(mutable(input))
}

export const recountHandlers = { ownPlaces, askRecount, recounts, decideRecount, recountInput } satisfies Partial<Handlers<C>>
