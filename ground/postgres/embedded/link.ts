// A client's side of the keeper: find it or start it, hold the lease, and find or start another when it is killed.

import { spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { connect } from 'node:net'
import type { Socket } from 'node:net'
import { join, parse } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { CannotStart } from '#ground/kernel/cannot-start.ts'
import { readAddress, receive, send } from './wire.ts'
import type { Birth, News, Order } from './wire.ts'

export type Ready = Extract<News, { state: 'ready' }>

export interface Link {
  /** Where the server is now; changes when it had to be started again on another port. */
  readonly current: () => Ready
  /** Gives the lease back. With `wait`, the last one to leave stops the server at once and waits for that. */
  leave(wait: boolean): Promise<void>
}

const contactWithin = 60_000
/** A keeper that gave up (a full disk, a database that died too often) is followed by another after this long, then longer. */
const firstPause = 1_000
const longestPause = 30_000

/** Joins the keeper of a front, starting one when there is none, and waits until the server takes connections. */
export async function joinKeeper(order: Order, log: (line: string) => void): Promise<Link> {
  let left = false
  let gaveUp = false
  let ready: Ready | undefined
  const hear = (news: News): void => {
    gaveUp = news.state === 'failed'
    if (news.state === 'ready') ready = news
    else if (news.state === 'closed') left = true
    else if (ready !== undefined)
      log(news.state === 'failed' ? `${news.text.zh} ${news.text.en}` : 'the embedded database is being started again')
  }
  const hold = async (): Promise<Socket> => {
    const socket = await lease(order, hear)
    socket.unref()
    if (left) socket.destroy()
    else socket.once('close', () => left || void again(gaveUp ? firstPause : 0))
    return socket
  }
  const again = async (wait: number): Promise<void> => {
    await pause(wait, undefined, { ref: false })
    if (left) return
    log('the keeper of the embedded database is gone; another one is sought')
    try {
      held = await hold()
    } catch (error) {
      log(error instanceof Error ? error.message : String(error))
      void again(Math.min(2 * wait || firstPause, longestPause))
    }
  }
  let held = await hold()
  return {
    current: () => {
      if (ready === undefined) throw new Error('The keeper has not said where the server is.')
      return ready
    },
    async leave(wait) {
      left = true
      if (wait) return ask(held, 'leave')
      if (held.destroyed) return
      const closed = new Promise<void>((resolve) => held.once('close', () => resolve()))
      held.ref().end()
      await closed
    },
  }
}

/** Tells a running keeper to stop the server for everyone; false when there is no keeper. */
export async function tellToStop(front: string): Promise<boolean> {
  const socket = await reach(front)
  if (socket === null) return false
  socket.resume()
  await ask(socket, 'stop')
  return true
}

function ask(socket: Socket, what: 'leave' | 'stop'): Promise<void> {
  return new Promise((resolve) => {
    if (socket.destroyed) return resolve()
    socket.ref()
    socket.once('close', () => resolve())
    send(socket, { ask: what })
  })
}

async function lease(order: Order, hear: (news: News) => void): Promise<Socket> {
  const deadline = Date.now() + contactWithin
  let killed = 0
  while (Date.now() < deadline) {
    const socket = await reach(order.front)
    if (socket !== null && (await untilReady(socket, hear))) return socket
    if (socket !== null) continue
    const birth = await startKeeper(order)
    if (birth.state === 'failed') throw new CannotStart(birth.text)
    // Somebody ended it before it could speak: that is no fault of this start, unless it happens again and again.
    if (birth.state === 'killed' && (killed += 1) > 3) throw new CannotStart(stillborn(order.front, birth.signal).text)
    if (birth.state === 'taken') await pause(25)
  }
  throw new CannotStart({
    zh: `另一个进程占用着 ${order.front}，但没有应答。请查看 ${join(order.front, 'keeper.log')}。`,
    en: `Another process holds ${order.front} but does not answer. See ${join(order.front, 'keeper.log')}.`,
  })
}

function reach(front: string): Promise<Socket | null> {
  const keeper = readAddress(front)
  if (keeper === null) return Promise.resolve(null)
  return new Promise((resolve) => {
    const socket = connect(keeper.address)
    socket.once('error', () => resolve(null))
    socket.once('connect', () => {
      socket.removeAllListeners('error').on('error', () => socket.destroy())
      resolve(socket)
    })
  })
}

/** Passes on what the keeper says; true when the server is ready, false when the keeper ended before. */
function untilReady(socket: Socket, hear: (news: News) => void): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const ended = (): void => resolve(false)
    socket.once('close', ended)
    receive<News>(socket, (news) => {
      hear(news)
      if (news.state === 'failed') {
        reject(new CannotStart(news.text))
        socket.destroy()
      } else if (news.state === 'ready') {
        socket.removeListener('close', ended)
        resolve(true)
      }
    })
  })
}

/** Starts a keeper in a session of its own: no terminal, no pipe of ours, deaf to our Ctrl-C. */
function startKeeper(order: Order): Promise<Birth> {
  const output = openSync(join(order.front, 'keeper.log'), 'a', 0o600)
  const program = fileURLToPath(new URL('keeper.ts', import.meta.url))
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program, order.front], {
    detached: true,
    windowsHide: true,
    cwd: parse(order.front).root,
    env: keptEnvironment(),
    stdio: ['ignore', output, output, 'ipc'],
  })
  closeSync(output)
  // Only what is born is let go: were it let go before, its death could be missed, and we would end with nothing left to wait for.
  return new Promise<Birth>((resolve) => {
    child.once('message', (birth) => resolve(birth as Birth))
    child.once('error', (error) => resolve(stillborn(order.front, error.message)))
    child.once('exit', (code, signal) => resolve(signal === null ? stillborn(order.front, `exit ${code}`) : { state: 'killed', signal }))
    child.send(order, () => undefined)
  }).finally(() => child.unref())
}

function keptEnvironment(): NodeJS.ProcessEnv {
  const names = ['PATH', 'HOME', 'TMPDIR', 'XDG_CACHE_HOME', 'SystemRoot', 'TEMP', 'TMP', 'LOCALAPPDATA', 'USERPROFILE']
  return Object.fromEntries(names.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])))
}

function stillborn(front: string, why: string): Extract<Birth, { state: 'failed' }> {
  const file = join(front, 'keeper.log')
  return {
    state: 'failed',
    text: { zh: `数据库守护进程没有启动(${why})。请查看 ${file}。`, en: `The database's keeper did not start (${why}). See ${file}.` },
  }
}
