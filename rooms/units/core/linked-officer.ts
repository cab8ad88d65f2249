// A responsibility (包联) of a person for a unit. Only the person's id is kept.

import type { Day } from '#ground/kernel/clock.ts'
import type { Code } from '#ground/kernel/code.ts'
import type { Id } from '#ground/kernel/ids.ts'

export interface Link {
  readonly id: Id
  readonly unit: Code
  readonly person: Id
  readonly post: Id | null
  readonly role: string
  readonly from: Day
  readonly to: Day | null
}

/** Nobody is linked to a unit twice at a time: the link that stands in the way of another from a day on. */
export function findStanding(links: readonly Link[], unit: Code, person: Id, day: Day): Link | null {
  return links.find((link) => link.unit === unit && link.person === person && (link.to === null || link.to >= day)) ?? null
}
