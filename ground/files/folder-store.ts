// Files in a folder: files/ab/cd/<hash>. Written under another name first, forced to disk and then renamed, so that what
// has its name is whole. Renamed over an older copy, too: the same bytes, and a damaged copy is mended by the way.

import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, readdir, rename, rm, statfs } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { ok, refuse } from '#ground/kernel/result.ts'
import { makeFolder, problemOfDisk, syncFolder } from './durable.ts'
import { folderDrafts, readPart, sizeOf } from './folder-drafts.ts'
import { FileGone, isHash } from './store.ts'
import type { FileStore } from './store.ts'

/** What the disk keeps for the database and the system, which stop when it is full to the last byte. */
const usualReserve = 256 * 1024 * 1024

export interface FolderStoreOptions {
  readonly folder: string
  /** Free bytes below which nothing more is taken in. */
  readonly reserve?: number
}

const missing = (hash: string) => (error: unknown) => {
  throw (error as NodeJS.ErrnoException).code === 'ENOENT' ? new FileGone(hash, error) : error
}

const sorted = async (folder: string, form: RegExp): Promise<string[]> =>
  (await readdir(folder).catch(() => [])).filter((name) => form.test(name)).toSorted()

/** Opens the store; its folders are made when the first file comes. */
export function folderStore({ folder, reserve = usualReserve }: FolderStoreOptions): FileStore {
  const pathOf = (hash: string): string => {
    if (!isHash(hash)) throw new Error('a file is named by its SHA-256')
    return join(folder, hash.slice(0, 2), hash.slice(2, 4), hash)
  }
  const place = async (hash: string): Promise<string> => {
    const path = pathOf(hash)
    await makeFolder(dirname(path))
    return path
  }
  const hasRoom = async (bytes: number): Promise<boolean> => {
    await makeFolder(folder)
    const { bavail, bsize } = await statfs(folder)
    return bavail * bsize - bytes >= reserve
  }
  const size = (hash: string): Promise<number | null> => sizeOf(pathOf(hash))
  const incoming = join(folder, 'incoming')
  return {
    size,
    read: async function* (hash) {
      const stream = createReadStream(pathOf(hash), { highWaterMark: 1 << 18 })
      try {
        for await (const piece of stream) yield piece as Buffer
      } catch (error) {
        missing(hash)(error)
      } finally {
        stream.destroy()
      }
    },
    part: async (hash, offset, length) => {
      const bytes = await readPart(pathOf(hash), offset, length)
      if (bytes === null) throw new FileGone(hash)
      return bytes
    },
    put: async (content) => {
      const draft = join(incoming, randomUUID())
      try {
        if (!(await hasRoom(0))) throw Object.assign(new Error('the disk must keep some room'), { code: 'ENOSPC' })
        await makeFolder(incoming)
        const hash = createHash('sha256')
        let bytes = 0
        const handle = await open(draft, 'wx', 0o600)
        try {
          for await (const piece of content) {
            hash.update(piece)
            bytes += piece.length
            await handle.writeFile(piece)
          }
          await handle.sync()
        } finally {
          await handle.close()
        }
        const file = { hash: hash.digest('hex'), bytes }
        const path = await place(file.hash)
        await rename(draft, path)
        await syncFolder(dirname(path))
        return ok(file)
      } catch (error) {
        await rm(draft, { force: true }).catch(() => {})
        const problem = problemOfDisk(error)
        if (problem === null) throw error
        return refuse(problem)
      }
    },
    list: async function* () {
      for (const first of await sorted(folder, /^[0-9a-f]{2}$/)) {
        for (const second of await sorted(join(folder, first), /^[0-9a-f]{2}$/)) {
          yield* await sorted(join(folder, first, second), /^[0-9a-f]{64}$/)
        }
      }
    },
    remove: (hash) => rm(pathOf(hash), { force: true }),
    drafts: folderDrafts({ folder: join(folder, 'drafts'), place, known: size, hasRoom }),
  }
}
