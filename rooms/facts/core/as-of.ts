// Which value of a datum holds on a day: that of the latest period that began on or before it. What was corrected does not
// come here at all; what was withdrawn leaves its period empty, and the one before it holds.

import type { Day } from '#ground/kernel/clock.ts'
import type { FactDefinition, FactValue } from './definition.ts'
import type { Stated } from './value.ts'

export interface Dated {
  readonly from: Day
  readonly stated: Stated
}

/** The value that holds on the day, of values of one datum and unit; undefined when none does. */
export function valueOn<V extends Dated>(values: readonly V[], asOf: Day): V | undefined {
  let found: V | undefined
  for (const value of values) {
    if (value.from > asOf || value.stated.state === 'withdrawn') continue
    if (found === undefined || value.from > found.from) found = value
  }
  return found
}

/** What rules read: nothing this period is none of a number and no of a question. Undefined: nothing is known. */
export function valueForRules({ type }: Pick<FactDefinition, 'type'>, stated: Stated): FactValue | undefined {
  if (stated.state === 'value') return stated.value
  if (stated.state === 'withdrawn') return undefined
  return type === 'number' ? '0' : type === 'yes-no' ? false : undefined
}

/** The last day on which a certificate holds: its own last day, or the eve of its withdrawal; null is open. */
export function holdsUntil(to: Day | null, eveOfWithdrawal: Day | null): Day | null {
  if (to === null || eveOfWithdrawal === null) return to ?? eveOfWithdrawal
  return to < eveOfWithdrawal ? to : eveOfWithdrawal
}
