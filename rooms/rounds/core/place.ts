// A unit's place as it may be told: whole to the unit itself and in rankings, its band alone otherwise.

import type { Band } from './rules.ts'

export interface Place {
  readonly subject: string
  readonly name: string
  readonly band: Band
  readonly rank: number | null
  readonly total: string | null
  readonly components: Readonly<Record<string, string | null>> | null
  readonly spread: Readonly<Record<string, string>> | null
  readonly judges: Readonly<Record<string, number>> | null
  readonly marks: readonly string[]
}

export type Form = 'bands' | 'ranks'

/** What the hall and the public may see of a place: with bands no figure stands beside the name. */
export function publicly(place: Place, form: Form): Place {
  return form === 'ranks' ? place : { ...place, rank: null, total: null, components: null, spread: null, judges: null, marks: [] }
}

/** What the unit itself is told: its own figures; its rank only where ranks are published. */
export function privately(place: Place, form: Form): Place {
  return form === 'ranks' ? place : { ...place, rank: null }
}

/**
 * The steps of a reveal. Ranks: from the bottom up, those of one rank together. Bands: 先进 only, all in one step, in the
 * order of codes, because the order of revealing would be an order; nobody in it is also said, once.
 */
export function revealSteps(places: readonly Place[], form: Form): (readonly Place[])[] {
  const byCode = [...places].sort((a, b) => (a.subject < b.subject ? -1 : 1))
  if (form === 'bands') {
    const advanced = byCode.filter(({ band }) => band === 'advanced').map((place) => publicly(place, form))
    // One step even when nobody reached it: the hall is told so.
    return [advanced]
  }
  const ranks = [...new Set(byCode.map(({ rank }) => rank ?? 0))].sort((a, b) => b - a)
  return ranks.map((rank) => byCode.filter((place) => place.rank === rank))
}
