// The seat on this device: what the server last said of it, and every sheet as it was tapped. Everything is written to the
// device before the screen says that it is kept, and goes out by itself.

import { useSyncExternalStore } from 'react'
import { openKept } from '#ground/sync/kept.ts'
import type { Kept, KeptState } from '#ground/sync/kept.ts'
import { openSender } from '#ground/sync/sender.ts'
import type { LineState, Sender } from '#ground/sync/sender.ts'
import { createLive } from '#ground/ui/live.ts'
import { ProblemError } from '#ground/ui/problem.ts'
import { changed, merged, receipted, sheetKey, toSend } from '../../core/pocket.ts'
import type { LocalSheet, LocalSheets } from '../../core/pocket.ts'
import { rounds } from './seat-client.ts'
import type { Mine } from './seat-client.ts'

export interface SeatState {
  /** Null until anything is known. */
  readonly mine: Mine | null
  readonly sheets: LocalSheets
  readonly line: LineState
  readonly kept: KeptState
  /** The seat is revoked or on another device. */
  readonly gone: boolean
  /** The last refusal of a whole submission. */
  readonly problem: unknown
}

export interface SeatStore {
  get(): SeatState
  watch(onChange: () => void): () => void
  change(where: { readonly subject: string; readonly component: string }, change: Parameters<typeof changed>[2]): void
  /** Asks the server for the seat. */
  refresh(): Promise<void>
}

const mostAtOnce = 20
const mineKey = 'mine'
const prefixOf = (seat: string): string => `sheet/${seat}/`

/** Verbs after which a seat has nothing to ask: other judges' sheets. */
const quiet = new Set(['score', 'vote', 'remark', 'openSeat'])

function openStore(kept: Kept): SeatStore {
  let state: SeatState = { mine: null, sheets: {}, line: 'unknown', kept: kept.state, gone: false, problem: null }
  const watchers = new Set<() => void>()
  let sender: Sender | null = null
  const become = (next: Partial<SeatState>): void => {
    state = { ...state, ...next }
    for (const watcher of watchers) watcher()
  }
  kept.watch(() => become({ kept: kept.state }))

  const keep = (sheet: LocalSheet): void => {
    if (state.mine === null) return
    void kept.set(`${prefixOf(state.mine.seat.id)}${sheetKey(sheet.subject, sheet.component)}`, sheet)
  }

  /** Takes new sheets in and writes those that differ. */
  const takeSheets = (next: LocalSheets): void => {
    const before = state.sheets
    become({ sheets: next })
    for (const [key, sheet] of Object.entries(next)) if (before[key] !== sheet) keep(sheet)
  }

  const refresh = async (): Promise<void> => {
    const seat = state.mine?.seat.id
    try {
      const mine = await rounds.mySeat(seat === undefined ? {} : { query: { seat } })
      const sheets = state.mine?.seat.id === mine.seat.id ? state.sheets : await keptSheets(kept, mine.seat.id)
      become({ mine, gone: false, line: 'open' })
      void kept.set(mineKey, mine)
      takeSheets(merged(sheets, mine.sheets))
      sender?.wake()
    } catch (error) {
      if (error instanceof ProblemError && (error.status === 401 || error.status === 404)) become({ gone: true, line: 'open' })
      else become({ line: 'lost' })
    }
  }

  const attempt = async (): Promise<'done' | 'again' | 'later'> => {
    const { mine } = state
    if (mine === null || state.gone) return 'done'
    const going = toSend(state.sheets, mostAtOnce)
    if (going.length === 0) return 'done'
    const sheets = going.map(({ subject, component, revision, points, note }) => ({
      subject,
      component,
      revision,
      points: { ...points },
      note,
    }))
    try {
      const answer = await rounds.score({ body: { seat: mine.seat.id, sheets } })
      become({ problem: null })
      takeSheets(receipted(state.sheets, answer.sheets))
      // Another page of this seat was faster, or the round has moved: what the server has is looked at before going on.
      if (answer.version !== mine.round.version || answer.sheets.some(({ outcome }) => outcome === 'superseded')) await refresh()
      return 'again'
    } catch (error) {
      if (!(error instanceof ProblemError)) return 'later'
      if (error.status === 401) become({ gone: true })
      else become({ problem: error })
      if (error.status === 409) await refresh()
      return error.status === 401 ? 'done' : 'later'
    }
  }

  const begin = async (): Promise<void> => {
    const mine = await kept.get<Mine>(mineKey)
    if (mine !== undefined) become({ mine, sheets: await keptSheets(kept, mine.seat.id) })
    sender = openSender('lx-seat', { attempt, onLine: (line) => become({ line }) })
    await refresh()
    const live = createLive({
      open: () => new EventSource('/api/v1/live'),
      now: () => Date.now(),
      chance: () => Math.random(),
    })
    live.listen((event) => {
      if (event === 'resync' || (event.room === 'rounds' && !quiet.has(event.verb))) void refresh()
    })
    live.watch(() => {
      if (live.current().state === 'open') become({ line: 'open' })
      else if (live.current().state === 'lost') become({ line: 'lost' })
    })
  }
  void begin()

  return {
    get: () => state,
    watch: (onChange) => {
      watchers.add(onChange)
      return () => watchers.delete(onChange)
    },
    change: (where, change) => {
      takeSheets(changed(state.sheets, where, change))
      sender?.wake()
    },
    refresh,
  }
}

async function keptSheets(kept: Kept, seat: string): Promise<LocalSheets> {
  const found = await kept.all<LocalSheet>(prefixOf(seat))
  return Object.fromEntries([...found.values()].map((sheet) => [sheetKey(sheet.subject, sheet.component), sheet]))
}

let opened: Promise<SeatStore> | undefined

/** The one store of this page. */
export function seatStore(): Promise<SeatStore> {
  opened ??= openKept('lx-pocket').then(openStore)
  return opened
}

/** The seat's state, watched. */
export function useSeat(store: SeatStore): SeatState {
  return useSyncExternalStore(store.watch, store.get)
}
