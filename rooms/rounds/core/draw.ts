// The draw (抽签) by RFC 3797, section 4: anybody with the published pool and the entropy text gets the same lines, with a
// calculator if need be. The key is the entropy text as given.

import { md5 } from '@noble/hashes/legacy.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { sha256Hex, utf8 } from '#ground/kernel/digest.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { Result } from '#ground/kernel/result.ts'
import { problems } from '../problems.ts'
import { fault, openFaults, refusalOf } from './faults.ts'
import { checkPool, mostLines } from './draw-pool.ts'

/** `md5` is the RFC's own; all 256 bits of `sha256` count. */
export type DrawHash = 'sha256' | 'md5'

export interface DrawInput {
  /** The pool in its published order (`splitPool`). */
  readonly lines: readonly string[]
  readonly take: number
  readonly entropy: string
  readonly hash: DrawHash
}

export interface DrawOutput {
  readonly hash: DrawHash
  readonly entropy: string
  /** `digest`: SHA-256 of the lines joined by LF. */
  readonly pool: { readonly count: number; readonly digest: string }
  /** In the order drawn; `line` counts from 1 in the original pool. */
  readonly selected: readonly { readonly line: number; readonly text: string }[]
}

const hashes = { sha256, md5 } as const

/** The digest of draw `index`: of its two bytes, the key and the two bytes again. */
export function drawDigest(hash: DrawHash, key: Uint8Array, index: number): Uint8Array {
  const ends = [index >> 8, index & 0xff] as const
  const message = new Uint8Array(key.length + 4)
  message.set(ends)
  message.set(key, 2)
  message.set(ends, key.length + 2)
  return hashes[hash](message)
}

// Digit by digit as in long division; the remainder stays below 2^16, so every step is exact.
function modulo(bytes: Uint8Array, divisor: number): number {
  let rest = 0
  for (const byte of bytes) rest = (rest * 256 + byte) % divisor
  return rest
}

function select(key: Uint8Array, hash: DrawHash, count: number, take: number): number[] {
  // At most 65,535 places fit into 16 bits, and closing a gap among them is one copy within 128 KB.
  const left = Uint16Array.from({ length: count }, (_, place) => place)
  return Array.from({ length: take }, (_, index) => {
    const chosen = modulo(drawDigest(hash, key, index), count - index)
    const place = left[chosen] ?? 0
    left.copyWithin(chosen, chosen + 1, count - index)
    return place
  })
}

/** Draws; the refusal lists every fault of pool, number and entropy. */
export function draw({ lines, take, entropy, hash }: DrawInput): Result<DrawOutput> {
  const faults = openFaults()
  checkPool(faults, lines)
  const sized = lines.length >= 1 && lines.length <= mostLines
  if (sized && !(Number.isInteger(take) && take >= 1 && take <= lines.length)) {
    fault(faults, 'take', problems.takeOutOfRange({ take, count: lines.length }))
  }
  if (entropy === '' || !entropy.isWellFormed()) fault(faults, 'entropy', problems.noEntropy())
  if (faults.list.length > 0) return refuse(refusalOf(faults.list))
  const places = select(utf8(entropy), hash, lines.length, take)
  return ok({
    hash,
    entropy,
    pool: { count: lines.length, digest: sha256Hex(lines.join('\n')) },
    selected: places.map((place) => ({ line: place + 1, text: lines[place] ?? '' })),
  })
}
