// Which rows are named and why: a return, a refusal, a dismissal say nothing less.

import { Field } from '#ground/ui/desk/field.tsx'
import { useWords } from '#ground/ui/words.ts'
import { Button, Input, Select } from 'antd'
import { words } from './words.ts'
import './stars.css'

export interface Note {
  readonly row: string
  readonly reason: string
}

export const firstNote: readonly Note[] = [{ row: '', reason: '' }]

/** Notes that say both which row and why. */
export const whole = (notes: readonly Note[]): Note[] => notes.filter((note) => note.row !== '' && note.reason.trim() !== '')

interface RowsFieldProps {
  readonly rows: readonly { readonly row: string; readonly text: string }[]
  readonly value: readonly Note[]
  readonly onChange: (next: readonly Note[]) => void
  readonly error?: string | undefined
}

export function RowsField({ rows, value, onChange, error }: RowsFieldProps) {
  const text = useWords(words)
  const set = (index: number, changes: Partial<Note>): void =>
    onChange(value.map((note, at) => (at === index ? { ...note, ...changes } : note)))
  return (
    <fieldset className="lx-rows-field">
      <legend>{text.rowsAndReasons}</legend>
      {error === undefined ? null : <p className="lx-error">{error}</p>}
      {value.map((note, index) => (
        // Rows are only added at the end and taken away by index, so the place is the key.
        <div key={index} className="lx-rows-field-row">
          <Field label={text.row} required>
            {(input) => (
              <Select
                {...input}
                value={note.row === '' ? null : note.row}
                placeholder={text.chooseRow}
                options={rows.map(({ row, text: asked }) => ({ value: row, label: asked === '' ? row : `${row} ${asked.slice(0, 40)}` }))}
                onChange={(row: string | null) => set(index, { row: row ?? '' })}
                popupMatchSelectWidth={false}
              />
            )}
          </Field>
          <Field label={text.reason} required>
            {(input) => (
              <Input.TextArea
                {...input}
                rows={2}
                maxLength={500}
                value={note.reason}
                onChange={(event) => set(index, { reason: event.target.value })}
              />
            )}
          </Field>
          {value.length < 2 ? null : <Button onClick={() => onChange(value.filter((_, at) => at !== index))}>{text.removeRow}</Button>}
        </div>
      ))}
      <Button onClick={() => onChange([...value, { row: '', reason: '' }])}>{text.addRow}</Button>
    </fieldset>
  )
}
