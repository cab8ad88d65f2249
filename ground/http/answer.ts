// Writes answers and problems to the wire, in the reader's language.

import { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'
import { problemDocument } from '#ground/kernel/problem.ts'
import type { Language, Problem } from '#ground/kernel/problem.ts'
import type { FileAnswer } from './handler.ts'

/** Sends a problem document (RFC 9457). */
export async function sendProblem(reply: FastifyReply, problem: Problem, language: Language): Promise<void> {
  const retry = problem.retryAfter ?? (problem.status === 503 ? 2 : undefined)
  if (retry !== undefined) void reply.header('retry-after', String(retry))
  await reply
    .code(problem.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('content-language', language)
    .header('cache-control', 'no-store')
    .send(JSON.stringify(problemDocument(problem, language)))
}

/** Sends a JSON text as it stands. */
export async function sendJson(reply: FastifyReply, text: string, replayed: boolean): Promise<void> {
  if (replayed) void reply.header('idempotent-replayed', 'true')
  await reply.code(200).header('content-type', 'application/json; charset=utf-8').header('cache-control', 'no-store').send(text)
}

// A reader that takes nothing for so long would otherwise hold the file's transaction, and its connection, for ever.
const stalledMs = 60_000

/** The one range that is asked for, first and last byte; `null` for the whole, `none` when it lies outside. */
export function rangeOf(header: string | undefined, bytes: number): { first: number; last: number } | 'none' | null {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '') ?? []
  // Several ranges at once, or other units, may be answered with the whole.
  if (from === '' && to === '') return null
  const first = from === '' ? Math.max(0, bytes - Number(to)) : Number(from)
  const last = from === '' || to === '' ? bytes - 1 : Math.min(Number(to), bytes - 1)
  return first >= bytes || last < first ? 'none' : { first, last }
}

/** The part of the file that is sent, with what the answer says of it. */
function partOf(reply: FastifyReply, { file }: FileAnswer): FileAnswer['file']['body'] {
  const { ranged } = file
  if (ranged === undefined) return file.body
  void reply.header('accept-ranges', 'bytes')
  const range = rangeOf(reply.request.headers.range, ranged.bytes)
  if (range === 'none') {
    void reply.code(416).header('content-range', `bytes */${ranged.bytes}`)
    return new Uint8Array()
  }
  const { first, last } = range ?? { first: 0, last: ranged.bytes - 1 }
  void reply.header('content-length', String(last - first + 1))
  if (range !== null) void reply.code(206).header('content-range', `bytes ${first}-${last}/${ranged.bytes}`)
  return ranged.from(first, last - first + 1)
}

/** Sends a file; returns when the last byte has been taken from the source. */
export async function sendFile(reply: FastifyReply, { file }: FileAnswer): Promise<void> {
  void reply
    .code(200)
    .header('content-type', file.type)
    .header('content-disposition', `${file.shown === true ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.name)}`)
    // Whatever a browser takes it for, nothing in it runs and nothing is fetched for it.
    .header('content-security-policy', "sandbox; default-src 'none'")
    .header('cache-control', file.keepSeconds === undefined ? 'no-store' : `private, max-age=${file.keepSeconds}`)
    .header('x-content-type-options', 'nosniff')
  const body = partOf(reply, { file })
  if (body instanceof Uint8Array) {
    await reply.send(Buffer.from(body.buffer, body.byteOffset, body.byteLength))
    return
  }
  const stream = Readable.from(body)
  reply.raw.setTimeout(stalledMs, () => reply.raw.destroy())
  const finished = new Promise<void>((resolve, reject) => {
    stream.once('close', resolve)
    stream.once('error', reject)
  })
  void reply.send(stream)
  await finished
}
