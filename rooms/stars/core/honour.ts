// A star that a unit holds, after it was certified: warned, ordered to mend, suspended, restored, revoked, and ended by a later
// year's cycle. Each step has its basis and document; nothing is taken away without one. Nobody ends a star by hand: that comes
// with the decision of the later cycle, or with its closing (former-stars).

import type { Day } from '#ground/kernel/clock.ts'
import type { Text } from '#ground/kernel/problem.ts'

/** States of a star that was certified. */
export const honourStates = ['held', 'warned', 'mending', 'suspended', 'revoked', 'ended'] as const
export type HonourState = (typeof honourStates)[number]

/** What a reader calls them. */
export const honourNames: Readonly<Record<HonourState, Text>> = {
  held: { zh: '有效', en: 'Held' },
  warned: { zh: '已提醒', en: 'Warned' },
  mending: { zh: '限期整改', en: 'Ordered to mend' },
  suspended: { zh: '暂停', en: 'Suspended' },
  revoked: { zh: '已撤销', en: 'Revoked' },
  ended: { zh: '已届满', en: 'Ended' },
}

const moves = {
  warn: { from: ['held'], to: 'warned' },
  clear: { from: ['warned'], to: 'held' },
  order: { from: ['held', 'warned'], to: 'mending' },
  suspend: { from: ['mending'], to: 'suspended' },
  revoke: { from: ['mending', 'suspended'], to: 'revoked' },
  restore: { from: ['mending', 'suspended', 'revoked'], to: 'held' },
  end: { from: ['held', 'warned', 'mending', 'suspended'], to: 'ended' },
} as const satisfies Readonly<Record<string, { from: readonly HonourState[]; to: HonourState }>>

export type HonourVerb = keyof typeof moves

/** Every verb, in the order in which they come about. */
export const honourVerbs = Object.keys(moves) as readonly HonourVerb[]

/** Those that somebody takes of one star; `end` comes with a later cycle alone. */
export const takenVerbs = honourVerbs.filter((verb): verb is Exclude<HonourVerb, 'end'> => verb !== 'end')

/** Every verb's name, as on its button and in the history. */
export const honourVerbNames: Readonly<Record<HonourVerb, Text>> = {
  warn: { zh: '提醒', en: 'Warn' },
  clear: { zh: '解除提醒', en: 'Clear the warning' },
  order: { zh: '限期整改', en: 'Order to mend' },
  suspend: { zh: '暂停星级', en: 'Suspend' },
  revoke: { zh: '撤销星级', en: 'Revoke' },
  restore: { zh: '恢复星级', en: 'Restore' },
  end: { zh: '届满', en: 'End' },
}

export interface HonourStep {
  readonly verb: HonourVerb
  readonly on: Day
  /** What it rests on: the rule, the finding. */
  readonly basis: string
  /** 文号; every step has one, null is refused. */
  readonly document: string | null
  /** order: mended until. */
  readonly due: Day | null
}

export type HonourRefusal = 'wrong-state' | 'basis-missing' | 'document-missing' | 'day-missing' | 'not-yet-due'

/** Why the step is refused; null when it may be taken. A star is suspended only after the day until which it was to mend. */
export function refusesHonour(state: HonourState, due: Day | null, step: HonourStep): HonourRefusal | null {
  const move: { readonly from: readonly HonourState[] } = moves[step.verb]
  if (!move.from.includes(state)) return 'wrong-state'
  if (step.basis.trim() === '') return 'basis-missing'
  if ((step.document ?? '').trim() === '') return 'document-missing'
  if (step.verb === 'order' && (step.due === null || step.due < step.on)) return 'day-missing'
  if ((step.verb === 'suspend' || step.verb === 'revoke') && state === 'mending' && due !== null && step.on <= due) return 'not-yet-due'
  return null
}

/** The state after a step. */
export function honourAfter(state: HonourState, verb: HonourVerb): HonourState {
  const move: { readonly from: readonly HonourState[]; readonly to: HonourState } = moves[verb]
  return move.from.includes(state) ? move.to : state
}

/** Whether a later year's cycle ends it. */
export function endsLater(state: HonourState): boolean {
  const from: readonly HonourState[] = moves.end.from
  return from.includes(state)
}

/** State as the fold of the steps since it was certified. */
export function foldHonour(verbs: readonly HonourVerb[]): HonourState {
  return verbs.reduce<HonourState>((state, verb) => honourAfter(state, verb), 'held')
}

/** Whether the unit has something to mend, and may say that it has. */
export function toMend(state: HonourState): boolean {
  return state === 'mending' || state === 'suspended'
}

/** Whether it counts as a star of the unit now: a warning or an order to mend takes nothing away. */
export function counts(state: HonourState): boolean {
  return state === 'held' || state === 'warned' || state === 'mending'
}
