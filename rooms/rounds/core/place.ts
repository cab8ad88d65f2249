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

/** A published figure rests on no fewer judges: two could work out each other's scores from it. */
export const fewestJudges = 3

/** The mark of a unit whose figures are told to it alone. */
export const fewJudges = 'few-judges'

const underJudged = ({ judges }: Place): boolean => Object.values(judges ?? {}).some((count) => count < fewestJudges)

/**
 * What may be told of a result. As ranks, a unit that has fewer than three sheets in some component is not ranked and has no
 * figure: it is named in `withheld`, and the ranks of the others close up, so that no gap tells where it would stand. As bands
 * nothing is withheld, because no figure is shown.
 */
export function toldAs(places: readonly Place[], form: Form): { readonly open: readonly Place[]; readonly withheld: readonly Place[] } {
  if (form === 'bands') return { open: places, withheld: [] }
  const ranked = places.filter((place) => !underJudged(place))
  const better = (rank: number | null): number => ranked.filter((each) => (each.rank ?? 0) < (rank ?? 0)).length
  return {
    open: ranked.map((place) => ({ ...place, rank: better(place.rank) + 1 })),
    withheld: places.filter(underJudged).map((place) => ({ ...place, rank: null, marks: [...place.marks, fewJudges] })),
  }
}

/** The differences between judges that three judges or more stand behind. */
function widthsOf({ spread, judges }: Place): Place['spread'] {
  if (spread === null) return null
  return Object.fromEntries(Object.entries(spread).filter(([component]) => (judges?.[component] ?? 0) >= fewestJudges))
}

/** What the hall and the public may see of a place: with bands no figure stands beside the name. */
export function publicly(place: Place, form: Form): Place {
  return form === 'ranks' ? place : { ...place, rank: null, total: null, components: null, spread: null, judges: null, marks: [] }
}

/** What the unit itself is told: its own figures; its rank only where ranks are published; no difference between two judges. */
export function privately(place: Place, form: Form): Place {
  const told = { ...place, spread: widthsOf(place) }
  return form === 'ranks' ? told : { ...told, rank: null }
}

/**
 * The steps of a reveal, of the places that are open (`toldAs`). Ranks: from the bottom up, those of one rank together. Bands: 先进 only, all in one step, in the
 * order of codes, because the order of revealing would be an order; nobody in it is also said, once.
 */
export function revealSteps(places: readonly Place[], form: Form): (readonly Place[])[] {
  const byCode = [...places].sort((a, b) => (a.subject < b.subject ? -1 : 1))
  if (form === 'bands') {
    const advanced = byCode.filter(({ band }) => band === 'advanced').map((place) => publicly(place, form))
    // One step even when nobody reached it: the hall is told so.
    return [advanced]
  }
  // Nobody may be ranked: the hall is told so in one step.
  if (byCode.length === 0) return [[]]
  const ranks = [...new Set(byCode.map(({ rank }) => rank ?? 0))].sort((a, b) => b - a)
  return ranks.map((rank) => byCode.filter((place) => place.rank === rank))
}
