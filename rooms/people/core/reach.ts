// The reach of a system operator: every place there can be, also while nothing is imported yet, because somebody has to begin.

import type { Code } from '#ground/kernel/code.ts'

/** Prefixes that cover every code: no province begins with 0. */
export const everywhere: readonly Code[] = ['1', '2', '3', '4', '5', '6', '7', '8', '9']

/** Level-1 codes of GB/T 2260 and, last, 99, which is nobody's and serves demonstrations and instances without units. */
export const provinceCodes: readonly Code[] =
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 99'.split(' ')
