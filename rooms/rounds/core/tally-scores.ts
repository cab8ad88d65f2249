// Reads the scores, the one list that is long: each becomes a row of whole numbers (unit, judge, criterion, points).
// Rows that look as they should take a path without allocation; whatever does not is read again, slowly, for its faults.

import { compare, isMultipleOf, parseExact, scaled, zero } from '#ground/kernel/exact.ts'
import type { Problem } from '#ground/kernel/problem.ts'
import { problems } from '../problems.ts'
import { fault } from './faults.ts'
import type { Faults } from './faults.ts'
import { itemAt } from './places.ts'
import { readFields, readList, readText } from './tally-fields.ts'
import type { Criterion, Plan } from './tally-plan.ts'
import type { ScoreInput } from './tally-shapes.ts'
import { wholeOf } from './whole.ts'
import type { Whole } from './whole.ts'

/** Points as somebody wrote them for one criterion; scores that say the same share one. */
export interface Points {
  readonly text: string
  /** As a whole number of the component's last decimal; or why they are refused. */
  readonly worth: Whole | Problem
}

/** Row i is score i of the input; −1 in `unit` marks one that names something unknown. */
export interface ScoreRows {
  readonly count: number
  readonly unit: Int32Array
  readonly judge: Int32Array
  readonly criterion: Int32Array
  /** The place of its points in `written`. */
  readonly points: Int32Array
  readonly written: readonly Points[]
}

const names = ['unit', 'judge', 'component', 'criterion', 'points']

function isScore(value: unknown): value is ScoreInput {
  if (typeof value !== 'object' || value === null) return false
  const { unit, judge, component, criterion, points } = value as Partial<Record<string, unknown>>
  if (typeof unit !== 'string' || typeof judge !== 'string' || typeof component !== 'string') return false
  if (typeof criterion !== 'string' || typeof points !== 'string') return false
  let fields = 0
  for (const _ in value) fields += 1
  return fields === names.length
}

/** What can be read of a faulty score, so that its place counts as filled. */
function readSlowly(faults: Faults, value: unknown, path: string): ScoreInput | null {
  const fields = readFields(faults, value, path, names)
  const [unit, judge, component, criterion] = names.slice(0, 4).map((name) => readText(faults, fields?.[name], `${path}.${name}`))
  const points = fields?.['points']
  if (typeof points !== 'string' && points !== undefined) fault(faults, `${path}.points`, problems.notDecimal())
  if (typeof unit !== 'string' || typeof judge !== 'string' || typeof component !== 'string' || typeof criterion !== 'string') return null
  return { unit, judge, component, criterion, points: typeof points === 'string' ? points : '0' }
}

function pointsOf(criterion: Criterion, decimals: number, big: boolean, text: string): Whole | Problem {
  const value = parseExact(text)
  if (value === null) return problems.notDecimal()
  if (compare(value, zero) < 0) return problems.belowZero({ points: text })
  // A criterion that was refused itself (its stand-in has no text) judges no points.
  if (criterion.max.text === '') return wholeOf(0n, big)
  if (compare(value, criterion.max.value) > 0) return problems.aboveMax({ points: text, max: criterion.max.text })
  const units = isMultipleOf(value, criterion.step.value) ? scaled(value, decimals) : null
  return units === null ? problems.offStep({ points: text, step: criterion.step.text }) : wholeOf(units, big)
}

/** Points texts of one criterion repeat all the time: each is read once. Gives the place in `written`. */
function openPoints(plan: Plan, written: Points[]): (criterion: number, text: string) => number {
  const known = plan.criteria.map(() => new Map<string, number>())
  return (place, text) => {
    const read = itemAt(known, place)
    const found = read.get(text)
    if (found !== undefined) return found
    const criterion = itemAt(plan.criteria, place)
    const worth = pointsOf(criterion, plan.components[criterion.component]?.decimals ?? 0, plan.big, text)
    read.set(text, written.length)
    return written.push({ text, worth }) - 1
  }
}

/** Looks ids up; the one asked before is often asked again, and comparing is cheaper than hashing. */
function openLookUp(places: ReadonlyMap<string, number>): (id: string) => number {
  let last = ''
  let place = -1
  return (id) => {
    if (id === last && place !== -1) return place
    last = id
    place = places.get(id) ?? -1
    return place
  }
}

function nameUnknown(faults: Faults, plan: Plan, score: ScoreInput, path: string): void {
  if (!faults.solid) return
  const unknown = (what: 'unit' | 'judge' | 'component' | 'criterion'): void =>
    fault(faults, `${path}.${what}`, problems.unknownNamed({ what, id: score[what] }))
  if (!plan.unitAt.has(score.unit)) unknown('unit')
  if (!plan.judgeAt.has(score.judge)) unknown('judge')
  const criteria = plan.criterionAt.get(score.component)
  if (criteria === undefined) unknown('component')
  else if (!criteria.has(score.criterion)) unknown('criterion')
}

/** Reads `scores`. */
export function readScores(faults: Faults, value: unknown, plan: Plan): ScoreRows {
  const list = readList(faults, value, 'scores')
  const count = list.length
  const [unit, judge] = [new Int32Array(count).fill(-1), new Int32Array(count)]
  const [criterion, points] = [new Int32Array(count), new Int32Array(count)]
  const written: Points[] = []
  const [unitOf, judgeOf, pointsAt] = [openLookUp(plan.unitAt), openLookUp(plan.judgeAt), openPoints(plan, written)]
  const { criterionAt, recused } = plan
  for (let row = 0; row < count; row += 1) {
    const item = list[row]
    const score = isScore(item) ? item : readSlowly(faults, item, `scores[${row}]`)
    if (score === null) continue
    const u = unitOf(score.unit)
    const j = judgeOf(score.judge)
    const c = criterionAt.get(score.component)?.get(score.criterion) ?? -1
    if (u === -1 || j === -1 || c === -1) {
      nameUnknown(faults, plan, score, `scores[${row}]`)
      continue
    }
    unit[row] = u
    judge[row] = j
    criterion[row] = c
    if (recused[j]?.has(u) === true) fault(faults, `scores[${row}]`, problems.recusedScore({ judge: score.judge, unit: score.unit }))
    const place = pointsAt(c, score.points)
    points[row] = place
    const worth = written[place]?.worth
    if (typeof worth === 'object') fault(faults, `scores[${row}].points`, worth)
  }
  return { count, unit, judge, criterion, points, written }
}
