// The inbox on the phone: asked for when the page opens, whenever it is looked at again, and when the line comes back. The last
// answer is kept on the phone for reading without a line, and goes when the session is over. Opening a notice tells nobody.

import { useCallback, useEffect, useState } from 'react'
import type { AnswerOf } from '#ground/http/contract.ts'
import { openKept } from '#ground/sync/kept.ts'
import type { Kept } from '#ground/sync/kept.ts'
import { client, newKey, whenSignedOut } from '#ground/ui/client.ts'
import { patience } from '#ground/ui/patience.ts'
import { ProblemError } from '#ground/ui/problem.ts'
import type { contract } from '#rooms/notices/contract.ts'

const notices = client<typeof contract>('notices')

export type Inbox = AnswerOf<(typeof contract)['inbox']>
export type Notice = Inbox['rows'][number]

/** What is on the screen, and from when. */
export interface Held {
  readonly inbox: Inbox
  readonly at: string
}

export interface InboxState {
  readonly held: Held | null
  readonly line: 'unknown' | 'open' | 'lost'
  readonly refused: 'signed-out' | 'other-role' | null
  readonly problem: unknown
  refresh(): void
  putAway(): void
  earlier(): void
}

const key = 'inbox'
const patienceMs = 30_000
const isAnswer = (error: unknown): error is ProblemError => error instanceof ProblemError && error.code !== 0

let opened: Promise<Kept> | undefined
const keptInbox = (): Promise<Kept> => (opened ??= openKept('lx-notices'))

/** Only what the server says is over goes from the phone; a line that is lost takes nothing. */
export function useInbox(): InboxState {
  const [held, setHeld] = useState<Held | null>(null)
  const [line, setLine] = useState<InboxState['line']>('unknown')
  const [refused, setRefused] = useState<InboxState['refused']>(null)
  const [problem, setProblem] = useState<unknown>(null)

  const failed = useCallback(async (error: unknown): Promise<void> => {
    if (!isAnswer(error)) return setLine('lost')
    setLine('open')
    if (error.status !== 401 && error.status !== 403) return setProblem(error)
    setRefused(error.status === 401 ? 'signed-out' : 'other-role')
    setHeld(null)
    await (await keptInbox()).remove(key)
  }, [])
  const ask = useCallback(async (): Promise<void> => {
    try {
      const inbox = await notices.inbox({ query: {}, signal: patience(patienceMs) })
      const next = { inbox, at: new Date().toISOString() }
      setHeld(next)
      setLine('open')
      setRefused(null)
      setProblem(null)
      await (await keptInbox()).set(key, next)
    } catch (error) {
      await failed(error)
    }
  }, [failed])

  useEffect(() => {
    const again = (): void => void (document.visibilityState === 'visible' && ask())
    const begin = async (): Promise<void> => {
      const before = await (await keptInbox()).get<Held>(key)
      if (before !== undefined) setHeld((now) => now ?? before)
      await ask()
    }
    const lost = (): void => setLine('lost')
    // Signing in is offered here, in its place, instead of leaving the page.
    whenSignedOut(() => setRefused('signed-out'))
    void begin()
    addEventListener('online', again)
    addEventListener('offline', lost)
    document.addEventListener('visibilitychange', again)
    return () => {
      removeEventListener('online', again)
      removeEventListener('offline', lost)
      document.removeEventListener('visibilitychange', again)
    }
  }, [ask])

  const putAway = async (): Promise<void> => {
    const latest = held?.inbox.rows[0]?.at
    if (latest === undefined) return
    try {
      await notices.mark({ body: { until: latest }, key: newKey(), signal: patience(patienceMs) })
      await ask()
    } catch (error) {
      await failed(error)
    }
  }
  const earlier = async (): Promise<void> => {
    const last = held?.inbox.rows.at(-1)
    if (held === null || last === undefined) return
    try {
      const page = await notices.inbox({ query: { before: last.at }, signal: patience(patienceMs) })
      setHeld({ ...held, inbox: { ...held.inbox, rows: [...held.inbox.rows, ...page.rows], more: page.more } })
    } catch (error) {
      await failed(error)
    }
  }
  return { held, line, refused, problem, refresh: () => void ask(), putAway: () => void putAway(), earlier: () => void earlier() }
}
