// Questions drawn on the spot (现场抽题): a sealed draw is turned over line by line, one for each unit while it is on. Nobody
// may know a line before, and nobody may choose it: the key of a turn is the values of the announced sources, which nobody
// knew at sealing, and the next link of a chain of SHA-256 digests, whose end was published at sealing and fixed every link.
// A link stays secret until its turn, so that the lines to come do too; then anybody checks link, pool and line.

import { sha256Hex } from '#ground/kernel/digest.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { Result } from '#ground/kernel/result.ts'
import { problems } from '../problems.ts'
import { draw } from './draw.ts'
import type { DrawHash } from './draw.ts'

/** A link of the chain from its beginning: the seed hashed `times` times, each time as the 64 hex digits that it is. */
function link(seed: string, times: number): string {
  let digest = seed
  for (let done = 0; done < times; done += 1) digest = sha256Hex(digest)
  return digest
}

/** The end of a chain of `take` links (64 hex digits), published when the draw is sealed. */
export const anchorOf = (seed: string, take: number): string => link(seed, take)

/** The key of a turn, counted from 1: its SHA-256 is the key of the turn before, that of the first is the anchor. */
export const keyOf = (seed: string, take: number, number: number): string => link(seed, take - number)

/** Whether a key is the link before `before` (the key of the turn before, or the anchor). */
export const follows = (key: string, before: string): boolean => sha256Hex(key) === before

/** The entropy of a turn as the command `draw` takes it: the values of the sources, then the key as one more source. */
export const entropyOfTurn = (values: string, key: string): string => `${values}${key}/`

/** The lines that are still in the pool, in their published order; `turned` counts from 1 in the original pool. */
export const linesLeft = (pool: readonly string[], turned: readonly number[]): string[] =>
  pool.filter((_, place) => !turned.includes(place + 1))

export interface TurnInput {
  readonly pool: readonly string[]
  /** How many may be turned over in all. */
  readonly take: number
  /** Lines turned over before, in their order, counted from 1 in the original pool. */
  readonly turned: readonly number[]
  /** `entropyOf` the values of the sources. */
  readonly values: string
  readonly key: string
  readonly hash: DrawHash
}

/** The next line: one drawn by RFC 3797 from those that are left. */
export function turn({ pool, take, turned, values, key, hash }: TurnInput): Result<{ readonly line: number; readonly text: string }> {
  if (turned.length >= take) return refuse(problems.allTurned({ count: take }))
  const lines = linesLeft(pool, turned)
  const drawn = draw({ lines, take: 1, entropy: entropyOfTurn(values, key), hash })
  if (!drawn.ok) return drawn
  const text = drawn.value.selected[0]?.text ?? ''
  return ok({ line: pool.indexOf(text) + 1, text })
}
