// A labelled text of one or several lines.

import { Field } from '#ground/ui/desk/field.tsx'
import { Input } from 'antd'

interface TextFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly hint?: string
  readonly required?: boolean
  readonly error?: string | undefined
  readonly rows?: number
  readonly most?: number
}

export function TextField({ label, value, onChange, hint, required = false, error, rows = 1, most = 100 }: TextFieldProps) {
  return (
    <Field label={label} required={required} error={error} {...(hint === undefined ? {} : { hint })}>
      {(input) =>
        rows === 1 ? (
          <Input {...input} maxLength={most} autoComplete="off" value={value} onChange={(event) => onChange(event.target.value)} />
        ) : (
          <Input.TextArea {...input} rows={rows} maxLength={most} value={value} onChange={(event) => onChange(event.target.value)} />
        )
      }
    </Field>
  )
}

/** The lines of a text that say something. */
export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
