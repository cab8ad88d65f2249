// The name somebody may have meant: the one that shares most pairs of letters with what was written.

import { bigrams } from '#ground/kernel/bigrams.ts'

/** The most similar of the names; null when none comes near. */
export function nearest(written: string, names: Iterable<string>): string | null {
  const own = new Set(bigrams(written))
  let best: { readonly name: string; readonly score: number } | null = null
  for (const name of names) {
    const other = bigrams(name)
    const shared = other.filter((pair) => own.has(pair)).length
    const score = (2 * shared) / (own.size + other.length)
    if (score >= 0.5 && (best === null || score > best.score)) best = { name, score }
  }
  return best?.name ?? null
}
