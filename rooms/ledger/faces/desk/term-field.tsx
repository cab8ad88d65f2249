// A deadline: working days or a date, one of the two.

import { DayInput } from '#ground/ui/desk/day-input.tsx'
import { Field } from '#ground/ui/desk/field.tsx'
import { useWords } from '#ground/ui/words.ts'
import { InputNumber, Radio } from 'antd'
import { words } from './words.ts'

export interface TermTyped {
  readonly by: 'days' | 'due'
  readonly days: number
  readonly due: string
}

export const firstTerm: TermTyped = { by: 'days', days: 10, due: '' }

/** As the server takes it. */
export const termBody = (term: TermTyped): { days: number } | { due: string } =>
  term.by === 'days' ? { days: term.days } : { due: term.due }

interface TermFieldProps {
  readonly value: TermTyped
  readonly onChange: (value: TermTyped) => void
  readonly error?: string | undefined
}

export function TermField({ value, onChange, error }: TermFieldProps) {
  const text = useWords(words)
  return (
    <Field label={text.term} hint={text.termHint} error={error} required>
      {(input) => (
        <span className="lx-labelled">
          <Radio.Group
            aria-label={text.term}
            value={value.by}
            options={[
              { value: 'days', label: text.termDays },
              { value: 'due', label: text.termDue },
            ]}
            onChange={(event) => onChange({ ...value, by: event.target.value as TermTyped['by'] })}
          />
          {value.by === 'days' ? (
            <InputNumber
              {...input}
              aria-label={text.days}
              min={1}
              max={750}
              value={value.days}
              onChange={(days) => onChange({ ...value, days: days ?? 1 })}
            />
          ) : (
            <DayInput input={input} label={text.dueDay} value={value.due} onChange={(due) => onChange({ ...value, due })} />
          )}
        </span>
      )}
    </Field>
  )
}
