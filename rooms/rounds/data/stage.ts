// What only the stage asks: findings beside the presented unit, what was revealed, how many have voted.

import { sql } from 'kysely'
import { districtOf } from '#ground/kernel/code.ts'
import type { Code } from '#ground/kernel/code.ts'
import type { Id } from '#ground/kernel/ids.ts'
import type { Place as TakenPlace } from '../core/place.ts'
import type { Db, RoundRow } from './rounds.ts'

type Place = Pick<RoundRow, 'unit' | 'id'>

/** Findings from before the visit, oldest first. */
export async function findingsOf(db: Db, round: Place, subject: Code): Promise<string[]> {
  const rows = await db
    .selectFrom('round_remarks')
    .select('text')
    .where('district', '=', districtOf(round.unit))
    .where('round', '=', round.id)
    .where('subject', '=', subject)
    .where('kind', '=', 'finding')
    .orderBy('id')
    .execute()
  return rows.map(({ text }) => text)
}

export interface Reveal {
  readonly tally: Id
  readonly number: number
  readonly content: {
    readonly form: 'bands' | 'ranks'
    readonly places: readonly TakenPlace[]
    readonly withheld?: readonly { readonly subject: string; readonly name: string }[]
  }
}

/** What was revealed of the latest tally that was revealed at all, in order. */
export async function revealsOf(db: Db, round: Place): Promise<Reveal[]> {
  const result = await sql<Reveal>`select tally, number, content from round_reveals
    where district = ${districtOf(round.unit)} and round = ${round.id}
      and tally = (select tally from round_reveals where district = ${districtOf(round.unit)} and round = ${round.id} order by id desc limit 1)
    order by number`.execute(db)
  return result.rows
}

/** Adds a step of the reveal. */
export async function addReveal(db: Db, round: Place, reveal: Reveal & { readonly id: Id }): Promise<void> {
  await db
    .insertInto('round_reveals')
    .values({
      district: districtOf(round.unit),
      unit: round.unit,
      round: round.id,
      id: reveal.id,
      tally: reveal.tally,
      number: reveal.number,
      content: JSON.stringify(reveal.content),
    })
    .execute()
}

/** The state of the latest vote, with how many seats have voted; null when there was none. */
export async function voteShown(db: Db, round: Place): Promise<{ state: 'open' | 'closed'; voted: number; seats: number } | null> {
  const result = await sql<{ state: 'open' | 'closed'; voted: number; seats: number }>`select v.state,
      (select count(*)::int from round_vote_marks m where m.district = v.district and m.vote = v.id) as voted,
      (select count(*)::int from round_seats s where s.district = v.district and s.round = v.round
        and s.kind in ('judge', 'voter') and s.state <> 'revoked') as seats
    from round_votes v where v.district = ${districtOf(round.unit)} and v.round = ${round.id}
    order by v.opened_at desc limit 1`.execute(db)
  return result.rows[0] ?? null
}
