// The house likens an item to all others and keeps what reviewers may want to look at. What it is recognised by is kept in a
// transaction before that, so that of two items recorded in the same moment one finds the other.

import type { Kysely } from 'kysely'
import { everywhere } from '#ground/instance/actors.ts'
import type { JobContext } from '#ground/jobs/job.ts'
import type { Database } from '#ground/postgres/database.gen.ts'
import { hintOf, isFarDay } from '../core/hints.ts'
import { addHint, addPrint, findKnown, findLookalikes, findPrint, holdThere } from '../data/hints.ts'
import type { FoundHint, Known } from '../data/hints.ts'
import type { ItemRow } from '../data/queries.ts'

/** What opening its picture told. */
export type Seen = Pick<Known, 'print' | 'takenOn'>

/** Pictures of a gathering are likened to nothing: a hint would tell of them before they are opened, and they count for nothing. */
const isLikened = (row: ItemRow): row is ItemRow & { readonly file: string } => row.file !== null && row.gathering === null

/** Keeps what an item is recognised by, unless it is erased; where its picture was not opened, what another of the same bytes told. */
export async function rememberLook(db: Kysely<Database>, row: ItemRow, seen?: Seen): Promise<void> {
  if (!isLikened(row)) return
  if (!(await holdThere(db, [row])).has(row.id)) return
  const { unit, id, file, derivedFrom } = row
  const { print, takenOn } = seen ?? (await findPrint(db, file)) ?? { print: null, takenOn: null }
  await addPrint(db, { unit, id, same: file, family: derivedFrom ?? id, print, takenOn })
}

/**
 * Likens an item that is remembered; doing it again changes nothing. The search takes its time, in which items may be erased: those that
 * are still there when something is to be written of them are held until it is.
 */
export async function likenItem({ transaction, clock }: Pick<JobContext, 'transaction' | 'clock'>, row: ItemRow): Promise<void> {
  if (!isLikened(row)) return
  const { unit, id, effectiveOn } = row
  await transaction(everywhere, async ({ db }) => {
    const known = await findKnown(db, row)
    if (known === undefined) return
    const foundAt = new Date(clock.now())
    const found: {
      readonly hint: FoundHint
      readonly other?: { readonly unit: string; readonly id: string; readonly distance: number }
    }[] = []
    if (known.takenOn !== null && isFarDay(known.takenOn, effectiveOn))
      found.push({ hint: { unit, item: id, kind: 'day', takenOn: known.takenOn, foundAt } })
    const alike = await findLookalikes(db, known)
    const there = await holdThere(db, [row, ...alike])
    if (!there.has(id)) return
    for (const { distance, ...other } of alike) {
      const kind = hintOf(row, other)
      if (kind === null || !there.has(other.id)) continue
      found.push({ hint: { unit, item: id, kind, takenOn: null, foundAt }, other: { unit: other.unit, id: other.id, distance } })
      found.push({ hint: { unit: other.unit, item: other.id, kind, takenOn: null, foundAt }, other: { unit, id, distance } })
    }
    // Two items that are likened to each other in the same moment write the same rows: in one order, so that neither waits for
    // the other in a circle.
    const place = ({ hint, other }: (typeof found)[number]): string => `${hint.item} ${hint.kind} ${other?.id ?? ''}`
    for (const { hint, other } of found.toSorted((a, b) => (place(a) < place(b) ? -1 : 1))) await addHint(db, hint, other)
  })
}
