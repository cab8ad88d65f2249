// Stored files inside a backup: the part `stored files`, one line a piece: hash, offset, base64. Lines like all others, so
// that the digests and the seal of the backup cover them.

import type { Client } from 'pg'
import { FileGone } from '#ground/files/store.ts'
import type { FileStore } from '#ground/files/store.ts'
import type { Problem } from '#ground/kernel/problem.ts'
import { Damaged } from './backup-reader.ts'
import { namedFiles } from './named-files.ts'

export const storedFiles = 'stored files'
export const fileColumns = ['hash', 'offset', 'base64']

export interface CarriedFiles {
  carried: number
  bytes: number
  /** Spoken of by a record and not in the store; `verify` names them. */
  missing: number
}

/** Lines of all files that the records of this snapshot speak of; `counts` is filled on the way. */
export async function* fileLines(client: Client, files: FileStore, counts: CarriedFiles): AsyncGenerator<Buffer> {
  for await (const hash of (await namedFiles(client)).hashes()) {
    let offset = 0
    try {
      for await (const piece of files.read(hash)) {
        yield Buffer.from(`${hash}\t${offset}\t${Buffer.from(piece).toString('base64')}\n`)
        offset += piece.length
      }
      counts.carried += 1
      counts.bytes += offset
    } catch (error) {
      if (!(error instanceof FileGone)) throw error
      counts.missing += 1
    }
  }
}

interface Piece {
  readonly hash: string
  readonly bytes: Buffer
}

async function* pieces(rows: AsyncIterable<Buffer>): AsyncGenerator<Piece> {
  for await (const chunk of rows) {
    for (let at = 0; at < chunk.length;) {
      const end = chunk.indexOf(10, at)
      const [hash = '', , base64 = ''] = chunk.toString('latin1', at, end).split('\t')
      if (!/^[0-9a-f]{64}$/.test(hash)) throw new Damaged(storedFiles)
      yield { hash, bytes: Buffer.from(base64, 'base64') }
      at = end + 1
    }
  }
}

/** The disk takes no more: thrown to undo the restore, returned as a value outside. */
export class DiskRefused extends Error {
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.title.en)
    this.problem = problem
  }
}

export interface RestoredFiles {
  restored: number
  /** Damaged in the store already when the backup was made: left out. */
  damaged: number
  /** Those that were not there before, to be taken away again when the restore fails. */
  readonly fresh: string[]
}

/** Puts the files of a part into the store; throws DiskRefused when it takes no more. */
export async function putFiles(rows: AsyncIterable<Buffer>, files: FileStore, counts: RestoredFiles): Promise<void> {
  const source = pieces(rows)
  let next = await source.next()
  while (next.done !== true) {
    const { hash } = next.value
    const content = async function* (): AsyncGenerator<Uint8Array> {
      while (next.done !== true && next.value.hash === hash) {
        yield next.value.bytes
        next = await source.next()
      }
    }
    const known = (await files.size(hash)) !== null
    const stored = await files.put(content())
    if (!stored.ok) throw new DiskRefused(stored.problem)
    if (stored.value.hash === hash) counts.restored += 1
    else {
      counts.damaged += 1
      await files.remove(stored.value.hash)
    }
    if (!known && stored.value.hash === hash) counts.fresh.push(hash)
  }
}
