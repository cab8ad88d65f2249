// Who is asking, as the tables keep it: an account, or a seat of somebody without one.

import type { Actor } from '#ground/http/handler.ts'
import type { By } from '../data/queries.ts'

/** The account; without one the seat, of which such an actor has one. */
export function byOf(actor: Actor): By {
  return actor.id === null ? { actor: null, seat: actor.seats[0] ?? null } : { actor: actor.id, seat: null }
}

/** Whether a row was put in by the one asking. */
export function isMine(actor: Actor, row: By): boolean {
  return (row.actor !== null && row.actor === actor.id) || (row.seat !== null && actor.seats.includes(row.seat))
}
