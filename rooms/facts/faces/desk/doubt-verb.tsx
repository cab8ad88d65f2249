// The unit's way to object: ask for a record about itself to be corrected.

import { useVerb } from '#ground/ui/answers.ts'
import { newKey } from '#ground/ui/client.ts'
import { ConfirmVerb } from '#ground/ui/desk/confirm-verb.tsx'
import { StatusTag } from '#ground/ui/desk/status-tag.tsx'
import { useMay } from '#ground/ui/me.ts'
import { useWords } from '#ground/ui/words.ts'
import { useState } from 'react'
import type { Doubt } from './facts-client.ts'
import { facts } from './facts-client.ts'
import { words } from './words.ts'

interface DoubtVerbProps {
  readonly kind: Doubt['kind']
  readonly record: { readonly id: string; readonly unit: { readonly code: string }; readonly doubted: boolean }
}

export function DoubtVerb({ kind, record }: DoubtVerbProps) {
  const text = useWords(words)
  const may = useMay()
  const [id, setId] = useState(newKey)
  const doubt = useVerb(facts, 'doubt', { onDone: () => setId(newKey()) })
  if (record.doubted) return <StatusTag state="attention">{text.doubtSent}</StatusTag>
  if (!may('facts.doubt')) return null
  return (
    <ConfirmVerb
      label={text.doubt}
      title={text.doubt}
      explain={text.doubtExplain}
      asks={{ reason: 'required' }}
      problem={doubt.problem}
      run={({ reason }) => doubt.run({ body: { id, unit: record.unit.code, kind, record: record.id, reason } })}
    />
  )
}
