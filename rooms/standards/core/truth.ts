// Kleene's logic: true, false, and null for what is not known. A rule with unknown parts is unknown only while it could still
// go both ways.

import type { Comparator } from './expression.ts'

export type Truth = boolean | null

/** Not a. */
export function opposite(truth: Truth): Truth {
  return truth === null ? null : !truth
}

/** Whether at least so many of the truths hold. */
export function atLeastOf(least: number, count: number, truthAt: (index: number) => Truth): Truth {
  let [held, open] = [0, 0]
  for (let index = 0; index < count; index += 1) {
    const truth = truthAt(index)
    if (truth === true) held += 1
    else if (truth === null) open += 1
    if (held >= least) return true
    if (held + open + (count - index - 1) < least) return false
  }
  return held >= least ? true : held + open < least ? false : null
}

/** Whether an order (negative, zero, positive: left against right) satisfies a comparison. */
export function satisfies(order: number, comparison: Comparator): boolean {
  switch (comparison) {
    case '=':
      return order === 0
    case '!=':
      return order !== 0
    case '<':
      return order < 0
    case '<=':
      return order <= 0
    case '>':
      return order > 0
    default:
      return order >= 0
  }
}

/** What a comparison of an unknown number of cases (0 or more) comes to, when it can come to one thing only. */
export function foregone(comparison: Comparator, count: number): Truth {
  if (count > 0) return null
  return comparison === '>=' ? true : comparison === '<' ? false : null
}
