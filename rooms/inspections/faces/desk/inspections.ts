// The typed client of the room and the shapes its screens share.

import type { AnswerOf } from '#ground/http/contract.ts'
import { client } from '#ground/ui/client.ts'
import type { contract } from '#rooms/inspections/contract.ts'

export const inspections = client<typeof contract>('inspections')

export type Row = AnswerOf<(typeof contract)['list']>['rows'][number]
export type InspectionRecord = AnswerOf<(typeof contract)['get']>

/** One inspection in the address bar: unit and id. */
export const keyOf = (row: Pick<Row, 'unit' | 'id'>): string => `${row.unit}.${row.id}`

/** What the address names; null when it names none. */
export function atOf(text: string | undefined): Pick<Row, 'unit' | 'id'> | null {
  const [unit, id] = (text ?? '').split('.')
  return unit === undefined || id === undefined || unit === '' ? null : { unit, id }
}
