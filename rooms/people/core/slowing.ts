// How long to wait after failed sign-ins. Kept apart for the account and for the place the attempts come from: a whole
// office shares one address, so a place is given much more.

import type { Instant } from '#ground/kernel/clock.ts'

export interface Attempts {
  readonly failures: number
  readonly lastAt: Instant
}

const minute = 60_000

interface Pace {
  /** Failures that cost nothing. */
  readonly free: number
  /** The longest wait. */
  readonly longest: number
  /** After this long without an attempt the count begins anew. */
  readonly forget: number
}

const paces = {
  account: { free: 5, longest: 60 * minute, forget: 24 * 60 * minute },
  place: { free: 100, longest: 15 * minute, forget: 60 * minute },
} as const satisfies Record<string, Pace>

export type AttemptKind = keyof typeof paces

/** The milliseconds to wait after this many failures in a row: 1, 2, 4 … minutes once the free ones are used up. */
export function pauseAfter(kind: AttemptKind, failures: number): number {
  const { free, longest } = paces[kind]
  return failures < free ? 0 : Math.min(longest, minute * 2 ** Math.min(failures - free, 10))
}

/** From when on another attempt is looked at; an instant in the past when it is free. */
export function openAgain(kind: AttemptKind, attempts: Attempts | null): Instant {
  return attempts === null ? 0 : attempts.lastAt + pauseAfter(kind, attempts.failures)
}

/** Whether the count is so old that it begins anew. */
export function forgotten(kind: AttemptKind, attempts: Attempts, now: Instant): boolean {
  return now - attempts.lastAt >= paces[kind].forget
}

/** When a row of attempts may be thrown away. */
export const attemptsKept = paces.account.forget
