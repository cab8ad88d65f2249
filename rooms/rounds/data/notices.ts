// Recorded changes of a round with their reasons: added with the change, never written again.

import { districtOf } from '#ground/kernel/code.ts'
import type { Id } from '#ground/kernel/ids.ts'
import type { Db, RoundRow } from './rounds.ts'

export interface Notice {
  readonly id: Id
  readonly verb: 'changeRules' | 'correct' | 'cancel' | 'thaw' | 'order'
  readonly reason: string
  readonly before: string | null
  readonly after: string | null
  readonly at: Date
}

type Where = Pick<RoundRow, 'unit' | 'id'>

/** What was changed of a round, the latest first. */
export async function noticesOf(db: Db, round: Where): Promise<Notice[]> {
  const rows = await db
    .selectFrom('round_notices')
    .select(['id', 'verb', 'reason', 'before', 'after', 'at'])
    .where('district', '=', districtOf(round.unit))
    .where('round', '=', round.id)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows as never
}

/** Adds one; of a round that nobody outside may read yet it waits until the rules are announced. */
export async function addNotice(db: Db, round: Where & Pick<RoundRow, 'announced'>, notice: Notice): Promise<void> {
  await db
    .insertInto('round_notices')
    .values({ district: districtOf(round.unit), unit: round.unit, round: round.id, announced: round.announced, ...notice })
    .execute()
}

/** Makes public what was recorded before the rules were. */
export async function announceNotices(db: Db, round: Where): Promise<void> {
  await db
    .updateTable('round_notices')
    .set({ announced: true })
    .where('district', '=', districtOf(round.unit))
    .where('round', '=', round.id)
    .execute()
}
