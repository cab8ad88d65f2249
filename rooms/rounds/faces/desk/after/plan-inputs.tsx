// Measure, responsible, supervisor and working days: the same four inputs for one remark and for all at once.

import { Input } from 'antd'
import { Field } from '#ground/ui/desk/field.tsx'
import { useWords } from '#ground/ui/words.ts'
import type { Plan } from './plans.ts'
import { words } from './words.ts'

interface PlanInputsProps {
  readonly plan: Plan
  readonly onChange: (changes: Partial<Plan>) => void
  /** Whether a remark waits for these; not so for what is filled into all of them. */
  readonly required: boolean
  /** What is missing, once it was tried. */
  readonly missing: readonly (keyof Plan)[]
}

export function PlanInputs({ plan, onChange, required, missing }: PlanInputsProps) {
  const text = useWords(words)
  const wrong = (field: keyof Plan, said: string): string | undefined => (missing.includes(field) ? said : undefined)
  return (
    <>
      <Field label={text.measure} required={required} error={wrong('measure', text.measureMissing)}>
        {(input) => (
          <Input.TextArea
            {...input}
            autoSize={{ minRows: 1, maxRows: 5 }}
            maxLength={300}
            value={plan.measure}
            onChange={(event) => onChange({ measure: event.target.value })}
          />
        )}
      </Field>
      <div className="rounds-plan-short">
        <Field label={text.responsible} required={required} error={wrong('responsible', text.responsibleMissing)}>
          {(input) => (
            <Input {...input} maxLength={60} value={plan.responsible} onChange={(event) => onChange({ responsible: event.target.value })} />
          )}
        </Field>
        <Field label={text.supervisor}>
          {(input) => (
            <Input {...input} maxLength={60} value={plan.supervisor} onChange={(event) => onChange({ supervisor: event.target.value })} />
          )}
        </Field>
        <Field label={text.days} required={required} error={wrong('days', text.daysWrong)}>
          {(input) => (
            <Input
              {...input}
              inputMode="numeric"
              value={plan.days}
              onChange={(event) => onChange({ days: event.target.value.replaceAll(/\D/g, '').slice(0, 3) })}
            />
          )}
        </Field>
      </div>
    </>
  )
}
