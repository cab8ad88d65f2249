// Listeners of the live stream over bare sockets: they read what the server writes and note how long after its own time
// each event has arrived. The clock is the machine's one clock, which both processes read.

import { connect } from 'node:net'
import type { Socket } from 'node:net'

const places = 30_001

interface Given {
  readonly port: number
  readonly count: number
  readonly path: string
  readonly tokens: readonly string[]
  /** Differs between processes, so that every listener comes from an address of its own. */
  readonly network: number
}

let histogram: number[] = []
let received = 0
const sockets: Socket[] = []

const times = new Map<string, number>()

/** An event's time in milliseconds; the same text comes thousands of times. */
function timeOf(text: string): number {
  const known = times.get(text)
  if (known !== undefined) return known
  const time = Date.parse(text)
  times.set(text, time)
  return time
}

const mark = '"at":"'

function note(text: string): void {
  const now = Date.now()
  for (let from = text.indexOf('data: {"id"'); from >= 0; from = text.indexOf('data: {"id"', from + 1)) {
    const at = text.indexOf(mark, from)
    if (at < 0) return
    const waited = Math.max(0, now - timeOf(text.slice(at + mark.length, at + mark.length + 24)))
    const place = Math.min(waited, places - 1)
    histogram[place] = (histogram[place] ?? 0) + 1
    received += 1
  }
}

function listen(given: Given, nth: number): Promise<Socket> {
  const socket = connect({ port: given.port, host: '127.0.0.1' })
  const address = `10.${given.network}.${Math.floor(nth / 250)}.${(nth % 250) + 1}`
  const token = given.tokens[nth % given.tokens.length] ?? ''
  return new Promise((resolve, reject) => {
    let rest = ''
    let begun = false
    socket.once('error', reject)
    socket.once('close', () => reject(new Error('a stream was closed before it began')))
    socket.on('connect', () =>
      socket.write(`GET ${given.path} HTTP/1.1\r\nhost: bench\r\ncookie: lx-session=${token}\r\nx-forwarded-for: ${address}\r\n\r\n`),
    )
    socket.on('data', (bytes: Buffer) => {
      // Frames end with an empty line; what is cut off waits for its other half.
      const text = rest + bytes.toString('latin1')
      const end = text.lastIndexOf('\n\n')
      rest = end < 0 ? text : text.slice(end + 2)
      if (end < 0) return
      if (!begun && !text.startsWith('HTTP/1.1 200')) {
        socket.destroy(new Error(`no stream: ${text.slice(0, 200)}`))
        return
      }
      note(text.slice(0, end + 2))
      if (!begun) resolve(socket)
      begun = true
    })
  })
}

/** Opens the streams some at a time; done when each has said its first word. */
export async function open(given: Given): Promise<void> {
  const together = 50
  for (let first = 0; first < given.count; first += together) {
    const some = Array.from({ length: Math.min(together, given.count - first) }, (_none, nth) => listen(given, first + nth))
    sockets.push(...(await Promise.all(some)))
  }
}

/** Forgets what was heard so far. */
export function begin(): Promise<void> {
  histogram = Array.from({ length: places }, () => 0)
  received = 0
  return Promise.resolve()
}

/** What was heard since: a histogram of whole milliseconds, how many events, and how many streams still live. */
export function heard(): Promise<{ readonly histogram: readonly number[]; readonly received: number; readonly living: number }> {
  return Promise.resolve({ histogram, received, living: sockets.filter((socket) => !socket.destroyed).length })
}
