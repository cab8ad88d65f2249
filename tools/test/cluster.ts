// A private PostgreSQL of Debian's package for one test run: own folder, own port, own password, gone afterwards.
// The server refuses to run as root, so root hands it to the account `postgres` (or `nobody`).

import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface Cluster {
  readonly url: string
  readonly version: string
  stop(): Promise<void>
}

const packages = '/usr/lib/postgresql'
const owner = 'liangxing_owner'

/** The folder of the oldest server program that is new enough: the floor is what this run is there to prove. */
export function findServer(folder = packages): string | null {
  const versions = existsSync(folder) ? readdirSync(folder).map(Number) : []
  const fit = versions.filter((version) => version >= 15 && existsSync(join(folder, String(version), 'bin', 'postgres')))
  return fit.length === 0 ? null : join(folder, String(Math.min(...fit)), 'bin')
}

function account(): { uid: number; gid: number } | Record<string, never> {
  if (process.getuid?.() !== 0) return {}
  for (const name of ['postgres', 'nobody']) {
    const fields = readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .find((line) => line.startsWith(`${name}:`))
      ?.split(':')
    if (fields !== undefined) return { uid: Number(fields[2]), gid: Number(fields[3]) }
  }
  throw new Error('no account to run PostgreSQL as: it refuses to run as root')
}

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}

function ready(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let log = ''
    child.stderr?.on('data', (chunk: Buffer) => {
      log += chunk.toString('utf8')
      if (log.includes('ready to accept connections')) resolve()
    })
    child.once('error', reject)
    child.once('exit', () => reject(new Error(`PostgreSQL did not start:\n${log}`)))
  })
}

/** Makes and starts a cluster with the programs in `bin`. */
export async function startCluster(bin: string): Promise<Cluster> {
  const who = account()
  const folder = mkdtempSync(join(tmpdir(), 'liangxing-postgres-'))
  const password = randomBytes(18).toString('hex')
  const passwordFile = join(folder, 'password')
  writeFileSync(passwordFile, `${password}\n`)
  if ('uid' in who) for (const path of [folder, passwordFile]) chownSync(path, who.uid, who.gid)
  const data = join(folder, 'cluster')
  // A clean environment and its own folder: the account may not enter the one we stand in.
  const options = { ...who, cwd: folder, env: { PATH: process.env['PATH'] ?? '', LANG: 'C.UTF-8', TZ: 'UTC' } }
  const made = spawnSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', owner, '--auth=scram-sha-256', `--pwfile=${passwordFile}`, '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync'],
    { ...options, encoding: 'utf8' },
  )
  if (made.status !== 0) throw new Error(`initdb failed:\n${made.stdout ?? ''}${made.stderr ?? ''}${made.error?.message ?? ''}`)
  const port = await freePort()
  const settings = [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    `unix_socket_directories=${folder}`,
    'fsync=off',
    'max_connections=200',
    'log_timezone=UTC',
    'lc_messages=C',
  ]
  const child = spawn(join(bin, 'postgres'), ['-D', data, ...settings.flatMap((setting) => ['-c', setting])], {
    ...options,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const remove = (): void => rmSync(folder, { recursive: true, force: true })
  process.once('exit', () => {
    child.kill('SIGQUIT')
    remove()
  })
  await ready(child)
  child.stderr?.resume()
  const version = readFileSync(join(data, 'PG_VERSION'), 'utf8').trim()
  const stop = async (): Promise<void> => {
    child.kill('SIGINT')
    await ended
    remove()
  }
  return { url: `postgres://${owner}:${password}@127.0.0.1:${port}/postgres`, version, stop }
}
