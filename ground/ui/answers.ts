// Calls inside React: answers are kept by react-query under [room, endpoint, call, language]; verbs keep their Idempotency-Key
// while the same submission is sent again, so that a lost reply never does a thing twice.

import { hashKey, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { Contract } from '#ground/http/contract.ts'
import { type Asking, type Arguments, type Given, newKey, roomOf, type RoomClient } from './client.ts'
import { useLanguage } from './language.ts'
import { ProblemError } from './problem.ts'
import { createSubmission } from './submission.ts'

type Callable = (call?: unknown) => Promise<unknown>

const functionOf = <C extends Contract>(of: RoomClient<C>, key: keyof C & string): Callable => of[key] as unknown as Callable

export interface AnswerOptions {
  /** Shows the last answer while a changed question is asked (search as one types). */
  readonly keep?: boolean
  /** Milliseconds during which the answer counts as fresh. */
  readonly fresh?: number
}

/** The answer of a GET endpoint; `null` as call means not asked yet. */
export function useAnswer<C extends Contract, K extends keyof C & string>(
  of: RoomClient<C>,
  key: K,
  ...[call, options]: object extends Asking<C[K]>
    ? [call?: Asking<C[K]> | null, options?: AnswerOptions]
    : [call: Asking<C[K]> | null, options?: AnswerOptions]
): UseQueryResult<Given<C[K]>> {
  // Answers are in the reader's language: another language asks again, and the last answer stays until then.
  const [language] = useLanguage()
  const queryKey = [roomOf(of), key, call ?? {}, language]
  return useQuery<Given<C[K]>>({
    queryKey,
    queryFn: async ({ signal }) => (await functionOf(of, key)({ ...call, signal })) as Given<C[K]>,
    enabled: call !== null,
    placeholderData: (before, asked) =>
      options?.keep === true || hashKey(asked?.queryKey.slice(0, -1) ?? []) === hashKey(queryKey.slice(0, -1)) ? before : undefined,
    ...(options?.fresh === undefined ? {} : { staleTime: options.fresh }),
  })
}

const idleMs = 400

/** A moment in which the page has nothing else to do. */
function whenIdle(work: () => void): () => void {
  if (!('requestIdleCallback' in globalThis)) {
    const timer = setTimeout(work, idleMs)
    return () => clearTimeout(timer)
  }
  const waiting = requestIdleCallback(work)
  return () => cancelIdleCallback(waiting)
}

/**
 * Asks ahead, one after another and only while the page is idle, what is likely to be asked next; what is still fresh is not
 * asked again, and a refusal is left to whoever really asks.
 */
export function useAhead<C extends Contract, K extends keyof C & string>(
  of: RoomClient<C>,
  key: K,
  calls: readonly Asking<C[K]>[],
  fresh: number,
): void {
  const queries = useQueryClient()
  const [language] = useLanguage()
  const wanted = JSON.stringify(calls)
  useEffect(() => {
    const left = JSON.parse(wanted) as object[]
    let stop = (): void => undefined
    const ask = async (): Promise<void> => {
      const call = left.shift()
      if (call === undefined) return
      const queryKey = [roomOf(of), key, call, language]
      const queryFn = ({ signal }: { signal: AbortSignal }) => functionOf(of, key)({ ...call, signal })
      await queries.prefetchQuery({ queryKey, queryFn, staleTime: fresh })
      if (left.length > 0) stop = whenIdle(() => void ask())
    }
    if (left.length > 0) stop = whenIdle(() => void ask())
    return () => {
      left.length = 0
      stop()
    }
  }, [queries, language, of, key, wanted, fresh])
}

export interface VerbOptions<A> {
  readonly onDone?: (answer: A) => void
  /** Further rooms whose queries are asked again. */
  readonly refreshes?: readonly string[]
}

export interface Verb<E extends [unknown?], A> {
  /** The answer, or undefined when it was refused (see `problem`). */
  run(...args: E): Promise<A | undefined>
  readonly pending: boolean
  /** What the last run met; null when nothing. */
  readonly problem: unknown
  readonly answer: A | undefined
  errorAt(path: string): string | undefined
  reset(): void
}

/** A POST endpoint as a verb of this screen. */
export function useVerb<C extends Contract, K extends keyof C & string>(
  of: RoomClient<C>,
  key: K,
  options: VerbOptions<Given<C[K]>> = {},
): Verb<Arguments<C[K]>, Given<C[K]>> {
  type Answer = Given<C[K]>
  const queries = useQueryClient()
  const [submission] = useState(() => createSubmission(newKey))
  const [state, setState] = useState<{ pending: boolean; problem: unknown; answer: Answer | undefined }>({
    pending: false,
    problem: null,
    answer: undefined,
  })

  const run = async (...args: Arguments<C[K]>): Promise<Answer | undefined> => {
    const call: unknown = args[0] ?? {}
    const submissionKey = submission.keyFor(call)
    setState((before) => ({ ...before, pending: true, problem: null }))
    try {
      const answer = (await functionOf(of, key)({ key: submissionKey, ...(call as object) })) as Answer
      submission.done()
      setState({ pending: false, problem: null, answer })
      for (const room of [roomOf(of), ...(options.refreshes ?? [])]) void queries.invalidateQueries({ queryKey: [room] })
      options.onDone?.(answer)
      return answer
    } catch (error) {
      submission.met(error)
      setState((before) => ({ ...before, pending: false, problem: error }))
      return undefined
    }
  }

  return {
    run,
    ...state,
    errorAt: (path) => (state.problem instanceof ProblemError ? state.problem.errorAt(path) : undefined),
    reset: () => setState({ pending: false, problem: null, answer: undefined }),
  }
}
