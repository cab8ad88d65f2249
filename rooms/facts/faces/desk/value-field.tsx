// The input that fits a definition: a number with its measure, yes or no, one of the choices.

import { Field } from '#ground/ui/desk/field.tsx'
import { useText } from '#ground/ui/language.ts'
import { useWords } from '#ground/ui/words.ts'
import { Input, Radio } from 'antd'
import { choiceText } from '../../core/value.ts'
import type { Definition } from './facts-client.ts'
import { words } from './words.ts'

interface ValueFieldProps {
  readonly definition: Definition
  readonly value: string
  readonly onChange: (value: string) => void
  readonly error?: string | undefined
}

/** What is typed, as it travels. */
export function valueOf({ type }: Definition, typed: string): string | boolean {
  return type === 'yes-no' ? typed === 'yes' : typed.trim()
}

/** What is held, as it is typed. */
export function typedOf(value: string | boolean): string {
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : value
}

export function ValueField({ definition, value, onChange, error }: ValueFieldProps) {
  const text = useWords(words)
  const say = useText()
  const { type, measure, choices } = definition
  const options =
    type === 'choice'
      ? choices.map((choice) => ({ value: choice, label: say(choiceText(definition, choice)) }))
      : [
          { value: 'yes', label: text.yes },
          { value: 'no', label: text.no },
        ]
  return (
    <Field label={text.value} required error={error}>
      {(input) =>
        type === 'number' ? (
          <Input
            {...input}
            inputMode="decimal"
            autoComplete="off"
            maxLength={30}
            suffix={measure}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
        ) : (
          <Radio.Group aria-label={text.value} value={value} options={options} onChange={(event) => onChange(String(event.target.value))} />
        )
      }
    </Field>
  )
}
