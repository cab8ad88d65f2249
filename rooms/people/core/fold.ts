// What this room holds, made again from its recorded acts alone: accounts with their state and home unit, posts with their
// periods, looks at phone numbers. Names, numbers and login names stand beside the acts, not in them, so that they can be
// erased; sessions and preferences are no acts at all. A test compares the fold with the tables.

import type { Code } from '#ground/kernel/code.ts'
import type { Id } from '#ground/kernel/ids.ts'
import { stateAfter } from './account.ts'
import type { AccountState, AccountVerb } from './account.ts'

/** One act of the room; `payload` is null where its reason was erased with the account. */
export interface PeopleAct {
  readonly verb: string
  readonly unit: Code
  /** `person:<id>` */
  readonly subject: string
  readonly actor: Id | null
  readonly payload: Readonly<Record<string, unknown>> | null
}

export interface FoldedAccount {
  readonly unit: Code
  readonly state: AccountState
  readonly password: boolean
  readonly mustChange: boolean
  /** End of the open invitation. */
  readonly invited: string | null
  /** Issuers of its single sign-on accounts, one for each. */
  readonly issuers: readonly string[]
}

export interface FoldedPost {
  readonly person: Id
  readonly unit: Code
  readonly role: string
  readonly star: string | null
  readonly round: Id | null
  readonly department: Id | null
  readonly from: string
  readonly to: string | null
}

export interface FoldedReveal {
  readonly person: Id
  readonly unit: Code
  readonly viewer: Id | null
}

export interface PeopleState {
  readonly accounts: ReadonlyMap<Id, FoldedAccount>
  readonly posts: ReadonlyMap<Id, FoldedPost>
  readonly reveals: ReadonlyMap<Id, FoldedReveal>
}

interface Ended {
  readonly post: Id
  readonly last: string
}

/** Where an account stands that no act has changed yet. */
const fresh = (unit: Code): FoldedAccount => ({ unit, state: 'active', password: false, mustChange: false, invited: null, issuers: [] })

function change(state: PeopleState, person: Id, changes: Partial<FoldedAccount>): PeopleState {
  const before = state.accounts.get(person)
  if (before === undefined) throw new Error(`an act speaks of ${person}, whose account no act made`)
  return { ...state, accounts: new Map(state.accounts).set(person, { ...before, ...changes }) }
}

function end(state: PeopleState, ended: readonly Ended[]): PeopleState {
  const posts = new Map(state.posts)
  for (const { post, last } of ended) {
    const before = posts.get(post)
    if (before === undefined) throw new Error(`an act ends ${post}, a post that no act gave`)
    posts.set(post, { ...before, to: last })
  }
  return { ...state, posts }
}

function move(state: PeopleState, person: Id, verb: AccountVerb): PeopleState {
  const before = state.accounts.get(person)?.state
  const next = before === undefined ? null : stateAfter(before, verb)
  if (next === null) throw new Error(`${verb} is recorded of ${person}, who could not be ${verb}ed then`)
  return change(state, person, { state: next })
}

/** The state after one more act. */
export function foldAct(state: PeopleState, act: PeopleAct): PeopleState {
  const person = act.subject.slice('person:'.length)
  const given = act.payload ?? {}
  switch (act.verb) {
    case 'create': {
      const account = {
        ...fresh(given['unit'] as Code),
        password: given['withPassword'] === true,
        mustChange: given['mustChange'] === true,
      }
      return { ...state, accounts: new Map(state.accounts).set(person, account) }
    }
    case 'update':
      return given['unit'] === undefined ? state : change(state, person, { unit: given['unit'] as Code })
    case 'givePost': {
      const { post, ...rest } = given as unknown as Omit<FoldedPost, 'person'> & { readonly post: Id }
      return { ...state, posts: new Map(state.posts).set(post, { ...rest, person }) }
    }
    case 'endPost':
      return act.payload === null ? state : end(state, [given as unknown as Ended])
    case 'invite':
      return change(state, person, { invited: given['expires'] as string })
    case 'acceptInvitation':
      return change(state, person, { invited: null, password: true, mustChange: false })
    case 'changePassword':
      // A new password ends an invitation that was still open, and so does a lock.
      return change(state, person, { invited: null, password: true, mustChange: false })
    case 'bindIdentity':
      return change(state, person, { issuers: [...(state.accounts.get(person)?.issuers ?? []), given['issuer'] as string].toSorted() })
    case 'lock':
      return change(move(state, person, 'lock'), person, { invited: null })
    case 'unlock':
      return move(state, person, 'unlock')
    case 'erase': {
      const erased = change(move(state, person, 'erase'), person, { password: false, mustChange: false, invited: null, issuers: [] })
      return end(erased, given['posts'] as readonly Ended[])
    }
    case 'reveal':
      return { ...state, reveals: new Map(state.reveals).set(given['reveal'] as Id, { person, unit: act.unit, viewer: act.actor }) }
    default:
      return state
  }
}
