// How far each judge's scores lie from those of the panel (偏离度): a diagnostic for the desk, which never changes a result.
// Nothing is said where fewer than three judges of the panel scored, so that no figure points at one colleague.

import { add, divide, exact, subtract, sum, toFixed, unscaled } from '#ground/kernel/exact.ts'
import type { Exact } from '#ground/kernel/exact.ts'
import { ok } from '#ground/kernel/result.ts'
import type { Result } from '#ground/kernel/result.ts'
import { eachSheet, worthAt } from './tally-order.ts'
import { readRound } from './tally-round.ts'
import type { Round } from './tally-round.ts'
import { plus } from './whole.ts'

export interface Deviation {
  /** The mean of the judge's component score minus the plain mean of its panel, two decimals; null when nothing counts. */
  readonly mean: string | null
  /** On how many sheets that rests. */
  readonly sheets: number
}

export interface JudgeDeviation extends Deviation {
  readonly judge: string
  readonly panel: string
  /** The same within each component. */
  readonly components: Readonly<Record<string, Deviation>>
}

/** The fewest sheets of one panel, unit and component that a figure may rest on. */
export const fewestJudges = 3
const shownDecimals = 2

interface Sheet {
  readonly judge: number
  readonly points: Exact
}

/** Component and panel → the sheets of one unit. */
function sheetsOf({ plan, scores }: Round, unit: number): Sheet[][][] {
  const found: Sheet[][][] = plan.components.map(() => plan.method.panels.map(() => []))
  eachSheet(plan, scores, unit, (judge, component, from, to) => {
    let points = worthAt(scores, from)
    for (let place = from + 1; place < to; place += 1) points = plus(points, worthAt(scores, place))
    const panel = plan.judges[judge]?.item.panel ?? 0
    found[component]?.[panel]?.push({ judge, points: unscaled(BigInt(points), plan.components[component]?.decimals ?? 0) })
  })
  return found
}

const shown = (list: readonly Exact[]): Deviation => ({
  mean: list.length === 0 ? null : toFixed(divide(sum(list), exact(list.length)), shownDecimals),
  sheets: list.length,
})

/** The deviations of every judge of a round, by the judge's id; refused like the tally itself. */
export function judgeDeviations(input: unknown): Result<JudgeDeviation[]> {
  const read = readRound(input)
  if (!read.ok) return read
  const { plan } = read.value
  const deviations: Exact[][][] = plan.judges.map(() => plan.components.map(() => []))
  for (let unit = 0; unit < plan.units.length; unit += 1) {
    for (const [component, panels] of sheetsOf(read.value, unit).entries()) {
      for (const sheets of panels) {
        if (sheets.length < fewestJudges) continue
        const mean = divide(
          sheets.reduce((total, { points }) => add(total, points), exact(0)),
          exact(sheets.length),
        )
        for (const { judge, points } of sheets) deviations[judge]?.[component]?.push(subtract(points, mean))
      }
    }
  }
  return ok(
    plan.judges.map(({ id, item }, judge) => ({
      judge: id,
      panel: plan.method.panels[item.panel]?.id ?? '',
      ...shown((deviations[judge] ?? []).flat()),
      components: Object.fromEntries(plan.components.map((component, place) => [component.id, shown(deviations[judge]?.[place] ?? [])])),
    })),
  )
}
