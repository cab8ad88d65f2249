// What every endpoint of a seat begins with: which seat it is, of which round, and whether it is the actor's.

import type { Actor, RoomRequest } from '#ground/http/handler.ts'
import type { Id } from '#ground/kernel/ids.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { Result } from '#ground/kernel/result.ts'
import { allows } from '../core/state.ts'
import type { Verb } from '../core/state.ts'
import { findSeated } from '../data/seats.ts'
import type { Seated } from '../data/seats.ts'
import { shareScoring } from '../data/scoring.ts'
import { problems } from '../problems.ts'
import { besideGrant } from '../seats.ts'

const granted = (actor: Actor, prefix: string): string[] =>
  actor.grants.filter((grant) => grant.startsWith(prefix)).map((grant) => grant.slice(prefix.length))

/** The account that is signed in on the device from which a teller or supervisor acts; null when nobody is. */
export const besideOf = (actor: Actor): Id | null => granted(actor, besideGrant)[0] ?? null

/** Districts in which the actor's seats lie. */
export const districtsOf = (actor: Actor): string[] => granted(actor, 'rounds.near.')

/**
 * Before anything is read that decides whether something may still be written: from here to the end of the transaction no
 * round of the actor's seats is frozen, counted or closed. One order for all, so that nobody waits for each other.
 */
export const amongScores = ({ db, actor }: Pick<RoomRequest, 'db' | 'actor'>): Promise<void> =>
  shareScoring(db, granted(actor, 'rounds.seat.').sort())

/** The actor's seat, or the first of them when none is named; counts as the permission check. */
export async function seated(request: Pick<RoomRequest, 'db' | 'actor' | 'permit'>, seat?: Id): Promise<Result<Seated>> {
  const { actor, db } = request
  const wanted = seat ?? actor.seats[0]
  if (wanted === undefined || !actor.seats.includes(wanted)) return refuse(problems.noSuchSeat())
  const found = await findSeated(db, districtsOf(actor), wanted)
  if (found === undefined) return refuse(problems.noSuchSeat())
  request.permit()
  return ok(found)
}

/** The seat of a teller or supervisor for a verb of counting; `teller` asks for a teller. */
export async function tellerFor(
  request: Pick<RoomRequest, 'db' | 'actor' | 'permit'>,
  seat: Id,
  verb: Verb,
  who: 'teller' | 'either' = 'teller',
): Promise<Result<Seated>> {
  const found = await seated(request, seat)
  if (!found.ok) return found
  const { kind } = found.value.seat
  if (kind !== 'teller' && !(who === 'either' && kind === 'supervisor')) return refuse(problems.notTeller())
  const { state } = found.value.round
  return allows(state, verb) ? found : refuse(problems.wrongState({ state }))
}
