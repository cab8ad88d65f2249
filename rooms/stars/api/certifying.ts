// Publicity and certification: a list is shown to all for the days the county set; a star is certified only when nothing
// stands in its way, and with it goes the code of its plaque.

import { packCalendar } from '#ground/instance/pack-calendar.ts'
import type { Handler, Handlers, RoomRequest } from '#ground/http/handler.ts'
import type { Day } from '#ground/kernel/clock.ts'
import { ancestorsOf } from '#ground/kernel/code.ts'
import { addDays } from '#ground/kernel/days.ts'
import { newId } from '#ground/kernel/ids.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { Result } from '#ground/kernel/result.ts'
import { addWorkingDays } from '#ground/kernel/working-days.ts'
import { makeCode } from '#rooms/feedback/core/code.ts'
import type { reviewContract } from '../contract-reviews.ts'
import { hindrances } from '../core/certifying.ts'
import type { Hindrance } from '../core/certifying.ts'
import { missingFor } from '../core/cycle.ts'
import type { Parameters } from '../core/cycle.ts'
import { sampleSize } from '../core/sample.ts'
import type { CandidacyRow } from '../data/candidacies.ts'
import { betweenQuotas, quotasOf, saveQuota } from '../data/cycles.ts'
import type { CycleRow, QuotaRow } from '../data/cycles.ts'
import { addHonour, honourOf } from '../data/honours.ts'
import type { HonourRow } from '../data/honours.ts'
import { addNotice, addPublicity, findPublicity, nextNumber, noticesOf, openObjections, settleNotice } from '../data/publicities.ts'
import { sampledBelow } from '../data/samples.ts'
import { problems } from '../problems.ts'
import { codeFrom } from './codes.ts'
import { cycleSeen } from './cycles.ts'
import { foreseen, foreseenErrors } from './foreseen.ts'
import { endCertifiedAnew } from './former-stars.ts'
import { measureOf, weigh } from './edition.ts'
import { askedOn } from './edition-rows.ts'
import type { Weighed } from './edition.ts'
import { honourShown } from './shown.ts'
import { heldFor, record } from './stepping.ts'
import type { Stepping } from './stepping.ts'
import { isDecider } from './who.ts'

type C = typeof reviewContract

/** The last day of a publicity that begins on a day; that day counts when it is one of those counted. */
export function lastDay(parameters: Parameters, from: Day): Result<Day> {
  const days = parameters.publicityDays ?? 0
  return parameters.publicityKind === 'working' ? addWorkingDays(packCalendar(), addDays(from, -1), days) : ok(addDays(from, days - 1))
}

const publicise: Handler<C['publicise']> = async (request) => {
  const { db, params, body, today, actor, clock, dice } = request
  const found = await cycleSeen(request, params)
  if (!found.ok) return found
  const cycle = found.value
  if (cycle.state !== 'open') return refuse(problems.cycleState({ state: cycle.state }))
  const unit = actor.unit ?? cycle.unit
  const there = await findPublicity(db, unit, body.publicity)
  if (there !== undefined) {
    const shown = (await noticesOf(db, [there.id])).length
    return ok({ publicity: there.id, number: there.number, from: there.from, until: there.until, shown })
  }
  if (body.candidacies.length === 0) return refuse(problems.nothingListed())
  const names = missingFor(cycle.parameters, 'publicise')
  if (names.length > 0) return refuse(problems.parameterMissing({ names }))
  const until = lastDay(cycle.parameters, today)
  if (!until.ok) return until
  const { agreed, drawn } = await sampledBelow(db, cycle.id, unit)
  const needed = sampleSize(cycle.parameters.samplingPercent ?? 0, agreed)
  if (drawn < needed) return refuse(problems.sampleShort({ drawn, needed }))
  const row = {
    unit,
    id: body.publicity,
    cycle: cycle.id,
    number: await nextNumber(db, unit, cycle.id),
    from: today,
    until: until.value,
    contact: cycle.parameters.contact ?? '',
  }
  const listed: CandidacyRow[] = []
  for (const at of body.candidacies) {
    const held = await heldFor(request, at, 'publicise', { due: until.value })
    if (!held.ok) return held
    if (held.value.row.cycle !== cycle.id) return refuse(problems.noSuchCandidacy())
    listed.push(held.value.row)
  }
  const stopped = await foreseen(request, cycle, listed)
  if (stopped.length > 0) return refuse(problems.publicityHindered({ count: stopped.length }, await foreseenErrors(db, cycle, stopped)))
  await addPublicity(db, row)
  for (const one of listed) {
    const next = await record(request, one, 'publicise', { due: until.value, other: row.id })
    await addNotice(db, {
      unit: next.unit,
      id: newId(clock, dice),
      publicity: row.id,
      candidacy: next.id,
      cycle: cycle.id,
      star: next.star,
      state: 'shown',
    })
  }
  const payload = { number: row.number, until: row.until, candidacies: body.candidacies.map((at) => at.id) }
  await request.act({ verb: 'publicise', unit, subject: `publicity:${row.id}`, payload: { cycle: cycle.id, ...payload } })
  return ok({ publicity: row.id, number: row.number, from: row.from, until: row.until, shown: body.candidacies.length })
}

