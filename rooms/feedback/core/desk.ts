// Whose books a complaint stands in, and who deals with it. Below the county, the county's administrator; the county itself
// or above, the operator of the instance, because nobody handles a complaint about himself; about no unit in particular,
// whoever administers the instance's home.

import type { Code } from '#ground/kernel/code.ts'
import { levelOf } from '#ground/kernel/code.ts'

/** `county`: posts with feedback.handle over the unit; `operator`: only posts with feedback.oversee. */
export type Desk = 'county' | 'operator'

export interface Place {
  /** The unit that owns the record. */
  readonly unit: Code
  /** The unit it speaks of, if any. */
  readonly subject: Code | null
  readonly desk: Desk
}

/** Where a record belongs; `home` is the instance's own unit. */
export function placeOf(subject: Code | null, home: Code): Place {
  if (subject === null) return { unit: home, subject, desk: 'county' }
  if (levelOf(subject) > 3) return { unit: subject.slice(0, 6), subject, desk: 'county' }
  return { unit: subject, subject, desk: 'operator' }
}
