// How far judges were apart, for a published page: per component the widest and the middle difference between the highest
// and the lowest judge's score of a unit. Figures of units, never of a judge.

import { compare, exact } from '#ground/kernel/exact.ts'

export interface Width {
  readonly component: string
  readonly widest: string
  /** The lower of the two middle ones when there are two. */
  readonly middle: string
}

/** The widths of every component, in the order in which the results name them. */
export function widths(results: readonly { readonly spread: Readonly<Record<string, string>> }[]): Width[] {
  const components = Object.keys(results[0]?.spread ?? {})
  return components.map((component) => {
    const values = results.map(({ spread }) => spread[component] ?? '0').sort((a, b) => compare(exact(a), exact(b)))
    return { component, widest: values.at(-1) ?? '0', middle: values[Math.floor((values.length - 1) / 2)] ?? '0' }
  })
}
