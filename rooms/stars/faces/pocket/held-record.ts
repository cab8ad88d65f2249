// What happened to a star that is held, as the server last said it: kept on the phone, asked for again whenever something
// happens, and its verbs, each once.

import { useEffect, useState } from 'react'
import { currentLanguage } from '#ground/ui/language.ts'
import type { AnswerOf } from '#ground/http/contract.ts'
import type { contract } from '../../contract.ts'
import { isAnswer, patience, stars } from './hand-client.ts'
import type { At } from './hand-client.ts'
import type { Fetched, HandState } from './hand-state.ts'
import type { HandStore } from './hand-store.ts'
import { askOnce } from './once.ts'

export type HeldRecord = AnswerOf<(typeof contract)['honourRecord']>
export type HeldVerb = 'report' | 'appeal' | 'withdraw'

const recordKey = (post: string, id: string): string => `held/${post}/${id}`

interface Seen {
  readonly record: Fetched<HeldRecord> | null
  readonly problem: unknown
}

/** The record of a star; what is kept stands there until the server has answered. */
export function useHeldRecord(store: HandStore, { hand }: HandState, { unit, id }: At): Seen {
  const post = hand?.value.post ?? ''
  // Whenever the list was heard anew, something may have happened to this star.
  const heardAt = hand?.at ?? 0
  const [record, setRecord] = useState<Fetched<HeldRecord> | null>(null)
  const [problem, setProblem] = useState<unknown>(null)
  useEffect(() => {
    let wanted = true
    const show = async (): Promise<void> => {
      const kept = await store.kept.get<Fetched<HeldRecord>>(recordKey(post, id))
      if (wanted && kept !== undefined) setRecord((now) => now ?? kept)
    }
    void show()
    return () => {
      wanted = false
    }
  }, [store, post, id])
  useEffect(() => {
    let wanted = heardAt >= 0
    const look = async (): Promise<void> => {
      try {
        const value = await stars.honourRecord({ params: { unit, id }, signal: patience() })
        const fetched = { at: Date.now(), in: currentLanguage(), value }
        if (wanted) {
          setRecord(fetched)
          setProblem(null)
        }
        await store.kept.set(recordKey(post, id), fetched)
      } catch (error) {
        // Without a line what is kept stands there, and the bar says so.
        if (wanted && isAnswer(error)) setProblem(error)
      }
    }
    void look()
    return () => {
      wanted = false
    }
  }, [store, post, unit, id, heardAt])
  return { record, problem }
}

/** Takes a verb of the unit; null when it is done. Its record has the id of its key, so that it is there once. */
export function takeHeldVerb(
  store: HandStore,
  verb: HeldVerb,
  at: At,
  { said, record }: { readonly said: string; readonly record: HeldRecord },
): Promise<unknown> {
  const stage = record.steps.length
  const params = { unit: at.unit, id: at.id }
  return askOnce(store, { verb: `held-${verb}`, id: at.id, content: [stage, said, record.mayWithdraw] }, (key) => {
    const call = { params, key, signal: patience() }
    if (verb === 'report') return stars.reportMended({ ...call, body: { report: key, said } })
    if (verb === 'appeal') return stars.appealHonour({ ...call, body: { appeal: key, reason: said } })
    return stars.withdrawHonourAppeal({ ...call, body: { appeal: record.mayWithdraw ?? '', reason: said } })
  })
}
