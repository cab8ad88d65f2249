// Inspections on this device: what the server last said of them, and every tap, kept at once and sent by itself. A finding
// bears the id that it is sent with, so that one whose answer was lost is taken once.

import { useSyncExternalStore } from 'react'
import type { AnswerOf } from '#ground/http/contract.ts'
import { openKept } from '#ground/sync/kept.ts'
import type { Kept, KeptState } from '#ground/sync/kept.ts'
import { openSender } from '#ground/sync/sender.ts'
import type { Outcome as Sent, Sender } from '#ground/sync/sender.ts'
import { client, whenSignedOut } from '#ground/ui/client.ts'
import { ProblemError } from '#ground/ui/problem.ts'
import type { contract } from '../../contract.ts'
import { nextToSend, stood } from '../../core/pocket.ts'
import type { LocalFinding, LocalFindings } from '../../core/pocket.ts'

const inspections = client<typeof contract>('inspections')

export type Hand = AnswerOf<(typeof contract)['onHand']>
export type HandRow = Hand['rows'][number]

export interface State {
  readonly hand: Hand | null
  readonly findings: LocalFindings
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
}

const handKey = 'hand'
const patienceMs = 20_000

/** An answer of the server itself; a proxy's or a hotel's page is none. */
const isAnswer = (error: unknown): error is ProblemError => error instanceof ProblemError && error.code !== 0

function patience(): AbortSignal {
  const ending = new AbortController()
  setTimeout(() => ending.abort(), patienceMs)
  return ending.signal
}

function openStore(kept: Kept): Store {
  let state: State = { hand: null, findings: {}, line: 'unknown', kept: kept.state, signedOut: false, problem: null }
  let sender: Sender | null = null
  const watchers = new Set<() => void>()
  const become = (next: Partial<State>): void => {
    state = { ...state, ...next }
    for (const watcher of watchers) watcher()
  }
  // What one post noted is nobody else's, also on the same phone.
  const keyOf = (id: string): string => `finding/${state.hand?.post ?? ''}/${id}`
  kept.watch(() => become({ kept: kept.state }))
  kept.hear((key, value) => {
    if (key.startsWith(keyOf(''))) become({ findings: stood(state.findings, value as LocalFinding) })
  })

  const take = (finding: LocalFinding): Promise<void> => {
    become({ findings: stood(state.findings, finding) })
    return kept.set(keyOf(finding.id), finding)
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
      if (hand.post !== state.hand?.post) become({ hand, findings: await findingsOf(hand.post) })
      become({ hand, line: 'open', signedOut: false, problem: null })
      await kept.set(handKey, hand)
      return true
    } catch (error) {
      failed(error)
      return false
    }
  }
  const findingsOf = async (post: string | null): Promise<LocalFindings> => {
    const found = await kept.all<LocalFinding>(`finding/${post ?? ''}/`)
    return Object.fromEntries([...found.values()].map((one) => [one.id, one]))
  }

  const attempt = async (): Promise<Sent> => {
    const next = nextToSend(state.findings)
    if (next === undefined) return state.line === 'open' || (await refresh()) || state.signedOut ? 'done' : 'later'
    const { unit, inspection, id, subject, item, outcome, note, days, on } = next
    try {
      const body = { id, subject, item, outcome, note, on, ...(outcome === 'fault' ? { days } : {}) }
      await inspections.record({ params: { unit, id: inspection }, body, key: id, signal: patience() })
      await take({ ...next, state: 'arrived' })
      become({ line: 'open', problem: null })
    } catch (error) {
      const final = isAnswer(error) && error.status >= 400 && error.status < 500 && ![401, 403, 429].includes(error.status)
      if (!final) return failed(error)
      await take({ ...next, state: 'refused', refused: error.detail })
      become({ line: 'open' })
    }
    return 'again'
  }

  const begin = async (): Promise<void> => {
    whenSignedOut(() => become({ signedOut: true }))
    const hand = await kept.get<Hand>(handKey)
    if (hand !== undefined) become({ hand, findings: await findingsOf(hand.post) })
    await refresh()
    sender = openSender('lx-inspections', { attempt })
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
