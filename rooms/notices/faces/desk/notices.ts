// The typed client of the room and the shapes its screens share.

import type { AnswerOf } from '#ground/http/contract.ts'
import { client } from '#ground/ui/client.ts'
import type { contract } from '#rooms/notices/contract.ts'

export const notices = client<typeof contract>('notices')

export type Notice = AnswerOf<(typeof contract)['get']>

/** One notice in the address bar: unit and id. */
export const keyOf = ({ unit, id }: Pick<Notice, 'unit' | 'id'>): string => `${unit}.${id}`
