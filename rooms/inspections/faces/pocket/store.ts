// Inspections on this device: what the server last said of them, every tap and every picture, kept and sent by itself. A finding
// bears the id that it is sent with, so that one whose answer was lost is taken once.

import { useSyncExternalStore } from 'react'
import { openKept } from '#ground/sync/kept.ts'
import type { Kept, KeptState } from '#ground/sync/kept.ts'
import { openSender } from '#ground/sync/sender.ts'
import type { Outcome as Sent, Sender } from '#ground/sync/sender.ts'
import { whenSignedOut } from '#ground/ui/client.ts'
import type { ProblemError } from '#ground/ui/problem.ts'
import { dayToSend, nextToSend, stood } from '../../core/pocket.ts'
import type { LocalFinding, LocalFindings } from '../../core/pocket.ts'
import { stoodPicture } from '#rooms/evidence/core/device-pictures.ts'
import { moved } from '../../core/pocket-pictures.ts'
import type { LocalPicture, LocalPictures } from '../../core/pocket-pictures.ts'
import { inspections, isAnswer, isFinal, patience } from './calls.ts'
import type { Hand } from './calls.ts'
import type { Pictures } from './pictures.ts'

export type { Hand, HandRow } from './calls.ts'

export interface State {
  readonly hand: Hand | null
  readonly findings: LocalFindings
  readonly pictures: LocalPictures
  readonly line: 'unknown' | 'open' | 'lost'
  readonly kept: KeptState
  readonly signedOut: boolean
  readonly problem: ProblemError | null
}

export interface Store {
  get(): State
  watch(onChange: () => void): () => void
  /** Keeps a finding, and sends it when it waits. */
  put(finding: LocalFinding): void
  /** Notes anew, under another id, what was refused; its pictures go along. */
  renew(refused: LocalFinding, next: LocalFinding): void
  /** Pictures; their code is fetched behind the first screen. */
  pictures(): Promise<Pictures>
}

const handKey = 'hand'
/** What a first screen does not need is fetched behind it. */
const afterFirstMs = 800

