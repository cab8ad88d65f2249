// What must hold before a star is certified, whatever anybody decided before. All hindrances are told at once.

import type { Day } from '#ground/kernel/clock.ts'
import type { Candidacy } from './candidacy.ts'

/** What is so at the moment of certifying. */
export interface Circumstances {
  readonly today: Day
  /** Objections against this unit's star that nobody has answered. */
  readonly openObjections: number
  /** Bottom lines that are not met, or not known to be met. */
  readonly unmet: readonly string[]
  /** Whether the star's rule holds; null: unknown. */
  readonly held: boolean | null
  /** Stars of this kind still free in the district, when the quota is hard; null: no limit. */
  readonly left: number | null
}

export type Hindrance =
  | { readonly kind: 'not-publicised' }
  | { readonly kind: 'publicity-runs'; readonly until: Day }
  | { readonly kind: 'objections'; readonly count: number }
  | { readonly kind: 'bottom-lines'; readonly ids: readonly string[] }
  | { readonly kind: 'rule'; readonly held: false | null }
  | { readonly kind: 'sample-open' }
  | { readonly kind: 'quota' }

/** Everything that stands in the way; empty when it may be certified. */
export function hindrances(candidacy: Candidacy, now: Circumstances): Hindrance[] {
  const found: Hindrance[] = []
  const until = candidacy.publicUntil
  if (candidacy.state !== 'publicised' || until === null) found.push({ kind: 'not-publicised' })
  else if (now.today <= until) found.push({ kind: 'publicity-runs', until })
  if (now.openObjections > 0) found.push({ kind: 'objections', count: now.openObjections })
  if (now.unmet.length > 0) found.push({ kind: 'bottom-lines', ids: now.unmet })
  else if (now.held !== true) found.push({ kind: 'rule', held: now.held })
  if (candidacy.drawn && !candidacy.confirmed) found.push({ kind: 'sample-open' })
  if (now.left !== null && now.left <= 0) found.push({ kind: 'quota' })
  return found
}
