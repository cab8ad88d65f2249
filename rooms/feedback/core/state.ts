// The life of one complaint or suggestion, as a fold of its steps. Server and screens use the same fold,
// and every verb asks its guard here; nobody sets a state.

import type { Day } from '#ground/kernel/clock.ts'
import type { Text } from '#ground/kernel/problem.ts'

/** `transferred` is the end of a record whose successor stands in another county's books under the same tracking code. */
export type State = 'received' | 'handling' | 'answered' | 'satisfied' | 'reopened' | 'closed' | 'transferred'

export type Verb = 'file' | 'accept' | 'answer' | 'transfer' | 'receive' | 'rate' | 'close'

/** What is told about a step: `satisfied` belongs to `rate` only. */
export interface Step {
  readonly verb: Verb
  readonly on: Day
  readonly satisfied?: boolean | null
}

export interface Case {
  readonly state: State
  /** The follow-up visit (回访评价) happens once. */
  readonly rated: boolean
  /** The day from which the days to answer are counted. */
  readonly clockFrom: Day
  readonly answeredOn: Day | null
  readonly closedOn: Day | null
}

/** Every state's name, as it is shown to those who sent it and to those who deal with it. */
export const stateNames: Readonly<Record<State, Text>> = {
  received: { zh: '已收到', en: 'Received' },
  handling: { zh: '办理中', en: 'Being handled' },
  answered: { zh: '已答复', en: 'Answered' },
  satisfied: { zh: '满意', en: 'Satisfied' },
  reopened: { zh: '不满意，继续办理', en: 'Not satisfied, handled further' },
  closed: { zh: '已办结', en: 'Closed' },
  transferred: { zh: '已转出', en: 'Transferred' },
}

/** States in which somebody owes an answer. */
export const openStates: readonly State[] = ['received', 'handling', 'reopened']

/** How states are grouped where they are filtered. */
export const stateGroups: Readonly<Record<'open' | 'answered' | 'closed', readonly State[]>> = {
  open: openStates,
  answered: ['answered', 'satisfied'],
  closed: ['closed', 'transferred'],
}

const from: Readonly<Record<Exclude<Verb, 'file' | 'receive'>, readonly State[]>> = {
  accept: ['received', 'reopened'],
  answer: openStates,
  transfer: openStates,
  rate: ['answered'],
  close: ['answered', 'satisfied'],
}

/** Whether the verb is possible in this state; `rate` also needs that nobody rated before. */
export function allows(given: Pick<Case, 'state' | 'rated'>, verb: keyof typeof from): boolean {
  return from[verb].includes(given.state) && !(verb === 'rate' && given.rated)
}

/** A new record: filed by somebody, or received from another county. */
export function opened(on: Day): Case {
  return { state: 'received', rated: false, clockFrom: on, answeredOn: null, closedOn: null }
}

/** The record after a step. The guards were asked before; a step that contradicts them is a bug. */
export function after(before: Case, step: Step, moved = false): Case {
  switch (step.verb) {
    case 'accept':
      return { ...before, state: 'handling' }
    case 'answer':
      return { ...before, state: 'answered', answeredOn: step.on }
    case 'rate':
      return step.satisfied === true
        ? { ...before, state: 'satisfied', rated: true }
        : { ...before, state: 'reopened', rated: true, clockFrom: step.on, answeredOn: null }
    case 'transfer':
      return moved ? { ...before, state: 'transferred', closedOn: step.on } : { ...before, state: 'received', clockFrom: step.on }
    case 'close':
      return { ...before, state: 'closed', closedOn: step.on }
    default:
      throw new Error(`${step.verb} begins a record`)
  }
}

/** The state of a record from its steps, oldest first; the first one is `file` or `receive`. */
export function fold(steps: readonly Step[], moved = false): Case {
  const [first, ...rest] = steps
  if (first === undefined || (first.verb !== 'file' && first.verb !== 'receive')) throw new Error('a record begins with file or receive')
  return rest.reduce((state, step, index) => after(state, step, moved && index === rest.length - 1), opened(first.on))
}
