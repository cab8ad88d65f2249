// What every page of the stars stands in: the honest bar, and before anything is known, why there is nothing yet.

import { use, useEffect } from 'react'
import type { ReactNode } from 'react'
import { useLanguage } from '#ground/ui/language.ts'
import { Outside, SignIn } from '#ground/ui/pocket/outside.tsx'
import { useWords } from '#ground/ui/words.ts'
import { isAnswer } from './hand-client.ts'
import type { Hand } from './hand-client.ts'
import type { HandState } from './hand-state.ts'
import { handStore, useHand } from './hand-store.ts'
import type { HandStore } from './hand-store.ts'
import { Refusal } from './refusal.tsx'
import { HonestBar } from './honest-bar.tsx'
import './stars.css'
import { words } from './words.ts'

export interface Doing {
  readonly store: HandStore
  readonly state: HandState
  readonly hand: Hand
}

export function HandFrame({ children }: { readonly children: (doing: Doing) => ReactNode }) {
  const text = useWords(words)
  const store = use(handStore())
  const state = useHand(store)
  const { hand, signedOut, line, problem } = state
  const [language] = useLanguage()
  // What is kept is in the language it was asked in; what is shown follows as soon as there is a line.
  const behind = hand !== null && hand.in !== language
  useEffect(() => {
    if (behind) void store.refresh()
  }, [store, behind])
  if (hand === null) {
    const barred = isAnswer(problem) && problem.status === 403
    const why = barred ? 'other-role' : signedOut ? 'signed-out' : line === 'lost' ? 'lost' : problem === null ? 'loading' : 'other-role'
    return (
      <Outside why={why} title={text.title} says={{ ...text, otherRole: barred ? text.otherRole : undefined }}>
        <Refusal problem={problem} />
      </Outside>
    )
  }
  return (
    <>
      <HonestBar state={state} />
      <main className="stars">
        {signedOut && <SignIn hint={text.signInAgain} />}
        {children({ store, state, hand: hand.value })}
      </main>
    </>
  )
}
