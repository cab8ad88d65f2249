// Above a table: find, filters, how many, columns, row height. What narrows the list is in the address bar.

import { Button, Checkbox, Input, type InputRef, Popover, Select } from 'antd'
import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react'
import { useFormat } from '../format.ts'
import { useWords } from '../words.ts'
import type { TableChoices } from './table-choices.ts'
import type { Column, Filter } from './table-columns.ts'
import { words } from './words.ts'

export interface TableBarProps<Row> {
  readonly columns: readonly Column<Row>[]
  readonly filters: readonly Filter<Row>[]
  readonly values: Readonly<Record<string, string>>
  readonly onValues: (changes: Readonly<Record<string, string | null>>) => void
  /** Further controls of the page, after the filters. */
  readonly controls?: ReactNode
  readonly search: boolean
  readonly searchRef: RefObject<InputRef | null>
  readonly choices: TableChoices
  readonly onChoices: (changes: Partial<TableChoices>) => void
  readonly shown: number
  readonly total: number
}

export const isShown = <Row,>(column: Column<Row>, choices: TableChoices): boolean => choices.shown[column.key] ?? column.hidden !== true

function Search({
  value,
  onChange,
  inputRef,
}: {
  readonly value: string
  readonly onChange: (q: string) => void
  readonly inputRef: RefObject<InputRef | null>
}) {
  const text = useWords(words)
  const [typed, setTyped] = useState(value)
  const sent = useRef(value)
  const composing = useRef(false)
  const latest = useRef(onChange)
  useEffect(() => {
    latest.current = onChange
  })
  useEffect(() => {
    if (value !== sent.current) {
      sent.current = value
      setTyped(value)
    }
  }, [value])
  useEffect(() => {
    if (typed === sent.current || composing.current) return undefined
    const timer = setTimeout(() => {
      sent.current = typed
      latest.current(typed)
    }, 180)
    return () => clearTimeout(timer)
  }, [typed])
  return (
    <Input
      ref={inputRef}
      allowClear
      className="lx-search"
      value={typed}
      placeholder={text.search}
      title={text.searchHint}
      aria-label={text.search}
      onChange={(event) => setTyped(event.target.value)}
      onCompositionStart={() => (composing.current = true)}
      onCompositionEnd={(event) => {
        composing.current = false
        sent.current = event.currentTarget.value
        onChange(event.currentTarget.value)
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') event.currentTarget.blur()
      }}
    />
  )
}

export function TableBar<Row>(props: TableBarProps<Row>) {
  const { columns, filters, values, onValues, choices, onChoices } = props
  const text = useWords(words)
  const format = useFormat()
  const narrowed = ['q', ...filters.map((filter) => filter.key)].filter((key) => (values[key] ?? '') !== '')
  const chooser = (
    <div className="lx-chooser" role="dialog" aria-label={text.columns}>
      {columns.slice(1).map((column) => (
        <Checkbox
          key={column.key}
          checked={isShown(column, choices)}
          onChange={(event) => onChoices({ shown: { ...choices.shown, [column.key]: event.target.checked } })}
        >
          {column.title}
        </Checkbox>
      ))}
      <Button size="small" onClick={() => onChoices({ shown: Object.fromEntries(columns.map((column) => [column.key, true])) })}>
        {text.allColumns}
      </Button>
    </div>
  )
  return (
    <div className="lx-bar">
      {props.search ? (
        <Search inputRef={props.searchRef} value={values['q'] ?? ''} onChange={(q) => onValues({ q: q === '' ? null : q })} />
      ) : null}
      {filters.map((filter) => (
        <Select
          key={filter.key}
          aria-label={filter.title}
          value={values[filter.key] ?? ''}
          options={[{ value: '', label: text.anyChoice(filter.title) }, ...filter.choices]}
          onChange={(value: string) => onValues({ [filter.key]: value === '' ? null : value })}
          popupMatchSelectWidth={false}
        />
      ))}
      {props.controls}
      {narrowed.length === 0 ? null : (
        <Button type="link" onClick={() => onValues(Object.fromEntries(narrowed.map((key) => [key, null])))}>
          {text.clearFilters}
        </Button>
      )}
      <span className="lx-bar-end" role="status">
        {props.shown === props.total
          ? text.rows(format.count(props.total))
          : text.rowsOf(format.count(props.shown), format.count(props.total))}
      </span>
      <Popover trigger="click" placement="bottomRight" content={chooser}>
        <Button>{text.columns} ▾</Button>
      </Popover>
      <Button onClick={() => onChoices({ dense: !choices.dense })} title={text.density}>
        {choices.dense ? text.comfortable : text.dense}
      </Button>
    </div>
  )
}
