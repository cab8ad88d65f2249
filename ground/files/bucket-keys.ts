// What the bucket's files and its drafts share: the keys of files, reading into one piece, and a store that is gone as a
// refusal.

import { ok, refuse } from '#ground/kernel/result.ts'
import type { Result } from '#ground/kernel/result.ts'
import { problemOfStore } from './problems.ts'
import { isHash } from './store.ts'

/** What is put in one piece lies in memory meanwhile: the largest file that is evidence, and views. */
const mostInMemory = 128 * 1024 * 1024

/** Work on the bucket; a store that is gone is an expected refusal. */
export async function reaching<T>(work: () => Promise<T>): Promise<Result<T>> {
  try {
    return ok(await work())
  } catch (error) {
    const problem = problemOfStore(error)
    if (problem === null) throw error
    return refuse(problem)
  }
}

/** Reads a stream of bytes into one piece. */
export async function wholeOf(content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  let bytes = 0
  for await (const piece of content) {
    bytes += piece.length
    if (bytes > mostInMemory) throw new Error('a file is too large to be put into a bucket in one piece')
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}

/** The key of a stored file. */
export function keyOf(hash: string): string {
  if (!isHash(hash)) throw new Error('a file is named by its SHA-256')
  return `files/${hash.slice(0, 2)}/${hash.slice(2, 4)}/${hash}`
}
