// What is cited for the rows of a star, as the asker may see it. While its rows are open the unit sees what it cites now;
// everybody else, and the unit afterwards, sees what was cited when it was submitted: how far a unit got is nobody's
// business before that, and what is cited later changes nothing under review.

import type { RoomRequest } from '#ground/http/handler.ts'
import { citedAmong, itemsNamed } from '#rooms/evidence/offers.ts'
import type { CitedItem } from '#rooms/evidence/offers.ts'
import { citedRow } from '../core/cited-row.ts'
import type { CandidacyRow } from '../data/candidacies.ts'
import { lastSubmissions } from '../data/checks.ts'
import { rowsOfCandidacy } from './edition-rows.ts'
import type { At } from './stepping.ts'

type Asking = Pick<RoomRequest, 'db' | 'today' | 'actor'>

export interface RowItem {
  readonly row: string
  readonly item: CitedItem
}

/** An item as a submission names it. */
export const nameOf = ({ unit, id }: Pick<CitedItem, 'unit' | 'id'>): string => `${unit}.${id}`

/** What rows of a candidacy cite now, in the order of the rows. */
export async function citedNow({ db }: Pick<Asking, 'db'>, at: At, rows: readonly string[]): Promise<RowItem[]> {
  const targets = new Map(rows.map((row) => [citedRow(at.id, row), row]))
  const items = await citedAmong(db, at.unit, [...targets.keys()])
  return rows.flatMap((row) => items.filter((item) => targets.get(item.target) === row).map((item) => ({ row, item })))
}

/** What was cited when it was submitted last, in the order of the rows. */
export async function citedThen({ db }: Pick<Asking, 'db'>, at: At): Promise<RowItem[]> {
  const [last] = await lastSubmissions(db, at, 1)
  const names = (last?.rows ?? []).flatMap((row) => row.items.map((name) => ({ row: row.row, name })))
  const items = await itemsNamed(
    db,
    names.map(({ name }) => ({ unit: name.slice(0, name.indexOf('.')), id: name.slice(name.indexOf('.') + 1) })),
  )
  const byName = new Map(items.map((item) => [nameOf(item), item]))
  return names.flatMap(({ row, name }) => {
    const item = byName.get(name)
    return item === undefined ? [] : [{ row, item }]
  })
}

/** What the asker may see. */
export async function citedSeen(request: Asking, row: CandidacyRow): Promise<RowItem[]> {
  const open = row.state === 'checking' || row.state === 'returned'
  if (!open || !request.actor.grants.includes('stars.declare')) return citedThen(request, row)
  return citedNow(request, row, await rowsOfCandidacy(request.db, row, request.today))
}
