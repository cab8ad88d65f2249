// An appeal against what was done to a star that a unit holds. Whatever takes something from the unit can be appealed, once a
// step and within the days; another person answers, with reasons; upholding it restores the star. Until then the unit may take it back.

import type { Day } from '#ground/kernel/clock.ts'
import { addDays } from '#ground/kernel/days.ts'
import type { Text } from '#ground/kernel/problem.ts'
import type { HonourVerb } from './honour.ts'

/** Steps that take something from a unit. */
export const appealable = ['order', 'suspend', 'revoke'] as const
export type Appealable = (typeof appealable)[number]

/** Whether a step can be appealed against at all. */
export const isAppealable = (verb: HonourVerb): verb is Appealable => appealable.some((one) => one === verb)

/** Where an appeal may stand. */
export const honourAppealStates = ['open', 'upheld', 'dismissed', 'withdrawn'] as const
export type HonourAppealState = (typeof honourAppealStates)[number]

/** What a reader calls them. */
export const honourAppealNames: Readonly<Record<HonourAppealState, Text>> = {
  open: { zh: '待答复', en: 'Open' },
  upheld: { zh: '支持', en: 'Upheld' },
  dismissed: { zh: '不支持', en: 'Dismissed' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
}

/** Where an appeal stands. */
export function honourAppealState({
  upheld,
  withdrawnOn,
}: {
  readonly upheld: boolean | null
  readonly withdrawnOn: Day | null
}): HonourAppealState {
  if (withdrawnOn !== null) return 'withdrawn'
  return upheld === null ? 'open' : upheld ? 'upheld' : 'dismissed'
}

/** A step as an appeal sees it. */
export interface Against {
  readonly seq: number
  readonly verb: HonourVerb
  readonly on: Day
}

export type HonourAppealRefusal = 'nothing' | 'there' | 'late'

/** The last day on which a step may be appealed; null while the county has set no days: then nobody is too late. */
export const appealUntil = (step: Against, days: number | null): Day | null => (days === null ? null : addDays(step.on, days))

/** Why the last step of a star cannot be appealed today; null when it can. */
export function refusesHonourAppeal(
  last: Against | undefined,
  appealed: readonly number[],
  today: Day,
  days: number | null,
): HonourAppealRefusal | null {
  if (last === undefined || !isAppealable(last.verb)) return 'nothing'
  if (appealed.includes(last.seq)) return 'there'
  const until = appealUntil(last, days)
  return until !== null && today > until ? 'late' : null
}
