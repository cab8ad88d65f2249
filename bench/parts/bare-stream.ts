// The limit of live events: a plain Node server that writes as many frames of the same size to as many streams by the
// clock, with no database, session or permission.

import { createServer } from 'node:http'
import type { Server, ServerResponse } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'

const open = new Set<ServerResponse>()
let server: Server | null = null

const frame = (at: string): string => {
  const id = '00000000-0000-7000-8000-000000000000'
  const data = JSON.stringify({ id, room: 'units', verb: 'linkOfficer', subject: `linked-officer:${id}`, unit: '990101001001', at })
  return `id: ${id}\ndata: ${data}\n\n`
}

/** Listens on a free port. */
export function start(): Promise<number> {
  const made = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store' })
    response.write(`event: beat\ndata: {"at":"${new Date().toISOString()}"}\n\n`)
    open.add(response)
    response.on('close', () => open.delete(response))
  })
  server = made
  return new Promise((resolve) => {
    made.listen(0, '127.0.0.1', () => {
      const address = made.address()
      resolve(typeof address === 'object' && address !== null ? address.port : 0)
    })
  })
}

/** Writes to everybody, `rate` times a second. */
export async function send(given: { readonly rate: number; readonly seconds: number }): Promise<void> {
  const started = performance.now()
  for (let nth = 0; nth < given.rate * given.seconds; nth += 1) {
    await pause(Math.max(0, started + (nth * 1000) / given.rate - performance.now()))
    const text = frame(new Date().toISOString())
    for (const response of open) response.write(text)
  }
}

export function stop(): Promise<void> {
  server?.closeAllConnections()
  server?.close()
  return Promise.resolve()
}
