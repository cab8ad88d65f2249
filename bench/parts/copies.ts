// COPY of rows out of a table into a file and from the file into another table, over the driver that the product uses.

import { createReadStream, createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from, to } from 'pg-copy-streams'

async function through<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Writes all rows of a query's columns to a file. */
export function copyOut(given: { readonly url: string; readonly query: string; readonly file: string }): Promise<void> {
  return through(given.url, (client) => pipeline(client.query(to(`copy (${given.query}) to stdout`)), createWriteStream(given.file)))
}

/** Fills an empty table from the file; the seconds it took, commit included. */
export function copyIn(given: { readonly url: string; readonly table: string; readonly file: string }): Promise<number> {
  return through(given.url, async (client) => {
    await client.query(`truncate ${given.table}`)
    await client.query('checkpoint')
    const started = performance.now()
    await pipeline(createReadStream(given.file), client.query(from(`copy ${given.table} from stdin`)))
    return (performance.now() - started) / 1000
  })
}
