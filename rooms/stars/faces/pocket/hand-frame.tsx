// What every page of the stars stands in: the honest bar, and before anything is known, why there is nothing yet.

import { use, useEffect } from 'react'
import type { ReactNode } from 'react'
import { signInAddress } from '#ground/ui/client.ts'
import { useLanguage } from '#ground/ui/language.ts'
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

function SignIn({ hint }: { readonly hint: string }) {
  const text = useWords(words)
  return (
    <div className="card">
      <p>{hint}</p>
      <a className="main-act" href={signInAddress()}>
        {text.signIn}
      </a>
    </div>
  )
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
  if (hand === null)
    return (
      <main className="middle">
        <h1>{signedOut ? text.signInFirst : line === 'lost' ? text.noLine : problem === null ? text.loading : text.title}</h1>
        {signedOut ? <SignIn hint={text.signInHint} /> : line === 'lost' && <p>{text.noLineFirst}</p>}
        {isAnswer(problem) && problem.status === 403 && <p>{text.otherRole}</p>}
        <Refusal problem={problem} />
      </main>
    )
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
