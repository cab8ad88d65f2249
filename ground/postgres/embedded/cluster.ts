// Making a cluster. initdb works under another name and the folder is renamed when everything is on disk: a cluster that
// is there is whole, and what a killed start left half made is thrown away.

import { spawn } from 'node:child_process'
import {
  chownSync,
  existsSync,
  fsyncSync,
  lchownSync,
  openSync,
  closeSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import type { Account } from './account.ts'
import type { Binaries } from './binaries.ts'
import { CannotStart } from '#ground/kernel/cannot-start.ts'
import { diskFull, makePrivate } from './places.ts'
import type { Places } from './places.ts'

export interface Wanted {
  readonly superuser: string
  readonly password: string
  readonly unsafeFast: boolean
}

const draftName = 'cluster.making'

/** The environment of every program of PostgreSQL: ours has no say in encodings, time zones or passwords. */
export function plainEnvironment(): Record<string, string> {
  const { SystemRoot = '', TEMP = '' } = process.env
  return process.platform === 'win32' ? { SystemRoot, TEMP, TZ: 'UTC' } : { PATH: '/usr/bin:/bin', TZ: 'UTC', LC_ALL: 'C' }
}

/** Spawn options that turn into the account; the working folder is one everybody may be in. */
export function as(account: Account | null): { uid?: number; gid?: number; cwd: string; env: Record<string, string>; windowsHide: true } {
  const identity = account === null ? {} : { uid: account.uid, gid: account.gid }
  return { ...identity, cwd: process.platform === 'win32' ? process.cwd() : '/', env: plainEnvironment(), windowsHide: true }
}

/** Makes the cluster when there is none, and checks the one that is there. */
export async function ensureCluster(places: Places, binaries: Binaries, wanted: Wanted, log: (line: string) => void): Promise<void> {
  for (const name of readdirSync(places.home).filter((entry) => entry.startsWith(draftName))) {
    log(`${name} was left by a start that did not finish; it is removed`)
    rmSync(join(places.home, name), { recursive: true, force: true, maxRetries: 5 })
  }
  if (existsSync(join(places.cluster, 'PG_VERSION'))) return checkCluster(places)
  const began = performance.now()
  const draft = join(places.home, `${draftName}-${process.pid}`)
  const password = join(draft, 'password')
  const data = join(draft, 'data')
  try {
    makePrivate(draft, places.account)
    writeFileSync(password, `${wanted.password}\n`, { mode: 0o600 })
    if (places.account !== null) chownSync(password, places.account.uid, places.account.gid)
    await makeData(data, password, places, binaries, wanted)
    renameSync(data, places.cluster)
    syncFolder(places.home)
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'ENOSPC' ? diskFull(places.home, error) : error
  } finally {
    rmSync(draft, { recursive: true, force: true, maxRetries: 5 })
  }
  log(`A new cluster was made in ${places.cluster} in ${Math.round(performance.now() - began)} ms`)
}

async function makeData(data: string, password: string, places: Places, binaries: Binaries, wanted: Wanted): Promise<void> {
  const args = [
    '-D',
    data,
    '-U',
    wanted.superuser,
    '-A',
    'scram-sha-256',
    '-E',
    'UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
  ]
  const more = ['--no-sync', '--no-instructions', `--pwfile=${password}`]
  let done = await call(binaries.initdb, [...args, '--locale=C.UTF-8', ...more], places.account)
  if (done.code !== 0 && /locale/.test(done.said)) {
    // Old systems and macOS do not know the name; the encoding and the order of texts are PostgreSQL's own either way.
    rmSync(data, { recursive: true, force: true })
    done = await call(binaries.initdb, [...args, '--locale=C', ...more], places.account)
  }
  if (done.code === 0 && !wanted.unsafeFast) {
    const method = process.platform === 'linux' ? 'syncfs' : 'fsync'
    done = await call(binaries.initdb, ['-D', data, '--sync-only', `--sync-method=${method}`], places.account)
  }
  if (done.code === 0) return
  if (/No space left|Disk quota/i.test(done.said)) throw diskFull(places.home)
  throw new CannotStart({
    zh: `无法在 ${places.home} 建立数据库：${done.said}`,
    en: `The database cannot be made in ${places.home}: ${done.said}`,
  })
}

function call(program: string, args: string[], account: Account | null): Promise<{ code: number | null; said: string }> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { ...as(account), stdio: ['ignore', 'ignore', 'pipe'] })
    let said = ''
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(-2000)))
    child.on('error', (error) => resolve({ code: null, said: error.message }))
    child.on('close', (code) => resolve({ code, said: said.trim().replaceAll(/\s*\n\s*/g, ' ') }))
  })
}

function checkCluster({ cluster, account }: Places): void {
  const major = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim()
  if (major !== '18') {
    throw new CannotStart({
      zh: `${cluster} 是 PostgreSQL ${major} 的数据，本程序自带 18。请用旧版本执行 backup，再用新版本 restore。`,
      en: `${cluster} was made by PostgreSQL ${major}; this program brings 18. Make a backup with the older version and restore it with this one.`,
    })
  }
  if (account !== null && statSync(cluster).uid !== account.uid) handOver(cluster, account)
}

/** A cluster that came from another machine belongs to a number without a name here. */
function handOver(cluster: string, account: Account): void {
  lchownSync(cluster, account.uid, account.gid)
  for (const entry of readdirSync(cluster, { withFileTypes: true, recursive: true })) {
    lchownSync(join(entry.parentPath, entry.name), account.uid, account.gid)
  }
}

function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  fsyncSync(handle)
  closeSync(handle)
}
