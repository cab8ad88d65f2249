// Votes of the meeting: that a seat has voted stands apart from what was voted.

import { sql } from 'kysely'
import { districtOf } from '#ground/kernel/code.ts'
import type { Id } from '#ground/kernel/ids.ts'
import type { Db, RoundRow } from './rounds.ts'

type Place = Pick<RoundRow, 'unit' | 'id'>

export interface CurrentVote {
  readonly id: Id
  readonly state: 'open' | 'closed'
  readonly voted: boolean
}

/** The latest vote of a round, and whether the seat has voted in it. */
export async function currentVote(db: Db, round: Place, seat: Id): Promise<CurrentVote | null> {
  const result = await sql<CurrentVote>`select v.id, v.state,
      exists (select 1 from round_vote_marks m where m.district = v.district and m.vote = v.id and m.seat = ${seat}) as voted
    from round_votes v where v.district = ${districtOf(round.unit)} and v.round = ${round.id}
    order by v.opened_at desc limit 1`.execute(db)
  return result.rows[0] ?? null
}

export interface VoteRow {
  readonly id: Id
  readonly state: 'open' | 'closed'
  readonly counts: Readonly<Record<string, Readonly<Record<string, number>>>> | null
  readonly voted: number
}

/** All votes of a round, oldest first. */
export async function votesOf(db: Db, round: Place): Promise<VoteRow[]> {
  const result = await sql<VoteRow>`select v.id, v.state, v.counts,
      (select count(*)::int from round_vote_marks m where m.district = v.district and m.vote = v.id) as voted
    from round_votes v where v.district = ${districtOf(round.unit)} and v.round = ${round.id} order by v.opened_at`.execute(db)
  return result.rows
}

/** Opens a vote. */
export async function addVote(db: Db, round: Place, id: Id, at: Date): Promise<void> {
  await db
    .insertInto('round_votes')
    .values({ district: districtOf(round.unit), unit: round.unit, round: round.id, id, state: 'open', opened_at: at })
    .execute()
}

/** Marks that the seat has voted, and drops its ballots into the box: nothing ties one to the other. False when it voted already. */
export async function castBallots(
  db: Db,
  round: Place,
  vote: Id,
  seat: Id,
  given: { readonly mark: Id; readonly ballots: readonly { readonly id: Id; readonly subject: string; readonly choice: string }[] },
): Promise<boolean> {
  const placed = { district: districtOf(round.unit), unit: round.unit, round: round.id, vote }
  const marked = await db
    .insertInto('round_vote_marks')
    .values({ ...placed, id: given.mark, seat })
    .onConflict((conflict) => conflict.columns(['district', 'vote', 'seat']).doNothing())
    .executeTakeFirst()
  if (marked.numInsertedOrUpdatedRows !== 1n) return false
  await db
    .insertInto('round_ballots')
    .values(given.ballots.map((ballot) => ({ ...placed, ...ballot })))
    .execute()
  return true
}

/** Counts what lies in the box: unit → choice → how many. */
export async function countBallots(db: Db, round: Place, vote: Id): Promise<Record<string, Record<string, number>>> {
  const result = await sql<{
    subject: string
    choice: string
    count: number
  }>`select subject, choice, count(*)::int as count from round_ballots
    where district = ${districtOf(round.unit)} and vote = ${vote} group by subject, choice order by subject`.execute(db)
  const counts: Record<string, Record<string, number>> = {}
  for (const { subject, choice, count } of result.rows) counts[subject] = { ...counts[subject], [choice]: count }
  return counts
}

/** Closes a vote with its counts. */
export async function endVote(db: Db, round: Place, vote: Id, counts: unknown, at: Date): Promise<void> {
  const result = await db
    .updateTable('round_votes')
    .set({ state: 'closed', counts: JSON.stringify(counts), closed_at: at })
    .where('district', '=', districtOf(round.unit))
    .where('id', '=', vote)
    .executeTakeFirst()
  if (result.numUpdatedRows !== 1n) throw new Error(`vote ${vote} was not closed`)
}
