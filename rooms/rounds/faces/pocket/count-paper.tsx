// A paper sheet is typed in; the same form confirms it by typing it again.

import { useId, useState } from 'react'
import { useWords } from '#ground/ui/words.ts'
import { typed } from '../../core/stepping.ts'
import { Act } from './act.tsx'
import { words } from './count-words.ts'
import type { Count } from './seat-client.ts'

interface Props {
  readonly title: string
  readonly label: string
  readonly criteria: Count['round']['rules']['sheets'][string]
  run(points: Record<string, string>): Promise<unknown>
}

export function PaperForm({ title, label, criteria, run }: Props) {
  const text = useWords(words)
  const id = useId()
  const [given, setGiven] = useState<Readonly<Record<string, string>>>({})
  const read = criteria.map((criterion) => ({ ...criterion, result: typed(criterion, given[criterion.id] ?? '') }))
  const points = read.flatMap(({ id: criterion, result }) =>
    result.ok && result.value !== null ? [[criterion, result.value] as const] : [],
  )
  const whole = points.length === criteria.length
  return (
    <details className="act">
      <summary>{title}</summary>
      {read.map(({ id: criterion, title: name, max, step, result }) => (
        <p key={criterion}>
          <label htmlFor={`${id}-${criterion}`}>{text.outOf(name, max, step)}</label>
          <input
            id={`${id}-${criterion}`}
            inputMode="decimal"
            autoComplete="off"
            aria-invalid={!result.ok}
            value={given[criterion] ?? ''}
            onChange={(event) => setGiven({ ...given, [criterion]: event.target.value })}
          />
        </p>
      ))}
      {!whole && <p className="quiet">{text.wrongPoints}</p>}
      <Act
        label={label}
        disabled={!whole}
        run={async () => {
          const refused = await run(Object.fromEntries(points))
          if (refused === null) setGiven({})
          return refused
        }}
      />
    </details>
  )
}
