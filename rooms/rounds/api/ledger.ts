// What the ledger says of a unit: how much of last quarter's was mended (上季问题整改). Read in the convener's transaction
// when the unit is presented, and kept with the scene, because a stage reads no entries.

import type { Day } from '#ground/kernel/clock.ts'
import type { Code } from '#ground/kernel/code.ts'
import { quarterCounts } from '#rooms/ledger/offers.ts'
import type { Db } from '../data/rounds.ts'

/** Closed of due entries of a quarter (2026-Q2); null when there were none. */
export async function mended(db: Db, subject: Code, quarter: string, today: Day): Promise<{ closed: number; due: number } | null> {
  const found = (await quarterCounts({ db, today }, [subject], quarter.replace('-', ''))).get(subject)
  return found === undefined || found.due === 0 ? null : { closed: found.closed, due: found.due }
}
