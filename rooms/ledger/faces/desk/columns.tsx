// The columns of the four lists and the filters above them.

import type { Column, Filter } from '#ground/ui/desk/table-columns.ts'
import type { Text } from '#ground/kernel/problem.ts'
import type { ColumnKey, List } from '../../core/lists.ts'
import { columnNames, listColumns, sourceNames } from '../../core/lists.ts'
import { stateNames } from '../../core/state.ts'
import { cellOf } from './cells.ts'
import type { Register, Row } from './ledger.ts'
import { StateTag } from './state-tag.tsx'
import type { Words } from './zh.ts'

const widths: Partial<Readonly<Record<ColumnKey, number>>> = {
  problem: 260,
  measure: 280,
  report: 260,
  subject: 110,
  source: 100,
  responsible: 150,
  supervisor: 150,
  state: 130,
  due: 200,
  days: 90,
}

/** The deadline with the days left, as one text. */
export function dueText(row: Pick<Row, 'due' | 'left' | 'days'>, text: Words): string {
  if (row.due === null) return row.days === null ? text.noDue : `${text.termDays} ${row.days} · ${text.noCalendar}`
  return row.left === null ? row.due : `${row.due} · ${text.left(row.left)}`
}

/** On the screen state and deadline stand right behind the problem, so that they stay in sight beside an open panel. */
const onScreen = (list: List): readonly ColumnKey[] => {
  const [first = 'problem', ...others] = listColumns[list]
  const soon = (['state', 'due'] as const).filter((key) => others.includes(key))
  return [first, ...soon, ...others.filter((key) => key !== 'state' && key !== 'due')]
}

/** Fields of a register as columns, right behind the problem. */
const fieldColumns = (register: Register | undefined, text: Words, say: (text: Text) => string): readonly Column<Row>[] =>
  (register?.fields ?? []).map(({ id, title, type }) => ({
    key: `field-${id}`,
    title: say(title),
    width: 140,
    numeric: type === 'number',
    value: (row: Row) =>
      type === 'number' && row.particulars[id] !== undefined ? Number(row.particulars[id]) : (row.particulars[id] ?? null),
    render: (row: Row) => row.particulars[id] ?? text.noDue,
  }))

export function columnsOf(list: List, text: Words, say: (text: Text) => string, register?: Register): readonly Column<Row>[] {
  const [first, ...others] = entryColumns(list, text, say)
  return first === undefined ? [] : [first, ...(list === 'tasks' ? fieldColumns(register, text, say) : []), ...others]
}

function entryColumns(list: List, text: Words, say: (text: Text) => string): readonly Column<Row>[] {
  return onScreen(list).map((key): Column<Row> => {
    const width = widths[key] ?? 120
    const column = { key, title: say(columnNames[key]), width, value: (row: Row) => cellOf(row, key, say) }
    if (key === 'state') return { ...column, render: (row) => <StateTag row={row} /> }
    if (key === 'due') return { ...column, render: (row) => dueText(row, text) }
    if (key === 'days') return { ...column, numeric: true }
    return key === 'problem' ? column : { ...column, render: (row) => column.value(row) ?? text.noDue }
  })
}

export function filtersOf(text: Words, say: (text: Text) => string, registers: readonly Register[]): readonly Filter<Row>[] {
  const named = (names: Readonly<Record<string, Text>>) => Object.entries(names).map(([value, name]) => ({ value, label: say(name) }))
  const kinds = [{ value: 'problem', label: text.plainProblem }, ...registers.map((one) => ({ value: one.id, label: say(one.title) }))]
  // Without a test the server is asked: these narrow what it looks through.
  return [
    { key: 'kind', title: text.kind, choices: kinds },
    { key: 'state', title: text.stateFilter, choices: named(stateNames) },
    { key: 'source', title: text.sourceFilter, choices: named(sourceNames) },
    {
      key: 'late',
      title: text.lateFilter,
      choices: Object.entries(text.lateChoices).map(([value, label]) => ({ value, label })),
      test: (row, value) => (value === 'soon' ? row.alarm === 'warn' : row.alarm.startsWith(value)),
    },
    {
      key: 'extension',
      title: text.extensionFilter,
      choices: [{ value: 'asked', label: text.extensionAsked }],
    },
    { key: 'told', title: text.told, choices: [{ value: 'yes', label: text.toldYes }] },
    { key: 'lookback', title: text.lookBackOn, choices: [{ value: 'due', label: text.lookBackDue }] },
  ]
}
