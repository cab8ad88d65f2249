// The life of an account, as verbs with guards: active ⇄ locked → erased. "Waiting" is not a state that anybody sets;
// it only says that no password and no single sign-on exists yet.

export type AccountState = 'active' | 'locked' | 'erased'
export type AccountVerb = 'lock' | 'unlock' | 'erase'

const after: Readonly<Record<AccountVerb, { readonly from: readonly AccountState[]; readonly to: AccountState }>> = {
  lock: { from: ['active'], to: 'locked' },
  unlock: { from: ['active', 'locked'], to: 'active' },
  erase: { from: ['active', 'locked'], to: 'erased' },
}

/** The state a verb leads to; null when the verb is refused in this state. Unlocking an active account lifts a lock-out. */
export function stateAfter(state: AccountState, verb: AccountVerb): AccountState | null {
  return after[verb].from.includes(state) ? after[verb].to : null
}

/** Days after the end of the last post until an account is erased by itself, and that looks at phone numbers are kept. */
export const daysKept = 1095

/** What stands in place of the name of an erased account. */
export const erasedName = '已注销'

/** What a list shows: the state, or `waiting` for an active account that nobody can sign in to yet. */
export function shownState(state: AccountState, canSignIn: boolean): AccountState | 'waiting' {
  return state === 'active' && !canSignIn ? 'waiting' : state
}
