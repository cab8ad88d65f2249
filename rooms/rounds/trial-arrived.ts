// For tests: what has arrived at the server, as the owner of the database sees it.

import type { Trial } from '#ground/trial/trial.ts'
import type { PlayedSeat } from './trial.ts'

/** What the server has of a judge's sheets, as the owner of the database sees it. */
export async function arrivedOf(
  { owner }: Trial,
  { id }: Pick<PlayedSeat, 'id'>,
): Promise<{ subject: string; points: Record<string, string> }[]> {
  const { rows } = await owner.query<{ subject: string; points: Record<string, string> }>(
    'select s.subject, p.points from round_sheets s join round_points p on p.district = s.district and p.id = s.id where s.seat = $1',
    [id],
  )
  return rows
}

/** How often scores of a seat were taken, by its acts. */
export async function scoreActsOf({ owner }: Trial, { id }: Pick<PlayedSeat, 'id'>): Promise<number> {
  const { rows } = await owner.query<{ count: number }>(
    `select count(*)::int as count from acts where verb = 'score' and payload->>'seat' = $1`,
    [id],
  )
  return rows[0]?.count ?? 0
}
