// Red head and imprint of a bulletin: chosen from those that the unit and the units above it keep, then changed as needed.

import { useAnswer } from '#ground/ui/answers.ts'
import { Field } from '#ground/ui/desk/field.tsx'
import { useWords } from '#ground/ui/words.ts'
import { Input, Select } from 'antd'
import { bulletins, type BulletinRecord } from './bulletins.ts'
import { words } from './words.ts'

export type Head = NonNullable<BulletinRecord['letterhead']>

interface HeadFieldsProps {
  readonly unit: string
  /** null: printed without. */
  readonly value: Head | null
  readonly onChange: (value: Head | null) => void
}

const emptyHead: Head = { mark: '', copies: '', office: '' }

export function HeadFields({ unit, value, onChange }: HeadFieldsProps) {
  const text = useWords(words)
  const asked = useAnswer(bulletins, 'letterheads', unit === '' ? null : { query: { unit } })
  const kept = (asked.data?.rows ?? []).filter((row) => !row.retired)
  const options = [
    { value: 'none', label: text.headNone },
    ...kept.map((row) => ({ value: row.id, label: row.name })),
    { value: 'own', label: text.headOwn },
  ]
  const same = kept.find((row) => row.mark === value?.mark && row.copies === value.copies && row.office === value.office)
  const choose = (choice: string): void => {
    const found = kept.find((row) => row.id === choice)
    if (choice === 'none') onChange(null)
    else onChange(found === undefined ? (value ?? emptyHead) : { mark: found.mark, copies: found.copies, office: found.office })
  }
  return (
    <>
      <Field label={text.head} hint={text.headHint}>
        {(input) => <Select {...input} value={value === null ? 'none' : (same?.id ?? 'own')} options={options} onChange={choose} />}
      </Field>
      {value === null ? null : (
        <>
          <Field label={text.headMark} required>
            {(input) => (
              <Input {...input} maxLength={40} value={value.mark} onChange={(event) => onChange({ ...value, mark: event.target.value })} />
            )}
          </Field>
          <Field label={text.headCopies} hint={text.headCopiesHint}>
            {(input) => (
              <Input
                {...input}
                maxLength={500}
                value={value.copies}
                onChange={(event) => onChange({ ...value, copies: event.target.value })}
              />
            )}
          </Field>
          <Field label={text.headOffice} required>
            {(input) => (
              <Input
                {...input}
                maxLength={100}
                value={value.office}
                onChange={(event) => onChange({ ...value, office: event.target.value })}
              />
            )}
          </Field>
        </>
      )}
    </>
  )
}
