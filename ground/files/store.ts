// What a store of files must offer, so that a folder and a bucket are the same to everybody who keeps files. A file is
// known by the SHA-256 of its bytes and never changes; what is still arriving is a draft under the id of its upload.

import type { Result } from '#ground/kernel/result.ts'

export interface StoredFile {
  /** Lower-case hex SHA-256 of the bytes. */
  readonly hash: string
  readonly bytes: number
}

export type Content = AsyncIterable<Uint8Array> | Iterable<Uint8Array>

export interface FileStore {
  /** How many bytes the file has; null when it is not here. */
  size(hash: string): Promise<number | null>
  /** The whole file, piece by piece; a file that is not here throws FileGone. */
  read(hash: string): AsyncIterable<Uint8Array>
  /** A part of it, shorter at its end. */
  part(hash: string, offset: number, length: number): Promise<Uint8Array>
  /** Keeps the content; answers when it is on the disk. The same content again changes nothing, and mends a damaged copy. */
  put(content: Content): Promise<Result<StoredFile>>
  /** All files, in the order of their hashes. */
  list(): AsyncIterable<string>
  remove(hash: string): Promise<void>
  readonly drafts: Drafts
}

export interface Drafts {
  /** How many bytes have arrived and are on the disk. */
  size(id: string): Promise<number>
  part(id: string, offset: number, length: number): Promise<Uint8Array>
  /** Writes bytes at an offset not beyond what is there; answers when they are on the disk. */
  write(id: string, offset: number, bytes: Uint8Array): Promise<Result<undefined>>
  /**
   * Makes the draft a stored file if its bytes are those declared. Null when they are not: the draft is gone then and
   * sending begins anew. Repeated after it went well, it answers the same.
   */
  finish(id: string, declared: StoredFile): Promise<Result<StoredFile | null>>
  remove(id: string): Promise<void>
  /** Removes drafts that nobody has written to since; answers how many. */
  removeOlder(than: Date): Promise<number>
}

/** A file that the records speak of is not in the store. */
export class FileGone extends Error {
  readonly hash: string

  constructor(hash: string, cause?: unknown) {
    super(`file ${hash} is not in the store`, { cause })
    this.hash = hash
  }
}

/** Whether a text is a file's hash: nothing else ever becomes a part of a path. */
export const isHash = (text: string): boolean => /^[0-9a-f]{64}$/.test(text)

/** The store cannot be reached, is silent, or refuses: nothing is known about its files for the moment. */
export class StoreAway extends Error {
  constructor(why: string, cause?: unknown) {
    super(why, { cause })
  }
}
