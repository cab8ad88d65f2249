// Under which unit an act stands that speaks of several: the deepest one that holds them all.

import { ancestorsOf } from '#ground/kernel/code.ts'
import type { Code } from '#ground/kernel/code.ts'

/** The deepest code that holds all of these, itself one of them or above. */
export function sharedUnit(codes: readonly Code[]): Code {
  const first = codes[0] ?? ''
  const above = [first, ...ancestorsOf(first).toReversed()]
  return above.find((code) => codes.every((each) => each.startsWith(code))) ?? first.slice(0, 2)
}
