// Deadlines count working days on the Chinese public calendar: weekends are off unless made up (调休), holidays are off.
// The calendar is pack data by year; a year without data is refused, never guessed, because a guess would alarm wrongly.

import type { Day } from './clock.ts'
import { addDays, compareDays, daysBetween, isDay, weekday } from './days.ts'
import { problems } from './problems.ts'
import { ok, refuse, type Result } from './result.ts'

/** One year as packs/calendar holds it. A notice may also name days of the neighbouring years. */
export interface CalendarYear {
  readonly year: number
  /** Days off by the notice, weekends inside a holiday included. */
  readonly holidays: readonly Day[]
  /** Weekend days that are worked instead (调休上班). */
  readonly workdays: readonly Day[]
}

/** All known years, ready for counting; made by `workCalendar`. */
export interface WorkCalendar {
  readonly years: ReadonlySet<number>
  readonly holidays: ReadonlySet<Day>
  readonly workdays: ReadonlySet<Day>
}

/** Joins the years of a pack into a calendar; throws when the data contradict themselves, for they are checked with the pack. */
export function workCalendar(years: readonly CalendarYear[]): WorkCalendar {
  const holidays = new Set(years.flatMap((year) => year.holidays))
  const workdays = new Set(years.flatMap((year) => year.workdays))
  for (const { year, ...lists } of years) {
    for (const day of [...lists.holidays, ...lists.workdays]) {
      if (!isDay(day) || Math.abs(Number(day.slice(0, 4)) - year) > 1)
        throw new RangeError(`calendar ${year}: ${day} does not belong there`)
    }
  }
  for (const day of workdays) {
    if (holidays.has(day)) throw new RangeError(`calendar: ${day} is both off and worked`)
    if (weekday(day) < 6) throw new RangeError(`calendar: ${day} is no weekend day and cannot be made up`)
  }
  return { years: new Set(years.map((year) => year.year)), holidays, workdays }
}

/** Whether offices work on that day. */
export function isWorkingDay(calendar: WorkCalendar, day: Day): Result<boolean> {
  const year = Number(day.slice(0, 4))
  if (!calendar.years.has(year)) return refuse(problems.unknownYear({ year }))
  return ok(calendar.workdays.has(day) || (weekday(day) < 6 && !calendar.holidays.has(day)))
}

/** The `count`th working day after `day` (before it when negative); the day itself for 0. */
export function addWorkingDays(calendar: WorkCalendar, day: Day, count: number): Result<Day> {
  const step = count < 0 ? -1 : 1
  let current = day
  for (let left = Math.abs(count); left > 0;) {
    current = addDays(current, step)
    const works = isWorkingDay(calendar, current)
    if (!works.ok) return works
    if (works.value) left -= 1
  }
  return ok(current)
}

/** Working days after `from` up to and including `to`; negative when `to` lies before. */
export function workingDaysBetween(calendar: WorkCalendar, from: Day, to: Day): Result<number> {
  if (compareDays(to, from) < 0) {
    const back = workingDaysBetween(calendar, to, from)
    return back.ok ? ok(back.value === 0 ? 0 : -back.value) : back
  }
  if (from === to) return ok(0)
  const [first, last] = [yearOf(addDays(from, 1)), yearOf(to)]
  let count = 0
  for (let year = first; year <= last; year += 1) {
    const until = workedBy(calendar, year)
    if (until === null) return refuse(problems.unknownYear({ year }))
    const all = until.length - 1
    const begun = yearOf(from) === year ? dayOfYear(from) : 0
    count += (until[year === last ? dayOfYear(to) : all] ?? 0) - (until[begun] ?? 0)
  }
  return ok(count)
}

const yearOf = (day: Day): number => Number(day.slice(0, 4))
/** 1 for New Year's Day. */
const dayOfYear = (day: Day): number => daysBetween(`${day.slice(0, 4)}-01-01`, day) + 1

const worked = new WeakMap<WorkCalendar, Map<number, readonly number[]>>()

/** How many days of a year are worked up to its nth day, so that long spans need no walk; null for a year that is not known. */
function workedBy(calendar: WorkCalendar, year: number): readonly number[] | null {
  const years = worked.get(calendar) ?? new Map<number, readonly number[]>()
  worked.set(calendar, years)
  const known = years.get(year)
  if (known !== undefined) return known
  const until = [0]
  for (let day = `${year}-01-01`; yearOf(day) === year; day = addDays(day, 1)) {
    const works = isWorkingDay(calendar, day)
    if (!works.ok) return null
    until.push((until.at(-1) ?? 0) + (works.value ? 1 : 0))
  }
  years.set(year, until)
  return until
}

/** `warn` from `warnBefore` working days before the end; `late-1x` and `late-3x` once more than 1× and 3× the days have passed. */
export type DeadlineState = 'waiting' | 'warn' | 'late-1x' | 'late-3x'

/** What a deadline is read from. */
export interface Deadline {
  /** The day the clock starts; it does not count itself. */
  readonly start: Day
  /** Working days allowed. */
  readonly days: number
  readonly today: Day
  /** Working days before the end from which to warn. */
  readonly warnBefore: number
}

/** Where it stands. */
export interface DeadlineReading {
  readonly state: DeadlineState
  /** Working days passed since the start. */
  readonly elapsed: number
  /** Working days left; negative when late. */
  readonly left: number
  /** The last day in time; null while the calendar of that year is not known yet. */
  readonly due: Day | null
}

/** Where a deadline stands today (design.md section 6). */
export function deadlineState(calendar: WorkCalendar, { start, days, today, warnBefore }: Deadline): Result<DeadlineReading> {
  const passed = workingDaysBetween(calendar, start, today)
  if (!passed.ok) return passed
  const elapsed = Math.max(0, passed.value)
  const due = addWorkingDays(calendar, start, days)
  const left = days - elapsed
  const state = elapsed > 3 * days ? 'late-3x' : elapsed > days ? 'late-1x' : left <= warnBefore ? 'warn' : 'waiting'
  return ok({ state, elapsed, left, due: due.ok ? due.value : null })
}
