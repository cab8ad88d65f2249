// One step of a candidacy: load, ask the guard, hold, write step and state, record the act. Every verb goes this way.

import type { RoomRequest } from '#ground/http/handler.ts'
import type { Code } from '#ground/kernel/code.ts'
import { newId } from '#ground/kernel/ids.ts'
import type { Id } from '#ground/kernel/ids.ts'
import type { Problem } from '#ground/kernel/problem.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { Result } from '#ground/kernel/result.ts'
import { after } from '../core/candidacy.ts'
import type { Step, Verb } from '../core/candidacy.ts'
import { refuses } from '../core/guards.ts'
import type { Given, Refusal } from '../core/guards.ts'
import { candidacyTold } from '../core/told.ts'
import { addStep, findCandidacy, saveCandidacy } from '../data/candidacies.ts'
import type { CandidacyRow } from '../data/candidacies.ts'
import { findCycle } from '../data/cycles.ts'
import type { CycleRow } from '../data/cycles.ts'
import { settleNotice } from '../data/publicities.ts'
import { problems } from '../problems.ts'
import { starCalled, tellUnit } from './telling.ts'
import { whoFor } from './who.ts'

export type Stepping = Pick<RoomRequest, 'db' | 'clock' | 'dice' | 'today' | 'actor' | 'act' | 'permit'>

export interface At {
  readonly unit: Code
  readonly id: Id
}

/** What a verb brings along; the rest of the step is the same for all. */
export type StepGiven = Partial<Pick<Step, 'rows' | 'reason' | 'due' | 'other'>>

/** A candidacy that is held, with its cycle. */
export interface Held {
  readonly row: CandidacyRow
  readonly cycle: CycleRow
}

/** The problem of a refusal by a guard. */
export function problemOf(refusal: Refusal, verb: Verb, { row }: Held, given: Given): Problem {
  switch (refusal) {
    case 'wrong-state':
      return problems.wrongState({ verb, state: row.state })
    case 'not-yours':
      return problems.notYours({ verb, state: row.state })
    case 'linked':
      return problems.linked()
    case 'same-person':
      return problems.samePerson({ verb })
    case 'rows-missing':
      return problems.rowsMissing()
    case 'day-missing':
    case 'day-passed':
      return problems.dayMissing()
    case 'sample-open':
      return problems.sampleOpen()
    default:
      return problems.appealLate({ until: given.appealUntil ?? '' })
  }
}

/** The candidacy when the verb is open to the asker; held, so that two who act at once act one after the other. */
export async function heldFor(request: Stepping, at: At, verb: Verb, given: Omit<Given, 'today'> = {}): Promise<Result<Held>> {
  const { db, today } = request
  const seen = await findCandidacy(db, at.unit, at.id)
  const cycle = seen === undefined ? undefined : await findCycle(db, seen.cycle)
  if (seen === undefined || cycle === undefined) return refuse(problems.noSuchCandidacy())
  request.permit()
  const who = await whoFor(request, seen, cycle.parameters)
  const all = { ...given, today }
  const first = refuses(seen, verb, who, all)
  if (first !== null) return refuse(problemOf(first, verb, { row: seen, cycle }, all))
  // Row policies let a level hold it only while it lies on its table.
  const row = await findCandidacy(db, at.unit, at.id, true)
  if (row === undefined) return refuse(problems.wrongState({ verb, state: seen.state }))
  const again = refuses(row, verb, who, all)
  return again === null ? ok({ row, cycle }) : refuse(problemOf(again, verb, { row, cycle }, all))
}

/** Writes a step of a candidacy that is held, and records the act. */
export async function record(request: Stepping, row: CandidacyRow, verb: Verb, given: StepGiven): Promise<CandidacyRow> {
  const { clock, dice, today, actor, db } = request
  const { rows = [], reason = '', due = null, other = null } = given
  const step: Step = { verb, on: today, by: actor.id ?? '', byUnit: actor.unit ?? row.unit, rows, reason, due, other }
  const at = new Date(clock.now())
  const next: CandidacyRow = { ...row, ...after(row, step), steps: row.steps + 1, changedAt: at }
  await addStep(db, next, { ...step, id: newId(clock, dice), seq: next.steps, at, byRole: actor.role ?? '' })
  await saveCandidacy(db, next)
  // Whatever takes it out of its publicity takes it off the list that anybody reads, and nobody objects to it any more.
  if (row.state === 'publicised' && next.state !== 'publicised' && verb !== 'certify' && row.publicity !== null)
    await settleNotice(db, row.unit, row.publicity, row.id, 'taken-off')
  await request.act({
    verb,
    unit: row.unit,
    subject: `candidacy:${row.id}`,
    payload: { cycle: row.cycle, star: row.star, state: next.state, rows: rows.map((note) => note.row), due, other },
    ...(reason === '' ? {} : { reason }),
  })
  const titled = candidacyTold(verb, due)
  if (titled !== null)
    await tellUnit(request, row.unit, titled(await starCalled(request, row)), `/desk/stars/queue?mine=no&open=${row.unit}.${row.id}`)
  return next
}

/** The whole way of a verb that needs nothing but its guard. */
export async function takeStep(request: Stepping, at: At, verb: Verb, given: StepGiven): Promise<Result<CandidacyRow>> {
  const held = await heldFor(request, at, verb, given)
  return held.ok ? ok(await record(request, held.value.row, verb, given)) : held
}
