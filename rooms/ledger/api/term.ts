// The deadline that somebody gives: working days or a last day, one of the two and never one that has passed.

import { packCalendar } from '#ground/instance/pack-calendar.ts'
import type { Day } from '#ground/kernel/clock.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { Result } from '#ground/kernel/result.ts'
import { termOf } from '../core/deadline.ts'
import type { Term } from '../core/deadline.ts'
import { problems } from '../problems.ts'

export interface TermGiven {
  readonly days?: number | undefined
  readonly due?: Day | undefined
}

/** The whole term, counted from a day that does not count itself. */
export function readTerm(given: TermGiven, from: Day): Result<Term> {
  if ((given.days === undefined) === (given.due === undefined)) return refuse(problems.termMissing())
  if (given.days !== undefined) return ok(termOf(packCalendar(), from, { days: given.days }))
  const due = given.due ?? from
  if (due <= from) return refuse(problems.dayPassed({ day: due }))
  const term = termOf(packCalendar(), from, { due })
  // A day after a holiday alone holds no working day; it is still a day given.
  return ok({ ...term, days: term.days === 0 ? null : term.days })
}
