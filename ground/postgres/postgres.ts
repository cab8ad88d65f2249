// The server's way to the database: one request, one connection, one transaction, one actor.
// Before app_enter the login role can do nothing, so a forgotten entry fails instead of leaking.

import pg from 'pg'
import type { Pool, PoolClient } from 'pg'
import type { Kysely } from 'kysely'
import type { Actor } from '#ground/http/handler.ts'
import { enterStatement } from './actor.ts'
import { kyselyOver } from './bound.ts'
import type { Database } from './database.gen.ts'
import { typeParsers } from './types.ts'

export interface Transaction {
  readonly db: Kysely<Database>
  readonly connection: PoolClient
}

/** What a piece of work says about its transaction: keep it or undo it. */
export interface Outcome<T> {
  readonly keep: boolean
  readonly value: T
}

export interface Postgres {
  /** Runs work as the actor; commits when `keep`, otherwise rolls back; a throw rolls back and is passed on. */
  transaction<T>(actor: Actor, work: (tx: Transaction) => Promise<Outcome<T>>, readOnly?: boolean): Promise<T>
  /** Runs work as the gate role and commits. */
  gate<T>(work: (db: Kysely<Database>) => Promise<T>): Promise<T>
  /** How many requests wait for a connection. */
  waiting(): number
  pool: Pool
  close(): Promise<void>
}

export interface PostgresOptions {
  readonly url: string
  readonly max?: number
  /** Told of connections that broke while idle; the pool replaces them. */
  readonly onIdleError?: (error: Error) => void
}

/** Opens a pool of connections as the login role. */
export function openPostgres(options: PostgresOptions): Postgres {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.max ?? 20,
    idleTimeoutMillis: 60_000,
    connectionTimeoutMillis: 10_000,
    types: typeParsers,
  })
  pool.on('error', (error) => options.onIdleError?.(error))
  pool.on('connect', (client) => client.on('error', (error) => options.onIdleError?.(error)))

  const run = async <T>(begin: string, work: (tx: Transaction) => Promise<Outcome<T>>): Promise<T> => {
    const connection = await pool.connect()
    let broken: Error | undefined
    try {
      await connection.query(begin)
      const outcome = await work({ db: kyselyOver(connection), connection })
      await connection.query(outcome.keep ? 'commit' : 'rollback')
      return outcome.value
    } catch (error) {
      await connection.query('rollback').catch((failure: Error) => {
        broken = failure
      })
      throw error
    } finally {
      connection.release(broken)
    }
  }

  return {
    pool,
    transaction: (actor, work, readOnly = false) => run(`begin${readOnly ? ' read only' : ''}; ${enterStatement(actor)}`, work),
    gate: (work) => run('begin; select gate_enter()', async ({ db }) => ({ keep: true, value: await work(db) })),
    waiting: () => pool.waitingCount,
    close: () => pool.end(),
  }
}
