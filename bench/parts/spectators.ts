// Spectators of a hall over bare sockets: each hears the live stream and asks for the picture when something happened, as
// the stage's page does; the wait is from the act's own time until the picture asked for after it has come.

import { connect } from 'node:net'
import { good, openLine, requestText } from '../http-line.ts'
import type { HttpLine } from '../http-line.ts'

const places = 30_001
const headEnd = '\r\n\r\n'

interface Given {
  readonly port: number
  readonly devices: readonly string[]
  /** Differs between processes, so that every spectator comes from an address of its own. */
  readonly network: number
}

let histogram: number[] = []
let received = 0
let living = 0

const event = /data: \{"id"[^\n]*"verb":"present"[^\n]*"at":"([^"]+)"/g

async function watch(given: Given, device: string, nth: number): Promise<void> {
  const address = `10.${given.network}.${Math.floor(nth / 250)}.${(nth % 250) + 1}`
  const headers = { cookie: `lx-seat=${device}`, 'x-forwarded-for': address }
  const line: HttpLine = await openLine(given.port)
  const picture = requestText({ method: 'GET', path: '/api/v1/rounds/seat/stage', headers })
  let pending: number[] = []
  let asking = false
  const ask = async (): Promise<void> => {
    if (asking) return
    asking = true
    while (pending.length > 0) {
      const answered = pending
      pending = []
      good(await line.ask(picture))
      const now = Date.now()
      for (const at of answered) {
        const place = Math.min(Math.max(0, now - at), places - 1)
        histogram[place] = (histogram[place] ?? 0) + 1
        received += 1
      }
    }
    asking = false
  }
  const socket = connect({ port: given.port, host: '127.0.0.1' })
  const begun = Promise.withResolvers<void>()
  let rest = ''
  socket.once('error', begun.reject)
  socket.once('close', () => {
    living -= 1
    begun.reject(new Error('a stream was closed before it began'))
  })
  socket.on('connect', () => {
    living += 1
    socket.write(requestText({ method: 'GET', path: '/api/v1/live', headers }))
  })
  socket.on('data', (bytes: Buffer) => {
    const text = rest + bytes.toString('latin1')
    const end = text.lastIndexOf('\n\n')
    rest = end < 0 ? text : text.slice(end + 2)
    if (text.includes(headEnd) && !text.startsWith('HTTP/1.1 200') && text.startsWith('HTTP'))
      begun.reject(new Error(`no stream: ${text.slice(0, 200)}`))
    if (end < 0) return
    begun.resolve()
    for (const [, at] of text.slice(0, end + 2).matchAll(event)) pending.push(Date.parse(at ?? ''))
    if (pending.length > 0)
      ask().catch((error: unknown) => {
        process.stderr.write(`${String(error)}\n`)
        socket.destroy()
      })
  })
  await begun.promise
}

/** Seats them some at a time. */
export async function open(given: Given): Promise<void> {
  const together = 25
  for (let first = 0; first < given.devices.length; first += together)
    await Promise.all(given.devices.slice(first, first + together).map((device, nth) => watch(given, device, first + nth)))
}

/** Forgets what was seen so far. */
export function begin(): Promise<void> {
  histogram = Array.from({ length: places }, () => 0)
  received = 0
  return Promise.resolve()
}

/** A histogram of whole milliseconds, how many pictures came, how many streams live. */
export function heard(): Promise<{ readonly histogram: readonly number[]; readonly received: number; readonly living: number }> {
  return Promise.resolve({ histogram, received, living })
}
