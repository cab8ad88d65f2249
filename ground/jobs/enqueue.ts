// Puts a task into the queue in the transaction that wants it done: no commit, no task.

import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { Database } from '#ground/postgres/database.gen.ts'

/** `key` replaces a waiting task of the same key; `at` postpones. */
export async function enqueue(
  db: Kysely<Database>,
  task: string,
  payload: unknown,
  options: { readonly key?: string; readonly at?: Date } = {},
): Promise<void> {
  await sql`select app_enqueue(${task}::text, ${JSON.stringify(payload)}::json, ${options.key ?? null}, ${options.at ?? null})`.execute(db)
}
