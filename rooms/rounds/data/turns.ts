// Lines of a draw that were turned over on the spot: added, never changed.

import { districtOf } from '#ground/kernel/code.ts'
import type { Code } from '#ground/kernel/code.ts'
import type { Id } from '#ground/kernel/ids.ts'
import type { Db, RoundRow } from './rounds.ts'

export interface TurnRow {
  readonly id: Id
  readonly draw: Id
  readonly number: number
  readonly subject: Code
  readonly key: string
  readonly line: number
  readonly content: string
  readonly reason: string
  readonly at: Date
}

/** All turns of a round's draws, in their order. */
export async function turnsOf(db: Db, unit: Code, round: Id): Promise<TurnRow[]> {
  return db
    .selectFrom('round_turns')
    .select(['id', 'draw', 'number', 'subject', 'key', 'line', 'content', 'reason', 'at'])
    .where('district', '=', districtOf(unit))
    .where('round', '=', round)
    .orderBy('draw')
    .orderBy('number')
    .execute()
}

/** Adds the next turn of a draw. */
export async function addTurn(db: Db, round: Pick<RoundRow, 'unit' | 'id'>, turn: TurnRow): Promise<void> {
  await db
    .insertInto('round_turns')
    .values({ district: districtOf(round.unit), unit: round.unit, round: round.id, ...turn })
    .execute()
}

/** The question that a unit drew last since it was called; null when it drew none. */
export async function questionOf(
  db: Db,
  round: Pick<RoundRow, 'unit' | 'id'>,
  subject: Code,
  since: Date,
): Promise<{ number: number; text: string } | null> {
  const row = await db
    .selectFrom('round_turns')
    .select(['number', 'content'])
    .where('district', '=', districtOf(round.unit))
    .where('round', '=', round.id)
    .where('subject', '=', subject)
    .where('at', '>=', since)
    .orderBy('at', 'desc')
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row === undefined ? null : { number: row.number, text: row.content }
}
