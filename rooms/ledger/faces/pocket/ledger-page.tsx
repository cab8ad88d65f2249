// The ledger on the phone: what a post has to mend and to check, and one entry with all that can be done with it on the spot. Works
// without a line once it was open.

import { lazy, Suspense, use, useEffect, useState } from 'react'
import { Outside, SignIn } from '#ground/ui/pocket/outside.tsx'
import { useWords } from '#ground/ui/words.ts'
import { stepsOn } from '../../core/pocket-steps.ts'
import { EntryList } from './entry-list.tsx'
import './ledger.css'
import { barOf, todayOf } from './state.ts'
import type { State } from './state.ts'
import { rowIn, store, useStore } from './store.ts'
import { words } from './words.ts'

const entryScreen = () => import('./entry-screen.tsx')
/** What a first screen does not need is fetched behind it. */
setTimeout(() => void entryScreen().catch(() => undefined), 800)
const ConflictPart = lazy(async () => ({ default: (await entryScreen()).ConflictPart }))
const EntryPart = lazy(async () => ({ default: (await entryScreen()).EntryPart }))

function Bar({ state }: { readonly state: State }) {
  const text = useWords(words)
  const { here, arrived, refused } = barOf(state)
  return (
    <div className="honest" role="status">
      <span className="counts">
        <span className={here === 0 ? 'chip' : 'chip attention'}>{text.saved(here)}</span>
        <span aria-hidden="true"> · </span>
        <span className="chip done">{text.arrived(arrived)}</span>
        {refused > 0 && <span className="chip late"> {text.refusedCount(refused)}</span>}
      </span>
      {state.line !== 'unknown' && (
        <span className={state.line === 'open' ? 'chip done' : 'chip attention'}>
          {state.line === 'open' ? text.lineOpen : text.lineLost}
        </span>
      )}
      {state.kept !== 'kept' && <span className="error">{text.storageFull}</span>}
    </div>
  )
}

/** The entry that the address names, as `#unit.id`: the phone's own way back leads to the list. */
function useOpen(): readonly [string | null, (id: string | null) => void] {
  const [open, setOpen] = useState(() => location.hash.slice(1) || null)
  useEffect(() => {
    const read = (): void => setOpen(location.hash.slice(1) || null)
    addEventListener('hashchange', read)
    return () => removeEventListener('hashchange', read)
  }, [])
  const go = (id: string | null): void => {
    location.hash = id ?? ''
    scrollTo(0, 0)
  }
  return [open, go]
}

export default function LedgerPage() {
  const text = useWords(words)
  const of = use(store())
  const state = useStore(of)
  const [open, go] = useOpen()
  const { hand } = state
  const row = open === null ? undefined : rowIn(state, open)
  const known = row?.id
  useEffect(() => {
    of.follow(known === undefined ? null : (rowIn(of.get(), known) ?? null))
  }, [of, known])
  if (hand === null) {
    const { signedOut, otherRole, line } = state
    const why = signedOut ? 'signed-out' : otherRole ? 'other-role' : line === 'lost' ? 'lost' : 'loading'
    return <Outside why={why} title={text.title} says={text} />
  }
  const today = todayOf(state, hand)
  const refused = Object.keys(state.steps).flatMap((id) => {
    const step = state.steps[id]
    return step?.state === 'refused' && step.entry !== open ? [step] : []
  })
  return (
    <>
      <Bar state={state} />
      <main className="ledger">
        {state.signedOut && <SignIn hint={text.signInAgain} />}
        <Suspense fallback={<p className="quiet">{text.loading}</p>}>
          {row === undefined ? (
            <>
              <h1>{text.title}</h1>
              <p className="quiet">
                {hand.unit?.name}
                {state.line === 'open' ? '' : ` · ${text.asOf(hand.today)}`}
              </p>
              {refused.map((step) => (
                <ConflictPart key={step.id} of={of} state={state} step={step} today={today} onOpen={go} />
              ))}
              <EntryList of={of} state={state} hand={hand} onOpen={go} />
            </>
          ) : (
            <>
              <button type="button" className="plain back" onClick={() => go(null)}>
                {text.back}
              </button>
              {stepsOn(state.steps, row.id, 'refused').map((step) => (
                <ConflictPart key={step.id} of={of} state={state} step={step} today={today} onOpen={go} />
              ))}
              <EntryPart of={of} state={state} row={row} today={today} />
            </>
          )}
        </Suspense>
      </main>
    </>
  )
}
