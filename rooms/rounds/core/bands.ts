// Bands (先进、良好、待提升): the default way to publish a round. Thresholds are fixed with the method and compared with the
// total as it is shown, so that anybody can check them on the published page.

import { compare, parseExact } from '#ground/kernel/exact.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { Result } from '#ground/kernel/result.ts'
import { problems } from '../problems.ts'
import type { UnitResult } from './tally-shapes.ts'

export interface Band {
  readonly id: string
  /** The lowest total that belongs here, a decimal; null for the last band, where everybody else is. */
  readonly from: string | null
}

export interface Banded {
  readonly unit: string
  readonly band: string
}

function sound(bands: readonly Band[]): boolean {
  const thresholds = bands.slice(0, -1).map(({ from }) => (from === null ? null : parseExact(from)))
  const descending = thresholds.every((value, place) => {
    const before = thresholds[place - 1]
    return value !== null && (before === undefined || before === null || compare(value, before) < 0)
  })
  const ids = new Set(bands.map(({ id }) => id))
  return descending && bands.at(-1)?.from === null && ids.size === bands.length && !ids.has('')
}

/** The band of every unit, in the order of the results; bands run from the best to the rest. */
export function bandUnits(bands: readonly Band[], results: readonly Pick<UnitResult, 'unit' | 'total'>[]): Result<Banded[]> {
  if (!sound(bands)) return refuse(problems.badBands())
  const limits = bands.map(({ id, from }) => ({ id, from: from === null ? null : parseExact(from) }))
  return ok(
    results.map(({ unit, total }) => {
      const reached = parseExact(total)
      const band = limits.find(({ from }) => from === null || (reached !== null && compare(reached, from) >= 0))
      return { unit, band: band?.id ?? '' }
    }),
  )
}