function openStore(kept: Kept): Store {
  let state: State = { hand: null, findings: {}, pictures: {}, line: 'unknown', kept: kept.state, signedOut: false, problem: null }
  let sender: Sender | null = null
  const watchers = new Set<() => void>()
  const become = (next: Partial<State>): void => {
    state = { ...state, ...next }
    for (const watcher of watchers) watcher()
  }
  // What one post noted is nobody else's, also on the same phone.
  const keyOf = (id: string): string => `finding/${state.hand?.post ?? ''}/${id}`
  kept.watch(() => become({ kept: kept.state }))
  const keyOfPicture = (id: string): string => `picture/${state.hand?.post ?? ''}/${id}`
  kept.hear((key, value) => {
    if (key.startsWith(keyOfPicture(''))) become({ pictures: stoodPicture(state.pictures, value as LocalPicture) })
    if (key.startsWith(keyOf(''))) become({ findings: stood(state.findings, value as LocalFinding) })
  })

  const take = (finding: LocalFinding): Promise<void> => {
    become({ findings: stood(state.findings, finding) })
    return kept.set(keyOf(finding.id), finding)
  }

  const takePicture = async (picture: LocalPicture): Promise<void> => {
    become({ pictures: stoodPicture(state.pictures, picture) })
    await kept.set(keyOfPicture(picture.id), state.pictures[picture.id])
  }

  const failed = (error: unknown): Sent => {
    if (!isAnswer(error)) {
      become({ line: 'lost' })
      return 'later'
    }
    if (error.status === 401) become({ signedOut: true })
    become({ line: 'open', problem: error })
    return error.status === 401 || error.status === 403 ? 'done' : 'later'
  }

  const refresh = async (): Promise<boolean> => {
    try {
      const hand = await inspections.onHand({ signal: patience() })
      if (hand.post !== state.hand?.post) become({ hand, ...(await notedBy(hand.post)) })
      become({ hand, line: 'open', signedOut: false, problem: null })
      await kept.set(handKey, hand)
      return true
    } catch (error) {
      failed(error)
      return false
    }
  }
  const notedBy = async (post: string | null): Promise<Pick<State, 'findings' | 'pictures'>> => {
    const found = await kept.all<LocalFinding>(`finding/${post ?? ''}/`)
    const pictures = await kept.all<LocalPicture>(`picture/${post ?? ''}/`)
    const byId = <T extends { readonly id: string }>(all: Map<string, T>) =>
      Object.fromEntries([...all.values()].map((one) => [one.id, one]))
    return { findings: byId(found), pictures: byId(pictures) }
  }

  let pictureStore: Promise<Pictures> | undefined
  const pictures = (): Promise<Pictures> => {
    pictureStore ??= import('./pictures.ts').then(({ openPictures }) =>
      openPictures({
        pictures: () => state.pictures,
        post: () => state.hand?.post ?? '',
        findingOf: (id) => state.findings[id],
        itemText: ({ inspection, item }) =>
          state.hand?.rows.find((row) => row.id === inspection)?.items.find((one) => one.id === item)?.text ?? item,
        take: takePicture,
        heard: () => become({ line: 'open' }),
        failed,
        wake: () => sender?.wake(),
      }),
    )
    // Code that could not be fetched is asked for again.
    pictureStore.catch(() => (pictureStore = undefined))
    return pictureStore
  }

  const attempt = async (): Promise<Sent> => {
    const next = nextToSend(state.findings)
    if (next === undefined) {
      const sent = pictureStore === undefined ? null : await (await pictureStore).attempt()
      return sent ?? (state.line === 'open' || (await refresh()) || state.signedOut ? 'done' : 'later')
    }
    // The server's day is asked for before anything is sent with one.
    if (state.line !== 'open' && !(await refresh())) return state.signedOut ? 'done' : 'later'
    const { unit, inspection, id, subject, item, outcome, note, days } = next
    const on = dayToSend(next.on, state.hand?.today ?? next.on)
    try {
      const body = { id, subject, item, outcome, note, on, ...(outcome === 'fault' ? { days } : {}) }
      await inspections.record({ params: { unit, id: inspection }, body, key: `${id}-${on}`, signal: patience() })
      await take({ ...next, on, state: 'arrived' })
      become({ line: 'open', problem: null })
    } catch (error) {
      if (!isFinal(error)) return failed(error)
      await take({ ...next, state: 'refused', refused: error.detail })
      become({ line: 'open' })
    }
    return 'again'
  }

  const begin = async (): Promise<void> => {
    whenSignedOut(() => become({ signedOut: true }))
    const hand = await kept.get<Hand>(handKey)
    if (hand !== undefined) become({ hand, ...(await notedBy(hand.post)) })
    await refresh()
    sender = openSender('lx-inspections', { attempt })
    setTimeout(
      () =>
        void pictures().then(
          () => sender?.wake(),
          () => undefined,
        ),
      afterFirstMs,
    )
  }
  void begin()

  return {
    get: () => state,
    watch: (onChange) => {
      watchers.add(onChange)
      return () => watchers.delete(onChange)
    },
    put: (finding) => {
      void take(finding)
      if (finding.state === 'waiting') sender?.wake()
    },
    renew: (refused, next) => {
      void take(next)
      for (const picture of moved(state.pictures, refused.id, next.id))
        void takePicture({ ...picture, state: picture.state === 'refused' ? 'waiting' : picture.state })
      if (next.state === 'waiting') sender?.wake()
    },
    pictures,
  }
}

let opened: Promise<Store> | undefined

/** The one store of this page. */
export function store(): Promise<Store> {
  opened ??= openKept('lx-inspections').then(openStore)
  return opened
}

/** The store's state, watched. */
export const useStore = (of: Store): State => useSyncExternalStore(of.watch, of.get)
