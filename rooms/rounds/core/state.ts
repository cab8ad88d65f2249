// The life of a round: which verb leads from where to where. The same table serves server and screens, so a button is
// offered exactly when its verb would be taken.

import type { Text } from '#ground/kernel/problem.ts'

/** Stages of a round, in the order in which they are reached. */
export const states = ['planned', 'fixed', 'live', 'frozen', 'tallied', 'signed', 'revealed', 'published', 'closed', 'cancelled'] as const
export type State = (typeof states)[number]

/** What a reader calls them. */
export const stateNames: Readonly<Record<State, Text>> = {
  planned: { zh: '筹备中', en: 'planned' },
  fixed: { zh: '规则已定', en: 'rules fixed' },
  live: { zh: '进行中', en: 'under way' },
  frozen: { zh: '已封存', en: 'frozen' },
  tallied: { zh: '已计票', en: 'counted' },
  signed: { zh: '已签字', en: 'signed' },
  revealed: { zh: '已揭晓', en: 'revealed' },
  published: { zh: '已公布', en: 'published' },
  closed: { zh: '已办结', en: 'closed' },
  cancelled: { zh: '已取消', en: 'cancelled' },
}

const all = states.filter((state) => state !== 'cancelled')
const before = (end: State): readonly State[] => states.slice(0, states.indexOf(end))
const from = (first: State, last: State): readonly State[] => states.slice(states.indexOf(first), states.indexOf(last) + 1)

interface Step {
  readonly from: readonly State[]
  /** Absent: the verb leaves the state as it is. */
  readonly to?: State
}

/** Every verb of a round: where it may be used and where it leads. */
export const steps = {
  revise: { from: ['planned'] },
  include: { from: ['planned'] },
  setRules: { from: ['planned'] },
  fixRules: { from: ['planned'], to: 'fixed' },
  changeRules: { from: from('fixed', 'frozen') },
  addSeats: { from: before('frozen') },
  inviteSeat: { from: before('revealed') },
  revokeSeat: { from: before('closed') },
  recuse: { from: before('tallied') },
  open: { from: ['fixed'], to: 'live' },
  cancel: { from: ['planned', 'fixed', 'live'], to: 'cancelled' },
  sealDraw: { from: before('frozen') },
  enterDraw: { from: before('frozen') },
  turn: { from: ['live'] },
  order: { from: before('frozen') },
  present: { from: ['live'] },
  setTimer: { from: ['live'] },
  showExhibit: { from: ['live'] },
  show: { from: from('fixed', 'published') },
  score: { from: ['live'] },
  photo: { from: from('live', 'published') },
  withdrawPhoto: { from: from('live', 'signed') },
  enterPaper: { from: from('live', 'frozen') },
  confirmPaper: { from: from('live', 'frozen') },
  withdrawSheet: { from: from('live', 'frozen') },
  adjust: { from: from('live', 'frozen') },
  remark: { from: from('fixed', 'published') },
  find: { from: from('planned', 'live') },
  freeze: { from: ['live'], to: 'frozen' },
  thaw: { from: ['frozen'], to: 'live' },
  tally: { from: ['frozen'], to: 'tallied' },
  voidTally: { from: ['tallied', 'signed'], to: 'frozen' },
  sign: { from: ['tallied'] },
  signLast: { from: ['tallied'], to: 'signed' },
  reveal: { from: ['signed', 'revealed'], to: 'revealed' },
  publish: { from: ['revealed'], to: 'published' },
  correct: { from: ['published', 'closed'], to: 'frozen' },
  close: { from: ['published'], to: 'closed' },
  openVote: { from: from('tallied', 'published') },
  vote: { from: from('tallied', 'published') },
  closeVote: { from: from('tallied', 'published') },
  award: { from: from('published', 'closed') },
  toLedger: { from: from('planned', 'closed') },
  decideRecount: { from: from('revealed', 'closed') },
  draftBulletin: { from: from('published', 'closed') },
  look: { from: all },
} as const satisfies Readonly<Record<string, Step>>

export type Verb = keyof typeof steps

/** Whether the verb may be used in this state. */
export function allows(state: State, verb: Verb): boolean {
  return (steps[verb].from as readonly State[]).includes(state)
}

/** The state after the verb; the same when it moves nothing. */
export function after(state: State, verb: Verb): State {
  const step: Step = steps[verb]
  return step.to ?? state
}

/** State as the fold of a round's verbs; verbs that were not allowed are not in its acts. */
export function fold(verbs: readonly Verb[]): State {
  return verbs.reduce<State>((state, verb) => after(state, verb), 'planned')
}
