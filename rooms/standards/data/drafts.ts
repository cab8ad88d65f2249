// Drafts while they are written: held, changed, sent back, dropped; and for whom they wait.

import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { Code } from '#ground/kernel/code.ts'
import type { Id } from '#ground/kernel/ids.ts'
import type { Database } from '#ground/postgres/database.gen.ts'
import type { DraftReturn } from '../core/draft-return.ts'
import type { Content } from './queries.ts'

type Db = Kysely<Database>

/** How many drafts of these units wait for somebody: to be issued by a second person, or to be mended by who wrote them. */
export async function countDrafts(db: Db, writes: readonly Code[], person: Id): Promise<{ toIssue: number; toMend: number }> {
  const { rows } = await sql<{ toIssue: number; toMend: number }>`
    select count(*) filter (where not wrote and not returned)::int as "toIssue", count(*) filter (where wrote and returned)::int as "toMend"
    from (
      select e.drafted_by is not distinct from ${person} or e.revised_by is not distinct from ${person} as wrote,
        exists (select from edition_returns b where b.edition = e.id and b.digest = e.digest) as returned
      from editions e
      where e.state = 'draft' and exists (select from unnest(${writes}::text[]) scope where e.unit ^@ scope)
    ) drafts`.execute(db)
  return rows[0] ?? { toIssue: 0, toMend: 0 }
}

/** Holds a draft until the transaction ends and answers the digest it then has; null when the acting post may not change it. */
export async function holdDraft(db: Db, id: string): Promise<string | null> {
  const row = await db
    .selectFrom('editions')
    .select('digest')
    .where('id', '=', id)
    .where('state', '=', 'draft')
    .forUpdate()
    .executeTakeFirst()
  return row?.digest ?? null
}

/** Writes the content of a draft. */
export async function saveDraft(db: Db, id: string, { title, replaces, digest, document }: Content, by: Id | null): Promise<void> {
  const result = await db
    .updateTable('editions')
    .set({ title, replaces, digest, content: JSON.stringify(document), revised_by: by })
    .where('id', '=', id)
    .where('state', '=', 'draft')
    .executeTakeFirst()
  if (result.numUpdatedRows !== 1n) throw new Error(`edition ${id} was not saved`)
}

/** Drops a draft, and with it what it was sent back for; an issued edition is reached by no policy. */
export async function dropDraft(db: Db, id: string): Promise<void> {
  const result = await db.deleteFrom('editions').where('id', '=', id).where('state', '=', 'draft').executeTakeFirst()
  if (result.numDeletedRows !== 1n) throw new Error(`edition ${id} was not dropped`)
}

export interface NewReturn extends DraftReturn {
  readonly edition: string
  readonly digest: string
  readonly unit: Code
  readonly at: Date
  readonly by: Id | null
}

/** Sends a content of a draft back; false when it has been already. */
export async function addReturn(db: Db, { edition, digest, unit, items, reason, until, at, by }: NewReturn): Promise<boolean> {
  const result = await db
    .insertInto('edition_returns')
    .values({ edition, digest, unit, items: JSON.stringify(items), reason, until, at, by })
    .onConflict((conflict) => conflict.columns(['edition', 'digest']).doNothing())
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows === 1n
}
