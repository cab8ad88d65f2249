// Reads the method: weights, aggregate, cap, decimals, tie-breaks. Always gives a method to go on with; where something was
// refused it holds a stand-in, and the faults say so.

import { compare, equals, one, sum, toPlain, zero } from '#ground/kernel/exact.ts'
import type { Exact } from '#ground/kernel/exact.ts'
import { problems } from '../problems.ts'
import { fault } from './faults.ts'
import type { Faults } from './faults.ts'
import {
  memberPath,
  placesOf,
  readCount,
  readDecimal,
  readFields,
  readList,
  readName,
  readObject,
  readRoll,
  readText,
} from './tally-fields.ts'
import type { Fields } from './tally-fields.ts'

export interface Weighted {
  readonly id: string
  readonly weight: Exact
}

export type Aggregate =
  | { readonly kind: 'mean' }
  | { readonly kind: 'median' }
  | { readonly kind: 'trimmed-mean'; readonly dropHigh: number; readonly dropLow: number; readonly minJudges: number }

export interface Method {
  readonly components: readonly Weighted[]
  readonly panels: readonly Weighted[]
  readonly aggregate: Aggregate
  readonly bonusCap: Exact
  readonly decimals: number
  /** As written; read by `readTies` once the sheets are known. */
  readonly ties: readonly unknown[]
}

const drops = ['dropHigh', 'dropLow', 'minJudges']

function readWeighted(faults: Faults, value: unknown, path: string): Weighted[] {
  const before = faults.list.length
  const items = readRoll(faults, value, path).map((item, index) => {
    const at = `${path}[${index}]`
    const fields = readFields(faults, item, at, ['id', 'weight'])
    const id = readName(faults, fields?.['id'], `${at}.id`)
    const weight = readDecimal(faults, fields?.['weight'], `${at}.weight`)
    if (id !== null && weight !== null && compare(weight.value, zero) <= 0) {
      fault(faults, `${at}.weight`, problems.weightNotPositive({ id }))
    }
    return { id, weight: weight?.value ?? null }
  })
  const first = placesOf(
    faults,
    items.map(({ id }) => id),
    (index) => `${path}[${index}].id`,
  )
  const weights = items.map(({ weight }) => weight)
  const total = sum(weights.map((weight) => weight ?? zero))
  // Where a weight could not be read, its fault says enough.
  const readable = value !== undefined && !weights.includes(null) && (items.length > 0 || faults.list.length === before)
  if (readable && !equals(total, one)) fault(faults, path, problems.weightsNotOne({ sum: toPlain(total) }))
  return items.flatMap(({ id, weight }, index) => (id === null || first.get(id) !== index ? [] : [{ id, weight: weight ?? zero }]))
}

function readTrim(faults: Faults, fields: Fields, path: string): Aggregate {
  readFields(faults, fields, path, ['kind', ...drops])
  const [dropHigh, dropLow, minJudges] = drops.map((name) => readCount(faults, fields[name], memberPath(path, name)))
  if (typeof dropHigh !== 'number' || typeof dropLow !== 'number' || typeof minJudges !== 'number') return { kind: 'mean' }
  if (minJudges <= dropHigh + dropLow) {
    fault(faults, `${path}.minJudges`, problems.tooFewLeft({ minJudges, drops: dropHigh + dropLow }))
  }
  return { kind: 'trimmed-mean', dropHigh, dropLow, minJudges }
}

function readAggregate(faults: Faults, value: unknown, path: string): Aggregate {
  const fields = readObject(faults, value, path)
  if (fields === null) return { kind: 'mean' }
  const kind = fields['kind']
  if (kind === 'trimmed-mean') return readTrim(faults, fields, path)
  const rest = Object.fromEntries(Object.entries(fields).filter(([key]) => !drops.includes(key)))
  readFields(faults, rest, path, ['kind'])
  if (kind !== 'mean' && kind !== 'median') {
    if (kind !== undefined) fault(faults, `${path}.kind`, problems.unknownAggregate())
    return { kind: 'mean' }
  }
  for (const field of drops) {
    if (Object.hasOwn(fields, field)) fault(faults, `${path}.${field}`, problems.dropsWithoutTrim({ field }))
  }
  return { kind }
}

function readDecimals(faults: Faults, value: unknown, path: string): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 6) return value
  if (value !== undefined) fault(faults, path, problems.decimalsOutOfRange())
  return 0
}

/** Reads `method`. */
export function readMethod(faults: Faults, value: unknown): Method {
  const fields = readFields(faults, value, 'method', ['components', 'panels', 'aggregate', 'bonusCap', 'decimals', 'ties'])
  const bonusCap = readDecimal(faults, fields?.['bonusCap'], 'method.bonusCap')
  if (bonusCap !== null && compare(bonusCap.value, zero) < 0) fault(faults, 'method.bonusCap', problems.negativeLimit())
  return {
    components: readWeighted(faults, fields?.['components'], 'method.components'),
    panels: readWeighted(faults, fields?.['panels'], 'method.panels'),
    aggregate: readAggregate(faults, fields?.['aggregate'], 'method.aggregate'),
    bonusCap: bonusCap?.value ?? zero,
    decimals: readDecimals(faults, fields?.['decimals'], 'method.decimals'),
    ties: readList(faults, fields?.['ties'], 'method.ties'),
  }
}

/** A tie-break with its place: a component of the method, or a criterion by its rank in the plan. */
export type Tie =
  | { readonly kind: 'component'; readonly component: number }
  | { readonly kind: 'criterion'; readonly criterion: number }
  | { readonly kind: 'adjustment' }

/** Where ids stand; a criterion by its component's id and its own. */
export interface Known {
  component(id: string): number | undefined
  criterion(component: string, id: string): number | undefined
}

// An id may hold a slash itself, so every cut is tried.
function criterionOf(known: Known, text: string): number | undefined {
  for (let slash = text.indexOf('/'); slash !== -1; slash = text.indexOf('/', slash + 1)) {
    const found = known.criterion(text.slice(0, slash), text.slice(slash + 1))
    if (found !== undefined) return found
  }
  return undefined
}

function readTie(faults: Faults, text: string, path: string, known: Known): Tie | null {
  if (text === 'adjustment') return { kind: 'adjustment' }
  const [, kind = '', id = ''] = /^(component|criterion):(.*)$/su.exec(text) ?? []
  const unknown = (what: 'component' | 'criterion'): null => {
    if (faults.solid) fault(faults, path, problems.unknownNamed({ what, id }))
    return null
  }
  if (kind === 'component') {
    const component = known.component(id)
    return component === undefined ? unknown('component') : { kind: 'component', component }
  }
  if (kind === 'criterion' && id.includes('/')) {
    const criterion = criterionOf(known, id)
    return criterion === undefined ? unknown('criterion') : { kind: 'criterion', criterion }
  }
  fault(faults, path, problems.unknownTie())
  return null
}

/** Reads the tie-breaks of a method. */
export function readTies(faults: Faults, ties: readonly unknown[], known: Known): Tie[] {
  return ties.flatMap((value, index) => {
    const path = `method.ties[${index}]`
    const text = readText(faults, value, path)
    return (text === null ? null : readTie(faults, text, path, known)) ?? []
  })
}
