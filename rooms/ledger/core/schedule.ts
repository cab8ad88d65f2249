// Back-scheduling (倒排工期): from the last day backwards, in working days, how long the self-check, the work and the
// preparation take, so that the latest day to begin is known on the first day and not on the last.

import type { Day } from '#ground/kernel/clock.ts'
import { addDays } from '#ground/kernel/days.ts'
import type { WorkCalendar } from '#ground/kernel/working-days.ts'
import { addWorkingDays } from '#ground/kernel/working-days.ts'

export type Stage = 'prepare' | 'work' | 'check'

/** In the order in which they are done. */
export const stages: readonly Stage[] = ['prepare', 'work', 'check']

/** Working days of each; none is left out. */
export type Lengths = Readonly<Record<Stage, number>>

export interface Stretch {
  readonly stage: Stage
  /** First and last working day, both inclusive. */
  readonly from: Day
  readonly to: Day
}

/** The stages up to the end, in order; null where the calendar of a year is not known. A stage of no days is left out. */
export function backFrom(calendar: WorkCalendar, end: Day, lengths: Lengths): readonly Stretch[] | null {
  const found: Stretch[] = []
  let next = addDays(end, 1)
  for (const stage of stages.toReversed()) {
    if (lengths[stage] === 0) continue
    const [to, from] = [addWorkingDays(calendar, next, -1), addWorkingDays(calendar, next, -lengths[stage])]
    if (!to.ok || !from.ok) return null
    found.unshift({ stage, from: from.value, to: to.value })
    next = from.value
  }
  return found
}
