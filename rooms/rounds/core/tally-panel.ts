// From judges' scores to a panel's value and on to a component's (steps 2 and 3 of the published calculation).

import { add, divide, multiply, zero } from '#ground/kernel/exact.ts'
import type { Exact } from '#ground/kernel/exact.ts'
import { unscaled } from '#ground/kernel/exact.ts'
import { itemAt } from './places.ts'
import type { Aggregate, Weighted } from './tally-method.ts'
import { byWhole, plus } from './whole.ts'
import type { Whole } from './whole.ts'

export interface PanelValue {
  readonly value: Exact
  /** A trimmed mean that had too few judges here and was a plain mean instead. */
  readonly untrimmed: boolean
}

function meanOf(points: readonly Whole[], from: number, to: number, decimals: number): Exact {
  let total = itemAt(points, from)
  for (let place = from + 1; place < to; place += 1) total = plus(total, itemAt(points, place))
  const { numerator, denominator } = unscaled(BigInt(total), decimals)
  return { numerator, denominator: denominator * BigInt(to - from) }
}

/**
 * The aggregate of the scores of one panel; null when there are none. `points` are whole numbers of 10^−decimals and are
 * sorted in place. The median of an even number is the exact mean of the middle two.
 */
export function panelValue(aggregate: Aggregate, points: Whole[], decimals: number): PanelValue | null {
  const count = points.length
  if (count === 0) return null
  if (aggregate.kind === 'mean') return { value: meanOf(points, 0, count, decimals), untrimmed: false }
  points.sort(byWhole)
  if (aggregate.kind === 'median') {
    const middle = count >> 1
    return { value: meanOf(points, count % 2 === 0 ? middle - 1 : middle, middle + 1, decimals), untrimmed: false }
  }
  const untrimmed = count < aggregate.minJudges
  const [low, high] = untrimmed ? [0, 0] : [aggregate.dropLow, aggregate.dropHigh]
  return { value: meanOf(points, low, count - high, decimals), untrimmed }
}

/** Σ(weight × value) ÷ Σ(weight) over the panels that have a value; there is at least one. */
export function componentValue(panels: readonly Weighted[], values: readonly (PanelValue | null)[]): Exact {
  let [total, weights] = [zero, zero]
  for (const [place, { weight }] of panels.entries()) {
    const found = values[place]
    if (found === null || found === undefined) continue
    total = add(total, multiply(weight, found.value))
    weights = add(weights, weight)
  }
  return weights.numerator === weights.denominator ? total : divide(total, weights)
}
