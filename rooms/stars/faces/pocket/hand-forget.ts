// A phone keeps what its post works on and nothing longer: a star that has left the list is forgotten with its sheet, its
// notes and its pictures, unless something of it still waits to be sent.

import { keyOfNotes, keyOfPiece, keyOfRow, reviewKey, sheetKey } from './hand-state.ts'
import type { HandState } from './hand-state.ts'
import type { Lent } from './hand-lent.ts'

/** A list that is longer than this does not say what has left it. */
const mostListed = 200

const without = <T>(all: Readonly<Record<string, T>>, gone: (one: T, key: string) => boolean): Record<string, T> =>
  Object.fromEntries(Object.entries(all).filter(([key, one]) => !gone(one, key)))

function waits({ rows, pieces }: HandState, id: string): boolean {
  return (
    Object.values(rows).some((row) => row.candidacy === id && row.pending) ||
    Object.values(pieces).some((piece) => piece.candidacy === id && piece.state !== 'arrived' && piece.state !== 'gone')
  )
}

/** The stars that have left the list for good. */
export function leftOf(state: HandState): string[] {
  const { hand, sheets, reviews } = state
  if (hand === null || hand.value.rows.length >= mostListed) return []
  const listed = new Set(hand.value.rows.map(({ id }) => id))
  return [...Object.keys(sheets), ...Object.keys(reviews)].filter((id) => !listed.has(id) && !waits(state, id))
}

/** Takes them off the device; answers the evidence whose pictures go with them. */
export function forgetLeft({ kept, get, become }: Pick<Lent, 'kept' | 'get' | 'become'>): string[] {
  const state = get()
  const { hand, sheets, reviews, rows, pieces, notes } = state
  const left = new Set(leftOf(state))
  if (hand === null || left.size === 0) return []
  const { post } = hand.value
  const items = [...left].flatMap((id) => [...(sheets[id]?.value.items ?? []), ...(reviews[id]?.value.review.items ?? [])])
  for (const id of left)
    for (const key of [sheetKey(post, id), reviewKey(post, id), keyOfNotes(post, { candidacy: id })]) void kept.remove(key)
  for (const row of Object.values(rows)) if (left.has(row.candidacy)) void kept.remove(keyOfRow(post, row))
  for (const piece of Object.values(pieces)) if (left.has(piece.candidacy)) void kept.remove(keyOfPiece(post, piece))
  become({
    sheets: without(sheets, (_, id) => left.has(id)),
    reviews: without(reviews, (_, id) => left.has(id)),
    notes: without(notes, (_, id) => left.has(id)),
    rows: without(rows, ({ candidacy }) => left.has(candidacy)),
    pieces: without(pieces, ({ candidacy }) => left.has(candidacy)),
  })
  return [...items.map(({ id }) => id), ...Object.values(pieces).flatMap(({ id, candidacy }) => (left.has(candidacy) ? [id] : []))]
}
