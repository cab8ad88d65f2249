// Live events: one EventSource for the whole page. An event asks again the queries of its room; a connection that was lost
// asks again everything watched, spread over a moment so that two thousand screens do not come back in the same second.

import { type QueryKey, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useSyncExternalStore } from 'react'

/** Something was decided; what exactly is asked for by the screens that show it. */
export interface LiveEvent {
  readonly id: string
  readonly room: string
  readonly verb: string
  readonly subject: string
  readonly unit: string
  readonly at: string | number
}

export interface LiveState {
  readonly state: 'connecting' | 'open' | 'lost'
  /** When the server was last heard; null before the first time. */
  readonly asOf: number | null
}

type Listener = (event: LiveEvent | 'resync') => void

export interface Live {
  listen(listener: Listener): () => void
  watch(onChange: () => void): () => void
  current(): LiveState
}

export interface LiveSurroundings {
  open(): EventSource
  now(): number
  /** 0 to 1. */
  chance(): number
}

const isEvent = (value: unknown): value is LiveEvent =>
  typeof value === 'object' && value !== null && 'room' in value && typeof value.room === 'string'

/** The connection; opened with the first listener, closed with the last. */
export function createLive(around: LiveSurroundings): Live {
  const listeners = new Set<Listener>()
  const watchers = new Set<() => void>()
  let state: LiveState = { state: 'connecting', asOf: null }
  let source: EventSource | null = null
  let retry: ReturnType<typeof setTimeout> | undefined
  let failures = 0
  let wasLost = false

  const become = (next: LiveState['state'], heard: boolean): void => {
    state = { state: next, asOf: heard ? around.now() : state.asOf }
    for (const watcher of watchers) watcher()
  }
  const tell = (event: LiveEvent | 'resync'): void => {
    for (const listener of listeners) listener(event)
  }
  const hear = (message: MessageEvent<string>): void => {
    become('open', true)
    let event: unknown = null
    try {
      event = JSON.parse(message.data)
    } catch {
      // A heartbeat may carry no JSON; that something arrived is enough.
    }
    if (isEvent(event)) tell(event)
  }
  const open = (): void => {
    source = around.open()
    source.addEventListener('open', () => {
      failures = 0
      become('open', true)
      if (wasLost) tell('resync')
      wasLost = false
    })
    for (const name of ['message', 'act', 'beat']) source.addEventListener(name, hear)
    source.addEventListener('resync', () => {
      become('open', true)
      tell('resync')
    })
    source.addEventListener('error', () => {
      wasLost = true
      become('lost', false)
      // The browser comes back by itself after a broken line, but gives up for good after an error answer.
      if (source?.readyState !== 2) return
      failures += 1
      retry = setTimeout(open, Math.min(30_000, 1000 * 2 ** failures) * (0.5 + around.chance()))
    })
  }
  const close = (): void => {
    clearTimeout(retry)
    source?.close()
    source = null
  }

  return {
    listen(listener) {
      listeners.add(listener)
      if (source === null && listeners.size === 1) open()
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0) close()
      }
    },
    watch(onChange) {
      watchers.add(onChange)
      return () => watchers.delete(onChange)
    },
    current: () => state,
  }
}

const live = createLive({ open: () => new EventSource('/api/v1/live'), now: () => Date.now(), chance: () => Math.random() })

/** The state of the connection, for "as of" marks. */
export function useLiveState(): LiveState {
  return useSyncExternalStore(live.watch, live.current, live.current)
}

/**
 * Asks queries again when something happened in these rooms; all queries of the rooms unless `queryKeys` names fewer.
 * They are asked at a random moment within `within` milliseconds, once for all that happened meanwhile.
 */
export function useLive(rooms: readonly string[], queryKeys?: readonly QueryKey[], within = 300): void {
  const queries = useQueryClient()
  const wanted = useRef({ rooms, keys: queryKeys ?? rooms.map((room) => [room]) })
  useEffect(() => {
    wanted.current = { rooms, keys: queryKeys ?? rooms.map((room) => [room]) }
  })
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const stop = live.listen((event) => {
      if (event !== 'resync' && !wanted.current.rooms.includes(event.room)) return
      if (timer !== undefined) return
      timer = setTimeout(
        () => {
          timer = undefined
          for (const queryKey of wanted.current.keys) void queries.invalidateQueries({ queryKey })
        },
        (event === 'resync' ? Math.max(2000, within) : within) * Math.random(),
      )
    })
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [queries, within])
}
