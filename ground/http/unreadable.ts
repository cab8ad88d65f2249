// Answers bytes that are no HTTP request (a cut-off head, raw characters in the address) with a numbered problem
// instead of the parser's own words, and closes the connection.

import type { Duplex } from 'node:stream'
import { problemDocument } from '#ground/kernel/problem.ts'
import { problems } from './problems.ts'

/** For Fastify's `clientErrorHandler`. The asker's language is not known here: the document is Chinese. */
export function refuseUnreadable(error: Error & { code?: string }, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const body = JSON.stringify(problemDocument(problems.unreadable(), 'zh'))
  socket.end(
    `HTTP/1.1 400 Bad Request\r\ncontent-type: application/problem+json; charset=utf-8\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
  )
}
