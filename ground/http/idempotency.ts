// Every POST is answered once: the answer is kept with the actor, the key and the digest of what was asked.
// The row is written last, so a replay that races with its original fails on the key and then finds the answer.

import type { Kysely } from 'kysely'
import type { Id } from '#ground/kernel/ids.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { Result } from '#ground/kernel/result.ts'
import type { Database } from '#ground/postgres/database.gen.ts'
import type { Answer } from './answered.ts'
import { problems } from './problems.ts'

const nobodyId = '00000000-0000-0000-0000-000000000000'

/** The answer given before to the same key; a problem when the key belonged to another payload; null when it is new. */
export async function findReplay(db: Kysely<Database>, actor: Id | null, key: string, digest: string): Promise<Result<Answer> | null> {
  const row = await db
    .selectFrom('idempotency')
    .select(['digest', 'answer'])
    .where('actor', '=', actor ?? nobodyId)
    .where('key', '=', key)
    .executeTakeFirst()
  if (row === undefined) return null
  if (row.digest !== digest) return refuse(problems.keyReused())
  return ok({ kind: 'json', text: row.answer, replayed: true })
}

/** Keeps an answer in the transaction that it speaks of. */
export async function rememberAnswer(
  db: Kysely<Database>,
  actor: Id | null,
  key: string,
  digest: string,
  answer: string,
  at: Date,
): Promise<void> {
  await db
    .insertInto('idempotency')
    .values({ actor: actor ?? nobodyId, key, digest, status: 200, answer, at })
    .execute()
}
