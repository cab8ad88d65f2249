// The phone's calls, and how one star is named in an address.

import type { AnswerOf } from '#ground/http/contract.ts'
import { callByName, client } from '#ground/ui/client.ts'
import { ProblemError } from '#ground/ui/problem.ts'
import type { contract } from '../../contract.ts'

export const stars = client<typeof contract>('stars')

type C = typeof contract
export type Hand = AnswerOf<C['onHand']>
export type HandRow = Hand['rows'][number]
export type CheckSheet = AnswerOf<C['check']>
export type CheckRow = CheckSheet['rows'][number]
export type ReviewSheet = AnswerOf<C['reviewSheet']>
export type ReviewRow = ReviewSheet['rows'][number]
export type ReviewItem = ReviewSheet['items'][number]
export type Item = AnswerOf<C['rowEvidence']>['items'][number]

/** One star of one unit. */
export interface At {
  readonly unit: string
  readonly id: string
}

/** Evidence from before, as the list of that room gives it. */
export interface ListedItem {
  readonly unit: string
  readonly id: string
  readonly shows: string
  readonly effectiveOn: string
  readonly media: string
}

const patienceMs = 20_000

/** Ends a question that a dead line would leave open for ever. */
export function patience(ms = patienceMs): AbortSignal {
  const ending = new AbortController()
  setTimeout(() => ending.abort(), ms)
  return ending.signal
}

/** The last evidence of a unit, the latest day first. */
export async function evidenceBelow(unit: string): Promise<readonly ListedItem[]> {
  const answer = (await callByName('evidence', 'list', { query: { below: unit }, signal: patience() })) as {
    readonly rows?: readonly ListedItem[]
  }
  return (answer.rows ?? []).map(({ unit: at, id, shows, effectiveOn, media }) => ({ unit: at, id, shows, effectiveOn, media }))
}

/** An answer of the server itself; a proxy's or a hotel's page is none. */
export const isAnswer = (error: unknown): error is ProblemError => error instanceof ProblemError && error.code !== 0

/** A refusal of this one thing, not of who asks or when. */
export const isRefusal = (error: unknown): error is ProblemError =>
  isAnswer(error) && error.status >= 400 && error.status < 500 && error.status !== 401 && error.status !== 403 && error.status !== 429

/** The star that the address names; null when it names none. */
export function atOf(search: string, name = 'at'): At | null {
  const [unit, id] = (new URLSearchParams(search).get(name) ?? '').split('.')
  return unit === undefined || id === undefined || unit === '' ? null : { unit, id }
}

export const checkAddress = ({ unit, id }: At): string => `/pocket/stars/check?at=${unit}.${id}`
export const heldAddress = ({ unit, id }: At): string => `/pocket/stars?held=${unit}.${id}`
export const reviewAddress = ({ unit, id }: At): string => `/pocket/stars/review?at=${unit}.${id}`
