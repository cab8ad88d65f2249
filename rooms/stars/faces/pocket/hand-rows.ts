// Sends what was tapped: rows of one star at a time, remembered before they leave, so that a phone that dies or loses the
// receipt knows its own words when it meets them again.

import type { Outcome } from '#ground/sync/sender.ts'
import { leavingRows, receiptedRows, refusedRow, rowSent, rowsToSend } from '../../core/pocket-rows.ts'
import type { LocalRow } from '../../core/pocket-rows.ts'
import { isRefusal, patience, stars } from './hand-client.ts'
import type { At } from './hand-client.ts'
import type { HandState } from './hand-state.ts'
import type { Lent } from './hand-lent.ts'

const mostAtOnce = 20

/** The stars whose self-check takes answers now. */
export function openHere({ hand }: Pick<HandState, 'hand'>): readonly At[] {
  if (hand === null || !hand.value.declares) return []
  return hand.value.rows.filter(({ state }) => state === 'checking' || state === 'returned')
}

/** After a delivery was refused for one of its rows, rows go one by one. */
let oneByOne = false

async function send(lent: Lent, at: At, going: readonly LocalRow[]): Promise<Outcome> {
  // On the disk before it leaves.
  await lent.takeRows(leavingRows(lent.get().rows, going))
  const params = { unit: at.unit, id: at.id }
  try {
    const { kept, superseded } = await stars.keepRows({ params, body: { rows: going.map(rowSent) }, signal: patience() })
    lent.become({ line: 'open', problem: null })
    await lent.takeRows(receiptedRows(lent.get().rows, going, kept))
    // Somebody was there first; what is there is looked at before anything goes over it.
    if (superseded.length > 0 && (await lent.look(at)) !== null) return 'later'
    return 'again'
  } catch (error) {
    if (!isRefusal(error) || error.status === 409 || error.status === 404) return lent.failed(error)
    const [first] = going
    if (going.length > 1 || first === undefined) oneByOne = true
    else await lent.takeRows(refusedRow(lent.get().rows, first, error.code))
    return 'again'
  }
}

/** Sends rows of one star; null when none wait. */
export async function attemptRows(lent: Lent): Promise<Outcome | null> {
  for (const at of openHere(lent.get())) {
    const going = rowsToSend(lent.get().rows, at.id, oneByOne ? 1 : mostAtOnce)
    if (going.length > 0) return send(lent, at, going)
  }
  return null
}
