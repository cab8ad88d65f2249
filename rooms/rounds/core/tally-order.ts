// Puts the score rows into the order unit, judge, component, criterion (by bytes), which makes a judge's sheet one run of
// neighbours, and finds what is wrong between rows: repeated scores, unfinished sheets, units without a score.
// A counting sort, so that the time grows with the number of scores alone.

import { problems } from '../problems.ts'
import { itemAt, numberAt } from './places.ts'
import { fault } from './faults.ts'
import type { Faults } from './faults.ts'
import type { Plan } from './tally-plan.ts'
import type { Points, ScoreRows } from './tally-scores.ts'
import type { Whole } from './whole.ts'

/** The scores in order; those of unit u stand from `start[u]` up to before `start[u + 1]`. */
export interface OrderedScores {
  readonly start: Int32Array
  /** Where each stands in the input. */
  readonly row: Int32Array
  readonly judge: Int32Array
  readonly criterion: Int32Array
  /** As in `ScoreRows`. */
  readonly points: Int32Array
  readonly written: readonly Points[]
}

/** What a score is worth; asked once no fault is left. */
export function worthAt(scores: OrderedScores, place: number): Whole {
  return itemAt(scores.written, numberAt(scores.points, place)).worth as Whole
}

function byUnit(plan: Plan, scores: ScoreRows): { readonly rows: Int32Array; readonly start: Int32Array } {
  const start = new Int32Array(plan.units.length + 1)
  let usable = 0
  for (const unit of scores.unit) {
    if (unit === -1) continue
    usable += 1
    start[unit + 1] = numberAt(start, unit + 1) + 1
  }
  for (let unit = 0; unit < plan.units.length; unit += 1) start[unit + 1] = numberAt(start, unit + 1) + numberAt(start, unit)
  const next = start.slice()
  const rows = new Int32Array(usable)
  for (let row = 0; row < scores.count; row += 1) {
    const unit = numberAt(scores.unit, row)
    if (unit === -1) continue
    rows[numberAt(next, unit)] = row
    next[unit] = numberAt(next, unit) + 1
  }
  return { rows, start }
}

/** Sorts the rows of one unit in place; gives how many are left once repeated ones are gone. */
function openUnitSort(plan: Plan, scores: ScoreRows, repeated: (row: number, first: number) => void): (rows: Int32Array) => number {
  const width = plan.criteria.length
  const seat = new Int32Array(plan.judges.length).fill(-1)
  let cells = new Int32Array(0)
  return (rows) => {
    const judges: number[] = []
    for (const row of rows) {
      const judge = numberAt(scores.judge, row)
      if (numberAt(seat, judge) !== -1) continue
      seat[judge] = judges.length
      judges.push(judge)
    }
    if (cells.length < judges.length * width) cells = new Int32Array(judges.length * width)
    cells.fill(-1, 0, judges.length * width)
    for (const row of rows) {
      const cell = numberAt(seat, numberAt(scores.judge, row)) * width + numberAt(scores.criterion, row)
      if (numberAt(cells, cell) === -1) cells[cell] = row
      else repeated(row, numberAt(cells, cell))
    }
    let left = 0
    for (const judge of judges.toSorted((a, b) => a - b)) {
      const first = numberAt(seat, judge) * width
      for (let cell = first; cell < first + width; cell += 1) {
        if (numberAt(cells, cell) === -1) continue
        rows[left] = numberAt(cells, cell)
        left += 1
      }
    }
    for (const judge of judges) seat[judge] = -1
    return left
  }
}

/** Orders the rows; repeated scores are faults, and the first counts. */
export function orderScores(faults: Faults, plan: Plan, scores: ScoreRows): OrderedScores {
  const grouped = byUnit(plan, scores)
  const sort = openUnitSort(plan, scores, (row, first) => {
    const [judge, unit] = [plan.judges[numberAt(scores.judge, row)]?.id ?? '', plan.units[numberAt(scores.unit, row)]?.id ?? '']
    fault(faults, `scores[${row}]`, problems.duplicateScore({ judge, unit, first: `scores[${first}]` }))
  })
  const start = new Int32Array(grouped.start.length)
  const sorted = new Int32Array(grouped.rows.length)
  let left = 0
  for (let unit = 0; unit < plan.units.length; unit += 1) {
    const own = grouped.rows.subarray(numberAt(grouped.start, unit), numberAt(grouped.start, unit + 1))
    const kept = own.subarray(0, sort(own))
    sorted.set(kept, left)
    left += kept.length
    start[unit + 1] = left
  }
  const row = sorted.subarray(0, left)
  // Copied in order once, so that whatever follows reads its memory from front to back.
  const column = (from: Int32Array): Int32Array => row.map((place) => numberAt(from, place))
  const { judge, criterion, points, written } = scores
  return { start, row, judge: column(judge), criterion: column(criterion), points: column(points), written }
}

/** Calls back for every sheet of a unit: a judge's run of scores in one component, `from` up to before `to`. */
export function eachSheet(
  plan: Plan,
  scores: OrderedScores,
  unit: number,
  visit: (judge: number, component: number, from: number, to: number) => void,
): void {
  const end = numberAt(scores.start, unit + 1)
  for (let from = numberAt(scores.start, unit); from < end;) {
    const judge = numberAt(scores.judge, from)
    const component = plan.criteria[numberAt(scores.criterion, from)]?.component ?? 0
    let to = from + 1
    while (to < end && numberAt(scores.judge, to) === judge && plan.criteria[numberAt(scores.criterion, to)]?.component === component)
      to += 1
    visit(judge, component, from, to)
    from = to
  }
}

function missingOf(plan: Plan, scored: Int32Array, component: number): string[] {
  const present = new Set(scored)
  return plan.criteria.flatMap((criterion, place) => (criterion.component === component && !present.has(place) ? [criterion.id] : []))
}

/** Finds unfinished sheets and components of a unit that nobody has scored. */
export function checkSheets(faults: Faults, plan: Plan, scores: OrderedScores): void {
  // Where lists could not be read, what is missing is not known.
  if (!faults.solid) return
  const seen = new Int32Array(plan.components.length).fill(-1)
  for (const [place, unit] of plan.units.entries()) {
    eachSheet(plan, scores, place, (judge, component, from, to) => {
      seen[component] = place
      if (to - from === plan.components[component]?.size) return
      const missing = missingOf(plan, scores.criterion.subarray(from, to), component)
      const named = { judge: plan.judges[judge]?.id ?? '', unit: unit.id, component: plan.components[component]?.id ?? '' }
      fault(faults, `scores[${numberAt(scores.row, from)}]`, problems.incompleteSheet({ ...named, missing }))
    })
    for (const [component, { id }] of plan.components.entries()) {
      if (seen[component] !== place) fault(faults, `units[${unit.at}]`, problems.unitWithoutScore({ unit: unit.id, component: id }))
    }
  }
}
