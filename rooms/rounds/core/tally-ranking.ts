// Ranks (step 7 of the published calculation): by the rounded total, then by the method's tie-breaks, unrounded; whoever is
// still equal shares a rank, and the next ranks are left out (1, 2, 2, 4).

import { byBytes } from '#ground/kernel/byte-order.ts'
import { compare, negate, round as rounded, zero } from '#ground/kernel/exact.ts'
import type { Exact } from '#ground/kernel/exact.ts'
import type { Tie } from './tally-method.ts'
import type { Round } from './tally-round.ts'
import { criterionValue } from './tally-unit.ts'
import type { UnitTally } from './tally-unit.ts'

export interface Ranked {
  readonly rank: number
  readonly tally: UnitTally
}

/** What a tie-break compares: the higher comes first. */
function keyOf(round: Round, tally: UnitTally, tie: Tie): Exact {
  if (tie.kind === 'component') return tally.components[tie.component]?.value ?? zero
  if (tie.kind === 'criterion') return criterionValue(round, tally.unit, tie.criterion)
  return negate(tally.adjustment.value)
}

function byKeys(a: readonly Exact[], b: readonly Exact[]): number {
  for (const [place, key] of a.entries()) {
    const order = compare(b[place] ?? key, key)
    if (order !== 0) return order
  }
  return 0
}

/** Ranks units; equal rank by the unit's code. */
export function rankUnits(round: Round, tallies: readonly UnitTally[]): Ranked[] {
  const { units, ties, method } = round.plan
  const code = (tally: UnitTally): string => units[tally.unit]?.id ?? ''
  const entries = tallies.map((tally) => ({ tally, total: rounded(tally.total, method.decimals), keys: [] as Exact[] }))
  const byTotal = entries.toSorted((a, b) => compare(b.total, a.total))
  const ranked: Ranked[] = []
  for (let from = 0; from < byTotal.length;) {
    let to = from + 1
    while (to < byTotal.length && compare(byTotal[to]?.total ?? zero, byTotal[from]?.total ?? zero) === 0) to += 1
    const group = byTotal.slice(from, to)
    // Few units tie, so the keys of the others are never worked out.
    if (group.length > 1) for (const entry of group) entry.keys.push(...ties.map((tie) => keyOf(round, entry.tally, tie)))
    group.sort((a, b) => byKeys(a.keys, b.keys) || byBytes(code(a.tally), code(b.tally)))
    let rank = from + 1
    for (const [place, { tally, keys }] of group.entries()) {
      if (byKeys(group[place - 1]?.keys ?? keys, keys) !== 0) rank = from + place + 1
      ranked.push({ rank, tally })
    }
    from = to
  }
  return ranked
}
