// Entries by their ids, for rooms that name one.

import type { Kysely } from 'kysely'
import type { Code } from '#ground/kernel/code.ts'
import type { Id } from '#ground/kernel/ids.ts'
import type { Database } from '#ground/postgres/database.gen.ts'

/** What entries are about, as far as the asker sees them. */
export async function entriesNamed(
  db: Kysely<Database>,
  districts: readonly Code[],
  ids: readonly Id[],
): Promise<{ readonly unit: Code; readonly id: Id; readonly problem: string }[]> {
  if (ids.length === 0) return []
  return db
    .selectFrom('ledger_entries')
    .select(['unit', 'id', 'problem'])
    .where('district', 'in', [...districts])
    .where('id', 'in', [...ids])
    .execute()
}
