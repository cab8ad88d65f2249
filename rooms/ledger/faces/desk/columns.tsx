// The columns of the four lists and the filters above them.

import type { Column, Filter } from '#ground/ui/desk/table-columns.ts'
import type { Text } from '#ground/kernel/problem.ts'
import type { ColumnKey, List } from '../../core/lists.ts'
import { columnNames, listColumns, sourceNames } from '../../core/lists.ts'
import { stateNames } from '../../core/state.ts'
import { cellOf } from './cells.ts'
import type { Row } from './ledger.ts'
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

export function columnsOf(list: List, text: Words, say: (text: Text) => string): readonly Column<Row>[] {
  return onScreen(list).map((key): Column<Row> => {
    const width = widths[key] ?? 120
    const column = { key, title: say(columnNames[key]), width, value: (row: Row) => cellOf(row, key, say) }
    if (key === 'state') return { ...column, render: (row) => <StateTag row={row} /> }
    if (key === 'due') return { ...column, render: (row) => dueText(row, text) }
    if (key === 'days') return { ...column, numeric: true }
    return key === 'problem' ? column : { ...column, render: (row) => column.value(row) ?? text.noDue }
  })
}

export function filtersOf(text: Words, say: (text: Text) => string): readonly Filter<Row>[] {
  const named = (names: Readonly<Record<string, Text>>) => Object.entries(names).map(([value, name]) => ({ value, label: say(name) }))
  return [
    { key: 'state', title: text.stateFilter, choices: named(stateNames), test: (row, value) => row.state === value },
    { key: 'source', title: text.sourceFilter, choices: named(sourceNames), test: (row, value) => row.sourceKind === value },
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
      test: (row) => row.extensionUntil !== null,
    },
  ]
}
