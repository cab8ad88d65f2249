// Hints about items as a reviewer reads them: row policies leave out hints of units beyond the acting post, and of the others
// that a hint rests on those of units beyond it. What is left of such a hint says only that another unit used it.

import type { RoomRequest } from '#ground/http/handler.ts'
import { districtOf } from '#ground/kernel/code.ts'
import type { Code } from '#ground/kernel/code.ts'
import type { Id } from '#ground/kernel/ids.ts'
import { namesOf } from '#rooms/units/offers.ts'
import type { HintKind } from '../core/hints.ts'
import { findHints } from '../data/hints.ts'
import { findItems } from '../data/queries.ts'

type Db = RoomRequest['db']

/** A hint of an item: what it says, and what else of it the actor may see. */
export interface Hint {
  readonly kind: HintKind
  readonly takenOn: string | null
  readonly others: { unit: Code; unitName: string; id: Id; shows: string; effectiveOn: string }[]
}

/** Hints about items of one district, by item; items without one are missing. */
async function hintsInDistrict(db: Db, district: Code, items: readonly Id[]): Promise<Map<Id, Hint[]>> {
  const rows = await findHints(db, district, items)
  const found = new Map<Id, Hint[]>()
  if (rows.length === 0) return found
  const others = await findItems(
    db,
    rows.flatMap(({ otherUnit, otherItem }) => (otherUnit === null || otherItem === null ? [] : [{ unit: otherUnit, id: otherItem }])),
  )
  const names = await namesOf(db, [...new Set(others.map(({ unit }) => unit))])
  for (const { item, kind, takenOn, otherItem } of rows) {
    const hints = found.get(item) ?? []
    const last = hints.at(-1)
    const hint: Hint = last?.kind === kind ? last : { kind, takenOn, others: [] }
    if (hint !== last) hints.push(hint)
    const other = others.find(({ id }) => id === otherItem)
    if (other !== undefined) {
      const { unit, id, shows, effectiveOn } = other
      hint.others.push({ unit, unitName: names.get(unit) ?? unit, id, shows, effectiveOn })
    }
    found.set(item, hints)
  }
  return found
}

/** Hints about items, by item; nothing for those who do not review them. */
export async function hintsAbout(db: Db, items: readonly { readonly unit: Code; readonly id: Id }[]): Promise<Map<Id, Hint[]>> {
  const all = new Map<Id, Hint[]>()
  for (const district of new Set(items.map(({ unit }) => districtOf(unit)))) {
    const ids = items.filter(({ unit }) => districtOf(unit) === district).map(({ id }) => id)
    for (const [id, hints] of await hintsInDistrict(db, district, ids)) all.set(id, hints)
  }
  return all
}

/** Hints about one item. */
export const hintsShown = async ({ db }: { readonly db: Db }, item: { readonly unit: Code; readonly id: Id }): Promise<Hint[]> =>
  (await hintsAbout(db, [item])).get(item.id) ?? []
