// Arithmetic on calendar days written YYYY-MM-DD. Such texts sort as they are, so comparing is comparing texts;
// no time zone can move them. Functions that take a Day expect a valid one (isDay) and throw on anything else.

import type { Day } from './clock.ts'

const msPerDay = 86_400_000

function toNumber(day: Day): number {
  if (!isDay(day)) throw new RangeError(`not a day: ${day}`)
  return Date.parse(`${day}T00:00:00Z`) / msPerDay
}

function fromNumber(number: number): Day {
  return new Date(number * msPerDay).toISOString().slice(0, 10)
}

/** Whether a text is a day that exists, from 1000-01-01 to 9999-12-31. */
export function isDay(text: string): boolean {
  if (!/^[1-9]\d{3}-\d{2}-\d{2}$/.test(text)) return false
  const time = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}

/** Negative, zero or positive, as `Array.prototype.sort` wants it. */
export function compareDays(a: Day, b: Day): -1 | 0 | 1 {
  return a < b ? -1 : a > b ? 1 : 0
}

/** The day `count` days later, or earlier when negative. */
export function addDays(day: Day, count: number): Day {
  return fromNumber(toNumber(day) + count)
}

/** The same day `count` months later; the month's last day where that does not exist: 31 January + 1 = 28 February. */
export function addMonths(day: Day, count: number): Day {
  toNumber(day)
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + count
  const [year, month] = [Math.floor(months / 12), (((months % 12) + 12) % 12) + 1]
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
  const date = Math.min(Number(day.slice(8)), last)
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
}

/** Days from `from` to `to`: 1 from today to tomorrow, negative backwards. */
export function daysBetween(from: Day, to: Day): number {
  return toNumber(to) - toNumber(from)
}

/** 1 Monday … 7 Sunday (ISO 8601). */
export function weekday(day: Day): number {
  return ((((toNumber(day) + 3) % 7) + 7) % 7) + 1
}

/** A calendar quarter. */
export interface Quarter {
  /** `2026Q4` */
  readonly id: string
  readonly year: number
  readonly quarter: 1 | 2 | 3 | 4
  readonly from: Day
  /** The last day, inclusive. */
  readonly to: Day
}

/** The quarter a day lies in. */
export function quarterOf(day: Day): Quarter {
  toNumber(day)
  const year = Number(day.slice(0, 4))
  const quarter = Math.ceil(Number(day.slice(5, 7)) / 3) as 1 | 2 | 3 | 4
  const from = `${year}-${String(quarter * 3 - 2).padStart(2, '0')}-01`
  return { id: `${year}Q${quarter}`, year, quarter, from, to: addDays(addMonths(from, 3), -1) }
}

/** The quarter named `2026Q4`; null for another text. */
export function findQuarter(id: string): Quarter | null {
  const match = /^([1-9]\d{3})Q([1-4])$/.exec(id)
  return match === null ? null : quarterOf(`${match[1]}-${String(Number(match[2]) * 3).padStart(2, '0')}-01`)
}
