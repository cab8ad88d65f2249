// What a phone keeps of an entry's steps: each is decided here, perhaps without a line, and bears the key with which it is sent, so
// that one whose answer was lost is taken once. Where the entry stood then goes along, so that the server can say that it has
// moved since; what becomes of the step then is for the person to choose.

import type { Day } from '#ground/kernel/clock.ts'
import type { Code } from '#ground/kernel/code.ts'
import type { Id } from '#ground/kernel/ids.ts'
import { rules } from './guards.ts'
import type { UserVerb } from './guards.ts'
import type { Alarm } from './deadline.ts'
import type { State } from './state.ts'

/** What is done on the phone; the rest is done at a desk. */
export const phoneVerbs = ['accept', 'rectify', 'closeOut', 'return', 'askExtension', 'refuse'] as const

export type PhoneVerb = (typeof phoneVerbs)[number]

/** Where an entry stands, as far as a step can be out of date: a return begins another round of the same state. */
export interface Seen {
  readonly state: State
  readonly returns: number
}

/** Whether the entry has moved on since it was seen so. */
export const hasMoved = (now: Seen, seen: Seen): boolean => now.state !== seen.state || now.returns !== seen.returns

/** `draft`: still being written. `gone`: given up here. */
export type StepState = 'draft' | 'waiting' | 'arrived' | 'refused' | 'gone'

export interface LocalStep {
  /** Also the key of its submission. */
  readonly id: Id
  readonly unit: Code
  readonly entry: Id
  readonly verb: PhoneVerb
  /** Its basis, report, reason, or what was found on the spot. */
  readonly text: string
  /** askExtension: the day wanted; empty while none is given. */
  readonly until: string
  /** return: working days given anew. closeOut: months until the look-back. Null while none is given: what is deleted stays so. */
  readonly count: number | null
  readonly seen: Seen
  /** When it was begun, by this device; orders what was done here and goes nowhere. */
  readonly made: number
  readonly state: StepState
  /** What the server said when it took it not. */
  readonly refused: string | null
}

export type LocalSteps = Readonly<Record<Id, LocalStep>>

/** Working days for a return, and months until the look-back, unless something else is typed. */
export const usualCount = (verb: PhoneVerb): number => (verb === 'return' ? 5 : 3)

const order: Readonly<Record<StepState, number>> = { draft: 0, waiting: 1, refused: 2, arrived: 3, gone: 4 }

/** With one that moved on; what another page of the device still thinks takes nothing back. */
export function stoodStep(steps: LocalSteps, next: LocalStep): LocalSteps {
  const here = steps[next.id]
  return here !== undefined && order[next.state] < order[here.state] ? steps : { ...steps, [next.id]: next }
}

const inOrder = (steps: LocalSteps): LocalStep[] => Object.values(steps).toSorted((a, b) => a.made - b.made)

/** Steps of one entry in some of the states, in their order. */
export const stepsOn = (steps: LocalSteps, entry: Id, ...states: readonly StepState[]): LocalStep[] =>
  inOrder(steps).filter((step) => step.entry === entry && states.includes(step.state))

/** The next to send; what follows one that was not taken waits until somebody has chosen what becomes of it. */
export const stepToSend = (steps: LocalSteps): LocalStep | undefined =>
  inOrder(steps).find((step) => step.state === 'waiting' && stepsOn(steps, step.entry, 'refused').length === 0)

/** An entry as the server last told of it. */
export interface Told extends Seen {
  readonly extensionUntil: Day | null
  readonly due: Day | null
  /** Verbs of the acting post's side that its person may take once the state is right. */
  readonly takes: readonly UserVerb[]
}

interface Here extends Seen {
  /** Reported from this phone: somebody else checks it. */
  readonly reported: boolean
  readonly asked: boolean
}

const next: Readonly<Record<PhoneVerb, (here: Here) => Here>> = {
  accept: (here) => ({ ...here, state: 'rectifying' }),
  refuse: (here) => ({ ...here, state: 'refused' }),
  rectify: (here) => ({ ...here, state: 'checking', reported: true }),
  closeOut: (here) => ({ ...here, state: 'closed' }),
  return: (here) => ({ ...here, state: 'rectifying', returns: here.returns + 1 }),
  askExtension: (here) => ({ ...here, asked: true }),
}

/** The entry with what waits here already done. */
export const standsHere = (told: Told, steps: LocalSteps, entry: Id): Here =>
  stepsOn(steps, entry, 'waiting').reduce<Here>((here, step) => next[step.verb](here), {
    state: told.state,
    returns: told.returns,
    reported: false,
    asked: told.extensionUntil !== null,
  })

/** What may be done with it here today, the main act first; the server asks its guards again. */
export function verbsHere(told: Told, steps: LocalSteps, entry: Id, today: Day): PhoneVerb[] {
  const here = standsHere(told, steps, entry)
  return phoneVerbs.filter((verb) => {
    if (!told.takes.includes(verb) || !rules[verb].from.includes(here.state)) return false
    if (verb === 'askExtension') return !here.asked && (told.due === null || today <= told.due)
    return !(here.reported && (verb === 'closeOut' || verb === 'return'))
  })
}

/** Accepted by a colleague meanwhile: nothing is left to choose. */
export const isMoot = (step: LocalStep, now: Seen): boolean =>
  step.verb === 'accept' && now.state === 'rectifying' && now.returns === step.seen.returns

/** Whether a step says enough to be sent. */
export function isWhole(
  { verb, text, until, count }: Pick<LocalStep, 'verb' | 'text' | 'until' | 'count'>,
  told: Pick<Told, 'due'>,
): boolean {
  if (verb === 'askExtension') return text.trim() !== '' && /^\d{4}-\d{2}-\d{2}$/.test(until) && until > (told.due ?? '')
  if (verb === 'return') return text.trim() !== '' && count !== null && count >= 1
  if (verb === 'closeOut') return count !== null
  return verb === 'accept' || text.trim() !== ''
}

/** Whether something was written in it that would be lost. */
export const isWritten = ({ text, until }: Pick<LocalStep, 'text' | 'until'>): boolean => text.trim() !== '' || until !== ''

/** Where an entry stands in the list. */
export type Place = 'late' | 'assigned' | 'rectifying' | 'checking' | 'others'

interface Listed {
  readonly state: State
  readonly alarm: Alarm
  readonly due: Day | null
}

/** What is late stands before everything else. */
export function placeOf({ state, alarm }: Listed): Place {
  if (alarm.startsWith('late')) return 'late'
  return state === 'assigned' || state === 'rectifying' || state === 'checking' ? state : 'others'
}

/** The earliest day first; without one last. */
export const byDue = (a: Listed, b: Listed): number => ((a.due ?? '9999') < (b.due ?? '9999') ? -1 : a.due === b.due ? 0 : 1)

/** For the bar that is always honest. A draft counts as kept once something is written in it. */
export function stepCounts(steps: LocalSteps): { readonly here: number; readonly arrived: number; readonly refused: number } {
  const all = Object.values(steps)
  const of = (state: StepState): number => all.filter((step) => step.state === state).length
  const written = all.filter((step) => step.state === 'draft' && isWritten(step)).length
  return { here: of('waiting') + written, arrived: of('arrived'), refused: of('refused') }
}
