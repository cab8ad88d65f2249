// Whether a verb is open to somebody now: null, or why not. Screens offer a button by the same answer that the server gives.

import type { Day } from '#ground/kernel/clock.ts'
import type { Id } from '#ground/kernel/ids.ts'
import { livingStates } from './candidacy.ts'
import type { Candidacy, ReviewState, RowNote, State, Verb } from './candidacy.ts'

/** What a post may do about the unit of a candidacy. */
export interface Who {
  readonly id: Id
  /** It speaks for the unit itself. */
  readonly own: boolean
  /** The person belongs to the unit or is linked to it (包联). */
  readonly linked: boolean
  /** The levels at which it reviews this star of this unit. */
  readonly reviews: readonly ReviewState[]
  /** It may do what belongs to the level above the county: sample. */
  readonly samples: boolean
  /** It certifies, publicises and decides appeals. */
  readonly decides: boolean
}

export type Refusal =
  | 'wrong-state'
  | 'not-yours'
  | 'linked'
  | 'same-person'
  | 'rows-missing'
  | 'day-missing'
  | 'day-passed'
  | 'sample-open'
  | 'appeal-late'

/** What a verb brings along, as far as guards weigh it. */
export interface Given {
  readonly today: Day
  readonly rows?: readonly RowNote[]
  readonly due?: Day | null
  /** appeal: the last day on which one may. */
  readonly appealUntil?: Day | null
}

const reviewed: readonly State[] = ['first', 'office', 'joint', 'agreed', 'publicised']

const from: Readonly<Record<Verb, readonly State[]>> = {
  begin: [],
  submit: ['checking', 'returned'],
  pass: ['first', 'office', 'joint'],
  return: reviewed,
  refuse: reviewed,
  draw: ['agreed'],
  confirm: ['agreed'],
  publicise: ['agreed'],
  certify: ['publicised'],
  appeal: ['refused'],
  uphold: ['appealed'],
  dismiss: ['appealed'],
  withdraw: ['checking', 'first', 'office', 'joint', 'returned'],
}

/** Who answers in a state: a review level, or whoever decides. */
function answers(state: State, who: Who): boolean {
  if (state === 'first' || state === 'office' || state === 'joint') return who.reviews.includes(state)
  return who.decides || (state === 'agreed' && who.samples)
}

function holds(candidacy: Candidacy, verb: Verb, who: Who): boolean {
  switch (verb) {
    case 'begin':
    case 'submit':
    case 'appeal':
    case 'withdraw':
      return who.own
    case 'pass':
    case 'return':
    case 'refuse':
      return answers(candidacy.state, who)
    case 'draw':
    case 'confirm':
      return who.samples
    default:
      return who.decides
  }
}

const byUnit: readonly Verb[] = ['begin', 'submit', 'appeal', 'withdraw']

/** Why the verb is refused; null when it is open. */
export function refuses(candidacy: Candidacy, verb: Verb, who: Who, given: Given): Refusal | null {
  if (!from[verb].includes(candidacy.state)) return 'wrong-state'
  if (!holds(candidacy, verb, who)) return 'not-yours'
  if (!byUnit.includes(verb) && who.linked) return 'linked'
  if (!byUnit.includes(verb) && candidacy.submitters.includes(who.id)) return 'same-person'
  if ((verb === 'uphold' || verb === 'dismiss') && candidacy.refusedBy === who.id) return 'same-person'
  return refusesContent(candidacy, verb, given)
}

function refusesContent(candidacy: Candidacy, verb: Verb, given: Given): Refusal | null {
  const rows = given.rows ?? []
  const due = given.due ?? null
  switch (verb) {
    case 'return':
      return rows.length === 0 ? 'rows-missing' : due === null ? 'day-missing' : due < given.today ? 'day-passed' : null
    case 'refuse':
    case 'dismiss':
      return rows.length === 0 ? 'rows-missing' : null
    case 'publicise':
      return candidacy.drawn && !candidacy.confirmed ? 'sample-open' : due === null ? 'day-missing' : null
    case 'confirm':
      return candidacy.drawn && !candidacy.confirmed ? null : 'wrong-state'
    case 'draw':
      return candidacy.drawn ? 'wrong-state' : null
    case 'appeal':
      return given.appealUntil !== undefined && given.appealUntil !== null && given.today > given.appealUntil ? 'appeal-late' : null
    default:
      return null
  }
}

const offered: readonly Verb[] = [
  'submit',
  'pass',
  'return',
  'refuse',
  'draw',
  'confirm',
  'publicise',
  'certify',
  'appeal',
  'uphold',
  'dismiss',
  'withdraw',
]

const contentRefusals: readonly (Refusal | null)[] = [null, 'rows-missing', 'day-missing', 'day-passed']

/** Verbs to offer: those that only lack what their form asks for. */
export function verbsFor(candidacy: Candidacy, who: Who, today: Day): Verb[] {
  return offered.filter((verb) => contentRefusals.includes(refuses(candidacy, verb, who, { today })))
}

/** Whether it is still under way. */
export function isLiving(candidacy: Pick<Candidacy, 'state'>): boolean {
  return livingStates.includes(candidacy.state)
}
