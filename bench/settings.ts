// What a run stood on, printed beside its figures: versions, cores and the database's durability. No names, no paths.

import { availableParallelism, totalmem } from 'node:os'
import type { Client } from 'pg'

export type Stand = Readonly<Record<string, string>>

const asked = [
  'server_version',
  'fsync',
  'synchronous_commit',
  'full_page_writes',
  'wal_sync_method',
  'shared_buffers',
  'max_wal_size',
  'max_connections',
]

/** Asks the database that the cases use. */
export async function standOf(client: Client): Promise<Stand> {
  const { rows } = await client.query<{ name: string; value: string }>(
    `select name, current_setting(name) as value from unnest($1::text[]) name`,
    [asked],
  )
  return {
    node: process.version,
    system: `${process.platform} ${process.arch}`,
    cores: String(availableParallelism()),
    memory: `${Math.round(totalmem() / 1024 ** 3)} GB`,
    ...Object.fromEntries(rows.map(({ name, value }) => [`postgres ${name}`, value])),
  }
}

/** A run with fsync off measures nothing that a user gets. */
export function refuseUnsafe(stand: Stand): void {
  for (const name of ['fsync', 'synchronous_commit', 'full_page_writes']) {
    if (stand[`postgres ${name}`] !== 'on')
      throw new Error(`${name} is ${stand[`postgres ${name}`] ?? 'unknown'}: the bench measures durable writes only`)
  }
}
