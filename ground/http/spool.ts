// A file between who writes it and who takes it. It is written as fast as the database gives it, and sent meanwhile; what the
// reader has not taken yet waits in memory, and beyond that on the disk, so a slow reader holds up no transaction. The file on
// the disk has no name from its first byte on: whatever becomes of the process, its room is free again. It leaves the disk the
// room that the database and the system need, as the store of files does: who reads too slowly for that is cut off.

import { mkdir, open, rm, statfs } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'

const inMemory = 1_048_576
const pieceSize = 256 * 1024
const reserve = 256 * 1024 * 1024
/** How much is written before the disk is looked at again. */
const lookEvery = 16 * 1024 * 1024

export interface Spool {
  /** False when nobody reads any more. */
  write(piece: Uint8Array | string): Promise<boolean>
  /** Nothing more comes; with an error where it broke off. */
  end(error?: unknown): void
  /** What was written, to be read once. */
  read(): AsyncGenerator<Uint8Array, void, undefined>
  /** Ends the reading from either side and frees what was held. */
  close(): Promise<void>
  /** Bytes that went to the disk. */
  readonly onDisk: number
}

/** A file without a name in the folder. */
async function nameless(folder: string): Promise<FileHandle> {
  const path = join(folder, randomUUID())
  const handle = await open(path, 'wx+', 0o600)
  await rm(path)
  return handle
}

/** Free bytes of the folder's disk. */
export type Free = (folder: string) => Promise<number>

const freeOn: Free = async (folder) => {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}

/** A spool whose overflow lies in the folder. */
export function openSpool(folder: string, most: number = inMemory, free: Free = freeOn): Spool {
  const waiting: Uint8Array[] = []
  let bytes = 0
  let disk: FileHandle | null = null
  let written = 0
  let lookAt = 0
  let taken = 0
  let closed = false
  const left = (): boolean => closed
  let over: { readonly error?: unknown } | null = null
  let wake = (): void => {}

  const fromDisk = async (file: FileHandle): Promise<Uint8Array> => {
    const into = new Uint8Array(Math.min(pieceSize, written - taken))
    const { bytesRead } = await file.read(into, 0, into.length, taken)
    taken += bytesRead
    return into.subarray(0, bytesRead)
  }
  const toDisk = async (piece: Uint8Array): Promise<void> => {
    if (written >= lookAt) {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      if ((await free(folder)) < reserve) throw Object.assign(new Error('the disk must keep some room'), { code: 'ENOSPC' })
      lookAt = written + lookEvery
    }
    if (disk === null) {
      const made = await nameless(folder)
      if (closed) return made.close()
      disk = made
    }
    for (let from = 0; from < piece.length && !left();) {
      const { bytesWritten } = await disk.write(piece, from, piece.length - from, written)
      from += bytesWritten
      written += bytesWritten
    }
  }

  return {
    get onDisk() {
      return written
    },
    write: async (given) => {
      const piece = typeof given === 'string' ? new TextEncoder().encode(given) : given
      if (closed) return false
      if (disk === null && bytes + piece.length <= most) {
        waiting.push(piece)
        bytes += piece.length
      } else await toDisk(piece)
      wake()
      return !closed
    },
    end: (error) => {
      over ??= error === undefined ? {} : { error }
      wake()
    },
    read: async function* () {
      while (!left()) {
        // What broke off is told at once: half a file is none.
        if (over !== null && 'error' in over) throw over.error
        const piece = waiting.shift()
        if (piece !== undefined) {
          bytes -= piece.length
          yield piece
        } else if (disk !== null && taken < written) yield await fromDisk(disk)
        else if (over !== null) return
        else await new Promise<void>((resolve) => (wake = resolve))
      }
    },
    close: async () => {
      if (closed) return
      closed = true
      waiting.length = 0
      wake()
      await disk?.close()
    },
  }
}
