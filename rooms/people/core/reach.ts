// The reach of a system operator: every province of the instance. While nothing is imported yet, the provinces that may
// be imported, because somebody has to begin.

import type { Code } from '#ground/kernel/code.ts'

/** Level-1 codes of GB/T 2260 and 99, which is nobody's and serves the demonstration. */
export const provinceCodes: readonly Code[] =
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 99'.split(' ')

/** The prefixes an operator reaches, given the level-1 units that the instance has. */
export function operatorReach(present: readonly Code[]): readonly Code[] {
  return present.length > 0 ? present : provinceCodes
}
