// Record ids are UUIDs of version 7 (RFC 9562), made by the client or the server from a clock and dice,
// so that records made later sort later and a replay carries the id it had the first time.

import type { Clock, Dice } from './clock.ts'

export type Id = string

const pattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

const pairs: readonly string[] = Array.from({ length: 256 }, (_none, byte) => byte.toString(16).padStart(2, '0'))

/** A new UUID of version 7, lower case. */
export function newId(clock: Clock, dice: Dice): Id {
  const bytes = new Uint8Array(16)
  let time = clock.now()
  for (let index = 5; index >= 0; index -= 1) {
    bytes[index] = time % 256
    time = Math.floor(time / 256)
  }
  bytes.set(dice.bytes(10), 6)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  return written(bytes)
}

function written(bytes: Uint8Array): Id {
  let hex = ''
  for (const byte of bytes) hex += pairs[byte] ?? ''
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** A UUID of version 4, lower case: of chance alone, for what must not tell when it was made. */
export function randomId(dice: Dice): Id {
  const bytes = Uint8Array.from(dice.bytes(16))
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  return written(bytes)
}

/** Whether a text is a lower-case UUID of any version. */
export function isId(text: string): boolean {
  return pattern.test(text)
}
