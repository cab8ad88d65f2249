// A phone keeps what its post works on and nothing longer: an entry that has left the list is forgotten with its steps, its
// pictures and what was fetched of it, unless something of it still waits. What was open or sent on this page stays to be seen
// until the page is opened anew.

import type { Kept } from '#ground/sync/kept.ts'
import { isWritten, stepsOn } from '../../core/pocket-steps.ts'
import { pictureKey, recordKey, stepKey } from './state.ts'
import type { State } from './state.ts'

type Known = Pick<State, 'hand' | 'records' | 'steps' | 'pictures'>

const without = <T>(all: Readonly<Record<string, T>>, gone: (one: T, id: string) => boolean): Record<string, T> =>
  Object.fromEntries(Object.entries(all).filter(([id, one]) => !gone(one, id)))

const waits = ({ steps, pictures }: Known, id: string): boolean =>
  stepsOn(steps, id, 'draft', 'waiting', 'refused').some((step) => step.state !== 'draft' || isWritten(step)) ||
  Object.values(pictures).some(({ entry, state }) => entry === id && state !== 'arrived' && state !== 'gone')

/** Entries that have left the list for good. */
export function leftOf(known: Known, stays: ReadonlySet<string>): string[] {
  const { hand, records, steps, pictures } = known
  // A list that is longer than what is taken along does not say what has left it.
  if (hand === null || hand.more) return []
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
