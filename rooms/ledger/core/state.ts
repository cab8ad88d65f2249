// The life of one ledger entry as a fold of its steps. Server and screens use the same fold; every verb asks its guard
// (guards.ts) first, and nobody sets a state.

import type { Day } from '#ground/kernel/clock.ts'
import type { Code } from '#ground/kernel/code.ts'
import type { Id } from '#ground/kernel/ids.ts'
import type { Text } from '#ground/kernel/problem.ts'

/** `held`: looked at again and still mended. `relapsed`: the problem came back, a new entry is linked. */
export type State = 'assigned' | 'refused' | 'rectifying' | 'checking' | 'closed' | 'held' | 'relapsed' | 'withdrawn'

export type Verb =
  | 'assign'
  | 'plan'
  | 'accept'
  | 'refuse'
  | 'arbitrate'
  | 'rectify'
  | 'return'
  | 'closeOut'
  | 'askExtension'
  | 'decideExtension'
  | 'lookBack'
  | 'withdraw'
  | 'escalate'

/** Who mends it, how, and who sees to it: names of posts or duties, with an account where there is one. */
export interface Plan {
  readonly measure: string
  readonly responsible: string
  readonly responsibleAccount: Id | null
  readonly supervisor: string
}

export interface Step {
  readonly verb: Verb
  readonly on: Day
  /** The account; null for the house itself. */
  readonly by: Id | null
  /** assign, arbitrate, return, decideExtension: working days allowed, where they are known. */
  readonly days: number | null
  /** The day that goes with the verb: the deadline (rectify and refuse: the one in force), the wanted one (askExtension), the (next) look-back (closeOut, lookBack). */
  readonly due: Day | null
  /** arbitrate: the refusal stands; decideExtension: granted; lookBack: still mended. */
  readonly granted: boolean | null
  readonly text: string
  /** assign and plan. */
  readonly plan: Plan | null
  /** assign: the entry that relapsed into this one; lookBack: the new one. */
  readonly other: Id | null
  /** escalate: more than this many times the days allowed have passed; one such step a term and level. */
  readonly level: 1 | 3 | null
  /** escalate: the unit that was told. */
  readonly told: Code | null
}

export interface Entry extends Plan {
  readonly state: State
  /** The day from which working days are counted; it does not count itself. */
  readonly clockFrom: Day
  readonly days: number | null
  /** The last day in time; null while the calendar of its year is not known. */
  readonly due: Day | null
  readonly assignedOn: Day
  readonly assignedBy: Id | null
  readonly refusedBy: Id | null
  /** Accounts that reported it as mended; none of them closes it out. */
  readonly rectifiers: readonly Id[]
  /** Reported or refused after its day at least once, whatever new days it was given then. */
  readonly everLate: boolean
  /** What was last reported as done. */
  readonly report: string
  readonly rectifiedOn: Day | null
  readonly closedOn: Day | null
  readonly closedBy: Id | null
  /** An extension asked for and not yet decided. */
  readonly extensionUntil: Day | null
  readonly extensionBy: Id | null
  readonly extensions: number
  readonly returns: number
  readonly lookBackOn: Day | null
  readonly relapseOf: Id | null
  readonly relapsedAs: Id | null
  /** The number of its present term: assigning gives the first, whatever sets the days anew the next. */
  readonly term: number
  /** Steps of escalation taken in this term: 0, 1 (once the days allowed) or 2 (three times). */
  readonly alarm: number
  /** The unit that was told last in this term. */
  readonly told: Code | null
}

