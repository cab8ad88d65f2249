// Every POST is answered once: the answer is kept with the actor, the key and the digest of what was asked.
// The row is written last, so a replay that races with its original fails on the key and then finds the answer.

import { CompiledQuery } from 'kysely'
import type { Id } from '#ground/kernel/ids.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { Result } from '#ground/kernel/result.ts'
import { say } from '#ground/postgres/bound.ts'
import type { Transaction } from '#ground/postgres/postgres.ts'
import type { Answer } from './answered.ts'
import { problems } from './problems.ts'

interface Kept {
  readonly actor: Id | null
  readonly key: string
  readonly digest: string
  readonly answer: string
  readonly at: Date
}

const nobodyId = '00000000-0000-0000-0000-000000000000'
// Written once, because they are part of every request that decides: nothing is left to compile.
const find = 'select digest, answer from idempotency where actor = $1 and key = $2'
const remember = 'insert into idempotency (actor, key, digest, status, answer, at) values ($1, $2, $3, $4, $5, $6)'

/** The answer given before to the same key; a problem when the key belonged to another payload; null when it is new. */
export async function findReplay(
  { connection }: Transaction,
  actor: Id | null,
  key: string,
  digest: string,
): Promise<Result<Answer> | null> {
  const { rows } = await say(connection, find, [actor ?? nobodyId, key])
  const row = rows[0] as { digest: string; answer: string } | undefined
  if (row === undefined) return null
  if (row.digest !== digest) return refuse(problems.keyReused())
  return ok({ kind: 'json', text: row.answer, replayed: true })
}

/** Keeps an answer in the transaction that it speaks of; the commit waits for it. */
export async function rememberAnswer({ later }: Transaction, kept: Kept): Promise<void> {
  await later.executeQuery(CompiledQuery.raw(remember, [kept.actor ?? nobodyId, kept.key, kept.digest, 200, kept.answer, kept.at]))
}
