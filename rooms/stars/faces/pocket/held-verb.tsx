// One verb of the unit about a star that it holds: what it does, the words for it, asked twice. What is typed stays on the
// phone until it has gone.

import { useId, useState } from 'react'
import { useWords } from '#ground/ui/words.ts'
import type { At } from './hand-client.ts'
import { notesOf } from './hand-state.ts'
import type { HandState } from './hand-state.ts'
import type { HandStore } from './hand-store.ts'
import { takeHeldVerb } from './held-record.ts'
import type { HeldRecord, HeldVerb as Verb } from './held-record.ts'
import { words } from './held-words.ts'
import { Refusal } from './refusal.tsx'

interface Props {
  readonly store: HandStore
  readonly state: HandState
  readonly at: At
  readonly record: HeldRecord
  readonly verb: Verb
  /** Until when, where there is a day. */
  readonly hint?: string
  readonly onDone: (said: string) => void
}

export function HeldVerb({ store, state, at, record, verb, hint, onDone }: Props) {
  const text = useWords(words)
  const id = useId()
  const [asked, setAsked] = useState(false)
  const [pending, setPending] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const said = text[verb]
  // Each verb has words of its own.
  const noted = { unit: at.unit, id: `${at.id}-${verb}` }
  const { remark } = notesOf(state, noted.id)
  const written = remark.trim()
  const online = state.line === 'open' && !state.signedOut
  const ready = online && (verb === 'withdraw' || written !== '')
  const run = async (): Promise<void> => {
    setPending(true)
    const refusal = await takeHeldVerb(store, verb, at, { said: written, record })
    setPending(false)
    setAsked(false)
    setProblem(refusal)
    if (refusal !== null) return
    store.settled(noted)
    onDone(said.done)
  }
  return (
    <details className="card" open={written !== '' ? true : undefined}>
      <summary>{said.title}</summary>
      <p>{said.lead}</p>
      {hint !== undefined && <p className="attention">▲ {hint}</p>}
      <label htmlFor={id}>{said.words}</label>
      <textarea
        id={id}
        rows={4}
        maxLength={verb === 'withdraw' ? 500 : 2000}
        value={remark}
        onChange={(event) => store.note(noted, { remark: event.target.value })}
      />
      {!online && <p className="attention">{text.needsLine}</p>}
      <Refusal problem={problem} />
      {asked && ready ? (
        <>
          <p>{said.sure}</p>
          <button type="button" className="main-act" disabled={pending} onClick={() => void run()}>
            {said.title}
          </button>
          <button type="button" className="next-act plain" disabled={pending} onClick={() => setAsked(false)}>
            {text.notYet}
          </button>
        </>
      ) : (
        <button type="button" disabled={!ready} onClick={() => setAsked(true)}>
          {said.title}
        </button>
      )}
    </details>
  )
}
