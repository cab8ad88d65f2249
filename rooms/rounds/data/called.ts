// Rounds by their ids, for rooms that name one.

import type { Kysely } from 'kysely'
import type { Code } from '#ground/kernel/code.ts'
import type { Id } from '#ground/kernel/ids.ts'
import type { Database } from '#ground/postgres/database.gen.ts'

/** Names of rounds, as far as the asker sees them. */
export async function roundsNamed(
  db: Kysely<Database>,
  districts: readonly Code[],
  ids: readonly Id[],
): Promise<{ readonly unit: Code; readonly id: Id; readonly name: string }[]> {
  if (ids.length === 0) return []
  return db
    .selectFrom('rounds')
    .select(['unit', 'id', 'name'])
    .where('district', 'in', [...districts])
    .where('id', 'in', [...ids])
    .execute()
}
