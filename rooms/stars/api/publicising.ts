// Publicity: a list is shown to all for the days the county set. However long it is, it is asked, held and written together.

import { packCalendar } from '#ground/instance/pack-calendar.ts'
import type { Handler, Handlers } from '#ground/http/handler.ts'
import type { Day } from '#ground/kernel/clock.ts'
import { addDays } from '#ground/kernel/days.ts'
import { newId } from '#ground/kernel/ids.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { Result } from '#ground/kernel/result.ts'
import { addWorkingDays } from '#ground/kernel/working-days.ts'
import type { reviewContract } from '../contract-reviews.ts'
import { missingFor } from '../core/cycle.ts'
import type { Parameters } from '../core/cycle.ts'
import { sampleSize } from '../core/sample.ts'
import type { CandidacyRow } from '../data/candidacies.ts'
import { addPublicity, findPublicity, nextNumber, noticesOf } from '../data/publicities.ts'
import { sampledBelow } from '../data/samples.ts'
import { addNotices } from '../data/together.ts'
import { problems } from '../problems.ts'
import { cycleSeen } from './cycles.ts'
import { foreseen, foreseenErrors } from './foreseen.ts'
import { heldTogether, recordTogether } from './stepping-together.ts'

type C = typeof reviewContract

/** The last day of a publicity that begins on a day; that day counts when it is one of those counted. */
function lastDay(parameters: Parameters, from: Day): Result<Day> {
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
  const listed: CandidacyRow[] = []
  for (const { held } of await heldTogether(request, cycle, body.candidacies, 'publicise', { due: until.value })) {
    if (!held.ok) return held
    listed.push(held.value)
  }
  const stopped = await foreseen(request, cycle, listed)
  if (stopped.length > 0) return refuse(problems.publicityHindered({ count: stopped.length }, await foreseenErrors(db, cycle, stopped)))
  const row = {
    unit,
    id: body.publicity,
    cycle: cycle.id,
    // Last of all, because until the commit no other list of the unit gets a number.
    number: await nextNumber(db, unit, cycle.id),
    from: today,
    until: until.value,
    contact: cycle.parameters.contact ?? '',
  }
  await addPublicity(db, row)
  const shown = await recordTogether(request, listed, 'publicise', { due: until.value, other: row.id })
  const line = { publicity: row.id, cycle: cycle.id, state: 'shown' } as const
  await addNotices(
    db,
    shown.map((one) => ({ ...line, unit: one.unit, id: newId(clock, dice), candidacy: one.id, star: one.star })),
  )
  const payload = { number: row.number, until: row.until, candidacies: shown.map((one) => one.id) }
  await request.act({ verb: 'publicise', unit, subject: `publicity:${row.id}`, payload: { cycle: cycle.id, ...payload } })
  return ok({ publicity: row.id, number: row.number, from: row.from, until: row.until, shown: shown.length })
}

export const publicisingHandlers = { publicise } satisfies Partial<Handlers<C>>
