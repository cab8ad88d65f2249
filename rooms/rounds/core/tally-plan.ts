// The round as the calculation sees it: units, judges and criteria are places in lists sorted by bytes, so that hot loops
// handle whole numbers and meet everything in the order in which the digest wants it.

import { byBytes } from '#ground/kernel/byte-order.ts'
import { exact, multiply, scaled, sum } from '#ground/kernel/exact.ts'
import type { Faults } from './faults.ts'
import { itemAt } from './places.ts'
import { readTies } from './tally-method.ts'
import type { Method, Tie } from './tally-method.ts'
import type { Judge } from './tally-rolls.ts'
import type { SheetCriterion } from './tally-sheets.ts'
import { needsBig } from './whole.ts'

export interface Listed<T> {
  readonly id: string
  /** Where it stands in the input. */
  readonly at: number
  readonly item: T
}

export interface Criterion extends SheetCriterion {
  /** Where its component stands in the method. */
  readonly component: number
}

export interface Component {
  readonly id: string
  /** How many criteria its sheet has. */
  readonly size: number
  /** Points of this component are whole numbers of 10^−decimals. */
  readonly decimals: number
}

export interface Plan {
  readonly method: Method
  readonly ties: readonly Tie[]
  /** In the method's order. */
  readonly components: readonly Component[]
  /** Sorted by component and id. */
  readonly criteria: readonly Criterion[]
  /** Component's id → criterion's id → place in `criteria`. */
  readonly criterionAt: ReadonlyMap<string, ReadonlyMap<string, number>>
  readonly units: readonly Listed<null>[]
  readonly unitAt: ReadonlyMap<string, number>
  readonly judges: readonly Listed<Judge>[]
  readonly judgeAt: ReadonlyMap<string, number>
  /** Per judge the places of units it is recused from; null where there is none. */
  readonly recused: readonly (ReadonlySet<number> | null)[]
  /** Whether points are held as bigints (whole.ts). */
  readonly big: boolean
}

function sorted<T>(ids: readonly (string | null)[], items: readonly T[]): { list: Listed<T>[]; at: Map<string, number> } {
  // Of repeated ids, which are refused, the first counts.
  const first = new Map<string, Listed<T>>()
  for (const [at, id] of ids.entries()) if (id !== null && !first.has(id)) first.set(id, { id, at, item: itemAt(items, at) })
  const list = [...first.values()].sort((a, b) => byBytes(a.id, b.id))
  return { list, at: new Map(list.map(({ id }, place) => [id, place])) }
}

function sortCriteria(method: Method, sheets: ReadonlyMap<string, readonly SheetCriterion[]>): Pick<Plan, 'criteria' | 'criterionAt'> {
  const ids = method.components.map(({ id }, place) => [id, place] as const)
  const criteria: Criterion[] = []
  const criterionAt = new Map<string, Map<string, number>>()
  for (const [id, component] of ids.toSorted(([a], [b]) => byBytes(a, b))) {
    const places = new Map<string, number>()
    for (const criterion of [...(sheets.get(id) ?? [])].sort((a, b) => byBytes(a.id, b.id))) {
      if (places.has(criterion.id)) continue
      places.set(criterion.id, criteria.length)
      criteria.push({ ...criterion, component })
    }
    criterionAt.set(id, places)
  }
  return { criteria, criterionAt }
}

function measure(criteria: readonly Criterion[], judges: number): { decimals: number; big: boolean } {
  const decimals = criteria.reduce((most, criterion) => Math.max(most, criterion.decimals), 0)
  // The largest number that any sum over a panel can reach.
  const largest = multiply(sum(criteria.map(({ max }) => max.value)), exact(Math.max(1, judges)))
  return { decimals, big: needsBig(scaled(largest, decimals) ?? 0n) }
}

/** Puts everything into its place. */
export function planOf(
  faults: Faults,
  given: {
    readonly method: Method
    readonly sheets: ReadonlyMap<string, readonly SheetCriterion[]>
    readonly units: readonly (string | null)[]
    readonly judges: readonly (Judge | null)[]
  },
): Plan {
  const { method, sheets } = given
  const { criteria, criterionAt } = sortCriteria(method, sheets)
  const units = sorted(
    given.units,
    given.units.map(() => null),
  )
  const judges = sorted(
    given.judges.map((judge) => judge?.id ?? null),
    given.judges as readonly Judge[],
  )
  const measures = method.components.map((_, component) =>
    measure(
      criteria.filter((criterion) => criterion.component === component),
      judges.list.length,
    ),
  )
  const ties = readTies(faults, method.ties, {
    component: (id) => {
      const found = method.components.findIndex((component) => component.id === id)
      return found === -1 ? undefined : found
    },
    criterion: (component, id) => criterionAt.get(component)?.get(id),
  })
  return {
    method,
    ties,
    components: method.components.map(({ id }, component) => ({
      id,
      size: criterionAt.get(id)?.size ?? 0,
      decimals: measures[component]?.decimals ?? 0,
    })),
    criteria,
    criterionAt,
    units: units.list,
    unitAt: units.at,
    judges: judges.list,
    judgeAt: judges.at,
    recused: judges.list.map(({ item }) => {
      const places = [...item.recused].flatMap((id) => units.at.get(id) ?? [])
      return places.length === 0 ? null : new Set(places)
    }),
    big: measures.some(({ big }) => big),
  }
}
