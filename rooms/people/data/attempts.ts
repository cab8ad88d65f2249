// SQL of the counters behind sign-in.

import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Database } from '#ground/postgres/database.gen.ts'
import type { Attempts } from '../core/slowing.ts'

type Db = Kysely<Database>

interface Row {
  readonly failures: number
  readonly last_at: Date
}

const read = (row: Row | undefined): Attempts | null =>
  row === undefined ? null : { failures: row.failures, lastAt: row.last_at.getTime() }

/** The counter of a key, locked until the transaction ends; a missing one is made. */
export async function lockAttempts(db: Db, key: string, now: Date): Promise<Attempts | null> {
  await sql`insert into attempts (key, failures, last_at) values (${key}, 0, ${now}) on conflict (key) do nothing`.execute(db)
  return read((await sql<Row>`select failures, last_at from attempts where key = ${key} for update`.execute(db)).rows[0])
}

export async function countAttempt(db: Db, key: string, failures: number, now: Date): Promise<void> {
  await sql`update attempts set failures = ${failures}, last_at = ${now} where key = ${key}`.execute(db)
}

export async function forgetAttempts(db: Db, key: string): Promise<void> {
  await sql`delete from attempts where key = ${key}`.execute(db)
}

export async function findAttempts(db: Db, key: string): Promise<Attempts | null> {
  return read((await sql<Row>`select failures, last_at from attempts where key = ${key}`.execute(db)).rows[0])
}

/** Throws away what nobody needs any more: ended sessions, invitations over, old counters. */
export async function sweep(db: Db, now: Date, attemptsBefore: Date): Promise<void> {
  await sql`delete from sessions where expires_at <= ${now}`.execute(db)
  await sql`delete from invitations where expires_at <= ${now}`.execute(db)
  await sql`delete from attempts where last_at < ${attemptsBefore}`.execute(db)
}
