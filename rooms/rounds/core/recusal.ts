// Which pairs of seat and unit cannot be scored. A judge from a grid is recused from the village it lies in; a linked
// officer (包联) from the linked unit and what lies in it, as long as that is less than the whole round.

import type { Code } from '#ground/kernel/code.ts'

export interface Recusal {
  readonly subject: Code
  readonly source: 'own' | 'linked' | 'declared'
}

/** Whether a recusal covers a unit that takes part in a round convened by `convener`. */
export function covers({ subject, source }: Recusal, unit: Code, convener: Code): boolean {
  if (subject === unit) return true
  if (source === 'declared') return false
  return subject.startsWith(unit) || (source === 'linked' && subject.length > convener.length && unit.startsWith(subject))
}

/** The units of a round from which a seat is recused. */
export function recusedFrom(recusals: readonly Recusal[], units: readonly Code[], convener: Code): Code[] {
  return units.filter((unit) => recusals.some((recusal) => covers(recusal, unit, convener)))
}
