// Moving along a list from the panel beside it.

import { keyOf } from './stars.ts'
import type { CandidacyRow } from './stars.ts'

export interface Neighbours {
  /** Counted from 1; 0 when it is not, or no longer, in the list. */
  readonly at: number
  readonly all: number
  readonly before: (() => void) | null
  readonly next: (() => void) | null
}

/** What lies before and after the open row; after one that has left the list comes the first. */
export function neighboursOf(rows: readonly CandidacyRow[], open: string | null, show: (key: string) => void): Neighbours {
  const at = rows.findIndex((row) => keyOf(row) === open)
  const toward = (index: number): (() => void) | null => {
    const row = rows[index]
    return row === undefined ? null : () => show(keyOf(row))
  }
  return { at: at + 1, all: rows.length, before: toward(at - 1), next: toward(at + 1) }
}
