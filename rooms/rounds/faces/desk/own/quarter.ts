// The quarter a page is about: the chosen one; of a year the present quarter, or the last when the year is over.

import { chinaDay } from '#ground/kernel/clock.ts'
import type { Period } from '#ground/ui/period.ts'

export function quarterOf(period: Period, now: number): string {
  const year = period.slice(0, 4)
  if (/Q\d$/.test(period)) return period
  const today = chinaDay(now)
  const month = period.length === 7 ? period.slice(5) : year === today.slice(0, 4) ? today.slice(5, 7) : '12'
  return `${year}-Q${Math.ceil(Number(month) / 3)}`
}
