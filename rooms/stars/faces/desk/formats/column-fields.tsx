// Columns of a report format: heading, what fills it, and the other system's words for ours.

import { Field } from '#ground/ui/desk/field.tsx'
import { useWords } from '#ground/ui/words.ts'
import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { reportFields } from '../../../core/report-format.ts'
import type { ReportColumn, ReportList } from '../../../core/report-format.ts'
import { words } from './words.ts'

interface ColumnFieldsProps {
  readonly list: ReportList
  readonly columns: readonly ReportColumn[]
  readonly onChange: (columns: readonly ReportColumn[]) => void
}

const constant = ' constant'

/** `ours=theirs`, one a line; what has no equals sign does not count. */
export function valuesIn(typed: string): ReportColumn['values'] {
  return typed.split('\n').flatMap((line) => {
    const at = line.indexOf('=')
    return at < 0 ? [] : [{ is: line.slice(0, at).trim(), becomes: line.slice(at + 1).trim() }]
  })
}

interface OneProps {
  readonly list: ReportList
  readonly column: ReportColumn
  readonly number: number
  readonly onChange: (column: ReportColumn) => void
}

function Mapping({ column, onChange }: Pick<OneProps, 'column' | 'onChange'>) {
  const text = useWords(words)
  // Lines half typed stay as they are; only whole ones are kept.
  const [typed, setTyped] = useState(() => column.values.map(({ is, becomes }) => `${is}=${becomes}`).join('\n'))
  const bad = typed.split('\n').find((line) => line.trim() !== '' && !line.includes('='))
  return (
    <>
      <Field label={text.values} hint={text.valuesHint} error={bad === undefined ? undefined : text.valuesBad(bad.trim())}>
        {(input) => (
          <Input.TextArea
            {...input}
            autoSize={{ minRows: 1, maxRows: 8 }}
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value)
              onChange({ ...column, values: valuesIn(event.target.value) })
            }}
          />
        )}
      </Field>
      <Field label={text.otherwise} hint={text.otherwiseHint}>
        {(input) => (
          <Input
            {...input}
            maxLength={200}
            value={column.otherwise ?? ''}
            onChange={(event) => onChange({ ...column, otherwise: event.target.value === '' ? null : event.target.value })}
          />
        )}
      </Field>
    </>
  )
}

function One({ list, column, number, onChange }: OneProps) {
  const text = useWords(words)
  return (
    <div className="formats-column">
      <Field label={text.header} required>
        {(input) => (
          <Input
            {...input}
            maxLength={60}
            value={column.header}
            aria-label={`${text.column(number)} ${text.header}`}
            onChange={(event) => onChange({ ...column, header: event.target.value })}
          />
        )}
      </Field>
      <Field label={text.field} required>
        {(input) => (
          <Select
            {...input}
            aria-label={`${text.column(number)} ${text.field}`}
            value={column.field ?? constant}
            options={[
              ...reportFields[list].map((value: string) => ({ value, label: text.fields[value] ?? value })),
              { value: constant, label: text.constantChoice },
            ]}
            onChange={(next: string) => onChange({ ...column, field: next === constant ? null : next })}
          />
        )}
      </Field>
      {column.field === null ? (
        <Field label={text.constant}>
          {(input) => (
            <Input
              {...input}
              maxLength={200}
              value={column.constant}
              onChange={(event) => onChange({ ...column, constant: event.target.value })}
            />
          )}
        </Field>
      ) : (
        <details open={column.values.length > 0 || column.otherwise !== null}>
          <summary>{text.mapping}</summary>
          <Mapping column={column} onChange={onChange} />
        </details>
      )}
    </div>
  )
}

export function ColumnFields({ list, columns, onChange }: ColumnFieldsProps) {
  const text = useWords(words)
  // What is typed into a line stays with it when lines move; the ids live as long as the page.
  const [ids, setIds] = useState<readonly number[]>(() => columns.map((_, index) => index))
  const [next, setNext] = useState(columns.length)
  const known = ids.length === columns.length ? ids : columns.map((_, index) => next + index)
  const swap = (at: number, to: number): void => {
    const moved = [...columns]
    const marks = [...known]
    const [column] = moved.splice(at, 1)
    const [mark] = marks.splice(at, 1)
    if (column === undefined || mark === undefined) return
    moved.splice(to, 0, column)
    marks.splice(to, 0, mark)
    setIds(marks)
    onChange(moved)
  }
  return (
    <>
      <ol className="formats-columns">
        {columns.map((column, index) => (
          <li key={`${list}${known[index] ?? index}`}>
            <One
              list={list}
              column={column}
              number={index + 1}
              onChange={(changed) => onChange(columns.map((one, at) => (at === index ? changed : one)))}
            />
            <p className="formats-acts">
              <Button size="small" disabled={index === 0} aria-label={text.up(column.header)} onClick={() => swap(index, index - 1)}>
                {text.upShort}
              </Button>
              <Button
                size="small"
                disabled={index === columns.length - 1}
                aria-label={text.down(column.header)}
                onClick={() => swap(index, index + 1)}
              >
                {text.downShort}
              </Button>
              <Button
                size="small"
                danger
                disabled={columns.length === 1}
                aria-label={text.remove(column.header)}
                onClick={() => {
                  setIds(known.filter((_, at) => at !== index))
                  onChange(columns.filter((_, at) => at !== index))
                }}
              >
                {text.removeShort}
              </Button>
            </p>
          </li>
        ))}
      </ol>
      <Button
        onClick={() => {
          setIds([...known, next])
          setNext(next + 1)
          onChange([...columns, { header: '', field: null, constant: '', values: [], otherwise: null }])
        }}
      >
        {text.add}
      </Button>
    </>
  )
}