/** Every state's name. */
export const stateNames: Readonly<Record<State, Text>> = {
  assigned: { zh: '已交办', en: 'Assigned' },
  refused: { zh: '不予接收，待裁定', en: 'Refused, to be arbitrated' },
  rectifying: { zh: '整改中', en: 'In rectification' },
  checking: { zh: '待复核', en: 'Awaiting check' },
  closed: { zh: '已销号', en: 'Closed out' },
  held: { zh: '回头看合格', en: 'Closed out, still mended' },
  relapsed: { zh: '反弹', en: 'Relapsed' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
}

/** Every verb's name, as on its button and in the history. */
export const verbNames: Readonly<Record<Verb, Text>> = {
  assign: { zh: '交办', en: 'Assign' },
  plan: { zh: '定责任和措施', en: 'Set duty and measure' },
  accept: { zh: '接收', en: 'Accept' },
  refuse: { zh: '不予接收', en: 'Refuse' },
  arbitrate: { zh: '裁定', en: 'Arbitrate' },
  rectify: { zh: '报告整改', en: 'Report as rectified' },
  return: { zh: '退回整改', en: 'Return' },
  closeOut: { zh: '销号', en: 'Close out' },
  askExtension: { zh: '申请延期', en: 'Ask for an extension' },
  decideExtension: { zh: '答复延期', en: 'Decide the extension' },
  lookBack: { zh: '回头看', en: 'Look back' },
  withdraw: { zh: '撤回', en: 'Withdraw' },
  escalate: { zh: '逾期上报', en: 'Escalate' },
}

/** States in which the problem is not yet mended and checked. */
export const openStates: readonly State[] = ['assigned', 'refused', 'rectifying', 'checking']

/** States that count as closed out. */
export const closedStates: readonly State[] = ['closed', 'held']

const noPlan: Plan = { measure: '', responsible: '', responsibleAccount: null, supervisor: '' }

/** A new entry from its `assign` step. */
export function assigned(step: Step): Entry {
  return {
    ...(step.plan ?? noPlan),
    state: 'assigned',
    clockFrom: step.on,
    days: step.days,
    due: step.due,
    assignedOn: step.on,
    assignedBy: step.by,
    refusedBy: null,
    rectifiers: [],
    everLate: false,
    report: '',
    rectifiedOn: null,
    closedOn: null,
    closedBy: null,
    extensionUntil: null,
    extensionBy: null,
    extensions: 0,
    returns: 0,
    lookBackOn: null,
    relapseOf: step.other,
    relapsedAs: null,
    term: 1,
    alarm: 0,
    told: null,
  }
}

const settled = { extensionUntil: null, extensionBy: null } as const
/** Days given anew: the alarms of the term before are over, and those of the new one are still to come. */
const termAnew = (before: Entry, step: Step) => ({ days: step.days, due: step.due, term: before.term + 1, alarm: 0, told: null }) as const
/** Taken after the day in force. */
const isLate = ({ on, due }: Step): boolean => due !== null && on > due
const added = (ids: readonly Id[], id: Id | null): readonly Id[] => (id === null || ids.includes(id) ? ids : [...ids, id])

/** The entry after a step whose guard was asked before. */
export function after(before: Entry, step: Step): Entry {
  switch (step.verb) {
    case 'plan':
      return { ...before, ...(step.plan ?? noPlan) }
    case 'accept':
      return { ...before, state: 'rectifying' }
    case 'refuse':
      return { ...before, ...settled, state: 'refused', refusedBy: step.by, everLate: before.everLate || isLate(step) }
    case 'arbitrate':
      return step.granted === true
        ? { ...before, state: 'withdrawn' }
        : { ...before, state: 'rectifying', clockFrom: step.on, ...termAnew(before, step) }
    case 'rectify':
      return {
        ...before,
        ...settled,
        state: 'checking',
        rectifiers: added(before.rectifiers, step.by),
        everLate: before.everLate || isLate(step),
        report: step.text,
        rectifiedOn: step.on,
      }
    case 'return':
      return {
        ...before,
        state: 'rectifying',
        clockFrom: step.on,
        ...termAnew(before, step),
        rectifiedOn: null,
        returns: before.returns + 1,
      }
    case 'closeOut':
      return { ...before, state: 'closed', closedOn: step.on, closedBy: step.by, lookBackOn: step.due }
    case 'askExtension':
      return { ...before, extensionUntil: step.due, extensionBy: step.by }
    case 'decideExtension':
      return step.granted === true
        ? { ...before, ...settled, ...termAnew(before, step), extensions: before.extensions + 1 }
        : { ...before, ...settled }
    case 'lookBack':
      return step.granted === true
        ? { ...before, state: 'held', lookBackOn: step.due }
        : { ...before, state: 'relapsed', lookBackOn: null, relapsedAs: step.other }
    case 'withdraw':
      return { ...before, ...settled, state: 'withdrawn' }
    case 'escalate':
      return { ...before, alarm: step.level === 3 ? 2 : Math.max(1, before.alarm), told: step.told }
    default:
      throw new Error('assign begins an entry')
  }
}

/** The entry from all its steps, oldest first. */
export function fold(steps: readonly Step[]): Entry {
  const [first, ...rest] = steps
  if (first === undefined || first.verb !== 'assign') throw new Error('an entry begins with assign')
  return rest.reduce(after, assigned(first))
}
