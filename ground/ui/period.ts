// Periods a page can be about: a year, a quarter, a month.

import { chinaDay } from '#ground/kernel/clock.ts'

/** `2026`, `2026-Q3` or `2026-09`. */
export type Period = string

const pattern = /^\d{4}(-Q[1-4]|-(0[1-9]|1[0-2]))?$/

/** Whether a text is a period. */
export function isPeriod(text: string): boolean {
  return pattern.test(text)
}

/** The year at an instant, in China. */
export function yearAt(instant: number): Period {
  return chinaDay(instant).slice(0, 4)
}

/** First and last day of a period, both inclusive. */
export function daysOf(period: Period): { readonly from: string; readonly to: string } {
  const year = Number(period.slice(0, 4))
  const quarter = /Q(\d)$/.exec(period)?.[1]
  const first = quarter === undefined ? Number(period.slice(5) || 1) : Number(quarter) * 3 - 2
  const last = quarter !== undefined ? first + 2 : period.length === 4 ? 12 : first
  const end = new Date(Date.UTC(year, last, 0)).toISOString().slice(0, 10)
  return { from: `${period.slice(0, 4)}-${String(first).padStart(2, '0')}-01`, to: end }
}
