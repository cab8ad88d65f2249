// One verb: a button, or where a reason is owed, a small form that opens. What is refused stands beneath it.

import { useId, useState } from 'react'
import { useWords } from '#ground/ui/words.ts'
import { words } from './count-words.ts'
import { Refusal } from './refusal.tsx'

interface Props {
  readonly label: string
  readonly main?: boolean
  readonly disabled?: boolean
  /** Resolves to what was refused, or null. */
  run(): Promise<unknown>
}

export function Act({ label, main = false, disabled = false, run }: Props) {
  const [pending, setPending] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const act = async (): Promise<void> => {
    setPending(true)
    setProblem(await run())
    setPending(false)
  }
  return (
    <>
      <button type="button" className={main ? 'main-act' : undefined} disabled={disabled || pending} onClick={() => void act()}>
        {label}
      </button>
      <Refusal problem={problem} />
    </>
  )
}

interface ReasonProps {
  readonly label: string
  run(reason: string): Promise<unknown>
}

export function ActWithReason({ label, run }: ReasonProps) {
  const text = useWords(words)
  const id = useId()
  const [reason, setReason] = useState('')
  return (
    <details className="act">
      <summary>{label}</summary>
      <label htmlFor={id}>{text.reason}</label>
      <textarea id={id} maxLength={200} value={reason} onChange={(event) => setReason(event.target.value)} />
      <Act
        label={label}
        disabled={reason.trim() === ''}
        run={async () => {
          const refused = await run(reason.trim())
          if (refused === null) setReason('')
          return refused
        }}
      />
    </details>
  )
}
