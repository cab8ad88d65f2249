// How a unit stands: what was due in a time, and what of it is closed out. Counted by unit, never by person.

import type { Day } from '#ground/kernel/clock.ts'
import type { Entry } from './state.ts'
import { closedStates, openStates } from './state.ts'

export interface Counts {
  /** Due in the time, withdrawn ones left out. */
  readonly due: number
  /** Of these, closed out and not relapsed. */
  readonly closed: number
  /** Of these, still open though their day has passed. */
  readonly overdue: number
  /** All that is open, whenever it is due. */
  readonly open: number
}

/** The same as data/counts.ts counts in SQL; a test holds them against each other. */
export function countsOf(entries: readonly Pick<Entry, 'state' | 'due'>[], from: Day, to: Day, today: Day): Counts {
  const due = entries.filter((entry) => entry.state !== 'withdrawn' && entry.due !== null && entry.due >= from && entry.due <= to)
  return {
    due: due.length,
    closed: due.filter((entry) => closedStates.includes(entry.state)).length,
    overdue: due.filter((entry) => openStates.includes(entry.state) && (entry.due ?? today) < today).length,
    open: entries.filter((entry) => openStates.includes(entry.state)).length,
  }
}
