// Editions as the rules need them: read and checked once per content, then kept by its digest. What lies in the database was
// checked when it was written, so one that cannot be read is a bug.

import { compilePack } from '../core/compile.ts'
import type { Compiled } from '../core/compile.ts'
import { readPack } from '../core/read-pack.ts'

const most = 32
const known = new Map<string, Compiled>()

/** The compiled edition of a digest, when it was read before; then nobody needs to fetch its content. */
export function knownOf(digest: string): Compiled | undefined {
  const kept = known.get(digest)
  if (kept === undefined) return undefined
  known.delete(digest)
  known.set(digest, kept)
  return kept
}

/** The compiled edition of a content. */
export function compiledOf(digest: string, content: unknown): Compiled {
  const kept = knownOf(digest)
  if (kept !== undefined) return kept
  const read = readPack(content)
  if (!read.ok) throw new Error(`the edition with digest ${digest} cannot be read: ${read.problem.detail.en}`)
  const compiled = compilePack(read.value)
  known.set(digest, compiled)
  const [oldest] = known.keys()
  if (known.size > most && oldest !== undefined) known.delete(oldest)
  return compiled
}
