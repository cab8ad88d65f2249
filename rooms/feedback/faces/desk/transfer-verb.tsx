// A transfer asks to which unit and why; the reason is read by the sender too.

import { useVerb } from '#ground/ui/answers.ts'
import { ConfirmVerb } from '#ground/ui/desk/confirm-verb.tsx'
import { Field } from '#ground/ui/desk/field.tsx'
import { UnitPicker } from '#ground/ui/desk/unit-picker.tsx'
import { useWords } from '#ground/ui/words.ts'
import { useState } from 'react'
import { feedback, type FeedbackRecord } from './feedback.ts'
import { words } from './words.ts'

export function TransferVerb({ record }: { readonly record: FeedbackRecord }) {
  const text = useWords(words)
  const [to, setTo] = useState(record.subject?.code ?? record.unit)
  const transfer = useVerb(feedback, 'transfer')
  return (
    <ConfirmVerb
      label={text.transfer}
      title={text.transfer}
      explain={text.transferExplain}
      asks={{ reason: 'required' }}
      problem={transfer.problem}
      run={({ reason }) => transfer.run({ params: { unit: record.unit, id: record.id }, body: { to, reason } })}
    >
      <Field label={text.transferTo} required>
        {() => <UnitPicker value={to} onChange={setTo} />}
      </Field>
    </ConfirmVerb>
  )
}
