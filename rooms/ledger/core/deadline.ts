// Deadlines in working days, and the alarm at once and three times the days allowed. A deadline is given as days or as a
// date; the other is worked out where the public calendar of the year is known, and else left open rather than guessed.

import type { Day } from '#ground/kernel/clock.ts'
import type { DeadlineState, WorkCalendar } from '#ground/kernel/working-days.ts'
import { addWorkingDays, deadlineState, workingDaysBetween } from '#ground/kernel/working-days.ts'
import type { Entry, State } from './state.ts'

/** Days before the deadline from which it warns. */
export const warnBefore = 2

/** Working days allowed and the last day in time. */
export interface Term {
  readonly days: number | null
  readonly due: Day | null
}

/** The whole term from either half; a year without a calendar leaves the other half open. */
export function termOf(calendar: WorkCalendar, from: Day, given: { readonly days: number } | { readonly due: Day }): Term {
  if ('days' in given) {
    const due = addWorkingDays(calendar, from, given.days)
    return { days: given.days, due: due.ok ? due.value : null }
  }
  const days = workingDaysBetween(calendar, from, given.due)
  return { days: days.ok ? days.value : null, due: given.due }
}

/** The last day in time: the kept one, or worked out now that the calendar of its year is there. */
export function dueOf(entry: Pick<Entry, 'clockFrom' | 'days' | 'due'>, calendar: WorkCalendar): Day | null {
  return entry.due ?? (entry.days === null ? null : termOf(calendar, entry.clockFrom, { days: entry.days }).due)
}

/** `none`: nothing is owed. */
export type Alarm = DeadlineState | 'none'

export interface Reading {
  readonly alarm: Alarm
  /** Working days left, negative when late; null when the calendar does not reach. */
  readonly left: number | null
}

const owes: readonly State[] = ['assigned', 'refused', 'rectifying']

/** Where an entry stands today; while it waits for its check nothing is owed by the one who mended. */
export function readingOf(entry: Pick<Entry, 'state' | 'clockFrom' | 'days' | 'due'>, calendar: WorkCalendar, today: Day): Reading {
  if (!owes.includes(entry.state)) return { alarm: 'none', left: null }
  // A day that was given before the calendar of its year came out has its working days counted now.
  const days = entry.days ?? (entry.due === null ? null : termOf(calendar, entry.clockFrom, { due: entry.due }).days)
  if (days !== null) {
    const reading = deadlineState(calendar, { start: entry.clockFrom, days, today, warnBefore })
    if (reading.ok) return { alarm: reading.value.state, left: reading.value.left }
  }
  if (entry.due === null) return { alarm: 'waiting', left: null }
  return { alarm: today > entry.due ? 'late-1x' : 'waiting', left: null }
}
