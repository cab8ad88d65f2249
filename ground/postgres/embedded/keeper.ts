// The keeper: a small process of its own that owns the PostgreSQL server of one data folder, started by whoever comes
// first and outliving them all. It stays while somebody holds a connection to it, starts the server again when that dies,
// and stops it when everybody has gone: so nothing is left behind by a killed server or a forgotten command.

import { appendFileSync, existsSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { binariesFor } from './binaries.ts'
import { CannotStart } from '#ground/kernel/cannot-start.ts'
import { ensureCluster } from './cluster.ts'
import { openLeases } from './leases.ts'
import type { Leases } from './leases.ts'
import { takeLock } from './lock.ts'
import { findRunning, halt, launch } from './postmaster.ts'
import type { Running, Start } from './postmaster.ts'
import { diskFull, give, giveToOwner, makePrivate, removeSocketFolder, settle, socketFolders } from './places.ts'
import type { Places } from './places.ts'
import { pipeName } from './wire.ts'
import type { Birth, Order } from './wire.ts'

const crashLimit = 5
const crashWindow = 60_000
const patience = 10_000

async function keep(order: Order): Promise<void> {
  const { front } = order
  const logFile = join(front, 'keeper.log')
  const log = (line: string): void => {
    try {
      appendFileSync(logFile, `${new Date().toISOString()} [keeper ${process.pid}] ${line}\n`)
    } catch {
      // A full disk must not end the keeper, and there is nobody else to tell.
    }
  }
  let born = false
  let leases: Leases | undefined
  let socketDir: string | null = null
  try {
    if (!takeLock(front)) return await tellParent({ state: 'taken' })
    if (statSync(logFile).size > 1_000_000) truncateSync(logFile)
    const places = settle(front, log)
    const listening = await listen(places)
    leases = listening.leases
    socketDir = listening.socketDir
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => listening.leases.goDown(patience))
    process.on('SIGHUP', () => log('SIGHUP is ignored'))
    await tellParent({ state: 'listening' })
    born = true
    await serve(order, places, socketDir, leases, log)
  } catch (error) {
    const { text } = reason(error, front)
    log(error instanceof CannotStart ? text.en : String(error instanceof Error ? error.stack : error))
    if (born) leases?.announce({ state: 'failed', text })
    else await tellParent({ state: 'failed', text })
  }
  if (leases === undefined) return
  rmSync(join(front, 'keeper.address'), { force: true })
  await leases.close()
  if (socketDir !== null) removeSocketFolder(socketDir)
}

/** The life of the server: start or find it, wait for its death or our end, begin again if somebody came meanwhile. */
async function serve(order: Order, places: Places, socketDir: string | null, leases: Leases, log: (line: string) => void): Promise<void> {
  const binaries = binariesFor(places.account, log)
  const start = { places, binaries, socketDir, unsafeFast: order.unsafeFast, log }
  const crashes: number[] = []
  for (;;) {
    const found = existsSync(places.cluster) ? await findRunning(places) : null
    if (found === null) await ensureCluster(places, binaries, order, log)
    const running = found ?? (await launch(start))
    giveToOwner(places.front)
    log(`PostgreSQL ${running.pid} ${found === null ? 'started' : 'was found running'} on port ${running.port}`)
    leases.announce({ state: 'ready', port: running.port, socketDir: running.socketDir, adopted: found !== null })
    const died = await Promise.race([running.gone.then(() => true), leases.ending().then(() => false)])
    leases.announce({ state: 'starting' })
    if (!died) {
      await stop(running, start, leases)
      if (leases.final() || leases.count() === 0) return
      continue
    }
    log(`PostgreSQL ${running.pid} has ended unasked`)
    if (leases.count() === 0) return
    crashes.push(Date.now())
    if (crashes.filter((at) => at > Date.now() - crashWindow).length >= crashLimit) throw tooManyCrashes(places)
  }
}

async function stop(running: Running, { places, binaries, log }: Start, leases: Leases): Promise<void> {
  if (leases.final()) leases.announce({ state: 'closed' })
  await halt(running, places, binaries)
  log(`PostgreSQL ${running.pid} was stopped`)
  leases.down()
}

async function listen(places: Places): Promise<{ leases: Leases; socketDir: string | null }> {
  const publish = (address: string): void =>
    writeFileSync(join(places.front, 'keeper.address'), `${address}\n${process.pid}\n`, { mode: 0o600 })
  if (process.platform === 'win32') {
    const leases = await openLeases(pipeName(places.front))
    publish(pipeName(places.front))
    return { leases, socketDir: null }
  }
  let last: unknown
  for (const folder of socketFolders(places)) {
    try {
      makePrivate(folder, places.account)
      const address = join(folder, 'keeper.sock')
      const leases = await openLeases(address)
      give(address, places.account)
      publish(address)
      return { leases, socketDir: folder }
    } catch (error) {
      last = error
    }
  }
  throw last
}

function reason(error: unknown, front: string): CannotStart {
  if (error instanceof CannotStart) return error
  if ((error as NodeJS.ErrnoException).code === 'ENOSPC') return diskFull(front, error)
  const said = String(error)
  return new CannotStart({ zh: `数据库守护进程出错：${said}`, en: `The database's keeper failed: ${said}` })
}

function tooManyCrashes({ cluster }: Places): CannotStart {
  return new CannotStart({
    zh: `内置数据库在一分钟内多次异常退出，已停止重启。请查看 ${join(cluster, 'log')} 中的日志。`,
    en: `The embedded database ended several times within a minute and is not started again. See its log in ${join(cluster, 'log')}.`,
  })
}

function tellParent(birth: Birth): Promise<void> {
  return new Promise((resolve) => {
    if (process.send === undefined || !process.connected) return resolve()
    process.send(birth, undefined, undefined, () => {
      if (process.connected) process.disconnect()
      resolve()
    })
  })
}

process.umask(0o022)
process.once('message', (order) => {
  void keep(order as Order).finally(() => process.exit(0))
})
