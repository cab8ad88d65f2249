// The server's way to the database: one request, one connection, one transaction, one actor.
// Before app_enter the login role can do nothing, so a forgotten entry fails instead of leaking.

import pg from 'pg'
import type { Pool, PoolClient } from 'pg'
import type { Kysely } from 'kysely'
import type { Actor } from '#ground/http/handler.ts'
import { enterStatement } from './actor.ts'
import { clientAt } from './address.ts'
import { lineOf, say } from './bound.ts'
import type { Database } from './database.gen.ts'
import { typeParsers } from './types.ts'

export interface Transaction {
  readonly db: Kysely<Database>
  /**
   * For writes whose answer nobody needs: they are handed to the connection at once, in order with everything else, and the
   * commit waits for them. A failure of one fails the transaction with its own error.
   */
  readonly later: Kysely<Database>
  readonly connection: PoolClient
  /** Until the promise settles nobody gets an answer out of `db`; once it has failed everybody gets its error instead. */
  answersAfter(first: Promise<unknown>): void
  /** Settles when every write handed to `later` so far has been answered; fails with the first failure among them. */
  settled(): Promise<void>
}

/** What a piece of work says about its transaction: keep it or undo it. */
export interface Outcome<T> {
  readonly keep: boolean
  readonly value: T
}

/** What a transaction is for; a snapshot reads the same state from its first to its last question. */
export type Kind = 'write' | 'read' | 'snapshot'

const begins: Readonly<Record<Kind, string>> = {
  write: 'begin',
  read: 'begin read only',
  snapshot: 'begin isolation level repeatable read read only',
}

export interface Postgres {
  /** Runs work as the actor; commits when `keep`, otherwise rolls back; a throw rolls back and is passed on. */
  transaction<T>(actor: Actor, work: (tx: Transaction) => Promise<Outcome<T>>, kind?: Kind): Promise<T>
  /** Runs work as the gate role and commits. */
  gate<T>(work: (db: Kysely<Database>) => Promise<T>): Promise<T>
  /** How many requests wait for a connection. */
  waiting(): number
  pool: Pool
  close(): Promise<void>
}

export interface PostgresOptions {
  /** Asked anew for each connection: an embedded server may have come back on another port. */
  readonly url: () => string
  readonly max?: number
  /** Told of connections that broke while idle; the pool replaces them. */
  readonly onIdleError?: (error: Error) => void
}

/** Opens a pool of connections as the login role. */
export function openPostgres(options: PostgresOptions): Postgres {
  const open = (max: number): Pool => {
    const opened = new pg.Pool({
      Client: clientAt(options.url),
      max,
      idleTimeoutMillis: 60_000,
      connectionTimeoutMillis: 10_000,
      // Nothing takes five minutes but a mistake: a stuck transaction would hold its connection for ever.
      statement_timeout: 300_000,
      idle_in_transaction_session_timeout: 300_000,
      types: typeParsers,
      // Statements are sent without waiting for the answers to those before them; COPY needs a connection of its own.
      pipeline: true,
    })
    opened.on('error', (error) => options.onIdleError?.(error))
    opened.on('connect', (client) => client.on('error', (error) => options.onIdleError?.(error)))
    return opened
  }
  const max = options.max ?? 20
  const pool = open(max)
  // The gate has connections of its own: a request may open the gate while it holds its transaction, and if both came from
  // one pool, as many requests as there are connections would wait for each other.
  const gates = open(Math.max(2, Math.ceil(max / 4)))

  const run = async <T>(from: Pool, begin: string, work: (tx: Transaction) => Promise<Outcome<T>>): Promise<T> => {
    const connection = await from.connect()
    let broken: Error | undefined
    const line = lineOf(connection)
    // The first statement of the work follows the entry without waiting for its answer. Where a statement fails that nobody
    // waited for, PostgreSQL refuses what follows, and the first failure's own error is the one to tell.
    const entered = say(connection, begin)
    entered.catch(() => {})
    try {
      const { db, later } = line
      const outcome = await work({
        db,
        later,
        connection,
        answersAfter: (first) => line.answersAfter(first),
        settled: () => line.leftDone(),
      })
      const ended = say(connection, outcome.keep ? 'commit' : 'rollback')
      const [{ command }] = await Promise.all([ended, entered, outcome.keep ? line.leftDone() : null])
      if (outcome.keep && command !== 'COMMIT') throw new Error('the transaction had failed before its commit')
      return outcome.value
    } catch (error) {
      await say(connection, 'rollback').catch((failure: Error) => {
        broken = failure
      })
      await entered
      await line.leftDone()
      throw error
    } finally {
      line.wipe()
      connection.release(broken)
    }
  }

  return {
    pool,
    transaction: (actor, work, kind = 'write') => run(pool, `${begins[kind]}; ${enterStatement(actor)}`, work),
    gate: (work) => run(gates, 'begin; select gate_enter()', async ({ db }) => ({ keep: true, value: await work(db) })),
    waiting: () => pool.waitingCount + gates.waitingCount,
    close: async () => {
      await Promise.all([pool.end(), gates.end()])
    },
  }
}
