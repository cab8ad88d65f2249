// One verb for many stars: taken one after the other, each by itself, so that one that is refused holds up no other.

import { ConfirmVerb } from '#ground/ui/desk/confirm-verb.tsx'
import { Field } from '#ground/ui/desk/field.tsx'
import { ProblemNotice } from '#ground/ui/desk/problem-notice.tsx'
import { useWords } from '#ground/ui/words.ts'
import { useQueryClient } from '@tanstack/react-query'
import { Input } from 'antd'
import { useState } from 'react'
import { keyOf } from './stars.ts'
import type { CandidacyRow } from './stars.ts'
import { words } from './words.ts'

interface ManyProps {
  readonly label: string
  readonly explain: string
  /** What is written once for all of them. */
  readonly asks: string
  readonly rows: readonly CandidacyRow[]
  readonly take: (row: CandidacyRow, written: string) => Promise<unknown>
  readonly starName: (code: string) => string
  readonly clear: () => void
}

export interface Refused {
  readonly row: CandidacyRow
  readonly problem: unknown
}

/** Those that were refused, each with its problem. */
export function RefusedStars({ of, starName }: { readonly of: readonly Refused[]; readonly starName: (code: string) => string }) {
  const text = useWords(words)
  return of.map(({ row, problem }) => (
    <div key={keyOf(row)}>
      <p>{text.jointRefused(row.unitName, starName(row.star))}</p>
      <ProblemNotice problem={problem} />
    </div>
  ))
}

export function Many({ label, explain, asks, rows, take, starName, clear }: ManyProps) {
  const queries = useQueryClient()
  const [written, setWritten] = useState('')
  const [refused, setRefused] = useState<readonly Refused[]>([])
  const run = async (): Promise<true | undefined> => {
    const left: Refused[] = []
    for (const row of rows) await take(row, written).catch((problem: unknown) => left.push({ row, problem }))
    setRefused(left)
    await queries.invalidateQueries({ queryKey: ['stars'] })
    if (left.length > 0) return undefined
    clear()
    return true
  }
  return (
    <ConfirmVerb primary label={label} title={label} explain={explain} run={run}>
      <Field label={asks}>
        {(input) => <Input {...input} maxLength={80} value={written} onChange={(event) => setWritten(event.target.value)} />}
      </Field>
      <RefusedStars of={refused} starName={starName} />
    </ConfirmVerb>
  )
}
