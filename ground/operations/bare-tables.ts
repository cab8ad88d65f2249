// Makes tables ready to be loaded and puts everything back, inside one transaction: COPY FROM refuses tables whose owner
// is subject to row security, foreign keys would ask for an order and check row by row, and triggers would act twice.

import type { Client } from 'pg'
import { storedTables, tableName } from './stored-tables.ts'
import type { StoredTable } from './stored-tables.ts'

interface ForeignKey {
  name: string
  table: string
  definition: string
}

const foreignKeys = `select quote_ident(conname) as name, conrelid::regclass::text as table, pg_get_constraintdef(oid) as definition
  from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace and conparentid = 0 order by 2, 1`

const triggered = `select distinct tgrelid::regclass::text as table from pg_trigger t join pg_class c on c.oid = t.tgrelid
  where not tgisinternal and tgenabled = 'O' and c.relnamespace = 'public'::regnamespace`

const counters = `select s.oid::regclass::text as counter, d.refobjid::regclass::text as table, quote_ident(a.attname) as column
  from pg_class s join pg_depend d on d.objid = s.oid and d.classid = 'pg_class'::regclass and d.deptype in ('a', 'i')
  join pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
  where s.relkind = 'S' and s.relnamespace = 'public'::regnamespace`

/** Locks all tables against everybody, runs `load` on them bare, and dresses them again. Owner, in a transaction. */
export async function withBareTables<T>(owner: Client, load: (tables: StoredTable[]) => Promise<T>): Promise<T> {
  const tables = await storedTables(owner)
  await owner.query(`lock table ${tables.map(tableName).join(', ')} in access exclusive mode`)
  const keys = (await owner.query<ForeignKey>(foreignKeys)).rows
  const triggers = (await owner.query<{ table: string }>(triggered)).rows
  for (const key of keys) await owner.query(`alter table ${key.table} drop constraint ${key.name}`)
  for (const { table } of triggers) await owner.query(`alter table ${table} disable trigger user`)
  for (const table of tables) await owner.query(`alter table ${tableName(table)} no force row level security`)
  const value = await load(tables)
  for (const key of keys) await owner.query(`alter table ${key.table} add constraint ${key.name} ${key.definition}`)
  for (const { table } of triggers) await owner.query(`alter table ${table} enable trigger user`)
  for (const table of tables) await owner.query(`alter table ${tableName(table)} force row level security`)
  for (const { counter, table, column } of (await owner.query<{ counter: string; table: string; column: string }>(counters)).rows) {
    await owner.query(`select setval('${counter}', coalesce((select max(${column}) from ${table}), 0) + 1, false)`)
  }
  return value
}
