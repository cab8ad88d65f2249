// What older items lack: views of all sizes, and what they are recognised by. Asked by the house, over all districts.

import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { Code } from '#ground/kernel/code.ts'
import type { Id } from '#ground/kernel/ids.ts'
import type { Database } from '#ground/postgres/database.gen.ts'

export interface Incomplete {
  readonly district: Code
  readonly unit: Code
  readonly id: Id
  /** Views are missing, not only the print. */
  readonly views: boolean
}

/**
 * Items that lack something, after a place in the order of district and id. Nothing that was recorded since `before`: its own
 * task is still to come.
 */
export async function findIncomplete(
  db: Kysely<Database>,
  after: { readonly district: string; readonly id: string },
  before: Date,
  limit: number,
): Promise<Incomplete[]> {
  const { rows } = await sql<Incomplete>`
    select district, unit, id, zoom is null as views from evidence_items
     where (district, id) > (${after.district}, ${after.id}::uuid) and recorded_at < ${before}
       and erased_at is null and zoom is null and preview <> 'failed' and media not like 'video/%'
    union all
    select i.district, i.unit, i.id, false from evidence_items i
     where (i.district, i.id) > (${after.district}, ${after.id}::uuid) and i.recorded_at < ${before}
       and i.erased_at is null and i.gathering is null and (i.zoom is not null or i.preview = 'failed')
       and i.media not like 'video/%'
       and not exists (select 1 from evidence_prints p where p.district = i.district and p.id = i.id)
     order by district, id limit ${limit}`.execute(db)
  return rows
}
