// The device's own secret and the link of its seat. A browser that is killed may lose the cookie it was just given (it
// writes cookies late); these are on the disk before the seat is shown, so that the phone finds its way back by itself.

import type { AnswerOf } from '#ground/http/contract.ts'
import type { Kept } from '#ground/sync/kept.ts'
import type { contract } from '../../contract.ts'
import { patience, rounds } from './seat-client.ts'

const deviceKey = 'device'
const linkKey = 'link'

/** 192 random bits as the server takes them; also where the page is served over plain http. */
function newSecret(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(24))
  return btoa(String.fromCodePoint(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
}

async function secretOf(kept: Kept): Promise<string> {
  const known = await kept.get<string>(deviceKey)
  if (known !== undefined) return known
  const made = newSecret()
  await kept.set(deviceKey, made)
  return made
}

/** Opens the seat of a link on this device and keeps the link. */
export async function openLink(kept: Kept, token: string, takeOver: boolean): Promise<AnswerOf<(typeof contract)['openSeat']>> {
  // On the disk before it is sent: the same code scanned after a crash finds the same device.
  const device = await secretOf(kept)
  const seat = await rounds.openSeat({ body: { token, takeOver, device }, signal: patience() })
  await kept.set(linkKey, token)
  return seat
}

/** Opens the seat of the kept link again, never from another device; false where there is no link. */
export async function openAgain(kept: Kept): Promise<boolean> {
  const token = await kept.get<string>(linkKey)
  if (token === undefined) return false
  await openLink(kept, token, false)
  return true
}
