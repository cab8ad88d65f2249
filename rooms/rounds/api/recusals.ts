// Recusals that nobody has to declare: the own unit, and units one is linked to (包联).

import { districtOf } from '#ground/kernel/code.ts'
import { newId } from '#ground/kernel/ids.ts'
import { linkedOf } from '#rooms/units/offers.ts'
import { addRecusals } from '../data/seats.ts'
import type { NewSeat } from '../data/seats.ts'
import type { RoundRow } from '../data/rounds.ts'
import type { Asking } from './convening.ts'

/** Records the recusals of a new seat: kept by code, so that they hold whichever units take part later. */
export async function recuseAutomatically(
  { db, clock, dice, today }: Pick<Asking, 'db' | 'clock' | 'dice' | 'today'>,
  round: RoundRow,
  seats: readonly Pick<NewSeat, 'id' | 'kind' | 'home' | 'person'>[],
): Promise<void> {
  for (const seat of seats) {
    if (seat.kind !== 'judge') continue
    const own = seat.home === null ? [] : [{ subject: seat.home, source: 'own' as const, reason: '' }]
    const linked = seat.person === null ? [] : await linkedOf(db, seat.person, today, districtOf(round.unit))
    const rows = [...own, ...linked.map((subject) => ({ subject, source: 'linked' as const, reason: '' }))]
    await addRecusals(
      db,
      round,
      rows.map((row) => ({ ...row, id: newId(clock, dice), seat: seat.id })),
    )
  }
}
