// What is drawn of a unit: a province and a prefecture by their counties, a county by its townships, a township by its villages.

import { codeLengths, levelOf } from '#ground/kernel/code.ts'
import type { Code } from '#ground/kernel/code.ts'

export type PartLevel = 3 | 4 | 5

/** The level of the parts of a unit; null for a village and below, which is drawn among its neighbours. */
export function partLevel(unit: Code): PartLevel | null {
  const level = levelOf(unit)
  if (level === 1 || level === 2) return 3
  if (level === 3) return 4
  return level === 4 ? 5 : null
}

/** How long the codes of a level are. */
export const lengthOf = (level: PartLevel): number => codeLengths[level - 1] ?? 0

/** From a county down, records of a unit are looked up inside one county; above, a card shows sums. */
export const isWithinCounty = (unit: Code): boolean => unit.length >= (codeLengths[2] ?? 0)

/** The unit one step up whose parts are drawn, within what the post reaches; null at the top. */
export function upFrom(unit: Code, tops: readonly Code[]): Code | null {
  const above = codeLengths.filter((length) => length < unit.length).map((length) => unit.slice(0, length))
  // A county is a part of its province's and of its prefecture's table alike; the nearest one is one step up.
  const up = above.at(-1)
  return up !== undefined && tops.some((top) => up.startsWith(top)) ? up : null
}

/** The question for the outlines of a unit's parts: of a province, too, those of its counties. */
export const outlinesAsked = (unit: Code): { readonly query: { readonly unit: Code; readonly parts?: 'counties' } } => ({
  query: unit.length < (codeLengths[2] ?? 0) ? { unit, parts: 'counties' } : { unit },
})
