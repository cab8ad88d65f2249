// Points as texts that mean numbers: 8.5 and 8.50 are the same.

import { equals, parseExact } from '#ground/kernel/exact.ts'

/** Whether both are the same number; what is missing or no number equals nothing. */
export function sameValue(a: string | undefined, b: string | undefined): boolean {
  const [left, right] = [parseExact(a ?? ''), parseExact(b ?? '')]
  return left !== null && right !== null && equals(left, right)
}
