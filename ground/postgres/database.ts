// Opens the instance's database, whichever it is: the embedded one, or a server named by DATABASE_URL.
// Makes roles, applies migrations, checks that the key file belongs to this database, and hands out addresses per role.

import pg from 'pg'
import type { Client } from 'pg'
import { runMigrations } from 'graphile-worker'
import type { Vault } from '#ground/vault/vault.ts'
import { CannotStart } from '#ground/kernel/cannot-start.ts'
import { migrate } from './migrate.ts'
import type { MigrationReport, SqlFolder } from './migrate.ts'
import { ensureRoles } from './roles.ts'
import type { LoginRole } from './roles.ts'
import { typeParsers } from './types.ts'

export interface OpenDatabase {
  readonly report: MigrationReport
  /** Where a role finds the database now; an embedded server that died may have come back on another port. */
  urlOf(role: LoginRole): string
  /** The same of the role that owns and migrates. */
  readonly ownerUrl: string
}

/** The same address with another role's name and password. */
export function withRole(url: string, role: string, password: string): string {
  const address = new URL(url)
  address.username = role
  address.password = password
  return address.href
}

/** A connected client of the owner; the caller ends it. */
export async function ownerClient(ownerUrl: string): Promise<Client> {
  const client = new pg.Client({ connectionString: ownerUrl, types: typeParsers })
  // The statement in hand fails, too, and tells its caller; unheard, the event would end the process.
  client.on('error', () => {})
  await client.connect()
  return client
}

async function checkKey(owner: Client, vault: Vault, now: Date): Promise<void> {
  const { rows } = await owner.query<{ key_fingerprint: string }>('select key_fingerprint from instance where id = 1')
  const known = rows[0]?.key_fingerprint
  if (known === undefined) {
    await owner.query('insert into instance (id, key_fingerprint, created_at) values (1, $1, $2) on conflict do nothing', [
      vault.fingerprint(),
      now,
    ])
    return checkKey(owner, vault, now)
  }
  if (known !== vault.fingerprint()) {
    throw new CannotStart({
      zh: '密钥文件不属于这个数据库，已停止启动。请把原来的密钥文件放回去，或用 KEY_FILE 指明它的位置。',
      en: 'The key file does not belong to this database, so the start was stopped. Put the original key file back or name it with KEY_FILE.',
    })
  }
}

/** The queue's schema belongs to the worker's role, so that no running process needs the owner. */
async function ensureQueue(owner: Client, workerUrl: string): Promise<void> {
  const { rows } = await owner.query<{ known: boolean; database: string }>(
    `select to_regclass('graphile_worker.migrations') is not null as known, current_database() as database`,
  )
  if (rows[0]?.known ?? false) return
  await owner.query(`grant create on database ${pg.escapeIdentifier(rows[0]?.database ?? '')} to liangxing_worker`)
  await owner.query('grant liangxing_worker to current_user')
  await runMigrations({ connectionString: workerUrl })
}

/** A database that was brought up to date already (a copy of the test kit's template). */
export function readyDatabase(ownerUrl: () => string, vault: Vault): OpenDatabase {
  return opened({ applied: [], policies: [] }, ownerUrl, vault)
}

function opened(report: MigrationReport, ownerUrl: () => string, vault: Vault): OpenDatabase {
  return {
    report,
    get ownerUrl() {
      return ownerUrl()
    },
    urlOf: (role) => withRole(ownerUrl(), role, vault.derive(`role:${role}`)),
  }
}

/** Brings a database up to date and checks the key. `now` is written as the instance's birth on the first start. */
export async function openDatabase(given: {
  readonly ownerUrl: () => string
  readonly sqlFolders: readonly SqlFolder[]
  readonly vault: Vault
  readonly now: Date
}): Promise<OpenDatabase> {
  const passwordOf = (role: LoginRole): string => given.vault.derive(`role:${role}`)
  const urlOf = (role: LoginRole): string => withRole(given.ownerUrl(), role, passwordOf(role))
  const owner = await ownerClient(given.ownerUrl())
  try {
    const known = await owner.query<{ known: boolean }>(`select to_regclass('public.instance') is not null as known`)
    if (known.rows[0]?.known ?? false) await checkKey(owner, given.vault, given.now)
    await ensureRoles(owner, { passwordOf, urlOf, fingerprint: given.vault.fingerprint() })
    const report = await migrate(owner, given.sqlFolders)
    await checkKey(owner, given.vault, given.now)
    await ensureQueue(owner, urlOf('liangxing_worker'))
    return opened(report, given.ownerUrl, given.vault)
  } finally {
    await owner.end()
  }
}
