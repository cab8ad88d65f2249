// One star of one unit in one cycle, as a fold of its steps. Server and screens use the same fold; every verb asks its guard
// (guards.ts) first, and nobody sets a state. Stars are folded apart, so reviews of different offices cannot meet.

import type { Day } from '#ground/kernel/clock.ts'
import type { Code } from '#ground/kernel/code.ts'
import type { Id } from '#ground/kernel/ids.ts'
import type { Text } from '#ground/kernel/problem.ts'

/** Where a candidacy stands; `first`, `office` and `joint` wait for that level's answer. */
export const states = [
  'checking',
  'first',
  'office',
  'joint',
  'agreed',
  'publicised',
  'certified',
  'returned',
  'refused',
  'appealed',
  'dismissed',
  'withdrawn',
] as const
export type State = (typeof states)[number]

/** What a reader calls them. */
export const stateNames: Readonly<Record<State, Text>> = {
  checking: { zh: '自查中', en: 'Self-check' },
  first: { zh: '待乡镇初审', en: 'Awaiting first review' },
  office: { zh: '待专班审核', en: 'Awaiting the office of the star' },
  joint: { zh: '待县级联审', en: 'Awaiting joint review' },
  agreed: { zh: '联审通过', en: 'Agreed in joint review' },
  publicised: { zh: '公示中', en: 'Publicised' },
  certified: { zh: '已认定', en: 'Certified' },
  returned: { zh: '退回修改', en: 'Returned' },
  refused: { zh: '未通过', en: 'Not passed' },
  appealed: { zh: '申诉中', en: 'Appealed' },
  dismissed: { zh: '申诉未支持', en: 'Appeal dismissed' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
}

/** States in which a level has it on the table. */
export const reviewStates = ['first', 'office', 'joint'] as const
export type ReviewState = (typeof reviewStates)[number]

/** States in which it is still under way. */
export const livingStates: readonly State[] = ['checking', 'first', 'office', 'joint', 'agreed', 'publicised', 'returned', 'appealed']

export type Verb =
  | 'begin'
  | 'submit'
  | 'pass'
  | 'return'
  | 'refuse'
  | 'draw'
  | 'confirm'
  | 'publicise'
  | 'certify'
  | 'appeal'
  | 'uphold'
  | 'dismiss'
  | 'withdraw'

/** Every verb's name, as on its button and in the history. */
export const verbNames: Readonly<Record<Verb, Text>> = {
  begin: { zh: '开始自查', en: 'Begin the self-check' },
  submit: { zh: '提交申报', en: 'Submit' },
  pass: { zh: '审核通过', en: 'Pass' },
  return: { zh: '退回修改', en: 'Return' },
  refuse: { zh: '审核不通过', en: 'Refuse' },
  draw: { zh: '抽中抽查', en: 'Draw for a sample' },
  confirm: { zh: '抽查确认', en: 'Confirm the sample' },
  publicise: { zh: '公示', en: 'Publicise' },
  certify: { zh: '认定', en: 'Certify' },
  appeal: { zh: '申诉', en: 'Appeal' },
  uphold: { zh: '支持申诉', en: 'Uphold the appeal' },
  dismiss: { zh: '不支持申诉', en: 'Dismiss the appeal' },
  withdraw: { zh: '撤回申报', en: 'Withdraw' },
}

/** A row that a return or a refusal names: a criterion or a bottom line, and why. */
export interface RowNote {
  readonly row: string
  readonly reason: string
}

export interface Step {
  readonly verb: Verb
  readonly on: Day
  /** The account. */
  readonly by: Id
  /** The unit of the post that took it. */
  readonly byUnit: Code
  readonly rows: readonly RowNote[]
  readonly reason: string
  /** return: mended until; publicise: the last day shown. */
  readonly due: Day | null
  /** submit: digest of the rows; publicise: the publicity. */
  readonly other: string | null
}

export interface Candidacy {
  readonly state: State
  /** How often it was submitted. */
  readonly submissions: number
  /** returned, refused, appealed: the level it came from, to which it goes back. */
  readonly back: ReviewState | null
  /** returned: mended until. */
  readonly due: Day | null
  /** returned, refused: what was named. */
  readonly rows: readonly RowNote[]
  /** Accounts that submitted; none of them reviews. */
  readonly submitters: readonly Id[]
  /** Accounts that passed it since it was last submitted to the first level, by level. */
  readonly reviewers: readonly Id[]
  /** Digest of the rows as last submitted. */
  readonly digest: string | null
  /** Drawn for a sample, and confirmed there. */
  readonly drawn: boolean
  readonly confirmed: boolean
  readonly publicity: string | null
  readonly publicUntil: Day | null
  readonly refusedOn: Day | null
  readonly refusedBy: Id | null
  readonly certifiedOn: Day | null
}

const cleared = { back: null, due: null, rows: [], publicity: null, publicUntil: null } as const

/** A new candidacy; `begin` is always its first step. */
export const begun: Candidacy = {
  ...cleared,
  state: 'checking',
  submissions: 0,
  submitters: [],
  reviewers: [],
  digest: null,
  drawn: false,
  confirmed: false,
  refusedOn: null,
  refusedBy: null,
  certifiedOn: null,
}

const added = (ids: readonly Id[], id: Id): readonly Id[] => (ids.includes(id) ? ids : [...ids, id])

const next: Readonly<Record<ReviewState, State>> = { first: 'office', office: 'joint', joint: 'agreed' }

/** The level to which a candidacy returns from here: what came after joint review is weighed jointly again. */
export function levelOfState(state: State): ReviewState | null {
  return state === 'first' || state === 'office' || state === 'joint'
    ? state
    : state === 'agreed' || state === 'publicised'
      ? 'joint'
      : null
}

/** The candidacy after a step whose guard was asked before. */
export function after(before: Candidacy, step: Step): Candidacy {
  switch (step.verb) {
    case 'submit':
      return {
        ...before,
        ...cleared,
        state: before.back ?? 'first',
        submissions: before.submissions + 1,
        submitters: added(before.submitters, step.by),
        digest: step.other,
      }
    case 'pass':
      return {
        ...before,
        state: next[levelOfState(before.state) ?? 'first'],
        reviewers: added(before.reviewers, step.by),
      }
    case 'return':
      return {
        ...before,
        ...cleared,
        state: 'returned',
        back: levelOfState(before.state),
        due: step.due,
        rows: step.rows,
        confirmed: false,
      }
    case 'refuse':
      return {
        ...before,
        ...cleared,
        state: 'refused',
        back: levelOfState(before.state),
        rows: step.rows,
        refusedOn: step.on,
        refusedBy: step.by,
      }
    case 'draw':
      return { ...before, drawn: true, confirmed: false }
    case 'confirm':
      return { ...before, confirmed: true, reviewers: added(before.reviewers, step.by) }
    case 'publicise':
      return { ...before, state: 'publicised', publicity: step.other, publicUntil: step.due }
    case 'certify':
      return { ...before, state: 'certified', certifiedOn: step.on }
    case 'appeal':
      return { ...before, state: 'appealed' }
    case 'uphold':
      return { ...before, ...cleared, state: before.back ?? 'first', refusedOn: null, refusedBy: null }
    case 'dismiss':
      return { ...before, state: 'dismissed' }
    case 'withdraw':
      return { ...before, ...cleared, state: 'withdrawn' }
    default:
      throw new Error('begin starts a candidacy')
  }
}

/** The candidacy from all its steps, oldest first. */
export function fold(steps: readonly Step[]): Candidacy {
  const [first, ...rest] = steps
  if (first?.verb !== 'begin') throw new Error('a candidacy starts with begin')
  return rest.reduce(after, begun)
}
