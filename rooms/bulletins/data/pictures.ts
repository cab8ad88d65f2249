// Pictures of bulletins and the heads they are printed with.

import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { Code } from '#ground/kernel/code.ts'
import { ancestorsOf, districtOf } from '#ground/kernel/code.ts'
import type { Id } from '#ground/kernel/ids.ts'
import type { Database } from '#ground/postgres/database.gen.ts'
import type { Letterhead } from '../core/content.ts'
import type { BulletinRow } from './queries.ts'

type Db = Kysely<Database>

export interface PictureRow {
  readonly id: Id
  readonly file: string
  readonly width: number
  readonly height: number
}

/** Pictures that were ever put into the bulletin, as far as the reader may see them. */
export async function picturesIn(db: Db, { unit, id }: Pick<BulletinRow, 'unit' | 'id'>): Promise<PictureRow[]> {
  return db
    .selectFrom('bulletin_pictures')
    .select(['id', 'file', 'width', 'height'])
    .where('district', '=', districtOf(unit))
    .where('bulletin', '=', id)
    .execute()
}

/** Adds a picture to a draft. */
export async function addPicture(db: Db, of: Pick<BulletinRow, 'unit' | 'id' | 'audience'>, picture: PictureRow): Promise<void> {
  const { unit, id: bulletin, audience } = of
  await db
    .insertInto('bulletin_pictures')
    .values({ district: districtOf(unit), unit, bulletin, audience, state: 'draft', ...picture })
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
    .execute()
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
    .onConflict((conflict) =>
      conflict
        .columns(['district', 'id'])
        .doUpdateSet(said)
        .where('bulletin_letterheads.unit', '=', unit),
    )
    .executeTakeFirst()
  return changed.numInsertedOrUpdatedRows === 1n
}
