// What the ledger says of a unit: how much of last quarter's was mended.

import type { Day } from '#ground/kernel/clock.ts'
import type { Code } from '#ground/kernel/code.ts'
import type { Db } from '../data/rounds.ts'

/** Closed of due entries of a quarter; null when there were none. */
export async function mended(_db: Db, _subject: Code, _quarter: string, _today: Day): Promise<{ closed: number; due: number } | null> {
  return null
}
