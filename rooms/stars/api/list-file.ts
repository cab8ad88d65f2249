// What the files of this room share.

import type { RoomRequest } from '#ground/http/handler.ts'
import type { Code } from '#ground/kernel/code.ts'
import type { Text } from '#ground/kernel/problem.ts'
import { namesOf } from '#rooms/units/offers.ts'

/** What a cell holds. */
export type Cell = string | number

/** A name that is data, in the one language that it has or was asked in. */
export const plainName = (name: string): Text => ({ zh: name, en: name })

/** Names of the units of some records and of their townships. */
export const placesOf = (db: RoomRequest['db'], rows: readonly { readonly unit: Code }[]): Promise<ReadonlyMap<Code, string>> =>
  namesOf(db, [...new Set(rows.flatMap(({ unit }) => [unit, unit.slice(0, 9)]))])
