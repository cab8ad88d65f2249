// Who is still there. The keeper's work ends when nobody has been connected for a while, or when it is told to stop.

import { createServer } from 'node:net'
import type { Server, Socket } from 'node:net'
import { rmSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { receive, send } from './wire.ts'
import type { Ask, News } from './wire.ts'

/** How long the server outlives its last client: commands in a row should not wait for a start each. */
const linger = 1_500

export interface Leases {
  readonly count: () => number
  /** Tells every client, and every later one as soon as it connects. */
  announce(news: News): void
  /** Resolves when it is time to stop; ask anew after each stop. */
  ending(): Promise<void>
  /** True after `stop` or a signal: stop even though clients are there. */
  readonly final: () => boolean
  /** The server is to go down soon: at once when nobody is there, else when all have left or the time is over. */
  goDown(within: number): void
  /** The server is down: whoever waits for that is told. */
  down(): void
  /** Ends every connection. News of a failure waits a little for the first who has not come yet to hear it. */
  close(): Promise<void>
}

/** Listens at the address; rejects when that is not possible there. */
export async function openLeases(address: string): Promise<Leases> {
  const clients = new Set<Socket>()
  const leaving = new Set<Socket>()
  let latest: News = { state: 'starting' }
  const heard = Promise.withResolvers<void>()
  let final = false
  let going = false
  let ring: (() => void) | null = null
  let timer: NodeJS.Timeout | undefined

  const plan = (): void => {
    clearTimeout(timer)
    if (final || (clients.size === 0 && (going || leaving.size > 0))) ring?.()
    else if (clients.size === 0) timer = setTimeout(() => ring?.(), linger)
  }
  const welcome = (socket: Socket): void => {
    clients.add(socket)
    clearTimeout(timer)
    socket.on('error', () => socket.destroy())
    socket.on('close', () => {
      leaving.delete(socket)
      if (clients.delete(socket)) plan()
    })
    receive<Ask>(socket, ({ ask }) => {
      if (ask === 'stop') final = true
      clients.delete(socket)
      if (ask === 'stop' || clients.size === 0) leaving.add(socket)
      else socket.end()
      plan()
    })
    if (latest.state === 'failed') heard.resolve()
    send(socket, latest.state === 'ready' ? { ...latest, adopted: true } : latest)
  }

  const server = await listen(address, welcome)
  return {
    count: () => clients.size,
    final: () => final,
    announce(news) {
      latest = news
      if (news.state === 'failed' && clients.size > 0) heard.resolve()
      for (const socket of clients) send(socket, news)
    },
    ending() {
      return new Promise((resolve) => {
        ring = resolve
        plan()
      })
    },
    goDown(within) {
      going = true
      plan()
      setTimeout(() => {
        final = true
        plan()
      }, within).unref()
    },
    down() {
      for (const socket of leaving) {
        send(socket, { state: 'closed' })
        socket.end()
      }
      leaving.clear()
    },
    async close() {
      if (latest.state === 'failed') await Promise.race([heard.promise, pause(3_000)])
      for (const socket of [...clients, ...leaving]) socket.end()
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      await Promise.race([closed, pause(500)])
    },
  }
}

function listen(address: string, welcome: (socket: Socket) => void): Promise<Server> {
  if (process.platform !== 'win32') rmSync(address, { force: true })
  return new Promise((resolve, reject) => {
    const server = createServer(welcome)
    server.once('error', reject)
    server.listen(address, () => resolve(server))
  })
}
