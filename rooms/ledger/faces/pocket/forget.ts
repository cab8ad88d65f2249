// A phone keeps what its post works on and nothing longer: an entry that is not among those taken along (it is over, or a hundred
// others are due before it) is forgotten with its steps, its pictures and what was fetched of it, unless something of it still
// waits. What was open or sent on this page stays to be seen until the page is opened anew.

import type { Kept } from '#ground/sync/kept.ts'
import { waits } from './off-list.ts'
import { pictureKey, recordKey, stepKey } from './state.ts'
import type { State } from './state.ts'

type Known = Pick<State, 'hand' | 'records' | 'steps' | 'pictures'>

const without = <T>(all: Readonly<Record<string, T>>, gone: (one: T, id: string) => boolean): Record<string, T> =>
  Object.fromEntries(Object.entries(all).filter(([id, one]) => !gone(one, id)))

/** Entries that are taken along no more. */
export function leftOf(known: Known, stays: ReadonlySet<string>): string[] {
  const { hand, records, steps, pictures } = known
  if (hand === null) return []
  const listed = new Set(hand.rows.map(({ id }) => id))
  const all = [...Object.keys(records), ...[...Object.values(steps), ...Object.values(pictures)].map(({ entry }) => entry)]
  return [...new Set(all)].filter((id) => !listed.has(id) && !stays.has(id) && !waits(known, id))
}

/** Takes them off the device; answers the pictures that go with them. */
export function forgetLeft(kept: Kept, state: Known, become: (next: Partial<State>) => void, stays: ReadonlySet<string>): string[] {
  const left = new Set(leftOf(state, stays))
  if (left.size === 0) return []
  const { hand, records, steps, pictures } = state
  const post = hand?.post ?? ''
  const isLeft = ({ entry }: { readonly entry: string }): boolean => left.has(entry)
  const shots = Object.values(pictures).filter(isLeft)
  for (const id of left) void kept.remove(recordKey(post, id))
  for (const { id } of Object.values(steps).filter(isLeft)) void kept.remove(stepKey(post, id))
  for (const { id } of shots) void kept.remove(pictureKey(post, id))
  const views = [...left].flatMap((id) => records[id]?.exhibits ?? [])
  become({ records: without(records, (_, id) => left.has(id)), steps: without(steps, isLeft), pictures: without(pictures, isLeft) })
  return [...shots, ...views].map(({ id }) => id)
}
