// Bytes of a file, wherever they come from, counted while they pass and looked at before they are trusted:
// what a file is, its first bytes say, not its name.

import { createReadStream } from 'node:fs'
import { Readable, pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { Halt } from './limits.ts'
import { problems } from './problems.ts'

/** An upload's stream, bytes already at hand, or a file on disk. */
export type TableSource = Uint8Array | AsyncIterable<Uint8Array> | { readonly path: string }

export type Bytes = AsyncGenerator<Buffer, void, undefined>

const piece = 262_144

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

async function* chunksOf(source: TableSource): AsyncGenerator<Uint8Array> {
  if (source instanceof Uint8Array) {
    yield source
  } else if ('path' in source) {
    try {
      yield* createReadStream(source.path, { highWaterMark: piece })
    } catch (error) {
      if (['ENOENT', 'EACCES', 'EISDIR', 'EPERM', 'ENOTDIR'].includes(codeOf(error)))
        throw new Halt(problems.unreadable({ path: source.path }))
      throw error
    }
  } else {
    try {
      yield* source
    } catch (error) {
      if (['ERR_STREAM_PREMATURE_CLOSE', 'ECONNRESET', 'ABORT_ERR'].includes(codeOf(error))) throw new Halt(problems.cutOff())
      throw error
    }
  }
}

/** The source's bytes in pieces of moderate size, however they arrive; halts at the first byte beyond the limit. */
export async function* bytesOf(source: TableSource, maxBytes: number): Bytes {
  let total = 0
  for await (const chunk of chunksOf(source)) {
    total += chunk.length
    if (total > maxBytes) throw new Halt(problems.tooLarge({ limit: maxBytes }))
    for (let at = 0; at < chunk.length; at += piece) {
      yield Buffer.from(chunk.buffer, chunk.byteOffset + at, Math.min(piece, chunk.length - at))
    }
  }
}

/** Unpacks gzip while it flows; halts at the first byte beyond the limit, whatever the file claims. */
export async function* gunzip(bytes: Bytes, maxExpandedBytes: number): Bytes {
  const unpacked = createGunzip({ chunkSize: 131_072 })
  pipeline(Readable.from(bytes), unpacked, () => undefined)
  let total = 0
  try {
    for await (const chunk of unpacked as AsyncIterable<Buffer>) {
      total += chunk.length
      if (total > maxExpandedBytes) throw new Halt(problems.expandsTooFar({ limit: maxExpandedBytes }))
      yield chunk
    }
  } catch (error) {
    if (codeOf(error) === 'Z_BUF_ERROR') throw new Halt(problems.cutOff())
    if (codeOf(error).startsWith('Z_')) throw new Halt(problems.damaged())
    throw error
  }
}

/** The first bytes, and a stream that still begins with them. */
export async function peek(bytes: Bytes): Promise<{ head: Buffer; bytes: Bytes }> {
  const held: Buffer[] = []
  let length = 0
  while (length < 512) {
    const next = await bytes.next()
    if (next.done === true) break
    held.push(next.value)
    length += next.value.length
  }
  async function* rejoined(): Bytes {
    try {
      yield* held
      yield* bytes
    } finally {
      await bytes.return()
    }
  }
  return { head: Buffer.concat(held).subarray(0, 512), bytes: rejoined() }
}

/** All of it in one piece; the limit of `bytesOf` bounds it. */
export async function gather(bytes: Bytes): Promise<Buffer> {
  const held: Buffer[] = []
  for await (const chunk of bytes) held.push(chunk)
  return Buffer.concat(held)
}

export type Kind = 'csv' | 'gz' | 'zip' | 'old' | 'other'

/** What the first bytes say the file is. */
export function kindOf(head: Buffer): Kind {
  const magic = head.subarray(0, 4).toString('latin1')
  if (magic.startsWith('\x1f\x8b')) return 'gz'
  if (magic === 'PK\x03\x04') return 'zip'
  if (magic === '\xd0\xcf\x11\xe0') return 'old'
  const text = head
    .toString('latin1')
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart()
  return /^(?:PK|%PDF|\x89PNG|\xff\xd8\xff|GIF8|Rar!|7z\xbc|[<{[])/.test(text) ? 'other' : 'csv'
}
