// For the tests of this folder: data folders that are cleaned up whatever happened, processes that use the embedded
// PostgreSQL and can be killed, and a look at what is still running.

import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import pg from 'pg'
import { startEmbedded, stopEmbedded } from './embedded.ts'
import type { EmbeddedPostgres } from './embedded.ts'
import { homeOf } from './places.ts'
import { readAddress } from './wire.ts'
import { isAlive, readPostmasterFile } from './postmaster-file.ts'

export const superuser = 'liangxing_owner'
export const password = 'rehearsal p@ss:/?#%'

/** A folder others may enter, so that PostgreSQL's account can, unless the test says otherwise. */
export function makeFolder(name = 'lx embedded ', mode = 0o755): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), name)))
  chmodSync(folder, mode)
  return folder
}

export function start(dataDir: string, log?: (line: string) => void): Promise<EmbeddedPostgres> {
  return startEmbedded({ dataDir, superuser, password, unsafeFast: true, ...(log === undefined ? {} : { log }) })
}

/** Stops and removes everything of a data folder, also what lies elsewhere. */
export async function erase(dataDir: string): Promise<void> {
  const front = join(dataDir, 'postgres')
  const home = existsSync(front) ? homeOf(front) : front
  await stopEmbedded(dataDir)
  await until(() => readAddress(front) === null)
  if (home !== front) rmSync(home, { recursive: true, force: true })
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 })
}

/** One statement as the superuser. */
export async function query(embedded: Pick<EmbeddedPostgres, 'url'>, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: embedded.url('postgres', superuser, password) })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows
  } finally {
    await client.end()
  }
}

/** Asks again and again until it is so; the answer of the last time otherwise fails the test by its time limit. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 20))
}

export function pids(dataDir: string): { keeper: number; postgres: number } {
  const front = join(dataDir, 'postgres')
  return { keeper: readAddress(front)?.pid ?? 0, postgres: readPostmasterFile(join(homeOf(front), 'cluster'))?.pid ?? 0 }
}

/** Ids of all processes that work in the cluster: the postmaster and its children. */
export function processesOf(cluster: string): number[] {
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && workingFolder(pid) === cluster)
}

function workingFolder(pid: number): string {
  try {
    return readlinkSync(`/proc/${pid}/cwd`)
  } catch {
    return ''
  }
}

/** Ids of the keepers of this front, from the moment they exist. */
export function keepersOf(front: string): number[] {
  const words = (pid: number): string => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
    } catch {
      return ''
    }
  }
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && words(pid).includes(`keeper.ts\0${front}\0`))
}

/** Ended, or ended and not yet taken note of by its parent. */
export function isGone(pid: number): boolean {
  if (!isAlive(pid)) return true
  try {
    return /^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return true
  }
}

export interface Other {
  readonly child: ChildProcess
  readonly port: number
  readonly adopted: boolean
}

/** Another process that starts or joins the server and stays until it is killed. */
export async function otherProcess(dataDir: string, unsafeFast = true): Promise<Other> {
  const program = `
    import { startEmbedded } from ${JSON.stringify(new URL('embedded.ts', import.meta.url).href)}
    const [dataDir, superuser, password] = process.argv.slice(1)
    const { port, adopted } = await startEmbedded({ dataDir, superuser, password, unsafeFast: ${unsafeFast} })
    console.log(JSON.stringify({ port, adopted }))
    setInterval(() => undefined, 60_000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', program, dataDir, superuser, password], {
    cwd: new URL('../../..', import.meta.url),
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {},
  })
  for await (const line of createInterface(child.stdout)) return { child, ...(JSON.parse(line) as { port: number; adopted: boolean }) }
  throw new Error('The other process ended without a word.')
}
