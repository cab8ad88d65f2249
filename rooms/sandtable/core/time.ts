// The quarters of the time slider: what is shown is the state at the end of a quarter, or today while it runs.

import type { Day } from '#ground/kernel/clock.ts'
import { addDays, findQuarter, quarterOf } from '#ground/kernel/days.ts'

/** How many quarters the slider reaches back, this one included. */
export const quartersShown = 8

/** The last quarters up to today's, the oldest first: 2024Q4 … 2026Q3. */
export function quartersUpTo(today: Day, count: number = quartersShown): string[] {
  const quarters: string[] = []
  let day = today
  for (let left = count; left > 0; left -= 1) {
    const { id, from } = quarterOf(day)
    quarters.unshift(id)
    day = addDays(from, -1)
  }
  return quarters
}

/** The day whose end is shown of a quarter: its last one, or today; null when the text is no quarter or it has not begun. */
export function dayShown(quarter: string, today: Day): Day | null {
  const found = findQuarter(quarter)
  if (found === null || found.from > today) return null
  return found.to < today ? found.to : today
}

/** As rounds write it: 2026-Q3. */
export const asRounds = (quarter: string): string => `${quarter.slice(0, 4)}-${quarter.slice(4)}`

/** As stars write it: 2026Q3. */
export const asStars = (quarter: string): string => quarter.replace('-', '')

/** The first day of a quarter. */
export function firstDay(quarter: string): Day {
  const found = findQuarter(quarter)
  if (found === null) throw new Error(`not a quarter: ${quarter}`)
  return found.from
}

/** The quarters before and after one, as far as the slider has them. */
export function beside(quarters: readonly string[], quarter: string): string[] {
  const at = quarters.indexOf(quarter)
  return at < 0 ? [] : [quarters[at - 1], quarters[at + 1]].filter((one) => one !== undefined)
}
