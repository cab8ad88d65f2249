// The fields of a register, as its pack defines them.

import { DayInput } from '#ground/ui/desk/day-input.tsx'
import { Field } from '#ground/ui/desk/field.tsx'
import { useText } from '#ground/ui/language.ts'
import { Input, Select } from 'antd'
import type { Register } from './ledger.ts'

type Values = Readonly<Record<string, string>>

interface RegisterFieldsProps {
  readonly register: Register
  readonly value: Values
  readonly onChange: (value: Values) => void
}

export function RegisterFields({ register, value, onChange }: RegisterFieldsProps) {
  const say = useText()
  const set = (id: string, typed: string): void => onChange({ ...value, [id]: typed })
  return (
    <>
      {register.fields.map(({ id, title, type, required, choices }) => (
        <Field key={id} label={say(title)} required={required}>
          {(input) =>
            type === 'choice' ? (
              <Select
                {...input}
                aria-label={say(title)}
                allowClear={!required}
                value={value[id] || null}
                options={choices.map((choice) => ({ value: choice.zh, label: say(choice) }))}
                onChange={(next: string | undefined) => set(id, next ?? '')}
              />
            ) : type === 'day' ? (
              <DayInput input={input} label={say(title)} value={value[id] ?? ''} onChange={(day) => set(id, day)} />
            ) : (
              <Input
                {...input}
                inputMode={type === 'number' ? 'numeric' : 'text'}
                maxLength={type === 'number' ? 9 : 500}
                value={value[id] ?? ''}
                onChange={(event) => set(id, event.target.value)}
              />
            )
          }
        </Field>
      ))}
      <p className="lx-quiet" style={{ marginBottom: 16 }}>
        {say(register.note)}
      </p>
    </>
  )
}
