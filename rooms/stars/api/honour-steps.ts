// One step of a star that is held: state, step and act together. Every way to such a step goes through here.

import type { RoomRequest } from '#ground/http/handler.ts'
import { newId } from '#ground/kernel/ids.ts'
import type { Problem } from '#ground/kernel/problem.ts'
import { counts, honourAfter, refusesHonour } from '../core/honour.ts'
import type { HonourStep } from '../core/honour.ts'
import { addHonourStep, saveHonour } from '../data/honours.ts'
import type { HonourRow } from '../data/honours.ts'
import { honourTold } from '../core/told.ts'
import { problems } from '../problems.ts'
import { starCalled, tellUnit } from './telling.ts'

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
  const { db, today, actor, clock, dice } = request
  const state = honourAfter(held.state, step.verb)
  // The day since which it does not count: anybody who verifies the plaque reads it.
  const next = { ...held, state, due: step.due, to: counts(state) ? null : today, steps: held.steps + 1 }
  await saveHonour(db, next, new Date(clock.now()))
  await addHonourStep(db, next, { ...step, id: newId(clock, dice), by: actor.id ?? '', byUnit: actor.unit ?? held.unit })
  const payload = { verb: step.verb, state, document: step.document, due: step.due }
  await request.act({ verb: 'honourStep', unit: held.unit, subject: `honour:${held.id}`, payload, reason: step.basis })
  const titled = honourTold(step.verb, step.due)
  if (titled !== null) await tellUnit(request, held.unit, titled(await starCalled(request, held)), honourPath(held))
  return next
}
