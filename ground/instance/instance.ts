// One instance opened by one process: key, database (embedded or by DATABASE_URL), rooms, pool, live hub.
// Server, worker, command line and test kit all begin here.

import { join, resolve } from 'node:path'
import pg from 'pg'
import type { Clock, Dice } from '#ground/kernel/clock.ts'
import { findHouse } from '#ground/http/house.ts'
import { openStore } from '#ground/files/open-store.ts'
import type { FileStore } from '#ground/files/store.ts'
import type { House } from '#ground/http/house.ts'
import type { Kit } from '#ground/http/pipeline.ts'
import { openHub } from '#ground/live/hub.ts'
import type { Hub } from '#ground/live/hub.ts'
import { openDatabase, readyDatabase } from '#ground/postgres/database.ts'
import type { OpenDatabase } from '#ground/postgres/database.ts'
import { startEmbedded } from '#ground/postgres/embedded/embedded.ts'
import { openPostgres } from '#ground/postgres/postgres.ts'
import type { Postgres } from '#ground/postgres/postgres.ts'
import { keyFileFor, openVault } from '#ground/vault/vault.ts'
import type { Vault } from '#ground/vault/vault.ts'
import { realClock, realDice } from './real.ts'

export type Settings = Readonly<Record<string, string | undefined>>

export interface Instance {
  readonly house: House
  readonly vault: Vault
  readonly database: OpenDatabase
  readonly postgres: Postgres
  readonly hub: Hub
  readonly clock: Clock
  readonly dice: Dice
  readonly settings: Settings
  readonly dataDir: string
  readonly files: FileStore
  /** What endpoints need of it. */
  readonly kit: Kit
  /** `wait` also waits for an embedded database that nobody else uses to stop. */
  close(options?: { readonly wait?: boolean }): Promise<void>
}

export interface InstanceOptions {
  readonly settings: Settings
  readonly log?: (line: string) => void
  readonly clock?: Clock
  readonly dice?: Dice
  readonly house?: House
  /** A database that is running and up to date already (test kit). */
  readonly readyUrl?: string
  readonly connections?: number
}

const embeddedName = 'liangxing'

/** Where an instance keeps its files. */
export function dataDirOf(settings: Settings): string {
  return resolve(settings['DATA_DIR'] ?? 'data')
}

async function ensureDatabase(url: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    const { rows } = await client.query('select 1 from pg_database where datname = $1', [name])
    if (rows.length === 0) await client.query(`create database ${pg.escapeIdentifier(name)}`)
  } catch (error) {
    if ((error as { code?: string }).code !== '42P04' && (error as { code?: string }).code !== '23505') throw error
  } finally {
    await client.end()
  }
}

async function ownerAddress(
  options: InstanceOptions,
  dataDir: string,
  vault: Vault,
): Promise<{ url: () => string; leave: (options?: { readonly wait?: boolean }) => Promise<void> }> {
  const given = options.readyUrl ?? options.settings['DATABASE_URL']
  if (given !== undefined && given !== '') return { url: () => given, leave: async () => {} }
  const superuser = 'liangxing_owner'
  const password = vault.derive('role:owner')
  const embedded = await startEmbedded({ dataDir, superuser, password, ...(options.log === undefined ? {} : { log: options.log }) })
  await ensureDatabase(embedded.url('postgres', superuser, password), embeddedName)
  return { url: () => embedded.url(embeddedName, superuser, password), leave: (waiting) => embedded.leave(waiting) }
}

/** Opens everything; `close` undoes it in the opposite order. */
export async function openInstance(options: InstanceOptions): Promise<Instance> {
  const { settings } = options
  const dataDir = dataDirOf(settings)
  const clock = options.clock ?? realClock
  const dice = options.dice ?? realDice
  const house = options.house ?? (await findHouse())
  const vault = await openVault({ keyFile: keyFileFor(dataDir, settings) })
  const owner = await ownerAddress(options, dataDir, vault)
  try {
    const database =
      options.readyUrl === undefined
        ? await openDatabase({ ownerUrl: owner.url, sqlFolders: house.sqlFolders, vault, now: new Date(clock.now()) })
        : readyDatabase(owner.url, vault)
    const loginUrl = (): string => database.urlOf('liangxing_login')
    const complain = (error: Error): void => options.log?.(`database: ${error.message}`)
    const postgres = openPostgres({
      url: loginUrl,
      onIdleError: complain,
      ...(options.connections === undefined ? {} : { max: options.connections }),
    })
    const hub = await openHub(loginUrl, complain)
    const files = openStore({ folder: fileFolder(dataDir), settings })
    const spools = join(dataDir, 'sending')
    const kit: Kit = {
      house,
      postgres,
      clock,
      dice,
      vault,
      files,
      settings,
      spools,
      announce: (announcement) => hub.announce(announcement),
    }
    return {
      house,
      vault,
      database,
      postgres,
      hub,
      clock,
      dice,
      settings,
      dataDir,
      files,
      kit,
      close: async (closing) => {
        await hub.close()
        await postgres.close()
        await owner.leave(closing)
      },
    }
  } catch (error) {
    await owner.leave()
    throw error
  }
}

/** Files of the instance that are not in the database. */
export function fileFolder(dataDir: string): string {
  return join(dataDir, 'files')
}
