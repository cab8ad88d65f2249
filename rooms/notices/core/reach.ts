// To whom a notice goes: posts at a unit, or at it and everything below, of some roles or of all. There is no list of persons:
// whoever holds such a post finds it, also one who was appointed after it was sent.

import { ancestorsOf, covers } from '#ground/kernel/code.ts'
import type { Code } from '#ground/kernel/code.ts'

/** The unit alone, or it and everything below. */
export const reaches = ['at', 'below'] as const
export type Reach = (typeof reaches)[number]

/** What is urgent is mailed within minutes. */
export const weights = ['normal', 'urgent'] as const
export type Weight = (typeof weights)[number]

export interface Addressed {
  /** The unit it is addressed to. */
  readonly unit: Code
  readonly reach: Reach
  /** Empty: every role. */
  readonly roles: readonly string[]
}

/** Whether a post gets it. */
export function gets({ unit, reach, roles }: Addressed, post: { readonly unit: Code; readonly role: string }): boolean {
  const place = unit === post.unit || (reach === 'below' && post.unit.startsWith(unit))
  return place && (roles.length === 0 || roles.includes(post.role))
}

/**
 * Whether it may be addressed there: downwards wherever the sender may write, upwards to the units above it. Never sideways and
 * never to a whole level above.
 */
export function mayAddress(writes: readonly Code[], sender: Code, to: Pick<Addressed, 'unit' | 'reach'>): boolean {
  if (!covers(writes, sender)) return false
  return covers(writes, to.unit) || (to.reach === 'at' && ancestorsOf(sender).includes(to.unit))
}
