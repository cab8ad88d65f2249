// Stored files on their way out. Files are stored by their hash, so several rooms may name the same bytes without knowing of one
// another: a file goes only when no record of any room speaks of it, under a lock that whoever begins to name it holds, too.

import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import { everywhere } from '#ground/instance/actors.ts'
import type { JobContext } from '#ground/jobs/job.ts'
import type { Database } from '#ground/postgres/database.gen.ts'
import type { FileStore } from './store.ts'

type Db = Kysely<Database>

/** Until the transaction ends nobody else says that a file is there, or takes it away. */
export async function holdFile(db: Db, hash: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${hash}, 0))`.execute(db)
}

/** Holds several and says whether all of them are there: what is named after that stays, what is missing was taken away before. */
export async function holdFiles(db: Db, files: Pick<FileStore, 'size'>, hashes: readonly string[]): Promise<boolean> {
  // In one order everywhere, so that two who hold the same never wait for each other.
  for (const hash of [...new Set(hashes)].toSorted()) await holdFile(db, hash)
  const sizes = await Promise.all(hashes.map((hash) => files.size(hash)))
  return sizes.every((size) => size !== null)
}

/** Removes those files that nothing names; doing it again changes nothing. */
export async function removeUnnamed(
  { transaction, files }: Pick<JobContext, 'transaction' | 'files'>,
  hashes: readonly string[],
): Promise<void> {
  for (const hash of new Set(hashes)) {
    await transaction(everywhere, async ({ db }) => {
      await holdFile(db, hash)
      const { rows } = await sql`select 1 where app_file_named(${hash})`.execute(db)
      if (rows.length === 0) await files.remove(hash)
    })
  }
}
