// The seat's own calls.

import type { AnswerOf } from '#ground/http/contract.ts'
import { client } from '#ground/ui/client.ts'
import type { contract } from '../../contract.ts'

export const rounds = client<typeof contract>('rounds')

export type Mine = AnswerOf<(typeof contract)['mySeat']>
export type SentSheet = Mine['sheets'][number]
