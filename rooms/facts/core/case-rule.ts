// A complaint weighs on a unit only when another body upheld it, of the county or above. Who complained is not recorded.

import type { Code } from '#ground/kernel/code.ts'
import { nameKey } from './name-key.ts'

export interface Decided {
  /** The unit on which the case weighs. */
  readonly unit: Code
  /** The body complained about: the unit itself, or an office of it. */
  readonly against: string
  /** The office that upheld it, and the unit it serves. */
  readonly decidedBy: string
  readonly decidedUnit: Code
}

/** 人社局 and 演示县人社局 are one body, however it was written. */
function sameBody(a: string, b: string): boolean {
  const [x, y] = [nameKey(a), nameKey(b)]
  return x === y || (y.length >= 3 && x.endsWith(y)) || (x.length >= 3 && y.endsWith(x))
}

/** Why a case may not be recorded; null when it may. */
export function refusesCase({ unit, against, decidedBy, decidedUnit }: Decided): 'same-body' | 'not-above' | null {
  if (sameBody(against, decidedBy)) return 'same-body'
  return decidedUnit.length <= 6 && unit.startsWith(decidedUnit) && unit !== decidedUnit ? null : 'not-above'
}
