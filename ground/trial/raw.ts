// Bytes over a bare socket, for tests of what no HTTP client would send.

import { once } from 'node:events'
import { connect } from 'node:net'

/** The port of a server's address. */
export const portOf = (url: string): number => Number(new URL(url).port)

/** Writes text to a fresh connection and reads until the server closes it. */
export async function sendRaw(port: number, text: string): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  let heard = ''
  socket.setEncoding('utf8').on('data', (chunk: string) => (heard += chunk))
  socket.on('error', () => {})
  socket.write(text)
  await once(socket, 'close')
  return heard
}

/** The status of a raw answer; 0 when there is none. */
export const statusOf = (answer: string): number => Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1] ?? 0)
