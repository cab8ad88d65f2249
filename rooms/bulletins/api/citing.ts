// Bulletins that rest on a record of another room, for the screen of that record.

import type { RoomRequest } from '#ground/http/handler.ts'
import type { Code } from '#ground/kernel/code.ts'
import type { Id } from '#ground/kernel/ids.ts'
import type { State } from '../core/state.ts'
import { bulletinsWithSource } from '../data/queries.ts'

export interface Cited {
  readonly unit: Code
  readonly id: Id
  readonly title: string
  readonly state: State
}

/** Bulletins of the unit whose figures come from the record; only those that the acting post may see. */
export async function bulletinsOn(
  { db }: Pick<RoomRequest, 'db'>,
  unit: Code,
  source: { readonly kind: string; readonly id: Id },
): Promise<Cited[]> {
  return (await bulletinsWithSource(db, unit, source)).map(({ id, title, state }) => ({ unit, id, title, state }))
}
