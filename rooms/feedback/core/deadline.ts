// How long an answer may take: five working days, with a warning the day before, and an alarm at once and three times the
// time. Past three times the operator's own queue shows it (one level up). After an answer the sender has ten working days to rate.

import type { Day } from '#ground/kernel/clock.ts'
import type { DeadlineReading, WorkCalendar } from '#ground/kernel/working-days.ts'
import { deadlineState, workingDaysBetween } from '#ground/kernel/working-days.ts'
import type { Case } from './state.ts'
import { openStates } from './state.ts'

/** Working days to answer. */
export const daysToAnswer = 5
/** Working days the sender has to rate before an unrated answer may be closed. */
export const daysToRate = 10

/** Where the answer stands today; null when none is owed or the calendar of the year is missing. */
export function readingOf(given: Pick<Case, 'state' | 'clockFrom'>, calendar: WorkCalendar, today: Day): DeadlineReading | null {
  if (!openStates.includes(given.state)) return null
  const reading = deadlineState(calendar, { start: given.clockFrom, days: daysToAnswer, today, warnBefore: 1 })
  return reading.ok ? reading.value : null
}

/**
 * Whether an answered record may be closed: the sender is satisfied, or has rated before, or had the time to.
 * With the calendar missing it stays open: a late close harms nobody.
 */
export function mayClose(given: Pick<Case, 'state' | 'rated' | 'answeredOn'>, calendar: WorkCalendar, today: Day): boolean {
  if (given.state === 'satisfied' || given.rated) return true
  if (given.answeredOn === null) return false
  const passed = workingDaysBetween(calendar, given.answeredOn, today)
  return passed.ok && passed.value > daysToRate
}
