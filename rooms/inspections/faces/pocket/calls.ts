// The phone's calls and how their failures are told apart.

import type { AnswerOf } from '#ground/http/contract.ts'
import { client } from '#ground/ui/client.ts'
import { ProblemError } from '#ground/ui/problem.ts'
import type { contract } from '../../contract.ts'

export const inspections = client<typeof contract>('inspections')

export type Hand = AnswerOf<(typeof contract)['onHand']>
export type HandRow = Hand['rows'][number]

const patienceMs = 20_000

/** Ends a question that a dead line would leave open for ever. */
export function patience(ms = patienceMs): AbortSignal {
  const ending = new AbortController()
  setTimeout(() => ending.abort(), ms)
  return ending.signal
}

/** An answer of the server itself; a proxy's or a hotel's page is none. */
export const isAnswer = (error: unknown): error is ProblemError => error instanceof ProblemError && error.code !== 0

/** A refusal of this one thing, not of who asks or when. */
export const isFinal = (error: unknown): error is ProblemError =>
  isAnswer(error) && error.status >= 400 && error.status < 500 && ![401, 403, 429].includes(error.status)
