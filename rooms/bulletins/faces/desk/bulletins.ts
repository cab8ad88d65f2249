// The typed client of the room and the shapes its screens share.

import type { AnswerOf } from '#ground/http/contract.ts'
import { client } from '#ground/ui/client.ts'
import type { contract } from '#rooms/bulletins/contract.ts'

export const bulletins = client<typeof contract>('bulletins')

export type Row = AnswerOf<(typeof contract)['list']>['rows'][number]
export type BulletinRecord = AnswerOf<(typeof contract)['get']>
export type Block = BulletinRecord['blocks'][number]

/** One bulletin in the address bar: unit and id. */
export const keyOf = (row: Pick<Row, 'unit' | 'id'>): string => `${row.unit}.${row.id}`

export const paramsOf = ({ unit, id }: Pick<Row, 'unit' | 'id'>) => ({ unit, id })
