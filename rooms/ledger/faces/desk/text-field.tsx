// A few lines of text inside a dialog.

import { Field } from '#ground/ui/desk/field.tsx'
import { Input } from 'antd'

interface TextFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly required?: boolean
  readonly error?: string | undefined
}

export function TextField({ label, value, onChange, required = false, error }: TextFieldProps) {
  return (
    <Field label={label} required={required} error={error}>
      {(input) => <Input.TextArea {...input} rows={4} maxLength={2000} value={value} onChange={(event) => onChange(event.target.value)} />}
    </Field>
  )
}
