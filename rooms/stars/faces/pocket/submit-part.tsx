// Ready lights up when each row is answered and everything has arrived; submitting needs a line and says so.

import { useState } from 'react'
import { ProblemError } from '#ground/ui/problem.ts'
import { useWords } from '#ground/ui/words.ts'
import { contentOf, standingOf } from '../../core/pocket-hand.ts'
import type { Standing } from '../../core/pocket-hand.ts'
import { words } from './check-more-words.ts'
import type { At, CheckRow } from './hand-client.ts'
import type { HandState } from './hand-state.ts'
import type { HandStore } from './hand-store.ts'
import { Refusal } from './refusal.tsx'
import { takeVerb } from './verbs.ts'

interface Props {
  readonly store: HandStore
  readonly state: HandState
  readonly at: At
  readonly rows: readonly CheckRow[]
  readonly standing: Standing
}

/** What every row says, as it would be submitted. */
const textOf = (state: HandState, at: At, rows: readonly CheckRow[]): string =>
  JSON.stringify(
    rows.map((row) => {
      const { answer, reason } = contentOf(state.rows, at.id, row)
      return [row.row, answer, reason]
    }),
  )

export function SubmitPart({ store, state, at, rows, standing }: Props) {
  const text = useWords(words)
  const [asked, setAsked] = useState(false)
  const [pending, setPending] = useState(false)
  const [changed, setChanged] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const { open, waiting, differing, refused, ready } = standing
  const online = state.line === 'open' && !state.signedOut

  const submit = async (): Promise<unknown> => {
    const seen = textOf(state, at, rows)
    const trouble = await store.look(at)
    if (trouble !== null) return trouble
    // What another device wrote a moment ago is not submitted unseen.
    const now = store.get()
    const fresh = now.sheets[at.id]?.value.check.rows ?? rows
    if (textOf(now, at, fresh) !== seen || !standingOf(at.id, fresh, now.rows, now.pieces).ready) {
      setChanged(true)
      return null
    }
    return takeVerb(store, 'submit', at, {})
  }
  const run = async (): Promise<void> => {
    setPending(true)
    setChanged(false)
    setProblem(null)
    const refusal = await submit()
    setProblem(refusal)
    if (refusal instanceof ProblemError) await store.look(at)
    setPending(false)
    setAsked(false)
  }
  return (
    <div className="total">
      <p className={ready ? 'done' : 'quiet'} role="status">
        {ready ? text.ready : text.notReady}
      </p>
      {open.length > 0 && <p>{text.openRows(open.length)}</p>}
      {differing.length > 0 && <p className="attention">{text.differing(differing.length)}</p>}
      {refused > 0 && <p className="late">{text.refusedItems(refused)}</p>}
      {waiting > 0 && <p className="attention">{text.waiting(waiting)}</p>}
      {open.length === 0 && !online && <p className="attention">{text.needsLine}</p>}
      {changed && (
        <p className="error" role="alert">
          {text.changed}
        </p>
      )}
      <Refusal problem={problem} />
      {asked && ready && online ? (
        <>
          <p>{text.submitExplain}</p>
          <button type="button" className="main-act" disabled={pending} onClick={() => void run()}>
            {text.submit}
          </button>
          <button type="button" className="next-act plain" disabled={pending} onClick={() => setAsked(false)}>
            {text.look}
          </button>
        </>
      ) : (
        <button type="button" className="main-act" disabled={!ready || !online} onClick={() => setAsked(true)}>
          {text.submit}
        </button>
      )}
    </div>
  )
}
