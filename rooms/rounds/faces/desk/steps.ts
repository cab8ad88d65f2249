// The line of steps on a round's page: where the round stands, and which verb leads on. Derived from the guards of core,
// so that the page never proposes what the server would refuse.

import { allows, type State, type Verb } from '../../core/state.ts'

export const steps = ['plan', 'rules', 'seats', 'ready', 'live', 'freeze', 'count', 'reveal', 'publish', 'close'] as const
export type Step = (typeof steps)[number]

export interface Standing {
  readonly state: State
  readonly units: number
  /** Judges' seats that were not revoked; null when the list does not know. */
  readonly judges: number | null
  /** Steps of the reveal that are still to come; null when unknown. */
  readonly left: number | null
}

const stepOfState: Readonly<Record<State, (standing: Standing) => Step>> = {
  planned: ({ units }) => (units === 0 ? 'plan' : 'rules'),
  fixed: ({ judges }) => (judges === 0 ? 'seats' : 'ready'),
  live: () => 'live',
  frozen: () => 'count',
  tallied: () => 'count',
  signed: () => 'reveal',
  revealed: ({ left }) => (left !== null && left > 0 ? 'reveal' : 'publish'),
  published: () => 'close',
  closed: () => 'close',
  cancelled: () => 'close',
}

/** The step at which the round stands. */
export function stepOf(standing: Standing): Step {
  return stepOfState[standing.state](standing)
}

const leading: Readonly<Record<Step, readonly Verb[]>> = {
  plan: ['include'],
  rules: ['fixRules'],
  seats: ['addSeats'],
  ready: ['open'],
  live: ['present'],
  freeze: ['freeze'],
  count: ['tally', 'sign'],
  reveal: ['reveal'],
  publish: ['publish'],
  close: ['close'],
}

/** The verb that leads on from a step; null when nothing is to be done there any more. */
export function leadingVerb(state: State, step: Step): Verb | null {
  return leading[step].find((verb) => allows(state, verb)) ?? null
}

/** The step as it is asked for in the address; the present one otherwise. */
export function stepAsked(asked: string | undefined, now: Step): Step {
  return steps.find((step) => step === asked) ?? now
}
