// Writes database.gen.ts from a migrated database: the table types that queries are checked against.

import type { Client } from 'pg'

interface ColumnRow {
  table_name: string
  column_name: string
  udt_name: string
  is_nullable: 'YES' | 'NO'
  column_default: string | null
  is_identity: 'YES' | 'NO'
}

const scalar: Readonly<Record<string, string>> = {
  text: 'string',
  varchar: 'string',
  bpchar: 'string',
  uuid: 'string',
  date: 'string',
  numeric: 'string',
  int8: 'string',
  int2: 'number',
  int4: 'number',
  float8: 'number',
  bool: 'boolean',
  timestamptz: 'Date',
  bytea: 'Buffer',
  json: 'unknown',
  jsonb: 'unknown',
}

function typeOf(udt: string): string {
  if (udt.startsWith('_')) return `${scalar[udt.slice(1)] ?? 'unknown'}[]`
  return scalar[udt] ?? 'unknown'
}

function columnLine(column: ColumnRow): string {
  const base = typeOf(column.udt_name)
  const nullable = column.is_nullable === 'YES' && base !== 'unknown' ? `${base} | null` : base
  const isJson = column.udt_name === 'jsonb' || column.udt_name === 'json'
  const isBigint = column.udt_name === 'int8'
  const optional = column.is_nullable === 'YES' || column.column_default !== null || column.is_identity === 'YES'
  const written = isJson ? 'string' : isBigint ? 'string | number | bigint' : base
  const insert = optional ? `${written} | null | undefined` : written
  if (!isJson && !isBigint && !optional) return `  ${column.column_name}: ${nullable}`
  return `  ${column.column_name}: ColumnType<${nullable}, ${insert}, ${written}${column.is_nullable === 'YES' ? ' | null' : ''}>`
}

const pascal = (name: string): string => name.replace(/(^|_)([a-z0-9])/g, (_match, _gap, letter: string) => letter.toUpperCase())

/** The text of database.gen.ts for all tables of the schema `public`. */
export async function databaseTypes(owner: Client): Promise<string> {
  const { rows } = await owner.query<ColumnRow>(
    `select c.table_name, c.column_name, c.udt_name, c.is_nullable, c.column_default, c.is_identity
       from information_schema.columns c
       join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name and t.table_type = 'BASE TABLE'
      where c.table_schema = 'public' order by c.table_name collate "C", c.ordinal_position`,
  )
  const tables = new Map<string, ColumnRow[]>()
  for (const row of rows) tables.set(row.table_name, [...(tables.get(row.table_name) ?? []), row])
  const bodies = [...tables].map(([name, columns]) => `export interface ${pascal(name)}Table {\n${columns.map(columnLine).join('\n')}\n}`)
  const list = [...tables.keys()].map((name) => `  ${name}: ${pascal(name)}Table`)
  return [
    '// Generated from the migrated database by `npm run generate`; do not edit.',
    "import type { ColumnType } from 'kysely'",
    ...bodies,
    `export interface Database {\n${list.join('\n')}\n}`,
    '',
  ].join('\n\n')
}
