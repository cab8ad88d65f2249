// Rounds by their ids, for rooms that name one.

import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { Code } from '#ground/kernel/code.ts'
import type { Id } from '#ground/kernel/ids.ts'
import type { Database } from '#ground/postgres/database.gen.ts'

/**
 * Names of rounds, as far as the asker sees them. One that was announced is called to everybody; its page on the desk opens for
 * posts that read rounds over its unit alone (`opens`).
 */
export async function roundsNamed(
  db: Kysely<Database>,
  districts: readonly Code[],
  ids: readonly Id[],
): Promise<{ readonly unit: Code; readonly id: Id; readonly name: string; readonly opens: boolean }[]> {
  if (ids.length === 0) return []
  return db
    .selectFrom('rounds')
    .select(['unit', 'id', 'name'])
    .select(
      sql<boolean>`coalesce('rounds.read' = any (current_setting('app.grants', true)::text[])
        and unit ^@ any (current_setting('app.scopes', true)::text[]), false)`.as('opens'),
    )
    .where('district', 'in', [...districts])
    .where('id', 'in', [...ids])
    .execute()
}
