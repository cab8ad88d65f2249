// Files that are still arriving, one each under drafts/. A chunk counts only once it is forced to disk; a write that the
// disk refuses is cut off again, so that the draft's length is always what was acknowledged.

import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { isId } from '#ground/kernel/ids.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import { makeFolder, problemOfDisk, syncFolder } from './durable.ts'
import type { Drafts, StoredFile } from './store.ts'

export interface DraftsIn {
  readonly folder: string
  /** Where a finished draft goes; its folder is made. */
  place(hash: string): Promise<string>
  known(hash: string): Promise<number | null>
  /** Whether so many bytes more still leave the room that the disk must keep. */
  hasRoom(bytes: number): Promise<boolean>
}

const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT'

/** Reads a part of a file; empty when the file is not there. */
export async function readPart(path: string, offset: number, length: number): Promise<Uint8Array | null> {
  let handle: FileHandle
  try {
    handle = await open(path, 'r')
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
  try {
    const bytes = new Uint8Array(length)
    let filled = 0
    while (filled < length) {
      const { bytesRead } = await handle.read(bytes, filled, length - filled, offset + filled)
      if (bytesRead === 0) break
      filled += bytesRead
    }
    return bytes.subarray(0, filled)
  } finally {
    await handle.close()
  }
}

/** Bytes of a file; null when it is not there. */
export async function sizeOf(path: string): Promise<number | null> {
  try {
    return (await stat(path)).size
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

async function openForWriting(path: string, folder: string): Promise<FileHandle> {
  try {
    return await open(path, 'r+')
  } catch (error) {
    if (!isMissing(error)) throw error
  }
  await makeFolder(folder)
  const handle = await open(path, 'w+', 0o600)
  await syncFolder(folder)
  return handle
}

async function writeAll(handle: FileHandle, offset: number, bytes: Uint8Array): Promise<void> {
  for (let done = 0; done < bytes.length;) {
    const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, offset + done)
    done += bytesWritten
  }
  await handle.datasync()
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const piece of createReadStream(path, { highWaterMark: 1 << 20 })) hash.update(piece as Buffer)
  return hash.digest('hex')
}

/** Drafts in a folder. */
export function folderDrafts({ folder, place, known, hasRoom }: DraftsIn): Drafts {
  const pathOf = (id: string): string => {
    if (!isId(id)) throw new Error('the id of a draft is a UUID')
    return join(folder, `${id}.part`)
  }
  /** Says after the draft has gone that its bytes were those declared. */
  const provedBy = (id: string): string => `${pathOf(id)}.proved`
  const drafts: Drafts = {
    size: async (id) => (await sizeOf(pathOf(id))) ?? 0,
    part: async (id, offset, length) => (await readPart(pathOf(id), offset, length)) ?? new Uint8Array(),
    write: async (id, offset, bytes) => {
      let handle: FileHandle | undefined
      try {
        if (!(await hasRoom(bytes.length))) throw Object.assign(new Error('the disk must keep some room'), { code: 'ENOSPC' })
        handle = await openForWriting(pathOf(id), folder)
        if ((await handle.stat()).size < offset) throw new Error(`draft ${id} ends before ${offset}`)
        await writeAll(handle, offset, bytes)
        return ok()
      } catch (error) {
        const problem = problemOfDisk(error)
        if (problem === null) throw error
        await handle?.truncate(offset).catch(() => {})
        return refuse(problem)
      } finally {
        await handle?.close()
      }
    },
    finish: async (id, declared: StoredFile) => {
      const path = pathOf(id)
      const bytes = await sizeOf(path)
      // A repeat whose first answer was lost. That the store has such a file proves nothing: another may have sent it.
      if (bytes === null) {
        const proved = await readFile(provedBy(id), 'utf8').catch(() => '')
        return ok(proved === declared.hash && (await known(declared.hash)) === declared.bytes ? declared : null)
      }
      if (bytes !== declared.bytes || (await hashOf(path)) !== declared.hash) {
        await drafts.remove(id)
        return ok(null)
      }
      try {
        await writeFile(provedBy(id), declared.hash, { mode: 0o600, flush: true })
        const target = await place(declared.hash)
        await rename(path, target)
        await syncFolder(dirname(target))
        await syncFolder(folder)
        return ok(declared)
      } catch (error) {
        const problem = problemOfDisk(error)
        if (problem === null) throw error
        return refuse(problem)
      }
    },
    remove: (id) => rm(pathOf(id), { force: true }),
    removeOlder: async (than) => {
      let removed = 0
      for (const name of await readdir(folder).catch(() => [])) {
        const path = join(folder, name)
        const there = await stat(path).catch(() => null)
        if (there === null || there.mtime >= than) continue
        await rm(path, { force: true })
        removed += 1
      }
      return removed
    },
  }
  return drafts
}
