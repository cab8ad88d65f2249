// Pictures of bulletins and the heads they are printed with.

import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { Day } from '#ground/kernel/clock.ts'
import type { Code } from '#ground/kernel/code.ts'
import { ancestorsOf, districtOf } from '#ground/kernel/code.ts'
import type { Id } from '#ground/kernel/ids.ts'
import type { Database } from '#ground/postgres/database.gen.ts'
import type { Letterhead } from '../core/content.ts'
import type { BulletinRow } from './queries.ts'

type Db = Kysely<Database>

export interface PictureRow {
  readonly id: Id
  /** Null once it is gone. */
  readonly file: string | null
  readonly width: number
  readonly height: number
  /** The evidence it was taken from; null where that was not kept yet. */
  readonly item: { readonly unit: Code; readonly id: Id } | null
  readonly gone: { readonly on: Day; readonly why: string } | null
}

/** Pictures that were ever put into the bulletin, as far as the reader may see them. */
export async function picturesIn(db: Db, { unit, id }: Pick<BulletinRow, 'unit' | 'id'>): Promise<PictureRow[]> {
  const rows = await db
    .selectFrom('bulletin_pictures')
    .select(['id', 'file', 'width', 'height', 'item_unit as itemUnit', 'item', 'gone_on as goneOn', 'gone_why as goneWhy'])
    .where('district', '=', districtOf(unit))
    .where('bulletin', '=', id)
    .execute()
  return rows.map(({ itemUnit, item, goneOn, goneWhy, ...row }) => ({
    ...row,
    item: itemUnit === null || item === null ? null : { unit: itemUnit, id: item },
    gone: goneOn === null ? null : { on: goneOn, why: goneWhy ?? '' },
  }))
}

export interface Standing {
  readonly unit: Code
  readonly bulletin: Id
  readonly item: { readonly unit: Code; readonly id: Id }
}

/** Pictures that stand in published bulletins of some units and those below them, with the evidence they were taken from. */
export async function standingPictures(db: Db, scopes: readonly Code[]): Promise<Standing[]> {
  const districts = [...new Set(scopes.filter((code) => code.length >= 6).map(districtOf))]
  const wide = scopes.filter((code) => code.length < 6)
  const { rows } = await sql<{ unit: Code; bulletin: Id; itemUnit: Code; item: Id }>`
    select unit, bulletin, item_unit as "itemUnit", item from bulletin_pictures
     where (district = any(${districts}) or district ^@ any(${wide})) and unit ^@ any(${[...scopes]})
       and state = 'published' and file is not null and item is not null
     order by unit, bulletin, id`.execute(db)
  return rows.map(({ itemUnit, item, ...at }) => ({ ...at, item: { unit: itemUnit, id: item } }))
}

/** Adds a picture to a draft. */
export async function addPicture(
  db: Db,
  of: Pick<BulletinRow, 'unit' | 'id' | 'audience'>,
  { item, ...picture }: Omit<PictureRow, 'gone'>,
): Promise<void> {
  const { unit, id: bulletin, audience } = of
  await db
    .insertInto('bulletin_pictures')
    .values({
      district: districtOf(unit),
      unit,
      bulletin,
      audience,
      state: 'draft',
      ...picture,
      item_unit: item?.unit ?? null,
      item: item?.id ?? null,
    })
    .execute()
}

/** With its publication the pictures are for whom the bulletin is. */
export async function publishPictures(db: Db, { unit, id, audience }: Pick<BulletinRow, 'unit' | 'id' | 'audience'>): Promise<void> {
  await db
    .updateTable('bulletin_pictures')
    .set({ state: 'published', audience })
    .where('district', '=', districtOf(unit))
    .where('bulletin', '=', id)
    .where('state', '=', 'draft')
    .where('gone_on', 'is', null)
    .execute()
}

/** Takes the bytes out of pictures, with the day and the reason; those that are gone already stay as they are. Answers how many went. */
export async function takeOut(
  db: Db,
  { unit }: Pick<BulletinRow, 'unit'>,
  pictures: readonly Id[],
  gone: { readonly on: Day; readonly why: string },
): Promise<number> {
  if (pictures.length === 0) return 0
  const result = await db
    .updateTable('bulletin_pictures')
    .set({ file: null, gone_on: gone.on, gone_why: gone.why })
    .where('district', '=', districtOf(unit))
    .where('id', 'in', [...pictures])
    .where('gone_on', 'is', null)
    .executeTakeFirst()
  return Number(result.numUpdatedRows)
}

export interface LetterheadRow extends Letterhead {
  readonly unit: Code
  readonly id: Id
  readonly name: string
  readonly prefix: string
  readonly retired: boolean
}

/** Heads of the unit and of those above it, the nearest first; of the unit itself also retired ones. */
export async function letterheadsFor(db: Db, unit: Code): Promise<LetterheadRow[]> {
  const places = [unit, ...ancestorsOf(unit)]
  const rows = await db
    .selectFrom('bulletin_letterheads')
    .select(['unit', 'id', 'name', 'mark', 'prefix', 'copies', 'office', 'retired'])
    .where(sql<boolean>`district = any(${[...new Set(places.map(districtOf))]}) and unit = any(${places})`)
    .execute()
  return rows
    .filter((row) => !row.retired || row.unit === unit)
    .toSorted((a, b) => b.unit.length - a.unit.length || (a.name < b.name ? -1 : 1))
}

/** Keeps a head, new or changed; false when its id is one of another unit. */
export async function keepLetterhead(db: Db, row: LetterheadRow): Promise<boolean> {
  const { unit, id, ...said } = row
  const changed = await db
    .insertInto('bulletin_letterheads')
    .values({ district: districtOf(unit), unit, id, ...said })
    .onConflict((conflict) => conflict.columns(['district', 'id']).doUpdateSet(said).where('bulletin_letterheads.unit', '=', unit))
    .executeTakeFirst()
  return changed.numInsertedOrUpdatedRows === 1n
}
