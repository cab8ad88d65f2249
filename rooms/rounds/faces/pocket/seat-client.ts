// The seat's own calls.

import type { AnswerOf } from '#ground/http/contract.ts'
import { client } from '#ground/ui/client.ts'
import type { contract } from '../../contract.ts'

export const rounds = client<typeof contract>('rounds')

export type Mine = AnswerOf<(typeof contract)['mySeat']>
/** All that lies on the tellers' table. */
export type Count = AnswerOf<(typeof contract)['count']>
export type CountedSheet = Count['sheets'][number]
export type Tally = Count['tallies'][number]
export type Draw = AnswerOf<(typeof contract)['draws']>['draws'][number]

const patienceMs = 20_000

/** Ends a question that a dead line would leave open for ever. */
export function patience(ms = patienceMs): AbortSignal {
  const ending = new AbortController()
  setTimeout(() => ending.abort(), ms)
  return ending.signal
}
