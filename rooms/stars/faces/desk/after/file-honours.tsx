// Files certified stars with the level above, as one numbered list.

import { useVerb } from '#ground/ui/answers.ts'
import { newKey } from '#ground/ui/client.ts'
import { ConfirmVerb } from '#ground/ui/desk/confirm-verb.tsx'
import { Field } from '#ground/ui/desk/field.tsx'
import { useWords } from '#ground/ui/words.ts'
import { Input } from 'antd'
import { useState } from 'react'
import { stars } from '../stars.ts'
import type { Honour } from '../stars.ts'
import { words } from './words.ts'

interface FileHonoursProps {
  /** Where the cycle stands. */
  readonly cycle: { readonly unit: string; readonly id: string }
  readonly rows: readonly Honour[]
  readonly clear: () => void
}

export function FileHonours({ cycle, rows, clear }: FileHonoursProps) {
  const text = useWords(words)
  const [filing, setFiling] = useState(newKey)
  const [document, setDocument] = useState('')
  const verb = useVerb(stars, 'file', {
    onDone: () => {
      setFiling(newKey())
      clear()
    },
  })
  const mixed = rows.some((row) => row.cycle !== cycle.id)
  const honours = rows.map(({ unit, id }) => ({ unit, id }))
  return (
    <ConfirmVerb
      primary
      disabled={mixed}
      label={text.file}
      title={text.file}
      explain={mixed ? text.fileMixed : text.fileExplain(rows.length)}
      problem={verb.problem}
      run={() => verb.run({ params: { unit: cycle.unit, id: cycle.id }, body: { filing, document, honours } })}
    >
      <Field label={text.fileDocument} required error={verb.errorAt('body.document')}>
        {(input) => <Input {...input} maxLength={80} value={document} onChange={(event) => setDocument(event.target.value)} />}
      </Field>
    </ConfirmVerb>
  )
}
