// A unit's own places, and requests for a recount.

import { sql } from 'kysely'
import { districtOf } from '#ground/kernel/code.ts'
import type { Code } from '#ground/kernel/code.ts'
import type { Id } from '#ground/kernel/ids.ts'
import type { Place } from '../core/place.ts'
import type { Db, RoundRow } from './rounds.ts'

type Where = Pick<RoundRow, 'unit' | 'id'>
export type RecountState = 'asked' | 'upheld' | 'refused'

export interface OwnPlace {
  readonly unit: Code
  readonly round: Id
  readonly name: string
  readonly quarter: string
  readonly tally: Id
  readonly place: Place
  readonly toldAt: Date
  readonly recountDays: number
  readonly recount: RecountState | null
  readonly decision: string
}

/** What a unit was told, newest first. */
export async function ownPlaces(db: Db, subject: Code): Promise<OwnPlace[]> {
  const result = await sql<OwnPlace>`select p.unit, p.round, r.name, r.quarter, p.tally, p.place,
      p.told_at as "toldAt", (r.rules ->> 'recountDays')::int as "recountDays", c.state as recount, coalesce(c.decision, '') as decision
    from round_places p
    join rounds r on r.district = p.district and r.id = p.round
    left join round_recounts c on c.district = p.district and c.tally = p.tally and c.subject = p.subject
    where p.district = ${districtOf(subject)} and p.subject = ${subject} and p.told
    order by r.held_on desc, p.id desc limit 40`.execute(db)
  return result.rows
}

export interface RecountRow {
  readonly id: Id
  readonly subject: Code
  readonly tally: Id
  readonly reason: string
  readonly askedAt: Date
  readonly state: RecountState
  readonly decision: string
}

const columns = ['id', 'subject', 'tally', 'reason', 'asked_at as askedAt', 'state', 'decision'] as const

/** Adds a request. */
export async function addRecount(db: Db, round: Where, row: Omit<RecountRow, 'state' | 'decision'>): Promise<void> {
  await db
    .insertInto('round_recounts')
    .values({
      district: districtOf(round.unit),
      unit: round.unit,
      round: round.id,
      id: row.id,
      subject: row.subject,
      tally: row.tally,
      reason: row.reason,
      asked_at: row.askedAt,
      state: 'asked',
    })
    .execute()
}

/** Requests of a round, oldest first. */
export async function recountsOf(db: Db, round: Where): Promise<RecountRow[]> {
  const rows = await db
    .selectFrom('round_recounts')
    .select(columns)
    .where('district', '=', districtOf(round.unit))
    .where('round', '=', round.id)
    .orderBy('asked_at')
    .execute()
  return rows as RecountRow[]
}

/** One request. */
export async function findRecount(db: Db, round: Where, id: Id): Promise<RecountRow | undefined> {
  return (await recountsOf(db, round)).find((row) => row.id === id)
}

/** Writes the answer. */
export async function decideRecount(
  db: Db,
  round: Where,
  id: Id,
  given: { readonly state: RecountState; readonly decision: string; readonly at: Date },
): Promise<void> {
  await db
    .updateTable('round_recounts')
    .set({ state: given.state, decision: given.decision, decided_at: given.at })
    .where('district', '=', districtOf(round.unit))
    .where('id', '=', id)
    .execute()
}
