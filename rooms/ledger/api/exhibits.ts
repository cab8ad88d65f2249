// Before and after: evidence of the evidence room, cited for an entry with the step that brings it, seen where the entry
// stands. Pictures are always optional.

import type { Handler, RoomRequest } from '#ground/http/handler.ts'
import { newId } from '#ground/kernel/ids.ts'
import type { Id } from '#ground/kernel/ids.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { Result } from '#ground/kernel/result.ts'
import { citable as citableItems, cite, citedBy, hintsOf } from '#rooms/evidence/offers.ts'
import type { CitedItem, Hint, ItemAt } from '#rooms/evidence/offers.ts'
import type { contract } from '../contract.ts'
import { findEntry } from '../data/queries.ts'
import type { EntryRow } from '../data/queries.ts'
import { problems } from '../problems.ts'

export type { ItemAt } from '#rooms/evidence/offers.ts'

/** An entry as evidence knows it. */
export const targetOf = (entry: Id): string => `entry:${entry}`

/** Cites the items for the entry, and gives their ids; refused when one of them is not there for the asker. */
export async function citeAll(
  request: Pick<RoomRequest, 'db' | 'actor' | 'clock' | 'dice' | 'act'>,
  entry: Id,
  items: readonly ItemAt[],
): Promise<Result<Id[]>> {
  for (const item of items) {
    const done = await cite(request, item, { id: newId(request.clock, request.dice), target: targetOf(entry) })
    if (!done.ok) return done
  }
  return ok(items.map((item) => item.id))
}

const shown = ({ unit, id, shows, spot, phase, effectiveOn, media, preview }: CitedItem, hints: readonly Hint[] = []) => ({
  unit,
  id,
  shows,
  spot,
  phase,
  effectiveOn,
  media,
  preview,
  hints: hints.map(({ kind, takenOn }) => ({ kind, takenOn })),
})

/** What is cited for an entry, as far as the asker sees it; with what a reviewer may want to look at twice. */
export async function exhibitsOf(db: RoomRequest['db'], row: Pick<EntryRow, 'unit' | 'id'>) {
  const items = await citedBy(db, row.unit, targetOf(row.id))
  const hints = await hintsOf(db, items)
  return items.map((item) => shown(item, hints.get(item.id)))
}

export const citable: Handler<(typeof contract)['citable']> = async (request) => {
  const row = await findEntry(request.db, request.params.unit, request.params.id)
  if (row === undefined) return refuse(problems.noSuchEntry())
  request.permit()
  return ok({ items: (await citableItems(request.db, row.subject)).map((item) => shown(item)) })
}
