// A correction takes the place of a record: the old row learns which one stands for it, once.

import type { Kysely } from 'kysely'
import type { Code } from '#ground/kernel/code.ts'
import { districtOf } from '#ground/kernel/code.ts'
import type { Id } from '#ground/kernel/ids.ts'
import type { Database } from '#ground/postgres/database.gen.ts'

export type RecordTable = 'facts' | 'fact_certificates' | 'fact_cases' | 'fact_reviews'

/** False when another correction came first, or the acting post may not correct it. */
export async function supersede(db: Kysely<Database>, table: RecordTable, unit: Code, old: Id, by: Id): Promise<boolean> {
  const result = await db
    .updateTable(table)
    .set({ superseded_by: by })
    .where('district', '=', districtOf(unit))
    .where('id', '=', old)
    .where('unit', '=', unit)
    .where('superseded_by', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}
