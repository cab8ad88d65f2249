// Asking the server for the seat that this device sits on.

import type { Kept } from '#ground/sync/kept.ts'
import { ProblemError } from '#ground/ui/problem.ts'
import { patience, rounds } from './seat-client.ts'
import type { Mine } from './seat-client.ts'
import { openAgain } from './seat-link.ts'

/** An answer of the server itself; a proxy's or a hotel's page is none. */
export const isAnswer = (error: unknown): error is ProblemError => error instanceof ProblemError && error.code !== 0

/** The seat that this page is for; when it is no longer here, the one that the device was given instead. */
async function askOnce(seat: string | undefined): Promise<Mine> {
  const first = await rounds
    .mySeat({ ...(seat === undefined ? {} : { query: { seat } }), signal: patience() })
    .catch((error: unknown) => error)
  if (!(first instanceof Error)) return first as Mine
  if (seat !== undefined && isAnswer(first) && first.status === 404) return rounds.mySeat({ signal: patience() })
  throw first
}

/** Asks for the seat; a device that has lost its cookie opens its link once more before it takes the seat for gone. */
export async function askForSeat(kept: Kept, seat: string | undefined): Promise<Mine> {
  try {
    return await askOnce(seat)
  } catch (error) {
    if (!isAnswer(error) || error.status !== 401) throw error
    const back = await openAgain(kept).catch((refusal: unknown) => {
      // What the server says against it is why the seat is gone; a lost line says nothing.
      if (isAnswer(refusal) && refusal.status < 500 && refusal.status !== 429) return false
      throw refusal
    })
    if (!back) throw error
    return askOnce(seat)
  }
}
