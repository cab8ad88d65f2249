// What the phone knows at a moment of a post's stars, and where it is kept on the device: for each post apart, so that a
// phone that changes hands shows and sends nothing of whoever held it before.

import type { Language } from '#ground/kernel/problem.ts'
import type { Kept, KeptState } from '#ground/sync/kept.ts'
import { notesNow } from '../../core/pocket-hand.ts'
import type { LocalNotes } from '../../core/pocket-hand.ts'
import type { LocalPiece, LocalPieces } from '../../core/pocket-pieces.ts'
import { rowKey } from '../../core/pocket-rows.ts'
import type { LocalRow, LocalRows } from '../../core/pocket-rows.ts'
import type { CheckSheet, Hand, Item, ListedItem, ReviewSheet } from './hand-client.ts'

/** An answer of the server, when this device got it, and in which language. */
export interface Fetched<T> {
  readonly at: number
  readonly in: Language
  readonly value: T
}

/** A star as its unit checks it, with what is cited; and the server's day of that moment. */
export interface Sheet {
  readonly check: CheckSheet
  readonly items: readonly Item[]
  readonly today: string
  readonly steps: number
}

export interface Review {
  readonly review: ReviewSheet
  readonly steps: number
}

export interface HandState {
  /** Null until anything is known. */
  readonly hand: Fetched<Hand> | null
  readonly sheets: Readonly<Record<string, Fetched<Sheet>>>
  readonly reviews: Readonly<Record<string, Fetched<Review>>>
  readonly rows: LocalRows
  readonly pieces: LocalPieces
  readonly notes: Readonly<Record<string, LocalNotes>>
  /** Evidence from before that may be cited. */
  readonly listed: readonly ListedItem[]
  /** The photo that is being sent, and how much of it the server has. */
  readonly onWay: { readonly id: string; readonly share: number } | null
  /** Keys of what the page shows and the device does not hold yet. */
  readonly unkept: ReadonlySet<string>
  readonly line: 'unknown' | 'open' | 'lost'
  readonly kept: KeptState
  /** The server wants to know again who this is. */
  readonly signedOut: boolean
  /** The last refusal of a whole delivery. */
  readonly problem: unknown
}

export const storeName = 'lx-stars'
export const handKey = 'hand'
export const outKey = 'signed-out'
const prefix = (kind: string, post: string): string => `${kind}/${post}/`
export const sheetKey = (post: string, id: string): string => `${prefix('sheet', post)}${id}`
export const reviewKey = (post: string, id: string): string => `${prefix('review', post)}${id}`
export const listedKey = (post: string): string => `${prefix('listed', post)}all`
export const keyOfRow = (post: string, { candidacy, row }: Pick<LocalRow, 'candidacy' | 'row'>): string =>
  `${prefix('row', post)}${rowKey(candidacy, row)}`
export const keyOfPiece = (post: string, { id }: Pick<LocalPiece, 'id'>): string => `${prefix('piece', post)}${id}`
export const keyOfNotes = (post: string, { candidacy }: Pick<LocalNotes, 'candidacy'>): string => `${prefix('notes', post)}${candidacy}`
export const sentKey = (post: string, verb: string, id: string): string => `${prefix('sent', post)}${verb}/${id}`

const byLast = <T>(all: ReadonlyMap<string, T>): Record<string, T> =>
  Object.fromEntries([...all].map(([key, value]) => [key.slice(key.lastIndexOf('/') + 1), value]))

/** Everything that the device keeps of a post. */
export async function keptOf(
  kept: Kept,
  post: string,
): Promise<Pick<HandState, 'sheets' | 'reviews' | 'rows' | 'pieces' | 'notes' | 'listed'>> {
  const all = async <T>(kind: string): Promise<Map<string, T>> => kept.all<T>(prefix(kind, post))
  const rows = [...(await all<LocalRow>('row')).values()]
  const pieces = [...(await all<LocalPiece>('piece')).values()]
  return {
    sheets: byLast(await all<Fetched<Sheet>>('sheet')),
    reviews: byLast(await all<Fetched<Review>>('review')),
    rows: Object.fromEntries(rows.map((row) => [rowKey(row.candidacy, row.row), row])),
    pieces: Object.fromEntries(pieces.map((piece) => [piece.id, piece])),
    notes: byLast(await all<LocalNotes>('notes')),
    listed: (await kept.get<readonly ListedItem[]>(listedKey(post))) ?? [],
  }
}

/** What another page of this device has set, sorted by what it is; null when it is of no matter to this post. */
export function heardOf(post: string, key: string): 'row' | 'piece' | 'notes' | null {
  return (['row', 'piece', 'notes'] as const).find((kind) => key.startsWith(prefix(kind, post))) ?? null
}

/** What was noted of a star as it stands on this phone. */
export const notesOf = ({ notes, reviews }: Pick<HandState, 'notes' | 'reviews'>, candidacy: string): LocalNotes =>
  notesNow(notes[candidacy], candidacy, reviews[candidacy]?.value.steps ?? 0)

export interface Delivery {
  /** On this device and not with the server yet. */
  readonly saved: number
  /** In this page alone. */
  readonly unsaved: number
  readonly arrived: number
  readonly refused: number
}

const underWay = new Set(['storing', 'waiting', 'recording', 'leaving'])

/** What the honest bar says: rows, evidence, and what a reviewer noted. */
export function barOf({ hand, rows, pieces, notes, reviews, unkept }: HandState): Delivery {
  const post = hand?.value.post ?? ''
  const all = [
    ...Object.values(rows)
      .filter(({ refused, pending }) => pending && refused === null)
      .map((row) => ({ key: keyOfRow(post, row), only: false })),
    ...Object.values(pieces)
      .filter(({ state }) => underWay.has(state))
      .map((piece) => ({ key: keyOfPiece(post, piece), only: piece.state === 'storing' })),
    ...Object.keys(notes)
      .map((id) => notesOf({ notes, reviews }, id))
      .flatMap((one) =>
        Object.values(one.rows)
          .filter((reason) => reason.trim() !== '')
          .map(() => ({ key: keyOfNotes(post, one), only: false })),
      ),
  ]
  const unsaved = all.filter(({ key, only }) => only || unkept.has(key)).length
  const arrivedRows = Object.values(rows).filter(({ pending, change }) => !pending && change > 0).length
  return {
    saved: all.length - unsaved,
    unsaved,
    arrived: arrivedRows + Object.values(pieces).filter(({ state }) => state === 'arrived').length,
    refused:
      Object.values(rows).filter(({ refused }) => refused !== null).length +
      Object.values(pieces).filter(({ state }) => state === 'refused').length,
  }
}
