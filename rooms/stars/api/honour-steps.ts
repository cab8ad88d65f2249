// One step of a star that is held: state, step and act together. Every way to such a step goes through here.

import type { RoomRequest } from '#ground/http/handler.ts'
import { newId } from '#ground/kernel/ids.ts'
import type { Problem } from '#ground/kernel/problem.ts'
import { counts, honourAfter, refusesHonour } from '../core/honour.ts'
import type { HonourStep } from '../core/honour.ts'
import type { HonourRow } from '../data/honours.ts'
import { stepHonours } from '../data/together.ts'
import { honourTold } from '../core/told.ts'
import { problems } from '../problems.ts'
import { starsCalled, tellUnits } from './telling.ts'

/** Why a step is refused; null when it may be taken. */
export function honourRefusal(held: HonourRow, step: HonourStep): Problem | null {
  switch (refusesHonour(held.state, held.due, step)) {
    case null:
      return null
    case 'wrong-state':
      return problems.honourState({ state: held.state })
    case 'day-missing':
      return problems.dayMissing()
    case 'not-yet-due':
      return problems.notYetDue({ due: held.due ?? '' })
    default:
      return problems.basisMissing()
  }
}

/** Where a star that is held is read whole. */
export const honourPath = ({ unit, id }: Pick<HonourRow, 'unit' | 'id'>): string => `/desk/stars/honours?open=${unit}.${id}`

export type Taking = Pick<RoomRequest, 'db' | 'today' | 'actor' | 'clock' | 'dice' | 'act'>

/** Takes a step that is not refused, of a star that is held by this transaction. */
export async function takeHonourStep(request: Taking, held: HonourRow, step: HonourStep): Promise<HonourRow> {
  const [next] = await takeHonourSteps(request, [held], step)
  if (next === undefined) throw new Error('a step of one star is one step')
  return next
}

/** The same step of many stars, which come to one state by it: state and step of all in one statement each, an act of every one. */
export async function takeHonourSteps(request: Taking, held: readonly HonourRow[], step: HonourStep): Promise<HonourRow[]> {
  const { db, today, actor, clock, dice } = request
  const nexts = held.map((one) => {
    const state = honourAfter(one.state, step.verb)
    // The day since which it does not count: anybody who verifies the plaque reads it.
    return { ...one, state, due: step.due, to: counts(state) ? null : today, steps: one.steps + 1, step: newId(clock, dice) }
  })
  if (new Set(nexts.map(({ state }) => state)).size > 1) throw new Error(`${step.verb} leads to several states`)
  await stepHonours(db, nexts, { ...step, by: actor.id ?? '', byUnit: actor.unit }, new Date(clock.now()))
  for (const { unit, id, state } of nexts) {
    const payload = { verb: step.verb, state, document: step.document, due: step.due }
    await request.act({ verb: 'honourStep', unit, subject: `honour:${id}`, payload, reason: step.basis })
  }
  const titled = honourTold(step.verb, step.due)
  if (titled !== null) {
    const called = await starsCalled(request, held)
    await tellUnits(
      request,
      held.map((one) => ({ to: one.unit, title: titled(called(one)), path: honourPath(one) })),
    )
  }
  return nexts.map(({ step: _step, ...next }) => next)
}
