// Sending one file in chunks that may be cut off anywhere: the same in the pocket and on the desk. It asks the server how
// far it got and goes on from there, so calling it again after any failure is the whole of "resume".

import { sha256InPieces } from '#ground/kernel/digest.ts'
import type { Media } from './media.ts'

/** A file as bytes that can be read in parts: a Blob, an ArrayBuffer, something kept in the browser. */
export interface Source {
  readonly size: number
  read(offset: number, length: number): Promise<Uint8Array<ArrayBuffer>>
}

export interface Declared {
  /** Made by the sender, the same at every try. */
  readonly id: string
  readonly unit: string
  readonly media: Media
  readonly name: string
}

export interface UploadState {
  readonly state: 'receiving' | 'arrived'
  /** Bytes that the server has on its disk. */
  readonly offset: number
}

/** The three calls, however they travel; each throws when it is refused or lost. */
export interface UploadDoor {
  begin(body: Declared & { readonly sha256: string; readonly bytes: number }): Promise<UploadState>
  append(id: string, offset: number, bytes: Uint8Array<ArrayBuffer>): Promise<UploadState>
  finish(id: string): Promise<UploadState>
}

export interface Told {
  /** Bytes that the server has acknowledged, of how many. */
  sent?(bytes: number, of: number): void
}

/** Most bytes in one chunk. */
export const chunkBytes = 1_048_576

/** The file's hash, read in chunks. */
export async function hashOf(source: Source): Promise<string> {
  const hash = sha256InPieces()
  for (let at = 0; at < source.size; at += chunkBytes) hash.add(await source.read(at, Math.min(chunkBytes, source.size - at)))
  return hash.hex()
}

/**
 * Sends what the server does not have yet and returns when it says "arrived": it has the bytes and their hash.
 * `chunk` may be smaller on a poor line. Throws what the door throws; call it again with the same id to go on.
 */
export async function sendFile(
  source: Source,
  declared: Declared,
  door: UploadDoor,
  { told = {}, chunk = chunkBytes, sha256 }: { readonly told?: Told; readonly chunk?: number; readonly sha256?: string } = {},
): Promise<void> {
  let upload = await door.begin({ ...declared, sha256: sha256 ?? (await hashOf(source)), bytes: source.size })
  while (upload.state !== 'arrived' && upload.offset < source.size) {
    told.sent?.(upload.offset, source.size)
    const before = upload.offset
    upload = await door.append(declared.id, before, await source.read(before, Math.min(chunk, source.size - before)))
    if (upload.state !== 'arrived' && upload.offset <= before) throw new Error('the server took a chunk and did not move on')
  }
  if (upload.state !== 'arrived') upload = await door.finish(declared.id)
  told.sent?.(source.size, source.size)
}
