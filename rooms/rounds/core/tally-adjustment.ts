// Adjustments (加减分) of a unit: their sum, held within the cap on both sides (step 4 of the published calculation).

import { add, clamp, equals, negate, zero } from '#ground/kernel/exact.ts'
import type { Exact } from '#ground/kernel/exact.ts'
import type { Adjustment } from './tally-rolls.ts'

export interface Adjusted {
  readonly value: Exact
  /** Whether the cap changed it. */
  readonly capped: boolean
}

const none: Adjusted = { value: zero, capped: false }

/** Unit's id → its adjustment; whoever has none is not in the map. */
export function adjustmentsOf(adjustments: readonly Adjustment[], cap: Exact): (unit: string) => Adjusted {
  const sums = new Map<string, Exact>()
  for (const { unit, points } of adjustments) sums.set(unit, add(sums.get(unit) ?? zero, points))
  const capped = new Map<string, Adjusted>()
  for (const [unit, sum] of sums) {
    const value = clamp(sum, negate(cap), cap)
    capped.set(unit, { value, capped: !equals(value, sum) })
  }
  return (unit) => capped.get(unit) ?? none
}
