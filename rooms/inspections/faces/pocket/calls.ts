// The phone's calls.

import type { AnswerOf } from '#ground/http/contract.ts'
import { client } from '#ground/ui/client.ts'
import { patience as lasting } from '#ground/ui/patience.ts'
import type { contract } from '../../contract.ts'

export { isAnswer, isFinal } from '#ground/ui/patience.ts'

export const inspections = client<typeof contract>('inspections')

export type Hand = AnswerOf<(typeof contract)['onHand']>
export type HandRow = Hand['rows'][number]

const patienceMs = 20_000

/** Ends a question that a dead line would leave open for ever. */
export const patience = (ms = patienceMs): AbortSignal => lasting(ms)
