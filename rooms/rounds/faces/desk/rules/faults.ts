// What is wrong with rules while they are being written: the same check as the server's, told at the field it belongs to.

import { parseExact, sum, toPlain } from '#ground/kernel/exact.ts'
import type { Text } from '#ground/kernel/problem.ts'
import { checkRules } from '../../../core/rules-check.ts'
import type { Rules } from '../rounds.ts'

/** Every fault by its path below `body.rules`; the first of each. */
export function faultsOf(rules: Rules): ReadonlyMap<string, Text> {
  const checked = checkRules(rules)
  if (checked.ok) return new Map()
  return new Map(checked.problem.errors.toReversed().map(({ path, detail }) => [path, detail]))
}

/** The sum of decimals as it is written; null when one of them is no number. */
export function sumOf(values: readonly string[]): string | null {
  const read = values.map(parseExact)
  const numbers = read.filter((value) => value !== null)
  return numbers.length === read.length ? toPlain(sum(numbers)) : null
}

/** A free id like `c3` for something new in a list. */
export function freeId(letter: string, taken: readonly { readonly id: string }[]): string {
  const ids = new Set(taken.map(({ id }) => id))
  let number = taken.length + 1
  while (ids.has(`${letter}${number}`)) number += 1
  return `${letter}${number}`
}
