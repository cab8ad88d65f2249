// Checks the store of files: every file that a record speaks of is read and hashed again. Files that no record speaks of are
// counted and left alone: an upload may be about to be recorded.

import { createHash } from 'node:crypto'
import type { Client } from 'pg'
import { FileGone } from '#ground/files/store.ts'
import type { FileStore } from '#ground/files/store.ts'
import { namedFiles } from './named-files.ts'

export interface FilesReport {
  readonly checked: number
  readonly bytes: number
  /** In the store, but no record speaks of them. */
  readonly unnamed: number
}

export interface FileFault {
  readonly hash: string
  readonly kind: 'file-missing' | 'file-changed'
}

/** The file's hash as it is now; null when it is not there. */
async function readAgain(files: FileStore, hash: string): Promise<{ hash: string; bytes: number } | null> {
  const digest = createHash('sha256')
  let bytes = 0
  try {
    for await (const piece of files.read(hash)) {
      digest.update(piece)
      bytes += piece.length
    }
  } catch (error) {
    if (error instanceof FileGone) return null
    throw error
  }
  return { hash: digest.digest('hex'), bytes }
}

/** Reads every file of the instance once. */
export async function verifyFiles(
  client: Client,
  files: FileStore,
  progress?: (done: number, total: number) => void,
): Promise<FilesReport & { readonly faults: readonly FileFault[] }> {
  await client.query('begin isolation level repeatable read read only')
  try {
    const named = await namedFiles(client)
    const stored = files.list()[Symbol.asyncIterator]()
    let next = await stored.next()
    let [checked, bytes, unnamed] = [0, 0, 0]
    const faults: FileFault[] = []
    // Both lists are in order, so one walk over the two finds what stands in one alone.
    const pass = async (isBefore: (hash: string) => boolean): Promise<void> => {
      for (; next.done !== true && isBefore(next.value); next = await stored.next()) unnamed += 1
    }
    for await (const hash of named.hashes()) {
      await pass((other) => other < hash)
      if (next.value === hash) next = await stored.next()
      const now = await readAgain(files, hash)
      if (now === null) faults.push({ hash, kind: 'file-missing' })
      else if (now.hash !== hash) faults.push({ hash, kind: 'file-changed' })
      checked += 1
      bytes += now?.bytes ?? 0
      progress?.(checked, named.count)
    }
    await pass(() => true)
    return { checked, bytes, unnamed, faults }
  } finally {
    await client.query('rollback')
  }
}
