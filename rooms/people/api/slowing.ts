// Counts attempts at the door, in transactions of their own that stay even though the request refuses. Against the account
// an attempt counts before the password is looked at, so that guesses made at the same moment all count; against the place
// only failures do, so that an office may arrive all at once.

import type { RoomRequest } from '#ground/http/handler.ts'
import type { Instant } from '#ground/kernel/clock.ts'
import { refuse } from '#ground/kernel/result.ts'
import type { Refused } from '#ground/kernel/result.ts'
import { attemptsKept, forgotten, openAgain } from '../core/slowing.ts'
import type { AttemptKind, Attempts } from '../core/slowing.ts'
import { countAttempt, findAttempts, forgetAttempts, lockAttempts, sweep } from '../data/attempts.ts'
import { problems } from '../problems.ts'

/** The counter of an account, the same whether it was named by login or phone. */
export const accountKey = (person: string): string => `account:${person}`

export interface Counted {
  /** Seconds to wait; 0 when the attempt may go on. */
  readonly wait: number
  readonly keys: Readonly<Record<AttemptKind, string>>
}

type Door = Pick<RoomRequest, 'gate' | 'clock' | 'wire'>

const living = (kind: AttemptKind, attempts: Attempts | null, now: Instant): Attempts | null =>
  attempts === null || forgotten(kind, attempts, now) ? null : attempts

/** Counts one attempt against the account (or the unknown name); says how long to wait when it is one too many. */
export async function countAtDoor(request: Door, account: string): Promise<Counted> {
  const now: Instant = request.clock.now()
  const keys = { account, place: `place:${request.wire.peer}` } as const
  const wait = await request.gate(async (db) => {
    const place = living('place', await findAttempts(db, keys.place), now)
    const own = living('account', await lockAttempts(db, account, new Date(now)), now)
    const open = Math.max(openAgain('account', own), openAgain('place', place))
    if (open > now) return Math.ceil((open - now) / 1000)
    await countAttempt(db, account, (own?.failures ?? 0) + 1, new Date(now))
    return 0
  })
  return { wait, keys }
}

/** Counts a failure against the place, too. */
export async function blameAtDoor(request: Pick<RoomRequest, 'gate' | 'clock'>, { place }: Counted['keys']): Promise<void> {
  const now = request.clock.now()
  await request.gate(async (db) => {
    const failures = living('place', await lockAttempts(db, place, new Date(now)), now)?.failures ?? 0
    await countAttempt(db, place, failures + 1, new Date(now))
  })
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
    await sweep(db, new Date(now), new Date(now - attemptsKept))
  })
}
