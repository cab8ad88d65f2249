// A post's stars on this device: what the server last said of them, every row as it was tapped, every piece of evidence and
// every note. Everything goes to the device at once, counts as kept only when the device has it, and goes out by itself.

import { useSyncExternalStore } from 'react'
import { openKept } from '#ground/sync/kept.ts'
import type { Kept } from '#ground/sync/kept.ts'
import { openSender } from '#ground/sync/sender.ts'
import type { Outcome, Sender } from '#ground/sync/sender.ts'
import { newKey, whenSignedOut } from '#ground/ui/client.ts'
import { noNotes } from '../../core/pocket-hand.ts'
import type { LocalNotes } from '../../core/pocket-hand.ts'
import { stoodPiece, takenOffPiece } from '../../core/pocket-pieces.ts'
import type { LocalPiece, LocalPieces } from '../../core/pocket-pieces.ts'
import { answeredRow, chosenRow, discardedRows, heardRow } from '../../core/pocket-rows.ts'
import type { LocalRow, LocalRows, RowContent } from '../../core/pocket-rows.ts'
import type { Exhibits } from './exhibits.ts'
import { createAsking } from './hand-asking.ts'
import { isAnswer } from './hand-client.ts'
import type { At, CheckRow, Hand, ListedItem } from './hand-client.ts'
import { forgetLeft } from './hand-forget.ts'
import type { Lent } from './hand-lent.ts'
import { followLine } from './hand-line.ts'
import { attemptRows } from './hand-rows.ts'
import { handKey, heardOf, keptOf, notesOf, keyOfNotes, keyOfPiece, keyOfRow, outKey, storeName } from './hand-state.ts'
import type { Fetched, HandState } from './hand-state.ts'

export interface HandStore extends Pick<Lent, 'kept' | 'get' | 'refresh' | 'look'> {
  watch(onChange: () => void): () => void
  /** The star that is open on this page; it is looked at again when something happens. */
  follow(at: At): void
  answer(at: At, row: CheckRow, given: Partial<RowContent>): void
  choose(at: At, row: string, which: 'here' | 'other'): void
  cite(at: At, row: string, item: ListedItem): void
  takeOff(id: string): void
  note(at: At, change: Partial<Omit<LocalNotes, 'candidacy'>>): void
  /** Forgets what was noted of a star, after it was decided. */
  settled(at: At): void
  /** Gives up what waits here of a star that takes nothing any more. */
  discard(at: At): void
  exhibits(): Promise<Exhibits>
}

/** What a first screen does not need is fetched behind it. */
const afterFirstMs = 800

