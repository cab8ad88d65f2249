// The pool of a draw: a text file, one entry a line, exactly as published. Only what editors add without being asked (a BOM,
// CRLF, one final newline) is taken away, so that everybody who has the file has the same lines.

import { problems } from '../problems.ts'
import { fault } from './faults.ts'
import type { Faults } from './faults.ts'

/** The RFC counts draws with two bytes. */
export const mostLines = 65_535

/** The lines of a pool's text. */
export function splitPool(text: string): string[] {
  const content = (text.startsWith('\uFEFF') ? text.slice(1) : text).replace(/\r?\n$/, '')
  return content === '' && !/\n/.test(text) ? [] : content.split(/\r?\n/)
}

/** Finds a pool that is empty or too long, and empty or repeated lines. */
export function checkPool(faults: Faults, lines: readonly string[]): void {
  if (lines.length === 0) fault(faults, 'pool', problems.emptyPool())
  if (lines.length > mostLines) fault(faults, 'pool', problems.poolTooLong({ count: lines.length, most: mostLines }))
  const first = new Map<string, number>()
  for (const [place, line] of lines.entries()) {
    const before = first.get(line)
    if (line === '') fault(faults, `line ${place + 1}`, problems.emptyLine())
    else if (before !== undefined) fault(faults, `line ${place + 1}`, problems.repeatedLine({ first: before }))
    else first.set(line, place + 1)
  }
}
