// Keeps the picture current: live hints where they come, asking by the clock where they do not, and a line that is named for
// what it is. Everything shown goes through the fold of shown.ts.

import { useSyncExternalStore } from 'react'
import { createLive } from '#ground/ui/live.ts'
import type { Live } from '#ground/ui/live.ts'
import { ProblemError } from '#ground/ui/problem.ts'
import { openServerTime } from './server-time.ts'
import { announced, answered, blank, concerns, overdue, turns, unseated } from './shown.ts'
import type { Newest, Shown } from './shown.ts'
import { rounds } from './stage-client.ts'

export type LineState = 'connecting' | 'open' | 'polling' | 'lost'

export interface StageState extends Shown {
  readonly line: LineState
  /** Up to when the server has said that the screen is current, by its clock. */
  readonly asOf: number | null
}

export interface StageStore {
  get(): StageState
  watch(onChange: () => void): () => void
  /** The server's time now. */
  now(): number | null
}

/** While nothing comes from the server, it is asked this often; less often once it has been away for long. */
const seekMs = 1000
const longSeekMs = 2000
const longAway = 30
/** Asked by the clock while hints cannot come (a proxy that holds streams back). */
const pollMs = 3000
/** Where hints come, in case one was lost; also the rhythm of the watch over the line. */
const checkMs = 60_000
const watchMs = 5000
/** A stream that has been silent for longer than its beat is no stream. */
const silenceMs = 20_000
const patienceMs = 4000
/** How long the unit before may stay after another was announced. */
const graceMs = 400
/** Votes come by the hundred. */
const voteMs = 1000

const keptKey = 'lx-stage'

function kept(): Newest | null {
  try {
    return JSON.parse(sessionStorage.getItem(keptKey) ?? 'null') as Newest | null
  } catch {
    return null
  }
}

function keep(newest: Newest | null): void {
  try {
    sessionStorage.setItem(keptKey, JSON.stringify(newest))
  } catch {
    // A browser that keeps nothing shows the neutral frame after a reload all the same.
  }
}

function openStore(): StageStore {
  const time = openServerTime(() => performance.now())
  let state: StageState = { ...blank(kept()), line: 'connecting', asOf: null }
  const watchers = new Set<() => void>()
  const become = (next: Partial<StageState>): void => {
    const { newest } = state
    state = { ...state, ...next }
    if (state.newest !== newest) keep(state.newest)
    for (const watcher of watchers) watcher()
  }

  let live: Live
  let hearing = (): void => {}
  let timer: ReturnType<typeof setTimeout> | undefined
  let asking: AbortController | null = null
  let again = false
  let turnsSeen = 0
  let failures = 0
  let askedAt = 0
  let heardAt = performance.now()

  const lineNow = (): LineState => (failures > 0 ? 'lost' : live.current().state === 'open' ? 'open' : 'polling')
  const soon = (milliseconds: number): void => {
    clearTimeout(timer)
    timer = setTimeout(() => void ask(), milliseconds * (0.8 + 0.4 * Math.random()))
  }
  const next = (): void => {
    if (failures > 0) soon(failures > longAway ? longSeekMs : seekMs)
    else soon(live.current().state === 'open' && state.stage !== null ? checkMs : pollMs)
  }

  const ask = async (): Promise<void> => {
    if (asking !== null) {
      again = true
      return
    }
    clearTimeout(timer)
    const controller = new AbortController()
    asking = controller
    askedAt = performance.now()
    const turnsBefore = turnsSeen
    const patience = setTimeout(() => controller.abort(), patienceMs)
    try {
      const stage = await rounds.stage({ signal: controller.signal })
      failures = 0
      time.said(stage.asOf)
      // Asked before the last turn was announced: it may still hold the unit before.
      if (turnsBefore !== turnsSeen) again = true
      else become({ ...answered(state, stage), line: lineNow(), asOf: time.now() })
    } catch (error) {
      if (error instanceof ProblemError && (error.status === 401 || error.status === 404)) {
        failures = 0
        become({ ...unseated(state), line: lineNow() })
      } else {
        failures += 1
        time.forget()
        become({ ...overdue(state), line: 'lost' })
      }
    } finally {
      clearTimeout(patience)
      asking = null
    }
    const more = again && failures === 0
    again = false
    if (more) void ask()
    else next()
  }

  const onHint = (verb: string): void => {
    if (verb === 'vote') {
      soon(Math.max(0, voteMs - (performance.now() - askedAt)))
      return
    }
    if (turns(verb)) {
      turnsSeen += 1
      become(announced(state))
      const turn = turnsSeen
      setTimeout(() => {
        if (turn === turnsSeen) become(overdue(state))
      }, graceMs)
    }
    void ask()
  }

  const listen = (): void => {
    hearing()
    live = createLive({ open: () => new EventSource('/api/v1/live'), now: () => performance.now(), chance: () => Math.random() })
    const stopWatching = live.watch(() => {
      const { state: line, asOf } = live.current()
      if (line === 'open') heardAt = asOf ?? heardAt
      if (line === 'lost' && state.line === 'open') {
        // Whether only the stream is gone or the server too, the next answer says.
        become({ line: 'lost' })
        void ask()
      } else if (line === 'open' && failures === 0 && state.stage !== null && asking === null) become({ line: 'open', asOf: time.now() })
    })
    const stopListening = live.listen((event) => {
      if (event === 'resync') void ask()
      else if (event.room === 'rounds' && concerns(event.verb)) onHint(event.verb)
    })
    hearing = () => {
      stopWatching()
      stopListening()
    }
  }

  listen()
  void ask()
  // A cable that was pulled breaks nothing off; silence is the only sign.
  setInterval(() => {
    const silent = performance.now() - heardAt
    if (silent > silenceMs && performance.now() - askedAt > watchMs) void ask()
    if (silent > 2 * silenceMs && failures === 0 && state.frame !== 'no-seat') {
      heardAt = performance.now()
      listen()
    }
  }, watchMs)
  addEventListener('offline', () => {
    failures += 1
    become({ line: 'lost' })
    void ask()
  })
  addEventListener('online', () => void ask())

  return {
    get: () => state,
    watch: (onChange) => {
      watchers.add(onChange)
      return () => watchers.delete(onChange)
    },
    now: () => time.now(),
  }
}

let opened: StageStore | undefined

/** The one store of this page. */
export function stageStore(): StageStore {
  opened ??= openStore()
  return opened
}

/** The state, watched. */
export function useStage(store: StageStore): StageState {
  return useSyncExternalStore(store.watch, store.get)
}
