// One keep-alive connection speaking HTTP/1.1 over a bare socket: cheap enough that the load is not the bottleneck.
// It understands exactly what our server sends to programs (Content-Length, no compression) and fails aloud otherwise.

import { connect } from 'node:net'
import type { Socket } from 'node:net'

export interface Said {
  readonly status: number
  readonly head: string
  readonly body: Buffer
}

export interface HttpLine {
  ask(request: string): Promise<Said>
  close(): void
}

const headEnd = Buffer.from('\r\n\r\n')

interface Waiting {
  resolve(said: Said): void
  reject(error: Error): void
}

/** Reads one answer off the front; null while it is not complete. */
export function readAnswer(bytes: Buffer): { said: Said; used: number } | null {
  const end = bytes.indexOf(headEnd)
  if (end < 0) return null
  const head = bytes.toString('latin1', 0, end)
  const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1]
  if (length === undefined) throw new Error(`an answer without a length: ${head.slice(0, 200)}`)
  const used = end + 4 + Number(length)
  if (bytes.length < used) return null
  return { said: { status: Number(head.slice(9, 12)), head, body: bytes.subarray(end + 4, used) }, used }
}

/** The text of a request; `body` is sent as JSON. */
export function requestText(given: {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}): string {
  const headers = { host: 'bench', ...given.headers }
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  const content = given.body === undefined ? '' : `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(given.body)}\r\n`
  return `${given.method} ${given.path} HTTP/1.1\r\n${lines.join('')}${content}\r\n${given.body ?? ''}`
}

/** Opens a connection to a port of this machine. One question at a time. */
export async function openLine(port: number): Promise<HttpLine> {
  const socket: Socket = connect({ port, host: '127.0.0.1', noDelay: true })
  let rest: Buffer = Buffer.alloc(0)
  let waiting: Waiting | null = null
  const fail = (error: Error): void => {
    waiting?.reject(error)
    waiting = null
  }
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve)
    socket.once('error', reject)
  })
  socket.on('error', fail)
  socket.on('close', () => fail(new Error('the server closed the connection')))
  socket.on('data', (bytes: Buffer) => {
    rest = rest.length === 0 ? bytes : Buffer.concat([rest, bytes])
    try {
      const answer = readAnswer(rest)
      if (answer === null || waiting === null) return
      rest = rest.subarray(answer.used)
      const { resolve } = waiting
      waiting = null
      resolve(answer.said)
    } catch (error) {
      fail(error as Error)
      socket.destroy()
    }
  })
  return {
    ask: (request) =>
      new Promise((resolve, reject) => {
        if (socket.destroyed) return reject(new Error('the connection is closed'))
        waiting = { resolve, reject }
        socket.write(request)
      }),
    close: () => socket.destroy(),
  }
}

/** An answer in the 200s, or a throw with its first words. */
export function good(said: Said): Said {
  if (said.status >= 200 && said.status < 300) return said
  throw new Error(`${said.status} ${said.body.toString('utf8', 0, 300)}`)
}
