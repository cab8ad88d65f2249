// Certifies what was selected in one call; those in whose way something stands are told one by one, with the number of their
// problem, and stay selected.

import { useVerb } from '#ground/ui/answers.ts'
import { ConfirmVerb } from '#ground/ui/desk/confirm-verb.tsx'
import { Field } from '#ground/ui/desk/field.tsx'
import { ProblemError } from '#ground/ui/problem.ts'
import { useWords } from '#ground/ui/words.ts'
import { Input } from 'antd'
import { useState } from 'react'
import { RefusedStars } from './many.tsx'
import { keyOf, stars } from './stars.ts'
import type { CandidacyRow, CertifiedList, CycleRow } from './stars.ts'
import { words } from './words.ts'

type Refused = CertifiedList['refused'][number]

const problemOf = ({ code, title, detail }: Refused): ProblemError =>
  new ProblemError({ type: 'about:blank', status: 409, code, title, detail, errors: [] })

export function CertifyList({
  cycle,
  rows,
  starName,
  clear,
}: {
  readonly cycle: CycleRow
  readonly rows: readonly CandidacyRow[]
  readonly starName: (code: string) => string
  readonly clear: () => void
}) {
  const text = useWords(words)
  const verb = useVerb(stars, 'certifyList')
  const [document, setDocument] = useState('')
  const run = async (): Promise<true | undefined> => {
    const candidacies = rows.map(({ unit, id }) => ({ unit, id }))
    const answer = await verb.run({ params: { unit: cycle.unit, id: cycle.id }, body: { candidacies, document } })
    if (answer === undefined || answer.refused.length > 0) return undefined
    clear()
    return true
  }
  const named = new Map(rows.map((row) => [keyOf(row), row]))
  const refused = (verb.answer?.refused ?? []).flatMap((one) => {
    const row = named.get(keyOf(one))
    return row === undefined ? [] : [{ row, problem: problemOf(one) }]
  })
  return (
    <ConfirmVerb
      primary
      label={text.certifyAll}
      title={text.certifyAll}
      explain={text.certifyAllExplain(rows.length)}
      problem={verb.problem}
      run={run}
    >
      <Field label={text.document}>
        {(input) => <Input {...input} maxLength={80} value={document} onChange={(event) => setDocument(event.target.value)} />}
      </Field>
      <RefusedStars of={refused} starName={starName} />
    </ConfirmVerb>
  )
}
