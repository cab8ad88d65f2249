// What is wrong with a pack, fault by fault: every one is found and named by its path, so that nobody mends a file ten times.
// One fault is refused under its own number, several under 5400.

import type { FieldError, Problem } from '#ground/kernel/problem.ts'
import { problems } from '../problems.ts'

export interface Fault {
  /** `stars[0].bottomLines[1].rule`; in a workbook `底线 第 12 行`. */
  readonly path: string
  readonly problem: Problem
}

/** A place of the document and where its faults go. */
export interface Place {
  readonly faults: Fault[]
  /** `$` is the whole document. */
  readonly path: string
}

/** The place of a member or an item. */
export function at(place: Place, key: string | number): Place {
  if (typeof key === 'number') return { faults: place.faults, path: `${place.path}[${key}]` }
  return { faults: place.faults, path: place.path === '$' ? key : `${place.path}.${key}` }
}

/** Notes a fault. */
export function fault(place: Place, problem: Problem): void {
  place.faults.push({ path: place.path, problem })
}

/** Faults as the errors of a problem: each detail begins with its own number. */
export function errorsOf(faults: readonly Fault[]): FieldError[] {
  return faults.map(({ path, problem }) => ({
    path,
    detail: { zh: `〔${problem.code}〕${problem.detail.zh}`, en: `[${problem.code}] ${problem.detail.en}` },
  }))
}

/** The refusal that lists all faults; of at least one. */
export function refusalOf(faults: readonly Fault[]): Problem {
  const [first] = faults
  if (first === undefined) throw new RangeError('a refusal needs a fault')
  if (faults.length === 1) return { ...first.problem, errors: errorsOf(faults) }
  return problems.severalFaults({ count: faults.length }, errorsOf(faults))
}
