// What was added up for one reader is kept a while for whoever has the same rights: sums over a province are too dear for
// every click. An answer is never handed to readers of other rights: whose it is stands in its key.

import type { RoomRequest } from '#ground/http/handler.ts'

type Asking = Pick<RoomRequest, 'clock'>

interface Kept {
  readonly until: number
  readonly answer: Promise<unknown>
}

export const minuteMs = 60_000
export const hourMs = 60 * minuteMs
const most = 400
/** By the clock, of which an instance has one: a test's instances share nothing. */
const shelves = new WeakMap<object, Map<string, Kept>>()

function shelfOf(clock: object): Map<string, Kept> {
  const shelf = shelves.get(clock) ?? new Map<string, Kept>()
  shelves.set(clock, shelf)
  return shelf
}

/** The oldest go first. */
function makeRoom(shelf: Map<string, Kept>): void {
  for (const key of shelf.keys()) {
    if (shelf.size < most) return
    shelf.delete(key)
  }
}

/** The answer of this key as it was made at most so long ago, or made now. */
export function keptFor<T>({ clock }: Asking, key: string, milliseconds: number, make: () => Promise<T>): Promise<T> {
  const shelf = shelfOf(clock)
  const now = clock.now()
  const found = shelf.get(key)
  if (found !== undefined && found.until > now) return found.answer as Promise<T>
  const answer = make()
  shelf.delete(key)
  makeRoom(shelf)
  const kept = { until: now + milliseconds, answer }
  shelf.set(key, kept)
  answer.catch(() => {
    if (shelf.get(key) === kept) shelf.delete(key)
  })
  return answer
}

/** All that row policies may look at, as a key: account, post, what it reaches, what it may. */
export const readerOf = ({ actor }: Pick<RoomRequest, 'actor'>): string =>
  JSON.stringify([actor.id, actor.post, actor.scopes, actor.subjects, actor.seats, actor.stars, actor.grants])
