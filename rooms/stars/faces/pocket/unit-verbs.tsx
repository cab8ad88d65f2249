// What else the unit may do about its star: appeal against a refusal, or withdraw. Both need a reason and a line; the reason
// stays on the phone until then.

import { useId, useState } from 'react'
import { useWords } from '#ground/ui/words.ts'
import type { State } from '../../core/candidacy.ts'
import { words } from './check-more-words.ts'
import type { At, HandRow } from './hand-client.ts'
import { notesOf } from './hand-state.ts'
import type { HandState } from './hand-state.ts'
import type { HandStore } from './hand-store.ts'
import { Refusal } from './refusal.tsx'
import { takeVerb } from './verbs.ts'

interface Props {
  readonly store: HandStore
  readonly state: HandState
  readonly at: At
  readonly row: HandRow
}

const withdrawable: readonly State[] = ['checking', 'first', 'office', 'joint', 'returned']

export function UnitVerbs({ store, state, at, row }: Props) {
  const text = useWords(words)
  const id = useId()
  const [asked, setAsked] = useState(false)
  const [pending, setPending] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const verb = row.state === 'refused' ? 'appeal' : withdrawable.includes(row.state) ? 'withdraw' : null
  if (verb === null) return null
  const said = text.verbs[verb]
  const { remark } = notesOf(state, at.id)
  const reason = remark.trim()
  const online = state.line === 'open' && !state.signedOut
  const run = async (): Promise<void> => {
    setPending(true)
    const refusal = await takeVerb(store, verb, at, { reason })
    setPending(false)
    setAsked(false)
    setProblem(refusal)
    if (refusal === null) store.settled(at)
  }
  return (
    <details className="card" open={verb === 'appeal' || reason !== '' ? true : undefined}>
      <summary>{said.title}</summary>
      <p>{said.lead}</p>
      <label htmlFor={id}>{said.reason}</label>
      <textarea id={id} maxLength={1000} value={remark} onChange={(event) => store.note(at, { remark: event.target.value })} />
      {!online && <p className="attention">{text.verbNeedsLine}</p>}
      <Refusal problem={problem} />
      {asked && online && reason !== '' ? (
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
        <button type="button" disabled={!online || reason === ''} onClick={() => setAsked(true)}>
          {said.title}
        </button>
      )}
    </details>
  )
}
