// Which seats a browser or an account holds: asked by the server as the gate role, for every request whose answer it no
// longer keeps. What a seat may do stands in its grants, with the round's id, so that row policies look nothing up.

import type { SeatsOf } from '#ground/http/handler.ts'
import { sha256Hex } from '#ground/kernel/digest.ts'
import { heldSeats } from './data/door.ts'
import type { HeldSeat } from './data/door.ts'

/** Verbs of a seat beyond being there. */
const further: Readonly<Record<string, readonly string[]>> = {
  judge: ['rounds.score'],
  teller: ['rounds.tell', 'rounds.count'],
  supervisor: ['rounds.tell'],
  // How many of how many have voted; a stage shows no more of it.
  stage: ['rounds.show'],
}

/** What a seat may do with the pictures on sheets: put them in at the convening unit and nowhere else, or see them all. */
const ofPhotos = ({ kind, round, unit }: HeldSeat): string[] => [
  ...(kind === 'judge' ? [`evidence.gather.${round}.${unit}`] : []),
  ...(kind === 'teller' || kind === 'supervisor' ? [`evidence.gathered.${round}`] : []),
]

/** How a device's token is kept. */
export const deviceKey = (token: string): string => `device:${sha256Hex(token)}`

/** How an invitation's token is kept. */
export const inviteKey = (token: string): string => `invite:${sha256Hex(token)}`

export const seatsOf: SeatsOf = async ({ db, token, person, clock }) => {
  const keys = [...(token === null ? [] : [deviceKey(token)]), ...(person === null ? [] : [`person:${person}`])]
  const held = await heldSeats(db, keys, new Date(clock.now()))
  if (held.length === 0) return null
  return {
    until: Math.min(...held.map(({ until }) => until?.getTime() ?? Number.MAX_SAFE_INTEGER)),
    seats: held.map(({ id }) => id),
    hears: [...new Set(held.map(({ round }) => `round:${round}`))],
    grants: [
      ...new Set(
        held.flatMap((seat) => [
          `rounds.seat.${seat.round}`,
          `rounds.near.${seat.district}`,
          ...(further[seat.kind] ?? []).map((verb) => `${verb}.${seat.round}`),
          ...ofPhotos(seat),
        ]),
      ),
    ],
  }
}
