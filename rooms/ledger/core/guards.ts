// Who may take which step when. Sides: the unit that owns the entry, the unit that must mend it, and the unit that arbitrates
// a refusal. One post may stand on several sides (a township reaches its villages); one person never checks what the same
// person did.

import type { Day } from '#ground/kernel/clock.ts'
import type { Code } from '#ground/kernel/code.ts'
import { covers, levelOf, parentOf } from '#ground/kernel/code.ts'
import type { Id } from '#ground/kernel/ids.ts'
import type { Entry, State, Verb } from './state.ts'

export type Side = 'owner' | 'subject' | 'arbiter'

/** What people do to an entry that is there. */
export type UserVerb = Exclude<Verb, 'assign' | 'escalate'>

interface Rule {
  readonly from: readonly State[]
  /** Any of these sides, each with the permission it needs there. */
  readonly sides: Partial<Readonly<Record<Side, string>>>
}

const owner = { owner: 'ledger.check' } as const
const subject = { subject: 'ledger.answer' } as const

/** The state diagram: from which states, and who. */
export const rules: Readonly<Record<UserVerb, Rule>> = {
  plan: { from: ['assigned', 'rectifying'], sides: { owner: 'ledger.assign', subject: 'ledger.answer' } },
  accept: { from: ['assigned'], sides: subject },
  refuse: { from: ['assigned'], sides: subject },
  arbitrate: { from: ['refused'], sides: { arbiter: 'ledger.arbitrate' } },
  rectify: { from: ['rectifying'], sides: subject },
  return: { from: ['checking'], sides: owner },
  closeOut: { from: ['checking'], sides: owner },
  askExtension: { from: ['assigned', 'rectifying'], sides: subject },
  decideExtension: { from: ['assigned', 'rectifying'], sides: owner },
  lookBack: { from: ['closed', 'held'], sides: owner },
  withdraw: { from: ['assigned', 'rectifying'], sides: owner },
}

/** Every verb of people, in the order of an entry's life. */
export const userVerbs = Object.keys(rules) as readonly UserVerb[]

/** Where a refusal is arbitrated: one level up; a county's own entries in the county itself, by another person. */
export function arbiterOf(unit: Code): Code {
  return levelOf(unit) > 3 ? (parentOf(unit) ?? unit) : unit
}

/** Whoever wants to take a step. */
export interface Who {
  readonly person: Id | null
  readonly scopes: readonly Code[]
  readonly subjects: readonly Code[]
  readonly grants: readonly string[]
}

/** The unit that owns the entry and the one that must mend. */
export interface Where {
  readonly unit: Code
  readonly subject: Code
}

/** Why not; null when the step may be taken. */
export type Refusal = 'not-yours' | 'wrong-state' | 'same-person' | 'too-late' | 'asked-already' | 'nothing-asked'

function standsOn(who: Who, where: Where, side: Side): boolean {
  if (side === 'owner') return covers(who.scopes, where.unit)
  return side === 'subject' ? covers(who.subjects, where.subject) : covers(who.scopes, arbiterOf(where.unit))
}

function didItself(entry: Entry, verb: UserVerb, person: Id | null, today: Day): boolean {
  if (person === null) return true
  if (verb === 'closeOut' || verb === 'lookBack' || verb === 'return')
    return entry.rectifiers.includes(person) || entry.responsibleAccount === person
  if (verb === 'decideExtension') return entry.extensionBy === person
  if (verb === 'arbitrate') return entry.refusedBy === person || entry.assignedBy === person
  // A mistake is taken back by whoever made it; what is or was late leaves the rates only with a second person's word.
  if (verb === 'withdraw')
    return entry.assignedBy === person && (entry.alarm > 0 || entry.everLate || (entry.due !== null && today > entry.due))
  return false
}

const mayOnSide = (where: Where, verb: UserVerb, who: Who): boolean =>
  (Object.entries(rules[verb].sides) as [Side, string][]).some(
    ([side, permission]) => who.grants.includes(permission) && standsOn(who, where, side),
  )

/** Whether the step is this person's once the entry is in a state for it; for devices that are away when it is. */
export const couldTake = (entry: Entry, where: Where, verb: UserVerb, who: Who, today: Day): boolean =>
  mayOnSide(where, verb, who) && !didItself(entry, verb, who.person, today)

/** Whether pictures of this person belong to the entry: of whoever mends, and of whoever assigned and checks. */
export const mayShow = (where: Where, who: Who): boolean =>
  mayOnSide(where, 'rectify', who) || mayOnSide(where, 'closeOut', who) || mayOnSide(where, 'plan', who)

/** Whether this person may take this step today. */
export function refuses(entry: Entry, where: Where, verb: UserVerb, who: Who, today: Day): Refusal | null {
  const { from } = rules[verb]
  if (!mayOnSide(where, verb, who)) return 'not-yours'
  if (!from.includes(entry.state)) return 'wrong-state'
  if (verb === 'decideExtension' && entry.extensionUntil === null) return 'nothing-asked'
  if (verb === 'askExtension') {
    if (entry.extensionUntil !== null) return 'asked-already'
    if (entry.due !== null && today > entry.due) return 'too-late'
  }
  return didItself(entry, verb, who.person, today) ? 'same-person' : null
}
