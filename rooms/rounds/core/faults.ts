// What is wrong with an input, fault by fault: every one is found and named by its path, so that nobody mends a file ten
// times. All of one rule are refused under that rule's number, of several rules under 4000.

import type { Problem } from '#ground/kernel/problem.ts'
import { problems } from '../problems.ts'

/** One faulty place, as in `scores[3].points` or `line 12`. */
export interface Fault {
  readonly path: string
  readonly problem: Problem
}

/** Collects while reading. */
export interface Faults {
  readonly list: Fault[]
  /** False once something was unreadable that others refer to: then nobody is told that what they name is unknown. */
  solid: boolean
}

/** An empty collection. */
export function openFaults(): Faults {
  return { list: [], solid: true }
}

/** Notes one fault. */
export function fault(faults: Faults, path: string, problem: Problem): void {
  faults.list.push({ path, problem })
}

/** The refusal that lists all faults; of at least one. */
export function refusalOf(list: readonly Fault[]): Problem {
  const [first] = list
  if (first === undefined) throw new RangeError('a refusal needs a fault')
  const errors = list.map(({ path, problem }) => ({ path, detail: problem.detail }))
  const rules = [...new Set(list.map(({ problem }) => problem.code))].sort((a, b) => a - b)
  if (list.length === 1) return { ...first.problem, errors }
  const listed = problems.severalFaults({ count: list.length, rules }, errors)
  return rules.length > 1 ? listed : { ...first.problem, detail: listed.detail, errors }
}
