// The tally of a round as published: read, refuse or calculate exactly, rank, and show. Pure: the same answer in the office,
// in the browser and in ten years.

import { toFixed, toPlain } from '#ground/kernel/exact.ts'
import { startSha256 } from '#ground/kernel/digest.ts'
import type { RunningHash } from '#ground/kernel/digest.ts'
import { ok } from '#ground/kernel/result.ts'
import type { Result } from '#ground/kernel/result.ts'
import { adjustmentsOf } from './tally-adjustment.ts'
import { inputDigest, methodDigest } from './tally-digests.ts'
import { rankUnits } from './tally-ranking.ts'
import type { Ranked } from './tally-ranking.ts'
import { readRound } from './tally-round.ts'
import type { Round } from './tally-round.ts'
import type { TallyOutput, UnitResult } from './tally-shapes.ts'
import { tallyUnit } from './tally-unit.ts'
import type { ComponentTally } from './tally-unit.ts'

const valueDecimals = 4
const adjustmentDecimals = 2

function show({ plan }: Round, { rank, tally: own }: Ranked): UnitResult {
  const byComponent = <T>(pick: (component: ComponentTally) => T): Record<string, T> =>
    Object.fromEntries(own.components.map((component, place) => [plan.components[place]?.id ?? '', pick(component)]))
  return {
    unit: plan.units[own.unit]?.id ?? '',
    rank,
    total: toFixed(own.total, plan.method.decimals),
    components: byComponent(({ value }) => toFixed(value, valueDecimals)),
    panels: byComponent(({ panels }) =>
      Object.fromEntries(
        panels.map((found, place) => [plan.method.panels[place]?.id ?? '', found === null ? null : toFixed(found.value, valueDecimals)]),
      ),
    ),
    adjustment: toFixed(own.adjustment.value, adjustmentDecimals),
    judges: byComponent(({ judges }) => judges),
    spread: byComponent(({ spread }) => toPlain(spread)),
    marks: own.marks,
  }
}

/** The results of a round that has been read, by rank. */
export function resultsOf(round: Round): UnitResult[] {
  const { plan } = round
  const adjustmentOf = adjustmentsOf(round.adjustments, plan.method.bonusCap)
  const tallies = plan.units.map(({ id }, unit) => tallyUnit(round, unit, adjustmentOf(id)))
  return rankUnits(round, tallies).map((ranked) => show(round, ranked))
}

/**
 * Tallies an input of unknown shape (`TallyInput`): the result, or a refusal that lists every fault with its path.
 * `startHash`: a faster SHA-256 of the host, where there is one.
 */
export function tally(input: unknown, startHash: () => RunningHash = startSha256): Result<TallyOutput> {
  const read = readRound(input)
  if (!read.ok) return read
  const round = read.value
  return ok({ results: resultsOf(round), method: { digest: methodDigest(round) }, input: { digest: inputDigest(round, startHash()) } })
}
