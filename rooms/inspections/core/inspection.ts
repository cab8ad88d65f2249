// An inspection: planned with its basis, filed before it begins, done from a checklist, and ended. What is found is written
// down as it was seen and never changed; a fault is an entry of the ledger from that moment on.

import type { Day } from '#ground/kernel/clock.ts'
import type { Code } from '#ground/kernel/code.ts'
import type { Id } from '#ground/kernel/ids.ts'
import type { Text } from '#ground/kernel/problem.ts'

export type State = 'draft' | 'open' | 'closed' | 'withdrawn' | 'revised'

/** Their names. */
export const stateNames: Readonly<Record<State, Text>> = {
  draft: { zh: '待开始', en: 'Planned' },
  open: { zh: '进行中', en: 'Under way' },
  closed: { zh: '已结束', en: 'Ended' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
  revised: { zh: '已更正', en: 'Corrected' },
}

/** What is looked at. */
export interface Item {
  readonly id: string
  readonly text: string
  /** The rule or document that it rests on. */
  readonly basis: string
  /** Working days for mending, unless the inspector gives others. */
  readonly days: number
  readonly star: string | null
}

/** A checklist of a pack. */
export interface Checklist {
  readonly id: string
  readonly title: string
  readonly note: string
  readonly sample: boolean
  readonly items: readonly Item[]
}

export type Outcome = 'fine' | 'fault'

/** Their names. */
export const outcomeNames: Readonly<Record<Outcome, Text>> = {
  fine: { zh: '无问题', en: 'In order' },
  fault: { zh: '有问题', en: 'Fault' },
}

export interface Plan {
  readonly state: State
  /** The day it was closed, withdrawn or revised. */
  readonly endedOn: Day | null
  readonly from: Day
  readonly to: Day
  readonly subjects: readonly Code[]
  readonly items: readonly Item[]
}

export interface Seen {
  readonly subject: Code
  readonly item: string
  readonly outcome: Outcome
  readonly note: string
  readonly on: Day
}

export type SeenFault = 'not-open' | 'not-in-plan' | 'not-those-days' | 'note-missing'

/**
 * Why it cannot be written down; null when it can. A phone may bring later what was seen on a day of the plan; where the
 * inspection was ended or revised meanwhile, what was seen until then.
 */
export function seenFault(plan: Plan, seen: Seen, today: Day): SeenFault | null {
  const wasOpen = (plan.state === 'closed' || plan.state === 'revised') && plan.endedOn !== null && seen.on <= plan.endedOn
  if (plan.state !== 'open' && !wasOpen) return 'not-open'
  const isPlanned = plan.subjects.some((code) => seen.subject.startsWith(code)) && plan.items.some((item) => item.id === seen.item)
  if (!isPlanned) return 'not-in-plan'
  if (seen.on < plan.from || seen.on > plan.to || seen.on > today) return 'not-those-days'
  return seen.outcome === 'fault' && seen.note.trim() === '' ? 'note-missing' : null
}

/** Why what is asked by an inspection is taken out of the register before its last day. */
export const endedEarly = '督查提前结束。'

/** The form of the register under which an inspection is filed. */
export const formOf = (id: Id): string => `inspection:${id}`
