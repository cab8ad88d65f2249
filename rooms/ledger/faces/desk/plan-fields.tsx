// Who answers for it, who sees to it, and how it is mended: the fields of the lists of duties and measures.

import { Field } from '#ground/ui/desk/field.tsx'
import { useWords } from '#ground/ui/words.ts'
import { Input } from 'antd'
import { words } from './words.ts'

export interface PlanTyped {
  readonly measure: string
  readonly responsible: string
  readonly supervisor: string
}

interface PlanFieldsProps {
  readonly value: PlanTyped
  readonly onChange: (changes: Partial<PlanTyped>) => void
}

export function PlanFields({ value, onChange }: PlanFieldsProps) {
  const text = useWords(words)
  return (
    <>
      <Field label={text.measure} hint={text.measureHint}>
        {(input) => (
          <Input.TextArea
            {...input}
            rows={3}
            maxLength={2000}
            value={value.measure}
            onChange={(event) => onChange({ measure: event.target.value })}
          />
        )}
      </Field>
      <Field label={text.responsible} hint={text.responsibleHint}>
        {(input) => (
          <Input {...input} maxLength={100} value={value.responsible} onChange={(event) => onChange({ responsible: event.target.value })} />
        )}
      </Field>
      <Field label={text.supervisor}>
        {(input) => (
          <Input {...input} maxLength={100} value={value.supervisor} onChange={(event) => onChange({ supervisor: event.target.value })} />
        )}
      </Field>
    </>
  )
}
