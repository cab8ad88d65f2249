// Which stored files the records speak of: every column whose comment begins with `file:`, in whichever room. So a new room
// that keeps files is verified, backed up and restored without a line here.

import pg from 'pg'
import type { Client } from 'pg'

interface Column {
  readonly table: string
  readonly column: string
}

const page = 5_000

async function columnsOf(client: Client): Promise<Column[]> {
  const { rows } = await client.query<Column>(
    `select c.relname as table, a.attname as column from app_tables t
       join pg_class c on c.relname = t.name and c.relnamespace = 'public'::regnamespace
       join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where col_description(c.oid, a.attnum) like 'file:%' order by 1, 2`,
  )
  return rows
}

/** How many there are, and their hashes in order, in pages; inside a transaction of the client that stays open meanwhile. */
export async function namedFiles(client: Client): Promise<{ readonly count: number; hashes(): AsyncGenerator<string> }> {
  const columns = await columnsOf(client)
  if (columns.length === 0) return { count: 0, hashes: async function* () {} }
  const all = columns
    .map(({ table, column }) => [pg.escapeIdentifier(table), pg.escapeIdentifier(column)] as const)
    .map(([table, column]) => `select ${column} collate "C" as hash from public.${table} where ${column} is not null`)
    .join(' union ')
  const counted = await client.query<{ count: string }>(`select count(*) as count from (${all}) named`)
  return {
    count: Number(counted.rows[0]?.count ?? 0),
    hashes: async function* () {
      await client.query(`declare named_files no scroll cursor for select hash from (${all}) named order by hash`)
      for (;;) {
        const { rows } = await client.query<{ hash: string }>(`fetch ${page} from named_files`)
        for (const { hash } of rows) yield hash
        if (rows.length < page) break
      }
      await client.query('close named_files')
    },
  }
}
