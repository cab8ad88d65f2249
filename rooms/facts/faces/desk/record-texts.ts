// What records say in a cell or a line.

import type { Text } from '#ground/kernel/problem.ts'
import { caseTypeNames } from '../../core/record-words.ts'
import type { Certificate } from './facts-client.ts'
import type { Words } from './zh.ts'

/** A certificate's end: its last day, none, or the day from which it was taken back. */
export function untilText(row: Pick<Certificate, 'to' | 'withdrawnFrom'>, text: Words): string {
  return row.withdrawnFrom === null ? (row.to ?? text.longTerm) : text.withdrawnFrom(row.withdrawnFrom)
}

/** A type of case by its name, an open word as it was written. */
export function typeText(type: string, say: (text: Text) => string): string {
  const known = caseTypeNames[type]
  return known === undefined ? type : say(known)
}
