// Answers of a self-check: kept on this device at the tap, sent a moment later, kept here until the server has them. An answer
// carries a revision that rises on this device, so what is sent twice or late changes nothing.

import { useDraft } from '#ground/ui/draft.ts'
import { useVerb } from '#ground/ui/answers.ts'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Answer } from '../../core/self-check.ts'
import { stars } from './stars.ts'

export interface Pending {
  readonly answer: Answer
  readonly reason: string
  readonly known: string | null
  readonly revision: number
}

type Kept = { readonly rows: Readonly<Record<string, Pending>> }
const none: Kept = { rows: {} }
/** Long enough for several taps to travel together. */
const gather = 600

/** Rows not yet at the server, how to answer one, and how the last sending went. */
export function useKeptRows(unit: string, id: string) {
  const draft = useDraft<Kept>(`stars.check.${id}`, none)
  const keep = useVerb(stars, 'keepRows')
  const latest = useRef(draft.value.rows)
  const timer = useRef<number | null>(null)
  const sending = useRef<Promise<void> | null>(null)
  const [sent, setSent] = useState(none.rows)

  const set = useCallback(
    (rows: Readonly<Record<string, Pending>>): void => {
      latest.current = rows
      draft.set({ rows })
    },
    [draft],
  )

  /** One delivery: what is whole now. Rows answered meanwhile, or anew, stay for the next one. */
  const deliver = useCallback(async (): Promise<boolean> => {
    const rows = Object.entries(latest.current).map(([row, pending]) => ({ row, ...pending }))
    // A row that says 不涉及 waits for its reason, on this device.
    const whole = rows.filter((row) => row.answer !== 'not-applicable' || row.reason.trim() !== '')
    if (whole.length === 0) return false
    const answered = await keep.run({ params: { unit, id }, body: { rows: whole } })
    if (answered === undefined) return false
    const delivered = Object.fromEntries(whole.map(({ row, ...pending }) => [row, pending]))
    setSent((before) => ({ ...before, ...delivered }))
    set(Object.fromEntries(Object.entries(latest.current).filter(([row, pending]) => delivered[row]?.revision !== pending.revision)))
    return true
  }, [id, keep, set, unit])

  // One delivery at a time; whoever asks meanwhile waits for it and for what was answered while it ran.
  const send = (): Promise<void> => {
    const all = async (): Promise<void> => {
      while (await deliver());
    }
    sending.current ??= all().finally(() => {
      sending.current = null
    })
    return sending.current
  }

  const again = useRef(send)
  useEffect(() => {
    again.current = send
  })
  useEffect(() => {
    const online = (): void => void again.current()
    window.addEventListener('online', online)
    online()
    return () => {
      window.removeEventListener('online', online)
      if (timer.current !== null) window.clearTimeout(timer.current)
    }
  }, [])

  return {
    /** Rows that the server has not said it has. */
    pending: draft.value.rows,
    /** How a row stands here, when that is later than what the server showed. */
    later(row: string, revision: number): Pending | undefined {
      const here = draft.value.rows[row] ?? sent[row]
      return here !== undefined && here.revision > revision ? here : undefined
    },
    savedAt: draft.savedAt,
    busy: keep.pending,
    problem: keep.problem,
    answer(row: string, given: Omit<Pending, 'revision'>, before: number): void {
      const revision = Math.max(Date.now(), before + 1, (latest.current[row]?.revision ?? 0) + 1)
      set({ ...latest.current, [row]: { ...given, revision } })
      if (timer.current !== null) window.clearTimeout(timer.current)
      timer.current = window.setTimeout(() => void again.current(), gather)
    },
    /** Sends what is left at once; true when nothing is. */
    async flush(): Promise<boolean> {
      await send()
      return Object.keys(latest.current).length === 0
    },
  }
}
