// What other rooms may ask of the rounds: what a unit promised and how that stands, and how the promises below a place stand.

import type { Kysely } from 'kysely'
import type { RoomRequest } from '#ground/http/handler.ts'
import type { Day } from '#ground/kernel/clock.ts'
import type { Code } from '#ground/kernel/code.ts'
import { ok } from '#ground/kernel/result.ts'
import type { Result } from '#ground/kernel/result.ts'
import type { Database } from '#ground/postgres/database.gen.ts'
import { seated } from './api/seated.ts'
import { quarterBefore } from './core/quarter.ts'
import { commitmentsShown } from './data/commitments.ts'
import type { ShownCommitment } from './data/commitments.ts'
import { promisesBelow } from './data/promises.ts'
import type { Promises } from './data/promises.ts'

type Db = Kysely<Database>

export type { ShownCommitment } from './data/commitments.ts'
export type { Promises } from './data/promises.ts'

/** A village's commitments with how they stand in a quarter (`2026-Q3`) and stood in the one before. */
export const commitmentsIn = (db: Db, subject: Code, quarter: string): Promise<ShownCommitment[]> =>
  commitmentsShown(db, subject, quarter, quarterBefore(quarter))

/** How many commitments the units at and below a code had made by a day of a quarter, and how they stood in it; of a province as well. */
export const promisesIn = (db: Db, below: Code, quarter: string, day: Day): Promise<Promises> => promisesBelow(db, below, quarter, day)

/** What the hall of the asking seat sees: its round's version and quarter, and the unit that is on, if any. The permission check of a seat. */
export async function presentedTo(
  request: Pick<RoomRequest, 'db' | 'actor' | 'permit'>,
): Promise<Result<{ readonly version: number; readonly quarter: string; readonly subject: Code | null }>> {
  const found = await seated(request)
  if (!found.ok) return found
  const { version, quarter, scene } = found.value.round
  return ok({ version, quarter, subject: scene.kind === 'unit' ? scene.subject : null })
}
