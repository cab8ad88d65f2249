// One unit's result before ranking: component, panel and criterion values, total, spread and marks. Nothing is rounded here.

import { byBytes } from '#ground/kernel/byte-order.ts'
import { add, multiply, unscaled, zero } from '#ground/kernel/exact.ts'
import type { Exact } from '#ground/kernel/exact.ts'
import type { Adjusted } from './tally-adjustment.ts'
import { itemAt, numberAt } from './places.ts'
import { eachSheet, worthAt } from './tally-order.ts'
import { componentValue, panelValue } from './tally-panel.ts'
import type { PanelValue } from './tally-panel.ts'
import type { Round } from './tally-round.ts'
import { minus, plus } from './whole.ts'
import type { Whole } from './whole.ts'

export interface ComponentTally {
  readonly value: Exact
  /** In the method's order of panels. */
  readonly panels: readonly (PanelValue | null)[]
  readonly judges: number
  readonly spread: Exact
}

export interface UnitTally {
  /** Its place in the plan. */
  readonly unit: number
  readonly components: readonly ComponentTally[]
  readonly adjustment: Adjusted
  readonly total: Exact
  readonly marks: readonly string[]
}

/** Component → panel → the points of its judges, as whole numbers. */
type Gathered = Whole[][][]

function emptyGathered({ plan }: Round): Gathered {
  return plan.components.map(() => plan.method.panels.map(() => []))
}

function gatherSheets(round: Round, unit: number): Gathered {
  const { plan, scores } = round
  const gathered = emptyGathered(round)
  eachSheet(plan, scores, unit, (judge, component, from, to) => {
    let points = worthAt(scores, from)
    for (let place = from + 1; place < to; place += 1) points = plus(points, worthAt(scores, place))
    gathered[component]?.[plan.judges[judge]?.item.panel ?? 0]?.push(points)
  })
  return gathered
}

function spreadOf(panels: readonly Whole[][], decimals: number): Exact {
  let lowest: Whole | undefined
  let highest: Whole | undefined
  for (const points of panels) {
    for (const one of points) {
      if (lowest === undefined || one < lowest) lowest = one
      if (highest === undefined || one > highest) highest = one
    }
  }
  return lowest === undefined || highest === undefined ? zero : unscaled(BigInt(minus(highest, lowest)), decimals)
}

function marksOf({ plan }: Round, components: readonly ComponentTally[], adjustment: Adjusted): string[] {
  const marks = adjustment.capped ? ['adjustment-capped'] : []
  components.forEach(({ panels }, place) => {
    panels.forEach((found, panel) => {
      if (found !== null && !found.untrimmed) return
      const kind = found === null ? 'panel-absent' : 'untrimmed'
      marks.push(`${kind}:${plan.components[place]?.id ?? ''}/${plan.method.panels[panel]?.id ?? ''}`)
    })
  })
  return marks.length > 1 ? marks.sort(byBytes) : marks
}

/** Tallies one unit of a round. */
export function tallyUnit(round: Round, unit: number, adjustment: Adjusted): UnitTally {
  const { plan } = round
  const { aggregate, panels } = plan.method
  const gathered = gatherSheets(round, unit)
  const components = plan.components.map(({ decimals }, place): ComponentTally => {
    const points = gathered[place] ?? []
    const values = points.map((own) => panelValue(aggregate, own, decimals))
    const judges = points.reduce((sum, own) => sum + own.length, 0)
    return { value: componentValue(panels, values), panels: values, judges, spread: spreadOf(points, decimals) }
  })
  let total = adjustment.value
  for (const [place, { weight }] of plan.method.components.entries()) {
    total = add(total, multiply(weight, components[place]?.value ?? zero))
  }
  return { unit, components, adjustment, total, marks: marksOf(round, components, adjustment) }
}

/** One criterion's points put through the same panels, weights and aggregate on their own. */
export function criterionValue(round: Round, unit: number, criterion: number): Exact {
  const { plan, scores } = round
  const component = plan.criteria[criterion]?.component ?? 0
  const points: Whole[][] = plan.method.panels.map(() => [])
  const end = numberAt(scores.start, unit + 1)
  for (let place = numberAt(scores.start, unit); place < end; place += 1) {
    if (scores.criterion[place] !== criterion) continue
    points[itemAt(plan.judges, numberAt(scores.judge, place)).item.panel]?.push(worthAt(scores, place))
  }
  const decimals = plan.components[component]?.decimals ?? 0
  return componentValue(
    plan.method.panels,
    points.map((own) => panelValue(plan.method.aggregate, own, decimals)),
  )
}
