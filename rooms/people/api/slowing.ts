// Counts attempts at the door. Every attempt is counted as a failure first, in a transaction of its own that stays even
// though the request refuses; a success takes it back.

import type { RoomRequest } from '#ground/http/handler.ts'
import type { Instant } from '#ground/kernel/clock.ts'
import { refuse } from '#ground/kernel/result.ts'
import type { Refused } from '#ground/kernel/result.ts'
import { attemptsKept, forgotten, openAgain } from '../core/slowing.ts'
import type { AttemptKind, Attempts } from '../core/slowing.ts'
import { countAttempt, forgetAttempts, forgiveAttempt, lockAttempts, sweep } from '../data/attempts.ts'
import { problems } from '../problems.ts'

/** The counter of an account, the same whether it was named by login or phone. */
export const accountKey = (person: string): string => `account:${person}`

export interface Counted {
  /** Seconds to wait; 0 when the attempt may go on. */
  readonly wait: number
  readonly keys: Readonly<Record<AttemptKind, string>>
}

/** Counts one attempt against the account (or the unknown name) and the place; says how long to wait when it is one too many. */
export async function countAtDoor(request: Pick<RoomRequest, 'gate' | 'clock' | 'wire'>, account: string): Promise<Counted> {
  const now: Instant = request.clock.now()
  const keys = { account, place: `place:${request.wire.peer}` } as const
  const wait = await request.gate(async (db) => {
    const found = await lockAttempts(db, Object.values(keys), new Date(now))
    const live: Record<AttemptKind, Attempts | null> = { account: null, place: null }
    for (const kind of ['account', 'place'] as const) {
      const attempts = found.get(keys[kind])
      live[kind] = attempts === undefined || forgotten(kind, attempts, now) ? null : attempts
    }
    const open = Math.max(openAgain('account', live.account), openAgain('place', live.place))
    if (open > now) return Math.ceil((open - now) / 1000)
    for (const kind of ['account', 'place'] as const) await countAttempt(db, keys[kind], (live[kind]?.failures ?? 0) + 1, new Date(now))
    return 0
  })
  return { wait, keys }
}

/** The refusal of an attempt that came too soon. */
export function paused(seconds: number): Refused {
  return refuse({ ...problems.signInPaused({ seconds }), retryAfter: seconds })
}

/** Takes back what a success counted, and throws away what nobody needs any more. */
export async function forgiveAtDoor(request: Pick<RoomRequest, 'gate' | 'clock'>, keys: Counted['keys']): Promise<void> {
  const now = request.clock.now()
  await request.gate(async (db) => {
    await forgetAttempts(db, keys.account)
    await forgiveAttempt(db, keys.place)
    await sweep(db, new Date(now), new Date(now - attemptsKept))
  })
}
