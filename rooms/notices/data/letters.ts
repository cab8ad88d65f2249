// Letters on their way. Each is found by post and kind: there is one at a time.

import type { Kysely } from 'kysely'
import type { Code } from '#ground/kernel/code.ts'
import { districtOf } from '#ground/kernel/code.ts'
import type { Id } from '#ground/kernel/ids.ts'
import type { Database } from '#ground/postgres/database.gen.ts'

type Db = Kysely<Database>

export type LetterKind = 'daily' | 'urgent'

export interface LetterRow {
  readonly unit: Code
  readonly id: Id
  readonly post: Id
  readonly kind: LetterKind
  readonly until: Date
  readonly tries: number
  readonly triedAt: Date
}

/** The letter of a post that is on its way. */
export async function findLetter(
  db: Db,
  { unit, post }: Pick<LetterRow, 'unit' | 'post'>,
  kind: LetterKind,
): Promise<LetterRow | undefined> {
  return (await db
    .selectFrom('notice_letters')
    .select(['unit', 'id', 'post', 'kind', 'until', 'tries', 'tried_at as triedAt'])
    .where('district', '=', districtOf(unit))
    .where('post', '=', post)
    .where('kind', '=', kind)
    .executeTakeFirst()) as LetterRow | undefined
}

/** Notes a letter before it is sent; false when another worker was faster. */
export async function addLetter(db: Db, { triedAt, ...row }: LetterRow): Promise<boolean> {
  const added = await db
    .insertInto('notice_letters')
    .values({ ...row, district: districtOf(row.unit), tried_at: triedAt })
    .onConflict((conflict) => conflict.columns(['district', 'post', 'kind']).doNothing())
    .executeTakeFirst()
  return added.numInsertedOrUpdatedRows === 1n
}

/** Notes that it is sent once more; false when another worker was faster. */
export async function tryAgain(db: Db, { unit, id, tries }: LetterRow, at: Date): Promise<boolean> {
  const result = await db
    .updateTable('notice_letters')
    .set({ tries: tries + 1, tried_at: at })
    .where('district', '=', districtOf(unit))
    .where('id', '=', id)
    .where('tries', '=', tries)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** It was taken, or refused, or is let be. */
export async function dropLetter(db: Db, { unit, id }: Pick<LetterRow, 'unit' | 'id'>): Promise<void> {
  await db.deleteFrom('notice_letters').where('district', '=', districtOf(unit)).where('id', '=', id).execute()
}
