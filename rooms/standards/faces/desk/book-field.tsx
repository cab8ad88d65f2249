// One cell of a row, typed as its kind asks, with what the checker says of it beside it.

import { Input, Select } from 'antd'
import { useState } from 'react'
import type { FieldInput } from '#ground/ui/desk/field.tsx'
import { Field } from '#ground/ui/desk/field.tsx'
import { useText } from '#ground/ui/language.ts'
import { useWords } from '#ground/ui/words.ts'
import { isName } from '../../core/book-editing.ts'
import type { FieldKind } from '../../core/book-fields.ts'
import { namesFor } from '../../core/book-fields.ts'
import { formWords } from '../../core/form-sheets.ts'
import type { FormColumn, SheetKey } from '../../core/form-sheets.ts'
import type { Book } from '../../core/form-writing.ts'
import { words } from './words.ts'

interface BookFieldProps {
  readonly book: Book
  readonly sheet: SheetKey
  readonly column: FormColumn
  readonly kind: FieldKind
  readonly label?: string
  readonly value: string
  readonly error: string | undefined
  /** What a rule means, while it can be read. */
  readonly meaning?: string | undefined
  readonly onChange: (value: string) => void
}

/** A name that other rows go by: changed as a whole, when one leaves the field. */
function NameInput({
  input,
  value,
  onChange,
}: {
  readonly input: FieldInput
  readonly value: string
  readonly onChange: (value: string) => void
}) {
  const [typed, setTyped] = useState(value)
  const [before, setBefore] = useState(value)
  if (before !== value) {
    setBefore(value)
    setTyped(value)
  }
  const done = (): void => {
    if (typed.trim() !== value) onChange(typed.trim())
  }
  return (
    <Input
      {...input}
      autoComplete="off"
      maxLength={200}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={done}
      onPressEnter={done}
    />
  )
}

function WordInput({
  input,
  of,
  several,
  value,
  onChange,
}: Pick<BookFieldProps, 'value' | 'onChange'> & { readonly input: FieldInput; readonly of: string; readonly several: boolean }) {
  const say = useText()
  const options = Object.entries(formWords[of] ?? {}).map(([code, text]) => ({ value: code, label: say(text) }))
  if (several) {
    const chosen = value.split('\n').filter((one) => one !== '')
    return <Select {...input} mode="multiple" value={chosen} options={options} onChange={(next: string[]) => onChange(next.join('\n'))} />
  }
  return <Select {...input} value={value === '' ? null : value} options={options} onChange={(next: string) => onChange(next)} />
}

function CellInput({ input, book, sheet, column, kind, value, onChange }: BookFieldProps & { readonly input: FieldInput }) {
  if (kind.as === 'kept') return <Input {...input} readOnly value={value} />
  if (kind.as === 'word') return <WordInput input={input} of={kind.of} several={kind.several === true} value={value} onChange={onChange} />
  if (kind.as === 'name')
    return (
      <Select
        {...input}
        allowClear={kind.sheet === 'offices'}
        showSearch={{ optionFilterProp: 'label' }}
        value={value === '' ? null : value}
        options={[...namesFor(book, kind)]}
        onChange={(next: string | undefined) => onChange(next ?? '')}
      />
    )
  if (kind.as === 'line' && isName(sheet, column.key)) return <NameInput input={input} value={value} onChange={onChange} />
  if (kind.as === 'line')
    return <Input {...input} autoComplete="off" maxLength={1000} value={value} onChange={(event) => onChange(event.target.value)} />
  return (
    <Input.TextArea
      {...input}
      autoSize={{ minRows: kind.as === 'rule' ? 3 : 2, maxRows: 10 }}
      maxLength={2000}
      spellCheck={false}
      {...(kind.as === 'rule' ? { className: 'standards-rule' } : {})}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}

export function BookField(props: BookFieldProps) {
  const { sheet, column, kind, label, error, meaning } = props
  const say = useText()
  const text = useWords(words)
  const listed = kind.as === 'lines' && ['evidence', 'evidenceEn', 'aliases', 'choices', 'before'].includes(column.key)
  const hint =
    kind.as === 'rule' ? (meaning === undefined ? text.ruleHints[sheet] : text.means(meaning)) : listed ? text.oneALine : undefined
  return (
    <Field label={label ?? say(column.title)} error={error} {...(hint === undefined ? {} : { hint })}>
      {(input) => <CellInput {...props} input={input} />}
    </Field>
  )
}
