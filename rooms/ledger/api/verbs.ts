// The verbs of an entry: what each one brings to the common step (steps.ts).

import type { Handler } from '#ground/http/handler.ts'
import { packCalendar } from '#ground/instance/pack-calendar.ts'
import { newId } from '#ground/kernel/ids.ts'
import { addMonths } from '#ground/kernel/days.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { contract } from '../contract.ts'
import { dueOf, termOf } from '../core/deadline.ts'
import { problems } from '../problems.ts'
import { openEntry } from './open-entry.ts'
import { takeStep } from './steps.ts'
import { readTerm } from './term.ts'

type C = typeof contract

export const plan: Handler<C['plan']> = (request) => takeStep(request, 'plan', () => ok({ plan: request.body }))

export const accept: Handler<C['accept']> = (request) => takeStep(request, 'accept', () => ok({}), request.body.seen)

export const refuseEntry: Handler<C['refuse']> = (request) =>
  takeStep(request, 'refuse', (row) => ok({ text: request.body.basis, due: dueOf(row, packCalendar()) }), request.body.seen)

export const arbitrate: Handler<C['arbitrate']> = (request) =>
  takeStep(request, 'arbitrate', () => {
    const { upheld, reason } = request.body
    if (upheld) return ok({ granted: true, text: reason })
    const term = readTerm(request.body, request.today)
    return term.ok ? ok({ ...term.value, granted: false, text: reason }) : term
  })

export const rectify: Handler<C['rectify']> = (request) =>
  takeStep(
    request,
    'rectify',
    (row) => ok({ text: request.body.report, evidence: request.body.evidence, due: dueOf(row, packCalendar()) }),
    request.body.seen,
  )

export const sendBack: Handler<C['return']> = (request) =>
  takeStep(
    request,
    'return',
    () => {
      const term = readTerm(request.body, request.today)
      return term.ok ? ok({ ...term.value, text: request.body.reason }) : term
    },
    request.body.seen,
  )

export const closeOut: Handler<C['closeOut']> = (request) =>
  takeStep(
    request,
    'closeOut',
    () => {
      const { found, lookBackMonths, evidence } = request.body
      return ok({ text: found, evidence, due: lookBackMonths === 0 ? null : addMonths(request.today, lookBackMonths) })
    },
    request.body.seen,
  )

export const askExtension: Handler<C['askExtension']> = (request) =>
  takeStep(
    request,
    'askExtension',
    (row) => {
      const { until, reason } = request.body
      return until <= (row.due ?? request.today) ? refuse(problems.dayPassed({ day: until })) : ok({ due: until, text: reason })
    },
    request.body.seen,
  )

export const decideExtension: Handler<C['decideExtension']> = (request) =>
  takeStep(request, 'decideExtension', (row) => {
    const { granted, reason } = request.body
    const until = row.extensionUntil
    // Counted from where the clock began, so that the alarms at once and three times the days see the whole time allowed.
    const term = granted && until !== null ? termOf(packCalendar(), row.clockFrom, { due: until }) : { days: null, due: null }
    return ok({ ...term, granted, text: reason })
  })

export const lookBack: Handler<C['lookBack']> = (request) =>
  takeStep(request, 'lookBack', async (row) => {
    const { held, found, next, days, due, lookBackMonths, evidence } = request.body
    if (held)
      return ok({ granted: true, text: found, evidence, due: lookBackMonths === 0 ? null : addMonths(request.today, lookBackMonths) })
    const again = await openEntry(request, {
      ...row,
      id: next ?? newId(request.clock, request.dice),
      evidence,
      relapseOf: row.id,
      days,
      due,
    })
    return again.ok ? ok({ granted: false, text: found, evidence, other: again.value.id }) : again
  })

export const withdraw: Handler<C['withdraw']> = (request) => takeStep(request, 'withdraw', () => ok({ text: request.body.reason }))
