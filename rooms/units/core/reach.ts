// What a post at a unit reaches: the unit's own prefix and the prefixes of the units that went into it whole, however long ago.
// Of a unit that was split, a successor reaches only the parts that came to it, by the codes below.

import { codeLengths, covers } from '#ground/kernel/code.ts'
import type { Code } from '#ground/kernel/code.ts'
import type { Succession } from './unit.ts'

/** The fewest prefixes that cover the same codes, sorted. */
export function minimalPrefixes(prefixes: readonly Code[]): Code[] {
  const sorted = [...new Set(prefixes)].sort()
  const kept: Code[] = []
  for (const prefix of sorted) if (!covers(kept, prefix)) kept.push(prefix)
  return kept
}

const gridLength = codeLengths[5]

/**
 * Prefixes that went into `prefix` in one step. `successions` holds those whose `to` lies below the prefix or above it;
 * a grid (never on the official list) follows its recoded village.
 */
export function predecessorsOf(prefix: Code, successions: readonly Pick<Succession, 'from' | 'to' | 'kind'>[]): Code[] {
  return successions.flatMap((succession) => {
    if (succession.kind === 'split') return []
    if (succession.to.startsWith(prefix)) return [succession.from]
    const follows = prefix.length >= gridLength && succession.kind === 'recoded' && prefix.startsWith(succession.to)
    return follows ? [succession.from + prefix.slice(succession.to.length)] : []
  })
}

/** All prefixes a post at `code` reads and decides upon, given every succession of the instance up to today. */
export function reach(code: Code, successions: readonly Pick<Succession, 'from' | 'to' | 'kind'>[]): Code[] {
  const found = [code]
  for (let index = 0; index < found.length; index += 1) {
    const prefix = found[index]
    if (prefix === undefined) break
    for (const before of predecessorsOf(prefix, successions)) if (!covers(found, before)) found.push(before)
  }
  return minimalPrefixes(found)
}
