// The seat on this device: what the server last said of it, and every sheet as it was tapped. Everything goes to the device
// at once, is counted as kept only when the device has it, and goes out by itself.

import { useSyncExternalStore } from 'react'
import { openKept } from '#ground/sync/kept.ts'
import type { Kept } from '#ground/sync/kept.ts'
import { offlineReady } from '#ground/sync/offline.ts'
import { openSender } from '#ground/sync/sender.ts'
import type { Outcome, Sender } from '#ground/sync/sender.ts'
import { newKey } from '#ground/ui/client.ts'
import { createLive } from '#ground/ui/live.ts'
import { changed, chosenOf, heard, leaving, merged, receipted, toSend } from '../../core/pocket.ts'
import type { LocalSheet, LocalSheets } from '../../core/pocket.ts'
import { draftOf, heardRemark, remarksToSend, typedRemark } from '../../core/pocket-remarks.ts'
import type { LocalRemark } from '../../core/pocket-remarks.ts'
import { patience, rounds } from './seat-client.ts'
import type { Mine } from './seat-client.ts'
import { askForSeat, isAnswer } from './seat-asking.ts'
import type { PhotoStore } from './seat-photos.ts'
import { heardOf, keptOf, keyOfRemark, keyOfSheet, mineKey, storeName } from './seat-state.ts'
import type { Chosen, SeatState } from './seat-state.ts'

export interface SeatStore {
  get(): SeatState
  watch(onChange: () => void): () => void
  change(where: Chosen, change: Parameters<typeof changed>[2]): void
  /** Settles a sheet that another device has changed too. */
  choose(where: Chosen, which: 'here' | 'other'): void
  /** Keeps what is typed of a remark. */
  type(subject: string, text: string): void
  /** Hands in the remark that was typed. */
  handIn(subject: string): void
  /** The photos, fetched with their code when they are asked for. */
  photos(): Promise<PhotoStore>
  /** Asks the server for the seat; whether it answered. */
  refresh(): Promise<boolean>
  /** Told of everything that happens in the seat's rounds, other judges' sheets included. */
  listen(onEvent: () => void): () => void
}

const mostAtOnce = 20
/** What a first screen does not need is fetched behind it. */
const afterFirstMs = 1_000

/** Verbs after which a seat has nothing to ask: other judges' sheets. */
const quiet = new Set(['score', 'vote', 'remark', 'openSeat', 'photo', 'withdrawPhoto'])

