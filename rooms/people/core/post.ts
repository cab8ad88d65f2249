// Posts in time: which of a person's posts hold on a day, and which one acts.

import type { Day, Instant } from '#ground/kernel/clock.ts'
import { addDays } from '#ground/kernel/days.ts'

export interface Period {
  readonly from: Day
  /** The last day, inclusive; null is open. */
  readonly to: Day | null
}

/** Whether a post holds on the day; both ends count. */
export function holdsOn(post: Period, day: Day): boolean {
  return post.from <= day && (post.to === null || day <= post.to)
}

/** The instant at which a day is over in China. */
export function dayEnd(day: Day): Instant {
  return Date.parse(`${addDays(day, 1)}T00:00:00+08:00`)
}

/** The post that acts: the one chosen if it still holds, otherwise the one held longest, otherwise none. */
export function actingPost<P extends Period & { readonly id: string }>(posts: readonly P[], chosen: string | null, day: Day): P | null {
  const held = posts.filter((post) => holdsOn(post, day))
  const order = (a: P, b: P): number => (a.from === b.from ? (a.id < b.id ? -1 : 1) : a.from < b.from ? -1 : 1)
  return held.find((post) => post.id === chosen) ?? held.toSorted(order)[0] ?? null
}

/**
 * Whether a post may end with `last` as its last day: never before the eve of its beginning (given by mistake, never
 * held), and an end that has passed is not moved.
 */
export function mayEnd(post: Period, last: Day, today: Day): boolean {
  if (post.to !== null && post.to < today) return false
  return last >= addDays(post.from, -1)
}
