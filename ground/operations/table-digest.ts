// What a table holds, as one number: the SHA-256 of its rows as COPY text in the order of the primary key. Where rows lie
// on disk plays no part, so two databases with the same content have the same digests.

import { createHash } from 'node:crypto'
import type { Client } from 'pg'
import { to } from 'pg-copy-streams'
import { copyOut, plainText, storedTables } from './stored-tables.ts'
import type { StoredTable } from './stored-tables.ts'

export interface TableDigest {
  readonly table: string
  readonly rows: number
  readonly digest: string
}

/** Digest of one table inside a transaction under `plainText`. */
export async function tableDigest(client: Client, table: StoredTable): Promise<TableDigest> {
  const hash = createHash('sha256')
  const stream = client.query(to(copyOut(table)))
  for await (const chunk of stream) hash.update(chunk as Buffer)
  return { table: table.name, rows: stream.rowCount, digest: hash.digest('hex') }
}

/** Digests of all tables at one moment. Role: liangxing_backup, or the owner. */
export async function databaseDigest(client: Client): Promise<TableDigest[]> {
  await client.query(`begin isolation level repeatable read read only; ${plainText}`)
  try {
    const digests: TableDigest[] = []
    for (const table of await storedTables(client)) digests.push(await tableDigest(client, table))
    return digests
  } finally {
    await client.query('rollback')
  }
}
