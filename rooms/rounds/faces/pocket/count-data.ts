// The tellers' table, asked again when something happens in the round. It is held in the page only: points of others have no
// place on a device.

import { useSyncExternalStore } from 'react'
import { patience, rounds } from './seat-client.ts'
import type { Count, Draw } from './seat-client.ts'
import type { SeatStore } from './seat-store.ts'

export interface Counting {
  readonly count: Count | null
  readonly draws: readonly Draw[]
  readonly problem: unknown
}

export interface Table {
  get(): Counting
  watch(onChange: () => void): () => void
  reload(): Promise<void>
}

/** What a part of the table is given. */
export interface TableProps {
  readonly count: Count
  /** Runs a verb and looks again; resolves to what was refused, or null. */
  run(work: () => Promise<unknown>): Promise<unknown>
}

// A hall of judges taps at once; the table looks once for all that came in this time.
const gatherMs = 400

const empty: Counting = { count: null, draws: [], problem: null }

function openTable(store: SeatStore, seat: string): Table {
  let state = empty
  let asked = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  const watchers = new Set<() => void>()
  const reload = async (): Promise<void> => {
    const turn = (asked += 1)
    let next: Counting
    try {
      const count = await rounds.count({ query: { seat }, signal: patience() })
      const { unit, id } = count.round
      const { draws } = await rounds.draws({ params: { unit, id }, signal: patience() })
      next = { count, draws, problem: null }
    } catch (problem) {
      next = { ...state, problem }
    }
    // An answer that was overtaken by a later question shows nothing.
    if (turn !== asked) return
    state = next
    for (const watcher of watchers) watcher()
  }
  store.listen(() => {
    timer ??= setTimeout(() => {
      timer = undefined
      void reload()
    }, gatherMs)
  })
  void reload()
  return {
    get: () => state,
    watch: (onChange) => {
      watchers.add(onChange)
      return () => watchers.delete(onChange)
    },
    reload,
  }
}

const tables = new Map<string, Table>()
const nowhere: Table = { get: () => empty, watch: () => () => {}, reload: async () => {} }

/** The table of a seat; an empty one while no seat is known. */
export function tableOf(store: SeatStore, seat: string | null): Table {
  if (seat === null) return nowhere
  const table = tables.get(seat) ?? openTable(store, seat)
  tables.set(seat, table)
  return table
}

/** What lies on the table, watched. */
export function useCounting(table: Table): Counting {
  return useSyncExternalStore(table.watch, table.get)
}
