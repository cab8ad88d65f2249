// The progress prize (进步奖, 不比基础比变化): who has gained most since an earlier round of the same method. Gains are
// differences of totals as they were published, so that anybody can check them on the two pages.

import { compare, exact, subtract, toFixed, zero } from '#ground/kernel/exact.ts'
import { byBytes } from '#ground/kernel/byte-order.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { Result } from '#ground/kernel/result.ts'
import { problems } from '../problems.ts'
import type { TallyOutput, UnitResult } from './tally-shapes.ts'

/** Of a tally's output, what progress is measured by. */
export interface Measured {
  readonly method: TallyOutput['method']
  readonly results: readonly Pick<UnitResult, 'unit' | 'total'>[]
}

export interface Progress {
  readonly unit: string
  readonly rank: number
  readonly before: string
  readonly after: string
  /** Above 0, with the decimals of the totals. */
  readonly gain: string
}

/**
 * The units that have gained, most first, ranked 1, 2, 2, 4: by gain, then by the higher total now; still equal units share a
 * rank. Only units of both rounds, and only ranks up to `places`, so that units that share the last place all win.
 * Refused when method or sheets of the two rounds differ.
 */
export function progressPrize(before: Measured, after: Measured, places: number): Result<Progress[]> {
  if (before.method.digest !== after.method.digest) return refuse(problems.methodsDiffer())
  const earlier = new Map(before.results.map(({ unit, total }) => [unit, total]))
  const gained = after.results
    .flatMap(({ unit, total }) => {
      const was = earlier.get(unit)
      return was === undefined ? [] : [{ unit, was, total, now: exact(total), gain: subtract(exact(total), exact(was)) }]
    })
    .filter(({ gain }) => compare(gain, zero) > 0)
    .sort((a, b) => compare(b.gain, a.gain) || compare(b.now, a.now) || byBytes(a.unit, b.unit))
  let rank = 1
  const ranked = gained.map(({ unit, was, total, now, gain }, place): Progress => {
    const ahead = gained[place - 1]
    if (ahead === undefined || compare(ahead.gain, gain) !== 0 || compare(ahead.now, now) !== 0) rank = place + 1
    const decimals = Math.max(was.split('.')[1]?.length ?? 0, total.split('.')[1]?.length ?? 0)
    return { unit, rank, before: was, after: total, gain: toFixed(gain, decimals) }
  })
  return ok(ranked.filter((one) => one.rank <= places))
}
