// The rows of a candidacy's star, wherever only the candidacy is at hand.

import type { RoomRequest } from '#ground/http/handler.ts'
import type { Day } from '#ground/kernel/clock.ts'
import type { Language } from '#ground/kernel/problem.ts'
import { additionsFor } from '#rooms/standards/offers.ts'
import { findChecking } from '../data/answering.ts'
import type { CandidacyRow } from '../data/candidacies.ts'
import { lastSubmissions } from '../data/checks.ts'
import { editionOf, rowsOfStar, starOf } from './edition.ts'
import type { AskedRow } from './edition.ts'
import type { At } from './stepping.ts'

type Db = RoomRequest['db']

/** Whether the unit is still answering, so that today's rules hold. */
export const answersNow = ({ state }: Pick<CandidacyRow, 'state'>): boolean => state === 'checking' || state === 'returned'

/** The day whose rules a candidacy is held to: that of its submission, or today while the unit answers. */
export async function askedOn(db: Db, row: Pick<CandidacyRow, 'unit' | 'id' | 'state'>, today: Day): Promise<Day> {
  if (answersNow(row)) return today
  const [submitted] = await lastSubmissions(db, row, 1)
  return submitted?.on ?? today
}

/** The rows that a star of this edition asks of a unit; none when the edition has no such star. */
export async function wholeRows(
  db: Db,
  row: Pick<CandidacyRow, 'unit' | 'star'>,
  editionId: string,
  day: Day,
  language: Language,
): Promise<AskedRow[]> {
  const [edition, added] = await Promise.all([editionOf(db, editionId), additionsFor(db, editionId, row.unit, day)])
  const star = edition === undefined ? undefined : starOf(edition, row.star)
  if (edition === undefined || star === undefined) return []
  return rowsOfStar(star, added, language)
}

/** Their ids. */
export async function rowsAsked(db: Db, row: Pick<CandidacyRow, 'unit' | 'star'>, editionId: string, day: Day): Promise<string[]> {
  return (await wholeRows(db, row, editionId, day, 'zh')).map((one) => one.row)
}

/** The same, from the candidacy's place alone. */
export async function rowsOfCandidacy(db: Db, at: At, day: Day): Promise<string[]> {
  const checking = await findChecking(db, at)
  return checking === undefined ? [] : rowsAsked(db, checking, checking.edition, day)
}
