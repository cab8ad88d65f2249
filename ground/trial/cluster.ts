// The PostgreSQL of the tests: a server given by TEST_DATABASE_URL, or an embedded one of their own that several runs share.
// The template database is made once per state of migrations and furniture, so that a second run starts at once.

import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile } from 'node:fs/promises'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import pg from 'pg'
import type { House } from '#ground/http/house.ts'
import { atDesk } from '#ground/instance/desk.ts'
import { openInstance } from '#ground/instance/instance.ts'
import type { Instance } from '#ground/instance/instance.ts'
import { ok } from '#ground/kernel/result.ts'
import { openDatabase } from '#ground/postgres/database.ts'
import { startEmbedded } from '#ground/postgres/embedded/embedded.ts'
import { openVault } from '#ground/vault/vault.ts'
import { stageStart } from './cast.ts'
import type { Furnish } from './stage.ts'

export interface Cluster {
  /** Owner's address; the database in it is `postgres`. */
  readonly url: string
  readonly keyFile: string
  leave(): Promise<void>
}

const superuser = 'liangxing_owner'
const lockKey = 7_264_010

/** The folder of the tests' own cluster and key. */
export function trialFolder(): string {
  return join(tmpdir(), `liangxing-trial-${userInfo().uid}`)
}

/** The same server, another database. */
export function onDatabase(url: string, name: string): string {
  const address = new URL(url)
  address.pathname = `/${name}`
  return address.href
}

async function sources(folder: string): Promise<string[]> {
  if (!existsSync(folder)) return []
  const entries = await readdir(folder, { withFileTypes: true, recursive: true })
  return entries
    .filter((entry) => entry.isFile() && /\.(ts|sql)$/.test(entry.name) && !entry.name.includes('.test.'))
    .map((entry) => join(entry.parentPath, entry.name))
}

/** A name that changes with anything that may change the template's content. */
async function templateName(house: House): Promise<string> {
  const hash = createHash('sha256')
  const files = [
    ...(await sources(join(house.root, 'ground', 'postgres'))),
    ...(await sources(join(house.root, 'ground', 'trial'))),
    ...(await Promise.all(house.plates.map((plate) => sources(join(house.root, 'rooms', plate.name)))))
      .flat()
      .filter((path) => !path.includes('/faces/')),
  ]
  for (const file of files.sort()) hash.update(file).update(await readFile(file))
  return `lx_template_${hash.digest('hex').slice(0, 12)}`
}

async function furnish(house: House, url: string, keyFile: string): Promise<void> {
  const vault = await openVault({ keyFile })
  await openDatabase({ ownerUrl: () => url, sqlFolders: house.sqlFolders, vault, now: new Date(stageStart) })
  const instance = await openInstance({
    settings: { KEY_FILE: keyFile, TRIAL: 'yes' },
    house,
    readyUrl: url,
    clock: { now: () => stageStart },
  })
  try {
    await furnishRooms(instance)
  } finally {
    await instance.close()
  }
}

/** Puts the invented tree, the cast and what else the rooms bring into an instance, in the order of the rooms' needs. */
export async function furnishRooms(instance: Instance): Promise<void> {
  const { house } = instance
  for (const plate of house.plates) {
    const path = join(house.root, 'rooms', plate.name, 'trial.ts')
    if (!existsSync(path)) continue
    const { furnish: work } = (await import(pathToFileURL(path).href)) as { furnish: Furnish }
    await work({
      instance,
      desk: async (step) => {
        const result = await atDesk(instance, plate.name, async (desk) => ok(await step(desk)))
        if (!result.ok) throw new Error(`furnishing ${plate.name}: ${result.problem.detail.en}`)
        return result.value
      },
    })
  }
}

/** The template's name; it is made by whoever asks first while the others wait. */
export async function ensureTemplate(house: House, url: string, keyFile: string): Promise<string> {
  const name = await templateName(house)
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [lockKey])
    const { rows } = await client.query('select 1 from pg_database where datname = $1', [name])
    if (rows.length > 0) return name
    const draft = `${name}_draft`
    await client.query(`drop database if exists ${draft} with (force)`)
    await client.query(`create database ${draft}`)
    await furnish(house, onDatabase(url, draft), keyFile)
    await client.query(`alter database ${draft} rename to ${name}`)
    return name
  } finally {
    await client.query('select pg_advisory_unlock($1)', [lockKey])
    await client.end()
  }
}

/** Starts or joins the cluster. */
export async function openCluster(): Promise<Cluster> {
  const folder = trialFolder()
  await mkdir(folder, { recursive: true })
  const keyFile = join(folder, 'trial.key')
  const vault = await openVault({ keyFile })
  const given = process.env['TEST_DATABASE_URL']
  if (given !== undefined && given !== '') return { url: given, keyFile, leave: async () => {} }
  const password = vault.derive('role:owner')
  const embedded = await startEmbedded({ dataDir: folder, superuser, password, unsafeFast: true })
  return { url: embedded.url('postgres', superuser, password), keyFile, leave: () => embedded.leave() }
}
