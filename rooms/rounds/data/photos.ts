// Photos on sheets: which seat put which picture on which sheet. The pictures themselves are evidence.

import { sql } from 'kysely'
import { districtOf } from '#ground/kernel/code.ts'
import type { Id } from '#ground/kernel/ids.ts'
import type { Db, RoundRow } from './rounds.ts'
import type { SheetKey } from './sheets.ts'

type Place = Pick<RoundRow, 'unit' | 'id'>

export interface PhotoRow extends SheetKey {
  readonly id: Id
  readonly state: 'kept' | 'withdrawn'
}

const columns = ['id', 'seat', 'subject', 'component', 'state'] as const

/** One seat's photos one after the other, until the transaction ends: so that a sheet never holds more than it may. */
export async function alonePhotographing(db: Db, seat: Id): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${seat}, 43))`.execute(db)
}

/** Photos of a round that the actor may know of, or of one seat, in the order in which they came. */
export async function photosOf(db: Db, round: Place, seat?: Id): Promise<PhotoRow[]> {
  let query = db.selectFrom('round_photos').select(columns).where('district', '=', districtOf(round.unit)).where('round', '=', round.id)
  if (seat !== undefined) query = query.where('seat', '=', seat)
  return (await query.orderBy('at').orderBy('id').execute()) as PhotoRow[]
}

/** One photo of a round that the actor may know of. */
export async function findPhoto(db: Db, round: Place, id: Id): Promise<PhotoRow | undefined> {
  return (await db
    .selectFrom('round_photos')
    .select(columns)
    .where('district', '=', districtOf(round.unit))
    .where('round', '=', round.id)
    .where('id', '=', id)
    .executeTakeFirst()) as PhotoRow | undefined
}

/** Puts a photo on a sheet; or notes that it was taken back before it came. */
export async function addPhoto(db: Db, round: Place, photo: PhotoRow & { readonly salt: string; readonly at: Date }): Promise<void> {
  const { id, seat, subject, component, state, salt, at } = photo
  await db
    .insertInto('round_photos')
    .values({ district: districtOf(round.unit), unit: round.unit, id, round: round.id, seat, subject, component, state, salt, at })
    .execute()
}

/** Takes a photo off its sheet. */
export async function withdrawPhoto(db: Db, round: Place, id: Id): Promise<void> {
  await db
    .updateTable('round_photos')
    .set({ state: 'withdrawn' })
    .where('district', '=', districtOf(round.unit))
    .where('round', '=', round.id)
    .where('id', '=', id)
    .execute()
}
