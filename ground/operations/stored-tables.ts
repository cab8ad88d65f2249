// The tables of the house as a backup sees them: every registered one, its stored columns, and the order of its rows by
// primary key. That order and plain text formats make one content one text, on any server and after any restore.

import type { Client, PoolClient } from 'pg'
import pg from 'pg'

export interface StoredTable {
  readonly name: string
  /** Columns that hold values of their own (generated ones are computed again). */
  readonly columns: readonly string[]
  /** What stands after `order by`. */
  readonly order: string
}

interface Row {
  name: string
  columns: string[]
  key: string[] | null
}

/** Settings under which PostgreSQL writes the same value as the same text everywhere; for the current transaction. */
export const plainText =
  "set local timezone = 'UTC'; set local datestyle = 'ISO, YMD'; set local intervalstyle = 'postgres'; " +
  "set local extra_float_digits = 1; set local bytea_output = 'hex'"

const quoted = (name: string): string => pg.escapeIdentifier(name)

/** The name as it stands in SQL. */
export function tableName(table: Pick<StoredTable, 'name'>): string {
  return `public.${quoted(table.name)}`
}

/** The columns as they stand in SQL. */
export function columnList(table: StoredTable): string {
  return table.columns.map(quoted).join(', ')
}

/** COPY of a table's rows in their order. */
export function copyOut(table: StoredTable): string {
  return `copy (select ${columnList(table)} from ${tableName(table)} order by ${table.order}) to stdout`
}

/** Reads the register and the catalogue; needs no right to any row. */
export async function storedTables(client: Client | PoolClient): Promise<StoredTable[]> {
  const { rows } = await client.query<Row>(
    `select t.name,
        (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
          where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
        (select array_agg(quote_ident(a.attname) || case when a.attcollation = 0 then '' else ' collate "C"' end order by k.place)
           from pg_index i cross join unnest(i.indkey) with ordinality k (attnum, place)
           join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
          where i.indrelid = c.oid and i.indisprimary) as key
       from app_tables t join pg_class c on c.relname = t.name and c.relnamespace = 'public'::regnamespace
      order by t.name collate "C"`,
  )
  return rows.map(({ name, columns, key }) => ({
    name,
    columns,
    order: (key ?? columns.map((column) => `${quoted(column)}::text collate "C"`)).join(', '),
  }))
}
