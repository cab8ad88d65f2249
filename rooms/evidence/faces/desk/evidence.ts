// The typed client of the room and the shapes its screens share.

import type { AnswerOf } from '#ground/http/contract.ts'
import { addressOf, client } from '#ground/ui/client.ts'
import type { contract } from '#rooms/evidence/contract.ts'
import type { ViewSize } from '../../core/item.ts'

export const evidence = client<typeof contract>('evidence')

export type Row = AnswerOf<(typeof contract)['list']>['rows'][number]
export type Item = AnswerOf<(typeof contract)['get']>

export type Nothing = AnswerOf<(typeof contract)['list']>['nothing'][number]
export type SpotSet = AnswerOf<(typeof contract)['spots']>['sets'][number]

/** One item in the address bar: unit and id. */
export const keyOf = (row: Pick<Row, 'unit' | 'id'>): string => `${row.unit}.${row.id}`

/** Where the view of an item is. */
export const viewAddress = ({ unit, id }: Pick<Row, 'unit' | 'id'>, size: ViewSize): string =>
  addressOf(evidence, 'view', { params: { unit, id }, query: { size } })

/** Where a film is played from. */
export const playAddress = ({ unit, id }: Pick<Row, 'unit' | 'id'>): string => addressOf(evidence, 'play', { params: { unit, id } })
