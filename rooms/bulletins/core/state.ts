// A bulletin is drafted, signed off by a second person, published under its number, and never changed afterwards; what was
// wrong is said by another bulletin that names it.

import type { Id } from '#ground/kernel/ids.ts'
import type { Text } from '#ground/kernel/problem.ts'

export type State = 'draft' | 'signed' | 'published'
export type Verb = 'revise' | 'signOff' | 'return' | 'publish' | 'correct' | 'takeDown'

/** Every state's name. */
export const stateNames: Readonly<Record<State, Text>> = {
  draft: { zh: '草稿', en: 'Draft' },
  signed: { zh: '已签发', en: 'Signed off' },
  published: { zh: '已印发', en: 'Published' },
}

/** Every verb's name, as on its button. */
export const verbNames: Readonly<Record<Verb, Text>> = {
  revise: { zh: '修改', en: 'Revise' },
  signOff: { zh: '签发', en: 'Sign off' },
  return: { zh: '退回修改', en: 'Return' },
  publish: { zh: '编号印发', en: 'Number and publish' },
  correct: { zh: '另发更正', en: 'Correct by another' },
  takeDown: { zh: '撤下图片', en: 'Take the picture down' },
}

interface Rule {
  readonly from: readonly State[]
  readonly permission: string
}

/** From which states, and with which permission. Revising a signed bulletin makes it a draft again. */
export const rules: Readonly<Record<Verb, Rule>> = {
  revise: { from: ['draft', 'signed'], permission: 'bulletins.draft' },
  signOff: { from: ['draft'], permission: 'bulletins.sign' },
  return: { from: ['draft', 'signed'], permission: 'bulletins.sign' },
  publish: { from: ['signed'], permission: 'bulletins.publish' },
  correct: { from: ['published'], permission: 'bulletins.draft' },
  takeDown: { from: ['published'], permission: 'bulletins.publish' },
}

/** All verbs, in the order of a bulletin's life. */
export const verbs = Object.keys(rules) as readonly Verb[]

/** Whether anybody may read it. */
export const isOpen = ({ state, audience }: { readonly state: State; readonly audience: string }): boolean =>
  state === 'published' && audience === 'public'

export interface Standing {
  readonly state: State
  /** Everybody who wrote in it since it was begun. */
  readonly editors: readonly Id[]
}

export type Refusal = 'wrong-state' | 'not-yours' | 'same-person'

/** Whether this account, with these permissions over the bulletin's unit, may do it. */
export function refuses(standing: Standing, verb: Verb, person: Id | null, grants: readonly string[]): Refusal | null {
  const { from, permission } = rules[verb]
  if (!grants.includes(permission)) return 'not-yours'
  if (!from.includes(standing.state)) return 'wrong-state'
  const second = verb === 'signOff' || verb === 'return'
  return second && (person === null || standing.editors.includes(person)) ? 'same-person' : null
}