function openStore(kept: Kept): HandStore {
  let state: HandState = {
    hand: null,
    sheets: {},
    reviews: {},
    rows: {},
    pieces: {},
    notes: {},
    listed: [],
    onWay: null,
    unkept: new Set(),
    line: 'unknown',
    kept: kept.state,
    signedOut: false,
    problem: null,
  }
  const watchers = new Set<() => void>()
  let sender: Sender | null = null
  let followed: At | null = null
  const become = (next: Partial<HandState>): void => {
    state = { ...state, ...next }
    for (const watcher of watchers) watcher()
  }
  const post = (): string => state.hand?.value.post ?? ''
  kept.watch(() => become({ kept: kept.state, unkept: kept.pending() }))

  /** Writes a value; until the device has it, it does not count as kept. */
  const keep = async (key: string, value: unknown): Promise<void> => {
    const written = kept.set(key, value)
    become({ unkept: kept.pending() })
    await written
    become({ unkept: kept.pending() })
  }
  const taken = async <T>(before: Readonly<Record<string, T>>, next: Readonly<Record<string, T>>, keyOf: (one: T) => string) => {
    const fresh = Object.entries(next).filter(([key, one]) => before[key] !== one)
    await Promise.all(fresh.map(([, one]) => keep(keyOf(one), one)))
  }
  const takeRows = async (next: LocalRows): Promise<void> => {
    const { rows } = state
    become({ rows: next })
    await taken(rows, next, (row) => keyOfRow(post(), row))
  }
  const takePieces = async (next: LocalPieces): Promise<void> => {
    const { pieces } = state
    become({ pieces: next })
    await taken(pieces, next, (piece) => keyOfPiece(post(), piece))
  }
  const takeNotes = async (next: HandState['notes']): Promise<void> => {
    const { notes } = state
    become({ notes: next })
    await taken(notes, next, (one) => keyOfNotes(post(), one))
  }

  kept.hear((key, value) => {
    const what = heardOf(post(), key)
    if (what === 'row') become({ rows: heardRow(state.rows, value as LocalRow) })
    if (what === 'piece') become({ pieces: stoodPiece(state.pieces, value as LocalPiece) })
    if (what === 'notes') become({ notes: { ...state.notes, [(value as LocalNotes).candidacy]: value as LocalNotes } })
  })

  const lending = { kept, get: () => state, become, takeRows, takePieces, wake: () => sender?.wake() }
  const asking = createAsking(kept, lending)
  const { refresh, look } = asking

  const failed = async (error: unknown): Promise<Outcome> => {
    if (!isAnswer(error)) {
      asking.unhear()
      become({ line: 'lost' })
      return 'later'
    }
    if (error.status === 401 || error.status === 403) {
      asking.unhear()
      await refresh()
      return state.signedOut ? 'done' : 'later'
    }
    become({ line: 'open', problem: error })
    if (error.status === 409 || error.status === 404) await refresh()
    return 'later'
  }

  const lent: Lent = { ...lending, refresh, look, failed }
  let exhibitStore: Promise<Exhibits> | undefined
  const exhibits = (): Promise<Exhibits> => {
    exhibitStore ??= import('./exhibits.ts').then(({ openExhibits }) => openExhibits(lent))
    // Code that could not be fetched is asked for again.
    exhibitStore.catch(() => (exhibitStore = undefined))
    return exhibitStore
  }

  const attempt = async (): Promise<Outcome> => {
    if (!asking.heard()) {
      const answered = await (asking.underWay() ?? refresh())
      if (!asking.heard()) return answered && state.signedOut ? 'done' : 'later'
    }
    const rowsGone = await attemptRows(lent)
    if (rowsGone !== null) return rowsGone
    const fetched = await asking.fetchNext(followed)
    if (fetched !== null) return fetched
    const left = exhibitStore === undefined ? [] : forgetLeft(lent)
    if (left.length > 0) await (await exhibitStore)?.forget(left)
    const sent = exhibitStore === undefined ? null : await (await exhibitStore).attempt()
    if (sent !== null) return sent
    return state.line === 'open' || (await refresh()) ? 'done' : 'later'
  }

  const begin = async (): Promise<void> => {
    whenSignedOut(() => become({ signedOut: true }))
    const out = await kept.get<boolean>(outKey)
    const hand = await kept.get<Fetched<Hand>>(handKey)
    // Signed out on this phone: what was kept waits for the same account, out of sight.
    if (hand !== undefined && out !== true) become({ ...(await keptOf(kept, hand.value.post)), hand })
    if (out === true) become({ signedOut: true })
    sender = openSender('lx-stars', { attempt })
    followLine({
      lost: () => {
        if (state.line === 'lost') return
        asking.unhear()
        become({ line: 'lost' })
        sender?.wake()
      },
      found: () => {
        if (state.line === 'lost') void refresh().then(() => followed !== null && look(followed))
      },
      happened: () => void refresh().then(() => followed !== null && look(followed)),
    })
    await refresh()
    setTimeout(() => void exhibits().then(lent.wake, () => undefined), afterFirstMs)
  }
  void begin()

  return {
    kept,
    get: () => state,
    watch: (onChange) => {
      watchers.add(onChange)
      return () => watchers.delete(onChange)
    },
    refresh,
    look,
    follow: (at) => {
      followed = at
      void (asking.underWay() ?? Promise.resolve(true)).then(() => look(at))
    },
    answer: (at, row, given) => {
      const known = row.known.length === 0 ? null : row.known.join('；').slice(0, 300)
      void takeRows(answeredRow(state.rows, at.id, row, { ...given, known }))
      sender?.wake()
    },
    choose: (at, row, which) => {
      void takeRows(chosenRow(state.rows, at.id, row, which))
      sender?.wake()
    },
    cite: (at, row, item) => {
      const piece: LocalPiece = {
        id: newKey(),
        candidacy: at.id,
        row,
        item: { unit: item.unit, id: item.id },
        shows: item.shows,
        photo: null,
        state: 'waiting',
        refused: null,
      }
      void takePieces(stoodPiece(state.pieces, piece))
      void exhibits().then(lent.wake, () => undefined)
    },
    takeOff: (id) => {
      const piece = state.pieces[id]
      if (piece === undefined) return
      void takePieces(stoodPiece(state.pieces, takenOffPiece(piece)))
      sender?.wake()
    },
    note: (at, change) => void takeNotes({ ...state.notes, [at.id]: { ...notesOf(state, at.id), ...change } }),
    settled: (at) => void takeNotes({ ...state.notes, [at.id]: noNotes(at.id, 0) }),
    discard: (at) => {
      void takeRows(discardedRows(state.rows, at.id))
      for (const piece of Object.values(state.pieces))
        if (piece.candidacy === at.id && piece.state !== 'arrived') void takePieces(stoodPiece(state.pieces, takenOffPiece(piece)))
    },
    exhibits,
  }
}

let opened: Promise<HandStore> | undefined

/** The one store of this page. */
export function handStore(): Promise<HandStore> {
  opened ??= openKept(storeName).then(openStore)
  return opened
}

/** The store's state, watched. */
export const useHand = (store: HandStore): HandState => useSyncExternalStore(store.watch, store.get)
