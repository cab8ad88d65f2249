// The typed client of the room and the shapes its screens share.

import type { AnswerOf } from '#ground/http/contract.ts'
import { client } from '#ground/ui/client.ts'
import type { contract } from '#rooms/feedback/contract.ts'

export const feedback = client<typeof contract>('feedback')

export type Row = AnswerOf<(typeof contract)['list']>['rows'][number]
export type FeedbackRecord = AnswerOf<(typeof contract)['get']>

/** One record in the address bar: unit and id. */
export const keyOf = (row: Pick<Row, 'unit' | 'id'>): string => `${row.unit}.${row.id}`