function openStore(kept: Kept): SeatStore {
  let state: SeatState = {
    mine: null,
    sheets: {},
    remarks: {},
    photos: {},
    photoOnWay: null,
    unkept: new Set(),
    line: 'unknown',
    kept: kept.state,
    gone: false,
    problem: null,
  }
  const watchers = new Set<() => void>()
  const listeners = new Set<() => void>()
  let sender: Sender | null = null
  const become = (next: Partial<SeatState>): void => {
    state = { ...state, ...next }
    for (const watcher of watchers) watcher()
  }
  kept.watch(() => become({ kept: kept.state, unkept: kept.pending() }))

  /** Writes a value; until the device has it, it does not count as kept. */
  const keep = async (key: string, value: unknown): Promise<void> => {
    const written = kept.set(key, value)
    become({ unkept: kept.pending() })
    await written
    become({ unkept: kept.pending() })
  }

  /** Takes new sheets in and writes those that differ. */
  const takeSheets = async (next: LocalSheets): Promise<void> => {
    const { sheets: before, mine } = state
    become({ sheets: next })
    if (mine === null) return
    const fresh = Object.entries(next).filter(([key, sheet]) => before[key] !== sheet)
    await Promise.all(fresh.map(([, sheet]) => keep(keyOfSheet(mine.seat.id, sheet), sheet)))
  }

  const takeRemark = (remark: LocalRemark): void => {
    become({ remarks: { ...state.remarks, [remark.id]: remark } })
    if (state.mine !== null) void keep(keyOfRemark(state.mine.seat.id, remark), remark)
  }

  kept.hear((key, value) => {
    const what = state.mine === null ? null : heardOf(state.mine.seat.id, key)
    if (what === 'sheet') become({ sheets: heard(state.sheets, value as LocalSheet) })
    if (what === 'remark') become({ remarks: heardRemark(state.remarks, value as LocalRemark) })
  })

  /** Whether the server has been asked since the line, or the seat, was last away: before that nothing is sent. */
  let heardOfServer = false
  let asking: Promise<boolean> | null = null
  const ask = async (): Promise<boolean> => {
    const asked = new URLSearchParams(location.search).get('seat') ?? state.mine?.seat.id
    try {
      const mine = await askForSeat(kept, asked)
      const another = state.mine?.seat.id !== mine.seat.id
      const stored = another ? { ...(await keptOf(kept, mine.seat.id)), problem: null } : {}
      become({ mine, ...stored, gone: false, line: 'open' })
      void kept.set(mineKey, mine)
      void takeSheets(merged(state.sheets, mine.sheets))
      heardOfServer = true
      void photoStore?.then((photos) => photos.settle())
      sender?.wake()
      return true
    } catch (error) {
      heardOfServer = false
      if (isAnswer(error) && (error.status === 401 || error.status === 404)) become({ gone: true, line: 'open' })
      else become({ line: 'lost' })
      return isAnswer(error)
    }
  }

  const refresh = (): Promise<boolean> => {
    const turn = ask().finally(() => {
      if (asking === turn) asking = null
    })
    asking = turn
    return turn
  }

  /** What a refusal of everything that was sent means for going on. */
  const refusedWhole = async (error: unknown): Promise<Outcome> => {
    if (!isAnswer(error)) {
      heardOfServer = false
      become({ line: 'lost' })
      return 'later'
    }
    if (error.status === 401) {
      await refresh()
      return state.gone ? 'done' : 'later'
    }
    become({ line: 'open', problem: error })
    // The round has moved, or the device has been given another seat.
    if (error.status === 409 || error.status === 404) await refresh()
    return 'later'
  }

  const sendSheets = async ({ seat, round }: Mine, going: readonly LocalSheet[]): Promise<Outcome> => {
    // On the disk before it leaves: a phone that dies now knows its own words when it comes back.
    await takeSheets(leaving(state.sheets, going))
    const sheets = going.map(({ subject, component, revision, points, note }) => ({
      subject,
      component,
      revision,
      points: { ...points },
      note,
    }))
    try {
      const answer = await rounds.score({ body: { seat: seat.id, sheets }, signal: patience() })
      become({ problem: null, line: 'open' })
      void takeSheets(receipted(state.sheets, answer.sheets))
      // Another device of this seat was faster, or the round has moved: what the server has is looked at before going on.
      if (answer.version !== round.version || answer.sheets.some(({ outcome }) => outcome === 'superseded')) await refresh()
      return 'again'
    } catch (error) {
      return refusedWhole(error)
    }
  }

  const sendRemark = async ({ seat }: Mine, remark: LocalRemark): Promise<Outcome> => {
    const { id, subject, text } = remark
    try {
      await rounds.remark({ body: { seat: seat.id, id, subject, text, evidence: null }, key: id, signal: patience() })
      become({ line: 'open' })
      takeRemark({ ...remark, state: 'arrived' })
      return 'again'
    } catch (error) {
      const refused = isAnswer(error) && error.status !== 401 && error.status < 500 && error.status !== 429
      if (!refused) return refusedWhole(error)
      takeRemark({ ...remark, state: 'refused', problem: error.code })
      return 'again'
    }
  }

  let photoStore: Promise<PhotoStore> | undefined
  const urgent = (): boolean => remarksToSend(state.remarks).length > 0 || toSend(state.sheets, 1).length > 0
  const photos = (): Promise<PhotoStore> => {
    photoStore ??= import('./seat-photos.ts').then(({ openPhotos }) =>
      openPhotos({ kept, get: () => state, become, keep, busy: urgent, wake: () => sender?.wake(), refresh, refusedWhole }),
    )
    // Code that could not be fetched is asked for again.
    photoStore.catch(() => (photoStore = undefined))
    return photoStore
  }
  /** Photos come last: they never hold up a score. */
  const sendPhoto = async (): Promise<Outcome | null> => (photoStore === undefined ? null : (await photoStore).attempt())

  const attempt = async (): Promise<Outcome> => {
    if (state.gone) return 'done'
    // The seat may have been elsewhere meanwhile: what was written there is looked at before anything goes over it.
    if (!heardOfServer) {
      const answered = await (asking ?? refresh())
      if (!heardOfServer) return answered && state.mine === null ? 'done' : 'later'
    }
    const { mine } = state
    if (mine === null) return 'done'
    const [remark] = remarksToSend(state.remarks)
    if (remark !== undefined) return sendRemark(mine, remark)
    const going = toSend(state.sheets, mostAtOnce)
    if (going.length > 0) return sendSheets(mine, going)
    const sent = await sendPhoto()
    if (sent !== null) return sent
    return state.line === 'open' || (await refresh()) ? 'done' : 'later'
  }

  const begin = async (): Promise<void> => {
    const mine = await kept.get<Mine>(mineKey)
    if (mine !== undefined) become({ mine, ...(await keptOf(kept, mine.seat.id)) })
    sender = openSender('lx-seat', { attempt })
    const live = createLive({
      open: () => new EventSource('/api/v1/live'),
      now: () => Date.now(),
      chance: () => Math.random(),
    })
    live.listen((event) => {
      if (event === 'resync' || event.room === 'rounds') for (const listener of listeners) listener()
      if (event === 'resync' || (event.room === 'rounds' && !quiet.has(event.verb))) void refresh()
    })
    live.watch(() => {
      if (live.current().state === 'lost' && state.line !== 'lost') {
        // The server is away, or it has closed the stream of a seat that has moved: asking tells which.
        heardOfServer = false
        become({ line: 'lost' })
        sender?.wake()
      }
      // Found again: what waits goes out, and the seat is looked at.
      if (live.current().state === 'open' && state.line === 'lost') void refresh()
    })
    const asked = refresh()
    void asked.then(() =>
      setTimeout(
        () =>
          void photos()
            .then(() => sender?.wake())
            .catch(() => undefined),
        afterFirstMs,
      ),
    )
    const [offline] = await Promise.all([offlineReady(), asked])
    const { mine: now } = state
    if (now !== null) await rounds.seatReady({ body: { seat: now.seat.id, offline } }).catch(() => undefined)
  }
  void begin()

  return {
    get: () => state,
    watch: (onChange) => {
      watchers.add(onChange)
      return () => watchers.delete(onChange)
    },
    change: (where, change) => {
      void takeSheets(changed(state.sheets, where, change))
      sender?.wake()
    },
    choose: (where, which) => {
      void takeSheets(chosenOf(state.sheets, where, which))
      sender?.wake()
    },
    type: (subject, text) => takeRemark(typedRemark(state.remarks, subject, text, newKey())),
    handIn: (subject) => {
      const draft = draftOf(state.remarks, subject)
      if (draft === undefined || draft.text.trim() === '') return
      takeRemark({ ...draft, text: draft.text.trim(), state: 'waiting', problem: null })
      sender?.wake()
    },
    photos,
    refresh,
    listen: (onEvent) => {
      listeners.add(onEvent)
      return () => listeners.delete(onEvent)
    },
  }
}

let opened: Promise<SeatStore> | undefined

/** The one store of this page. */
export function seatStore(): Promise<SeatStore> {
  opened ??= openKept(storeName).then(openStore)
  return opened
}

/** The seat's state, watched. */
export function useSeat(store: SeatStore): SeatState {
  return useSyncExternalStore(store.watch, store.get)
}
