// The typed client of the room and the shapes its screens share.

import type { AnswerOf } from '#ground/http/contract.ts'
import { client } from '#ground/ui/client.ts'
import type { contract } from '#rooms/plans/contract.ts'

export const plans = client<typeof contract>('plans')

export type PlanRecord = AnswerOf<(typeof contract)['get']>
export type Schedule = AnswerOf<(typeof contract)['schedule']>
export type Scheduled = Schedule['rows'][number]
export type Task = PlanRecord['tasks'][number]

/** One record in the address bar: unit and id. */
export const keyOf = (row: { readonly unit: string; readonly id: string }): string => `${row.unit}.${row.id}`

/** One task in the address of a call. */
export const paramsOf = ({ unit, id }: Task) => ({ unit, id })
