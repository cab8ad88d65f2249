// Applies plain SQL migrations, ground first, then rooms in the order of their needs, then every changed policies.sql whole.
// One file is one transaction; a changed file that was applied already is refused, because history is not edited.

import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Client } from 'pg'
import { CannotStart } from '#ground/kernel/cannot-start.ts'
import { expandMacros } from './macros.ts'

/** A folder with migrations/*.sql and policies.sql, named after its room. */
export interface SqlFolder {
  readonly room: string
  readonly path: string
}

export interface MigrationReport {
  readonly applied: string[]
  readonly policies: string[]
}

const lockKey = 7_264_002

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex')

async function readOptional(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

async function sqlFiles(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}

async function inTransaction(client: Client, what: string, work: () => Promise<void>): Promise<void> {
  await client.query('begin')
  try {
    await work()
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`migration ${what}: ${(error as Error).message}`, { cause: error })
  }
}

async function applyMigrations(client: Client, folder: SqlFolder, done: Map<string, string>, applied: string[]): Promise<void> {
  const directory = join(folder.path, 'migrations')
  for (const name of await sqlFiles(directory)) {
    const sql = await readFile(join(directory, name), 'utf8')
    const key = `${folder.room}/${name}`
    const digest = digestOf(sql)
    const before = done.get(key)
    if (before === digest) continue
    if (before !== undefined) {
      throw new CannotStart({
        zh: `数据库里的迁移 ${key} 与程序里的不一致，已停止启动。请换用与这个数据库相配的程序版本，或另选一个数据文件夹。`,
        en: `The migration ${key} differs from the one this database was made with, so the start was stopped. Use the matching version of the program or another data folder.`,
      })
    }
    await inTransaction(client, key, async () => {
      await client.query(sql)
      await client.query('insert into app_migrations (name, digest, at) values ($1, $2, clock_timestamp())', [key, digest])
    })
    applied.push(key)
  }
}

async function dropPolicies(client: Client, room: string): Promise<void> {
  const { rows } = await client.query<{ tablename: string; policyname: string }>(
    `select p.tablename, p.policyname from pg_policies p join app_tables t on t.name = p.tablename
      where t.room = $1 and p.schemaname = 'public' and p.policyname not like 'house\\_%'`,
    [room],
  )
  for (const row of rows) await client.query(`drop policy "${row.policyname}" on "${row.tablename}"`)
  const tables = await client.query<{ name: string }>('select name from app_tables where room = $1', [room])
  for (const { name } of tables.rows) {
    await client.query(`revoke all on "${name}" from liangxing_app, liangxing_gate, liangxing_sealer, liangxing_worker`)
  }
}

async function applyPolicies(client: Client, folder: SqlFolder, done: Map<string, string>, policies: string[]): Promise<void> {
  // One text, whole: a room with many tables may say part of it in policies-<part>.sql.
  const parts = (await sqlFiles(folder.path)).filter((name) => /^policies(-[a-z-]+)?\.sql$/.test(name))
  if (parts.length === 0) return
  const sources = await Promise.all(parts.map((name) => readOptional(join(folder.path, name))))
  const sql = expandMacros(sources.join('\n'))
  const key = `${folder.room}/policies.sql`
  const digest = digestOf(sql)
  if (done.get(key) === digest) return
  await inTransaction(client, key, async () => {
    await dropPolicies(client, folder.room)
    await client.query(sql)
    await client.query(
      `insert into app_migrations (name, digest, at) values ($1, $2, clock_timestamp())
       on conflict (name) do update set digest = excluded.digest, at = excluded.at`,
      [key, digest],
    )
  })
  policies.push(key)
}

/** Brings a database up to date; does nothing when it already is. Folders come in the order of their needs. */
export async function migrate(client: Client, folders: readonly SqlFolder[]): Promise<MigrationReport> {
  const report: MigrationReport = { applied: [], policies: [] }
  await client.query('select pg_advisory_lock($1)', [lockKey])
  try {
    await client.query(
      `create table if not exists app_migrations (name text collate "C" primary key, digest text not null, at timestamptz not null)`,
    )
    const rows = (await client.query<{ name: string; digest: string }>('select name, digest from app_migrations')).rows
    const done = new Map(rows.map((row) => [row.name, row.digest]))
    for (const folder of folders) await applyMigrations(client, folder, done, report.applied)
    for (const folder of folders) await applyPolicies(client, folder, done, report.policies)
  } finally {
    await client.query('select pg_advisory_unlock($1)', [lockKey])
  }
  return report
}
