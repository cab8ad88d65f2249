// The machine's own clock and dice; only doors and this file may reach for them.

import { randomBytes, randomFillSync } from 'node:crypto'
import type { Clock, Dice } from '#ground/kernel/clock.ts'

export const realClock: Clock = { now: () => Date.now() }

const drawn = Buffer.alloc(4_096)
let left = 0

/** Asked for in small portions all the time, so it is drawn in large ones; what was handed out is wiped. */
function portion(count: number): Uint8Array {
  if (count > drawn.length / 16) return new Uint8Array(randomBytes(count))
  if (left < count) {
    randomFillSync(drawn)
    left = drawn.length
  }
  const from = drawn.subarray(left - count, left)
  const bytes = new Uint8Array(from)
  from.fill(0)
  left -= count
  return bytes
}

export const realDice: Dice = { bytes: portion }
