// A Kysely that speaks through one connection of a transaction that is open already. Statements are prepared once per
// connection under a short name, so a repeated query is neither parsed nor sent again. What is said in one turn of the
// event loop travels in one message, because on a busy server the messages cost more than the statements.

import { CompiledQuery, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely'
import type { DatabaseConnection, Dialect, Driver, QueryResult } from 'kysely'
import type { PoolClient, QueryResult as Answer } from 'pg'
import type { Database } from './database.gen.ts'

const names = new Map<string, string>()
const keepAtMost = 2_000

function nameOf(sql: string): string | undefined {
  const known = names.get(sql)
  if (known !== undefined) return known
  if (names.size >= keepAtMost) return undefined
  const name = `q${names.size}`
  names.set(sql, name)
  return name
}

/** Sends a statement; its message leaves together with everything else that is said in this turn of the event loop. */
export function say(client: PoolClient, text: string, values?: readonly unknown[]): Promise<Answer> {
  const { stream } = client.connection
  stream.cork()
  process.nextTick(() => stream.uncork())
  if (values === undefined) return client.query(text)
  const name = nameOf(text)
  return client.query({ text, values: [...values], ...(name === undefined ? {} : { name }) })
}

function resultOf<R>({ command, rows, rowCount }: Answer): QueryResult<R> {
  const counted = command === 'INSERT' || command === 'UPDATE' || command === 'DELETE' || command === 'MERGE'
  return { rows: rows as R[], ...(counted ? { numAffectedRows: BigInt(rowCount ?? 0) } : {}) }
}

const noStreams = async function* <R>(): AsyncIterableIterator<QueryResult<R>> {
  yield await Promise.reject(new Error('a write is not read in pieces'))
}

/** Statements that change rows and answer nothing. */
const silent = (text: string): boolean => /^\s*(insert|update|delete|with)\b/i.test(text) && !/\breturning\b/i.test(text)

/** One connection as the transactions on it use it, one after another. */
export class Line {
  readonly #client: PoolClient
  #unheard: Promise<unknown>[] = []
  #first: Promise<unknown> | null = null
  #cursors = 0
  readonly db: Kysely<Database>
  readonly later: Kysely<Database>

  constructor(client: PoolClient) {
    this.#client = client
    this.db = kyselyThrough({
      executeQuery: (compiled) => this.#ask(compiled),
      streamQuery: (compiled, most) => this.#pieces(compiled, most),
    })
    this.later = kyselyThrough({ executeQuery: (compiled) => this.#leave(compiled), streamQuery: noStreams })
  }

  async #ask<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    const answer = await say(this.#client, sql, parameters)
    await this.#first
    return resultOf(answer)
  }

  /** What a question finds, so many rows at a time, out of one cursor: it is asked once, in whatever order, and ends with the transaction. */
  async *#pieces<R>({ sql, parameters }: CompiledQuery, most: number | undefined): AsyncGenerator<QueryResult<R>, void, undefined> {
    const cursor = `cursor${this.#cursors}`
    this.#cursors += 1
    // Planned for being read to its end, not for its first rows.
    const ready = say(this.#client, 'set local cursor_tuple_fraction = 1')
    const [declared] = await Promise.all([
      say(this.#client, `declare ${cursor} no scroll cursor for ${sql}`, parameters),
      ready,
      this.#first,
    ])
    if (declared.command !== 'DECLARE') throw new Error('a cursor was not declared')
    const size = most ?? 1000
    for (;;) {
      const { rows } = await say(this.#client, `fetch ${size} from ${cursor}`)
      if (rows.length > 0) yield { rows: rows as R[] }
      if (rows.length < size) break
    }
    await say(this.#client, `close ${cursor}`)
  }

  #leave<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    if (!silent(sql)) return Promise.reject(new Error(`nobody waits for the answer of: ${sql.slice(0, 80)}`))
    const answer = say(this.#client, sql, parameters)
    // Whoever commits hears of a failure.
    answer.catch(() => {})
    this.#unheard.push(answer)
    return Promise.resolve({ rows: [] })
  }

  /** Until this has settled nobody is given an answer; once it has failed, nobody is given any. */
  answersAfter(first: Promise<unknown>): void {
    first.catch(() => {})
    this.#first = first
  }

  /** Settles when every statement that was left has been answered; fails with the first failure among them. */
  async leftDone(): Promise<void> {
    await Promise.all(this.#unheard)
  }

  /** Ready for the next transaction. */
  wipe(): void {
    this.#unheard = []
    this.#first = null
    this.#cursors = 0
  }
}

function kyselyThrough(connection: DatabaseConnection): Kysely<Database> {
  const refuse = (): Promise<never> => Promise.reject(new Error('a request is one transaction already'))
  const driver: Driver = {
    init: () => Promise.resolve(),
    acquireConnection: () => Promise.resolve(connection),
    beginTransaction: refuse,
    commitTransaction: refuse,
    rollbackTransaction: refuse,
    releaseConnection: () => Promise.resolve(),
    destroy: () => Promise.resolve(),
  }
  const dialect: Dialect = {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => driver,
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  }
  return new Kysely<Database>({ dialect })
}

const lines = new WeakMap<PoolClient, Line>()

/** The line of a connection, made once and kept with it. */
export function lineOf(client: PoolClient): Line {
  const known = lines.get(client)
  if (known !== undefined) return known
  const line = new Line(client)
  lines.set(client, line)
  return line
}
