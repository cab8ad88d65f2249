// The machine's own clock and dice; only doors and this file may reach for them.

import { randomBytes } from 'node:crypto'
import type { Clock, Dice } from '#ground/kernel/clock.ts'

export const realClock: Clock = { now: () => Date.now() }

export const realDice: Dice = { bytes: (count) => new Uint8Array(randomBytes(count)) }
