// What a keeper and its clients say to each other: one JSON document a line. A client's open connection is its lease.

import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Socket } from 'node:net'
import { join } from 'node:path'
import type { Text } from '#ground/kernel/problem.ts'
import type { Wanted } from './cluster.ts'

/** The first message of a new keeper's parent, over the channel Node opens between them. */
export interface Order extends Wanted {
  readonly front: string
}

/** A new keeper's answer to its parent: it listens, another keeper holds the lock, or it cannot work; or it was killed before it answered. */
export type Birth =
  | { readonly state: 'listening' }
  | { readonly state: 'taken' }
  | { readonly state: 'killed'; readonly signal: string }
  | { readonly state: 'failed'; readonly text: Text }

/** What a keeper tells every client. */
export type News =
  | { readonly state: 'starting' }
  | { readonly state: 'ready'; readonly port: number; readonly socketDir: string | null; readonly adopted: boolean }
  | { readonly state: 'failed'; readonly text: Text }
  | { readonly state: 'closed' }

/** What a client asks: `leave` gives the lease back and, if it was the last, wants the end at once; `stop` ends it for everyone. */
export type Ask = { readonly ask: 'leave' } | { readonly ask: 'stop' }

export function send(socket: Socket, message: News | Ask): void {
  if (socket.writable) socket.write(`${JSON.stringify(message)}\n`)
}

/** Calls back with every whole line; lines that are no JSON of ours end the connection. */
export function receive<Message>(socket: Socket, take: (message: Message) => void): void {
  let rest = ''
  socket.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\n')
    rest = lines.pop() ?? ''
    try {
      for (const line of lines) take(JSON.parse(line) as Message)
    } catch {
      socket.destroy()
    }
  })
}

/** Where the keeper of this front listens and its process, by its own account; null when it has not written it down. */
export function readAddress(front: string): { readonly address: string; readonly pid: number } | null {
  try {
    const [address, pid] = readFileSync(join(front, 'keeper.address'), 'utf8').split('\n')
    return address && pid ? { address, pid: Number(pid) } : null
  } catch {
    return null
  }
}

/** The named pipe that stands for the socket on Windows. */
export function pipeName(front: string): string {
  return `\\\\.\\pipe\\liangxing-${createHash('sha256').update(front.toLowerCase()).digest('hex').slice(0, 24)}`
}
