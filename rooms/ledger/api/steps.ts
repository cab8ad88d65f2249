// One step of an entry: load, ask the guard, hold, write step and state, record the act. Every verb goes this way.

import type { RoomRequest } from '#ground/http/handler.ts'
import { packCalendar } from '#ground/instance/pack-calendar.ts'
import { newId } from '#ground/kernel/ids.ts'
import type { Id } from '#ground/kernel/ids.ts'
import type { Problem } from '#ground/kernel/problem.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { Result } from '#ground/kernel/result.ts'
import { dueOf } from '../core/deadline.ts'
import { refuses } from '../core/guards.ts'
import type { UserVerb } from '../core/guards.ts'
import { hasMoved } from '../core/pocket-steps.ts'
import type { Seen } from '../core/pocket-steps.ts'
import { after } from '../core/state.ts'
import type { Step } from '../core/state.ts'
import type { EntryRow } from '../data/queries.ts'
import { addStep, findEntry, saveEntry } from '../data/queries.ts'
import { problems } from '../problems.ts'
import { citeAll } from './exhibits.ts'
import type { ItemAt } from './exhibits.ts'
import type { LedgerRecord } from './show.ts'
import { recordShown, whoOf } from './show.ts'

export type Stepping = Pick<RoomRequest, 'db' | 'clock' | 'dice' | 'today' | 'actor' | 'act' | 'permit'> & {
  readonly params: { readonly unit: string; readonly id: Id }
}

/** What a verb brings along; the rest of the step is the same for all. */
export interface StepGiven extends Partial<Pick<Step, 'text' | 'days' | 'due' | 'granted' | 'plan' | 'other'>> {
  readonly evidence?: readonly ItemAt[]
}

/** What must still be true of the entry, and what the step then is. */
export type Prepare = (row: EntryRow) => Result<StepGiven> | Promise<Result<StepGiven>>

function whyNot(row: EntryRow, verb: UserVerb, request: Stepping): Problem | null {
  // A day that the calendar gives only now counts as well.
  const due = dueOf(row, packCalendar())
  switch (refuses({ ...row, due }, row, verb, whoOf(request.actor), request.today)) {
    case null:
      return null
    case 'not-yours':
      return problems.notYours({ verb })
    case 'wrong-state':
      return problems.wrongState({ verb, state: row.state })
    case 'same-person':
      return problems.samePerson({ verb })
    case 'too-late':
      return problems.tooLate({ due: due ?? '' })
    case 'asked-already':
      return problems.askedAlready()
    default:
      return problems.nothingAsked()
  }
}

/** The entry when the verb is open to the asker; held, so that two who act at once act one after the other. */
async function entryFor(request: Stepping, verb: UserVerb, as: Seen | undefined): Promise<Result<EntryRow>> {
  const { db, params } = request
  const seen = await findEntry(db, params.unit, params.id)
  if (seen === undefined) return refuse(problems.noSuchEntry())
  request.permit()
  const first = whyNot(seen, verb, request)
  if (first !== null) return refuse(first)
  const held = await findEntry(db, params.unit, params.id, true)
  // Row policies let the mending unit hold it only while the step is its own.
  if (held === undefined) return refuse(problems.wrongState({ verb, state: seen.state }))
  const again = whyNot(held, verb, request)
  if (again !== null) return refuse(again)
  // Decided without a line on how it stood then: what was meant for that may not be meant for this.
  return as !== undefined && hasMoved(held, as) ? refuse(problems.movedOn({ verb, state: held.state })) : ok(held)
}

/** Takes the step and answers with the entry as it stands afterwards. `as`: where it stood for whoever decided. */
export async function takeStep(request: Stepping, verb: UserVerb, prepare: Prepare, as?: Seen): Promise<Result<LedgerRecord>> {
  const found = await entryFor(request, verb, as)
  if (!found.ok) return found
  const row = found.value
  const given = await prepare(row)
  if (!given.ok) return given
  const { clock, dice, today, actor, db } = request
  const { evidence = [], text = '', days = null, due = null, granted = null, plan = null, other = null } = given.value
  const step: Step = { verb, on: today, by: actor.id, text, days, due, granted, plan, other, level: null, told: null }
  const next: EntryRow = { ...row, ...after(row, step), steps: row.steps + 1 }
  const at = new Date(clock.now())
  const cited = await citeAll(request, row.id, evidence)
  if (!cited.ok) return cited
  await addStep(db, next, { ...step, id: newId(clock, dice), at, byUnit: actor.unit, byRole: actor.role, evidence: cited.value })
  await saveEntry(db, next)
  await request.act({
    verb,
    unit: row.unit,
    about: row.subject,
    subject: `ledger:${row.id}`,
    payload: { state: next.state, days, due, granted, other, evidence: cited.value },
    ...(text === '' ? {} : { reason: text }),
  })
  return ok(await recordShown(request, next))
}
