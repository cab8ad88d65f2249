// A Kysely that speaks through one connection of a transaction that is open already. Statements are prepared once per
// connection under a short name, so a repeated query is neither parsed nor sent again.

import { CompiledQuery, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely'
import type { DatabaseConnection, Dialect, Driver, QueryResult } from 'kysely'
import type { PoolClient } from 'pg'
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

class BoundConnection implements DatabaseConnection {
  readonly #client: PoolClient

  constructor(client: PoolClient) {
    this.#client = client
  }

  async executeQuery<R>(compiled: CompiledQuery): Promise<QueryResult<R>> {
    const name = nameOf(compiled.sql)
    const result = await this.#client.query({
      text: compiled.sql,
      values: [...compiled.parameters],
      ...(name === undefined ? {} : { name }),
    })
    const command = result.command
    const counted = command === 'INSERT' || command === 'UPDATE' || command === 'DELETE' || command === 'MERGE'
    return { rows: result.rows as R[], ...(counted ? { numAffectedRows: BigInt(result.rowCount ?? 0) } : {}) }
  }

  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    yield await Promise.reject(new Error('streaming: read in pages instead'))
  }
}

function dialectOver(client: PoolClient): Dialect {
  const connection = new BoundConnection(client)
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
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => driver,
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  }
}

const bound = new WeakMap<PoolClient, Kysely<Database>>()

/** The Kysely of a connection, made once and kept with it. */
export function kyselyOver(client: PoolClient): Kysely<Database> {
  const known = bound.get(client)
  if (known !== undefined) return known
  const db = new Kysely<Database>({ dialect: dialectOver(client) })
  bound.set(client, db)
  return db
}
