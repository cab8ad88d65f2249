// Units of measure of facts. Measures of one dimension convert exactly (1 万元 = 10,000 元); any other counting word
// (户、个、场…) is a dimension of its own, so that no county waits for a list of ours to grow.

import { divide, exact, multiply } from '#ground/kernel/exact.ts'
import type { Exact } from '#ground/kernel/exact.ts'

/** A measure as written (`万元`), what it can be compared with, and how many of the dimension's base it holds. */
export interface Measure {
  readonly name: string
  readonly dimension: string
  readonly factor: Exact
}

const table: readonly (readonly [dimension: string, name: string, factor: string])[] = [
  ['money', '元', '1'],
  ['money', '万元', '10000'],
  ['money', '亿元', '100000000'],
  ['share', '%', '1'],
  ['share', '‰', '0.1'],
  ['area', '平方米', '1'],
  ['area', '公顷', '10000'],
  ['area', '平方公里', '1000000'],
  ['length', '米', '1'],
  ['length', '公里', '1000'],
  ['time', '分钟', '1'],
  ['time', '小时', '60'],
  ['people', '人', '1'],
  ['people', '万人', '10000'],
  ['households', '户', '1'],
  ['households', '万户', '10000'],
]

const known = new Map<string, Measure>(table.map(([dimension, name, factor]) => [name, { name, dimension, factor: exact(factor) }]))

const counting = /^\p{Script=Han}{1,4}$/u

/** The measure of a name: one of the table, or a counting word of one to four Chinese characters; null for anything else. */
export function measureOf(name: string): Measure | null {
  return known.get(name) ?? (counting.test(name) ? { name, dimension: name, factor: exact(1) } : null)
}

/** Whether amounts of both can be compared. */
export function comparable(a: Measure, b: Measure): boolean {
  return a.dimension === b.dimension
}

/** The amount in `from` as an amount in `to`; the two must be comparable. */
export function convert(amount: Exact, from: Measure, to: Measure): Exact {
  if (!comparable(from, to)) throw new RangeError(`${from.name} does not convert to ${to.name}`)
  return divide(multiply(amount, from.factor), to.factor)
}
