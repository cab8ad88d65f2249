// The typed client of the room, the shapes its screens share, and what the address says.

import type { AnswerOf } from '#ground/http/contract.ts'
import { client } from '#ground/ui/client.ts'
import { daysOf } from '#ground/ui/period.ts'
import { usePeriod, useUnit } from '#ground/ui/scope.ts'
import type { contract } from '#rooms/ledger/contract.ts'
import type { List } from '../../core/lists.ts'
import { lists } from '../../core/lists.ts'

export const ledger = client<typeof contract>('ledger')

export type Row = AnswerOf<(typeof contract)['list']>['rows'][number]
export type LedgerRecord = AnswerOf<(typeof contract)['get']>

/** One entry in the address bar: unit and id. */
export const keyOf = (row: Pick<Row, 'unit' | 'id'>): string => `${row.unit}.${row.id}`

/** The list that the address names; the first one otherwise. */
export const listOf = (text: string | undefined): List => lists.find((list) => list === text) ?? 'tasks'

/** What is asked of the server: the unit and the time at the top of the page. */
export function useQuestion(): { readonly below?: string; readonly from: string; readonly to: string } {
  const { code } = useUnit()
  const [period] = usePeriod()
  const { from, to } = daysOf(period)
  return { from, to, ...(code === '' ? {} : { below: code }) }
}
