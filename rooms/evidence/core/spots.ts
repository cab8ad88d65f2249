// Pictures of one spot side by side: before, during, after. A spot is what its unit calls it.

import type { Code } from '#ground/kernel/code.ts'
import { phases } from './item.ts'
import type { Phase } from './item.ts'

export interface AtSpot {
  readonly unit: Code
  readonly id: string
  readonly spot: string | null
  readonly phase: Phase | null
  readonly effectiveOn: string
}

export type SpotSet<T> = { readonly unit: Code; readonly spot: string } & { readonly [P in Phase]: readonly T[] }

const byDay = (one: AtSpot, other: AtSpot): number =>
  one.effectiveOn === other.effectiveOn ? (one.id < other.id ? -1 : 1) : one.effectiveOn < other.effectiveOn ? -1 : 1

/** Sets of items with a spot and a phase, those first whose latest picture is the latest; within a phase by day. */
export function spotSets<T extends AtSpot>(items: readonly T[]): SpotSet<T>[] {
  const sets = new Map<string, { unit: Code; spot: string; latest: string } & { [P in Phase]: T[] }>()
  for (const item of items.toSorted(byDay)) {
    if (item.spot === null || item.phase === null) continue
    const key = `${item.unit} ${item.spot}`
    const set = sets.get(key) ?? { unit: item.unit, spot: item.spot, latest: '', before: [], during: [], after: [] }
    set[item.phase].push(item)
    sets.set(key, { ...set, latest: item.effectiveOn })
  }
  return [...sets.values()]
    .toSorted((one, other) => (one.latest < other.latest ? 1 : one.latest > other.latest ? -1 : one.unit < other.unit ? -1 : 1))
    .map(({ unit, spot, before, during, after }) => ({ unit, spot, before, during, after }))
}

/** What of a spot is compared first: the earliest before and the latest after; during stands in for a missing end. */
export function pairOf<T>(set: SpotSet<T>): { readonly from: T; readonly to: T } | null {
  const inOrder = phases.flatMap((phase) => set[phase])
  const from = set.before[0] ?? set.during[0]
  const to = set.after.at(-1) ?? set.during.at(-1)
  return inOrder.length < 2 || from === undefined || to === undefined || from === to ? null : { from, to }
}

/** One picture a phase, given from the oldest to the latest: the first of before, the last of during and of after. */
export function sideBySide<T extends { readonly phase: Phase }>(pictures: readonly T[]): T[] {
  const of = (phase: Phase): readonly T[] => pictures.filter((one) => one.phase === phase)
  return [of('before')[0], of('during').at(-1), of('after').at(-1)].filter((one) => one !== undefined)
}
