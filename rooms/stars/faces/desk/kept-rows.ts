// Answers of a self-check: kept on this device at the tap, sent a moment later, kept here until the server has them. An answer
// goes out as the one revision after what it stands on, so it never goes over what another device wrote meanwhile: then both
// are shown, and the person chooses.

import { useDraft } from '#ground/ui/draft.ts'
import { useVerb } from '#ground/ui/answers.ts'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Answer } from '../../core/self-check.ts'
import { stars } from './stars.ts'
import type { CheckSheet } from './stars.ts'

export interface Typed {
  readonly answer: Answer
  readonly reason: string
  readonly known: string | null
}

export interface Pending extends Typed {
  /** The server's revision that it was typed over. */
  readonly base: number
  /** Somebody wrote another answer meanwhile; it waits for a choice. */
  readonly conflict: boolean
}

type Kept = { readonly rows: Readonly<Record<string, Pending>> }
const none: Kept = { rows: {} }
/** Long enough for several taps to travel together. */
const gather = 600

const isWhole = (row: Pending): boolean => !row.conflict && (row.answer !== 'not-applicable' || row.reason.trim() !== '')

/** Rows not yet at the server, how to answer one, and how the last sending went. */
export function useKeptRows({ unit, id, rows: there }: Pick<CheckSheet, 'unit' | 'id' | 'rows'>) {
  const draft = useDraft<Kept>(`stars.check.${id}`, none)
  const keep = useVerb(stars, 'keepRows')
  const latest = useRef(draft.value.rows)
  const timer = useRef<number | null>(null)
  const sending = useRef<Promise<void> | null>(null)
  const [sent, setSent] = useState<Readonly<Record<string, Typed & { readonly revision: number }>>>({})

  const set = useCallback(
    (rows: Readonly<Record<string, Pending>>): void => {
      latest.current = rows
      draft.set({ rows })
    },
    [draft],
  )

  /** One delivery: what is whole now. Rows answered meanwhile, or anew, stay for the next one. */
  const deliver = useCallback(async (): Promise<boolean> => {
    const going = Object.entries(latest.current).filter(([, pending]) => isWhole(pending))
    if (going.length === 0) return false
    const body = going.map(([row, { answer, reason, known, base }]) => ({ row, answer, reason, known, revision: base + 1 }))
    const answered = await keep.run({ params: { unit, id }, body: { rows: body } })
    if (answered === undefined) return false
    setSent((before) => ({
      ...before,
      ...Object.fromEntries(body.filter(({ row }) => answered.kept.includes(row)).map((row) => [row.row, row])),
    }))
    const after = { ...latest.current }
    for (const [row, pending] of going) {
      const now = after[row]
      if (now === undefined) continue
      if (answered.superseded.includes(row)) after[row] = { ...now, conflict: true }
      else if (now === pending) delete after[row]
      else after[row] = { ...now, base: pending.base + 1 }
    }
    set(after)
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

  // What the server has word for word is no conflict: the answer to an earlier sending was lost.
  useEffect(() => {
    const same = there.filter(({ row, answer, reason }) => {
      const here = latest.current[row]
      return here !== undefined && here.conflict && here.answer === answer && here.reason === reason
    })
    if (same.length > 0) set(Object.fromEntries(Object.entries(latest.current).filter(([row]) => !same.some((one) => one.row === row))))
  }, [there, set])

  const put = (row: string, pending: Pending): void => {
    set({ ...latest.current, [row]: pending })
    if (timer.current !== null) window.clearTimeout(timer.current)
    timer.current = window.setTimeout(() => void again.current(), gather)
  }

  return {
    /** Rows that the server has not said it has. */
    pending: draft.value.rows,
    /** How a row stands here, when that is later than what the server showed and nobody wrote another one. */
    later(row: string, revision: number): Typed | undefined {
      const here = draft.value.rows[row]
      if (here !== undefined) return here.conflict ? undefined : here
      const last = sent[row]
      return last !== undefined && last.revision > revision ? last : undefined
    },
    /** What was typed here and stands against what another device wrote. */
    conflictAt(row: string): Pending | undefined {
      const here = draft.value.rows[row]
      return here !== undefined && here.conflict ? here : undefined
    },
    savedAt: draft.savedAt,
    busy: keep.pending,
    problem: keep.problem,
    answer(row: string, given: Typed, before: number): void {
      const here = latest.current[row]
      const base = here === undefined || here.conflict ? Math.max(before, sent[row]?.revision ?? 0) : here.base
      put(row, { ...given, base, conflict: false })
    },
    /** Lets the other device's answer stand. */
    giveUp(row: string): void {
      set(Object.fromEntries(Object.entries(latest.current).filter(([key]) => key !== row)))
    },
    /** Sends what is left at once; true when nothing is. */
    async flush(): Promise<boolean> {
      await send()
      return Object.keys(latest.current).length === 0
    },
  }
}