/** Quotas that the star of a unit counts against: its county's and its township's. */
const quotasFor = (db: RoomRequest['db'], row: CandidacyRow, hold: boolean): Promise<QuotaRow[]> =>
  quotasOf(
    db,
    row.cycle,
    ancestorsOf(row.unit).filter((code) => code.length >= 6),
    hold,
  ).then((quotas) => quotas.filter((quota) => quota.star === row.star))

function leftOf(quotas: readonly QuotaRow[]): number | null {
  const hard = quotas.filter((quota) => quota.hard).map((quota) => quota.most - quota.given)
  return hard.length === 0 ? null : Math.min(...hard)
}

/** What stands in the way of certifying a star today. */
export async function hindrancesOf(
  { db, today }: Pick<Stepping, 'db' | 'today'>,
  row: CandidacyRow,
  cycle: CycleRow,
  weighed: Weighed | null,
  quotas?: readonly QuotaRow[],
): Promise<Hindrance[]> {
  const measure = await measureOf(db, cycle, row.star)
  const now =
    weighed ??
    (measure === undefined ? null : await weigh(db, measure, row.unit, { day: today, asked: await askedOn(db, row, today) }, 'zh'))
  return hindrances(row, {
    today,
    openObjections: await openObjections(db, row.unit, row.id),
    unmet: now?.unmet ?? [row.star],
    held: now?.held ?? null,
    left: leftOf(quotas ?? (await quotasFor(db, row, false))),
  })
}

const certify: Handler<C['certify']> = async (request) => {
  const { db, params, body, today, clock, dice, actor, vault } = request
  const already = await honourOf(db, params.unit, params.id)
  if (already !== undefined && request.covers(params.unit)) return ok(await honourShown(request, already))
  const held = await heldFor(request, params, 'certify')
  if (!held.ok) return held
  const { row, cycle } = held.value
  const names = missingFor(cycle.parameters, 'certify')
  if (names.length > 0) return refuse(problems.parameterMissing({ names }))
  if (!isDecider(actor, cycle.parameters)) return refuse(problems.notDecider())
  await betweenQuotas(db, row.cycle, 'certifying')
  const quotas = await quotasFor(db, row, true)
  const found = await hindrancesOf(request, row, cycle, null, quotas)
  if (found.length > 0) return refuse(problems.hindered({ hindrances: found }))
  const publicity = row.publicity ?? ''
  await record(request, row, 'certify', { other: body.document === '' ? null : body.document })
  for (const quota of quotas) await saveQuota(db, { ...quota, given: quota.given + 1 })
  await settleNotice(db, row.unit, publicity, row.id, 'certified')
  const honour: HonourRow = {
    unit: row.unit,
    id: newId(clock, dice),
    cycle: cycle.id,
    candidacy: row.id,
    year: cycle.year,
    star: row.star,
    plaque: makeCode(codeFrom(vault, `stars.plaque:${row.id}`)),
    state: 'held',
    due: null,
    from: today,
    to: null,
    steps: 0,
  }
  await addHonour(db, honour, new Date(clock.now()))
  const ended = await endCertifiedAnew(request, cycle, row, body.document)
  if (!ended.ok) return ended
  return ok(await honourShown(request, honour))
}

export const certifyingHandlers = { publicise, certify } satisfies Partial<Handlers<C>>
