// Starting, finding again and stopping one PostgreSQL server. Whoever calls holds the keeper's lock: nobody else starts one.

import { spawn, spawnSync } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { existsSync, openSync, closeSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Binaries } from './binaries.ts'
import { CannotStart } from '#ground/kernel/cannot-start.ts'
import { as } from './cluster.ts'
import { listenTo } from './last-words.ts'
import { diskFull } from './places.ts'
import type { Places } from './places.ts'
import { isAlive, isPostgresOf, readPostmasterFile } from './postmaster-file.ts'
import { settings } from './settings.ts'

export interface Running {
  readonly pid: number
  readonly port: number
  readonly socketDir: string | null
  /** Resolves when the server is no more, for whatever reason. */
  readonly gone: Promise<void>
}

export interface Start {
  readonly places: Places
  readonly binaries: Binaries
  readonly socketDir: string | null
  readonly unsafeFast: boolean
  readonly log: (line: string) => void
}

/** A server that already runs on this cluster, once it takes connections; null when there is none. */
export async function findRunning({ cluster }: Pick<Places, 'cluster'>): Promise<Running | null> {
  for (;;) {
    const file = readPostmasterFile(cluster)
    if (file === null || !isPostgresOf(cluster, file.pid)) return null
    if (file.status === 'ready') return { ...file, gone: watch(cluster, file.pid) }
    await pause(20)
  }
}

/** Starts a server and waits until it takes connections. */
export async function launch(start: Start): Promise<Running> {
  const { cluster } = start.places
  clearStale(start)
  let port = await freeAgain(rememberedPort(start.places))
  for (let attempt = 1; ; attempt += 1) {
    const lastWords = listenTo(start.places)
    const running = await tryLaunch(start, port)
    if (running !== null) {
      rememberPort(start.places, port)
      return running
    }
    const said = await lastWords()
    if (attempt < 100 && /pre-existing shared memory block|lock file "postmaster\.pid"|is being used by another/i.test(said)) {
      // What a killed server left behind is still dying.
      await pause(100)
      clearStale(start)
    } else if (attempt < 100 && /could not (?:bind|create any TCP)|Address already in use/i.test(said)) port = await freePort(port + 1)
    else if (/No space left|Disk quota/i.test(said)) throw diskFull(cluster)
    else throw cannot(cluster, said)
  }
}

/** Stops a server: fast, then at once, then by force. */
export async function halt(running: Running, { cluster }: Pick<Places, 'cluster'>, binaries?: Pick<Binaries, 'pgCtl'>): Promise<void> {
  for (const [signal, mode, wait] of [
    ['SIGINT', 'fast', 30_000],
    ['SIGQUIT', 'immediate', 5_000],
    ['SIGKILL', 'kill', 5_000],
  ] as const) {
    if (!isPostgresOf(cluster, running.pid)) return
    if (process.platform === 'win32' && binaries !== undefined)
      spawnSync(binaries.pgCtl, ['stop', '-W', '-D', cluster, '-m', mode === 'kill' ? 'immediate' : mode])
    else process.kill(running.pid, signal)
    const late = new AbortController()
    const gone = await Promise.race([running.gone.then(() => true), pause(wait, false, { signal: late.signal }).catch(() => false)])
    late.abort()
    if (gone) return
  }
}

async function tryLaunch({ places, binaries, socketDir, unsafeFast }: Start, port: number): Promise<Running | null> {
  const { cluster, account, front } = places
  const args = Object.entries(settings({ port, socketDir, unsafeFast })).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const output = openSync(join(front, 'keeper.log'), 'a')
  const child = spawn(binaries.postgres, ['-D', cluster, ...args], { ...as(account), stdio: ['ignore', output, output] })
  closeSync(output)
  const gone = ended(child)
  let over = false
  void gone.then(() => (over = true))
  for (;;) {
    const file = readPostmasterFile(cluster)
    if (over || child.pid === undefined) return null
    if (file !== null && file.pid === child.pid && file.status === 'ready') return { ...file, gone }
    await Promise.race([pause(5), gone])
  }
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.once('error', () => resolve())
  })
}

/** A server that is not our child sends no signal when it ends: look every now and then. */
async function watch(cluster: string, pid: number): Promise<void> {
  const lives = (): boolean => (process.platform === 'linux' ? isPostgresOf(cluster, pid) : isAlive(pid))
  while (lives()) await pause(200, undefined, { ref: false })
}

/**
 * PostgreSQL itself clears files whose process is gone; it gives up when the number went to another process of its account,
 * or when nobody has yet taken note of the killed one's end. The folder of the sockets is ours alone.
 */
function clearStale({ places, socketDir, log }: Start): void {
  const left = socketDir === null ? [] : readdirSync(socketDir).filter((name) => name.startsWith('.s.PGSQL.'))
  for (const name of left) rmSync(join(socketDir ?? '', name), { force: true })
  const file = readPostmasterFile(places.cluster)
  if (file === null || !isAlive(file.pid) || isPostgresOf(places.cluster, file.pid)) return
  log(`postmaster.pid names process ${file.pid}, which is no PostgreSQL of this cluster; the file is removed`)
  rmSync(join(places.cluster, 'postmaster.pid'), { force: true })
}

function rememberedPort({ front }: Places): number {
  const file = join(front, 'port')
  const port = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0
  // Below the range systems take for outgoing connections, so that the port is likely to be free the next time, too.
  return port > 0 ? port : 15_432 + Math.floor(Math.random() * 10_000)
}

function rememberPort({ front }: Places, port: number): void {
  try {
    writeFileSync(join(front, 'port'), `${port}\n`)
  } catch {
    // Forgetting it costs nothing but another number the next time.
  }
}

/**
 * The port it had, if it can be had: the last children of a killed server hold it until they notice, and who has its number
 * written down looks for it there.
 */
async function freeAgain(port: number): Promise<number> {
  for (let look = 0; look < 50; look += 1) {
    if (await isFree(port)) return port
    await pause(100)
  }
  return freePort(port)
}

async function freePort(first: number): Promise<number> {
  for (let port = first; ; port = port >= 32_000 ? 15_432 : port + 1) if (await isFree(port)) return port
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => server.close(() => resolve(true)))
  })
}

function cannot(cluster: string, said: string): CannotStart {
  return new CannotStart({
    zh: `内置数据库没有启动：${said || '没有留下说明'}。日志在 ${join(cluster, 'log')}。`,
    en: `The embedded database did not start: ${said || 'it gave no reason'}. Its log is in ${join(cluster, 'log')}.`,
  })
}
