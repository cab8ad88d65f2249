// 本期无: that a unit has said so stands where its evidence would, and is one step to say.

import { useVerb } from '#ground/ui/answers.ts'
import { ConfirmVerb } from '#ground/ui/desk/confirm-verb.tsx'
import { StatusTag } from '#ground/ui/desk/status-tag.tsx'
import { newKey } from '#ground/ui/client.ts'
import { useFormat } from '#ground/ui/format.ts'
import { useState } from 'react'
import { useWords } from '#ground/ui/words.ts'
import { evidence, type Nothing } from './evidence.ts'
import { words } from './words.ts'

export function NothingSaid({ nothing }: { readonly nothing: readonly Nothing[] }) {
  const text = useWords(words)
  const { day } = useFormat()
  if (nothing.length === 0) return null
  return (
    <ul className="lx-evidence-nothing">
      {nothing.map((one) => (
        <li key={`${one.unit} ${one.from} ${one.to}`}>
          <StatusTag state="done">{text.nothingSaid(one.unitName, day(one.from), day(one.to))}</StatusTag>
        </li>
      ))}
    </ul>
  )
}

export interface StateNothingProps {
  readonly unit: string
  readonly unitName: string
  readonly from: string
  readonly to: string
}

export function StateNothing({ unit, unitName, from, to }: StateNothingProps) {
  const text = useWords(words)
  const { day } = useFormat()
  const state = useVerb(evidence, 'stateNothing')
  const [id] = useState(newKey)
  return (
    <p className="lx-evidence-state">
      <ConfirmVerb
        label={text.nothing}
        title={text.nothingTitle}
        explain={text.nothingExplain(unitName, day(from), day(to))}
        problem={state.problem}
        run={() => state.run({ body: { id, unit, from, to } })}
      />
    </p>
  )
}
