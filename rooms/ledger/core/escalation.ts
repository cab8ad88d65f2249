// Escalation: when more than once, and more than three times, the days allowed have passed, the house tells one level up, once
// a step and term. What is due is worked out from the entry alone, so running it twice, late, or after a jump of the clock
// changes nothing that was done before.

import type { Day } from '#ground/kernel/clock.ts'
import type { Code } from '#ground/kernel/code.ts'
import { levelOf, parentOf } from '#ground/kernel/code.ts'
import type { Text } from '#ground/kernel/problem.ts'
import type { WorkCalendar } from '#ground/kernel/working-days.ts'
import { readingOf } from './deadline.ts'
import { arbiterOf } from './guards.ts'
import type { Where } from './guards.ts'
import type { Entry, Step } from './state.ts'

/** One level up; the county is the highest that is told, because an instance belongs to it. */
const above = (unit: Code): Code => (levelOf(unit) > 3 ? (parentOf(unit) ?? unit) : unit)

/**
 * Who is told at once and at three times the days. Late is the unit that mends, so the one above it is told first; while a
 * refusal waits, late is who has to arbitrate. The second step goes one level further, and at least above the owner.
 */
export function toldBy({ unit, subject }: Where, state: Entry['state'], level: 1 | 3): Code {
  const first = state === 'refused' ? arbiterOf(unit) : above(subject)
  if (level === 1) return first
  const [next, overOwner] = [above(first), above(unit)]
  return next.length < overOwner.length ? next : overOwner
}

/** The steps of escalation that are to be taken today, in order; none when they have been. */
export function escalationsOf(entry: Entry, where: Where, calendar: WorkCalendar, today: Day): readonly Step[] {
  const { alarm } = readingOf(entry, calendar, today)
  const levels = alarm === 'late-3x' ? ([1, 3] as const) : alarm === 'late-1x' ? ([1] as const) : []
  return levels.slice(entry.alarm).map((level) => ({
    verb: 'escalate',
    on: today,
    by: null,
    days: entry.days,
    due: entry.due,
    granted: null,
    text: '',
    plan: null,
    other: null,
    level,
    told: toldBy(where, entry.state, level),
  }))
}

/** Whose inbox at the unit that is told: those who deal with entries there. */
export function toldRoles(unit: Code): readonly string[] {
  const level = levelOf(unit)
  return level === 4 ? ['township-officer'] : level === 3 ? ['county-admin', 'county-officer'] : level === 2 ? ['prefecture-officer'] : []
}

/** What the notice says; no words of the entry, because titles are mailed. */
export function lateTitle(level: number, subject: string): Text {
  return level >= 3
    ? { zh: `台账逾期已达三倍期限：${subject}`, en: `Overdue by three times its days: ${subject}` }
    : { zh: `台账逾期：${subject}`, en: `Overdue: ${subject}` }
}
