// SHA-256 that runs the same and synchronously in core, on the server and in the browser.

import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { canonical } from './canonical.ts'

/** Lower-case hex SHA-256 of bytes, or of a text in UTF-8. */
export function sha256Hex(content: string | Uint8Array): string {
  return bytesToHex(sha256(typeof content === 'string' ? utf8ToBytes(content) : content))
}

/** Lower-case hex SHA-256 of the value's canonical JSON (RFC 8785). */
export function canonicalDigest(value: unknown): string {
  return sha256Hex(canonical(value))
}

/** The UTF-8 bytes of a text. */
export function utf8(text: string): Uint8Array {
  return utf8ToBytes(text)
}

/** A digest of a text too long to hold as one: give it the pieces in order. */
export interface OpenDigest {
  add(piece: string): void
  /** Bytes made before by `utf8`, for pieces that come again and again. */
  addBytes(bytes: Uint8Array): void
  /** The lower-case hex SHA-256 of all pieces together; ends the digest. */
  hex(): string
}

/** A SHA-256 under way, as Node's `createHash('sha256')` is one too. */
export interface RunningHash {
  update(bytes: Uint8Array): unknown
  digest(): Uint8Array
}

/** Starts the SHA-256 that runs everywhere. */
export function startSha256(): RunningHash {
  return sha256.create()
}

const bufferSize = 1 << 16

/**
 * Opens a digest over pieces of text; a surrogate pair must not be cut in two by the end of a piece. `hash`: a faster
 * SHA-256 of the host, where there is one and much to hash.
 */
export function openDigest(hash: RunningHash = startSha256()): OpenDigest {
  const buffer = new Uint8Array(bufferSize)
  let used = 0
  const makeRoom = (length: number): void => {
    if (used + length <= bufferSize) return
    hash.update(buffer.subarray(0, used))
    used = 0
  }
  const addBytes = (bytes: Uint8Array): void => {
    const { length } = bytes
    makeRoom(length)
    if (length > bufferSize) hash.update(bytes)
    else {
      buffer.set(bytes, used)
      used += length
    }
  }
  return {
    add: (piece) => addBytes(utf8ToBytes(piece)),
    addBytes,
    hex: () => {
      hash.update(buffer.subarray(0, used))
      return bytesToHex(hash.digest())
    },
  }
}

/** SHA-256 of bytes that come in pieces: `add` each in order, then ask for `hex` once. */
export function sha256InPieces(): { add(piece: Uint8Array): void; hex(): string } {
  const hash = sha256.create()
  return {
    add: (piece) => void hash.update(piece),
    hex: () => bytesToHex(hash.digest()),
  }
}
