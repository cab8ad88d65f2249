// How far judges were apart, for a published page: per component the widest and the middle difference between the highest
// and the lowest judge's score of a unit. Figures of units, never of a judge.

import { fewestJudges } from './place.ts'
import { compare, exact } from '#ground/kernel/exact.ts'

export interface Width {
  readonly component: string
  readonly widest: string
  /** The lower of the two middle ones when there are two. */
  readonly middle: string
}

interface Spread {
  readonly spread: Readonly<Record<string, string>>
  /** Component → how many sheets count. */
  readonly judges: Readonly<Record<string, number>>
}

/** The widths of every component, in the order in which the results name them, over the units that three or more scored. */
export function widths(results: readonly Spread[]): Width[] {
  const components = Object.keys(results[0]?.spread ?? {})
  return components.flatMap((component) => {
    const values = results
      .filter(({ judges }) => (judges[component] ?? 0) >= fewestJudges)
      .map(({ spread }) => spread[component] ?? '0')
      .sort((a, b) => compare(exact(a), exact(b)))
    const widest = values.at(-1)
    return widest === undefined ? [] : [{ component, widest, middle: values[Math.floor((values.length - 1) / 2)] ?? widest }]
  })
}
