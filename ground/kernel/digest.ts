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

/** SHA-256 of bytes that come in pieces: `add` each in order, then ask for `hex` once. */
export function sha256InPieces(): { add(piece: Uint8Array): void; hex(): string } {
  const hash = sha256.create()
  return {
    add: (piece) => void hash.update(piece),
    hex: () => bytesToHex(hash.digest()),
  }
}
