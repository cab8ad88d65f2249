// A judge declares an interest in a unit; from then on the seat cannot score it.

import { useId, useState } from 'react'
import { useWords } from '#ground/ui/words.ts'
import { rounds } from './seat-client.ts'
import { Refusal } from './refusal.tsx'
import { words } from './declare-words.ts'

interface Props {
  readonly seat: string
  readonly subject: string
  onDone(): void
}

export default function Declare({ seat, subject, onDone }: Props) {
  const text = useWords(words)
  const id = useId()
  const [reason, setReason] = useState('')
  const [problem, setProblem] = useState<unknown>(null)
  const submit = (): void => {
    rounds.recuseMyself({ body: { seat, subject, reason } }).then(onDone, setProblem)
  }
  return (
    <details className="card">
      <summary>{text.declare}</summary>
      <p className="quiet">{text.declareHint}</p>
      <label htmlFor={id}>{text.declareReason}</label>
      <textarea id={id} maxLength={200} value={reason} onChange={(event) => setReason(event.target.value)} />
      <Refusal problem={problem} />
      <button type="button" disabled={reason.trim() === ''} onClick={submit}>
        {text.submitRecusal}
      </button>
    </details>
  )
}
