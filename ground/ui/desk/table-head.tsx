// Head and foot of a table: sorting by a click, the totals row.

import type { ReactNode } from 'react'
import { useWords } from '../words.ts'
import { type Column, nextSort } from './table-columns.ts'
import { words } from './words.ts'

export interface TableHeadProps<Row> {
  readonly columns: readonly Column<Row>[]
  readonly sort: string
  readonly onSort: (sort: string) => void
  /** The box that selects all, when rows can be selected. */
  readonly selectAll: ReactNode
}

const ariaSort = (sort: string, key: string): 'ascending' | 'descending' | undefined =>
  sort === key ? 'ascending' : sort === `-${key}` ? 'descending' : undefined

const mark = (sort: string, key: string): string => (sort === key ? '↑' : sort === `-${key}` ? '↓' : '')

export function TableHead<Row>({ columns, sort, onSort, selectAll }: TableHeadProps<Row>) {
  const text = useWords(words)
  return (
    <thead>
      <tr>
        {selectAll === null ? null : <th className="lx-pick">{selectAll}</th>}
        {columns.map((column) => (
          <th
            key={column.key}
            scope="col"
            className={column.numeric === true ? 'lx-numeric' : undefined}
            style={column.width === undefined ? undefined : { width: column.width, minWidth: column.width }}
            aria-sort={ariaSort(sort, column.key)}
          >
            {column.value === undefined || column.sortable === false ? (
              column.title
            ) : (
              <button type="button" title={text.sortBy(column.title)} onClick={() => onSort(nextSort(sort, column.key))}>
                {column.title}
                {mark(sort, column.key) === '' ? null : <span aria-hidden="true">{mark(sort, column.key)}</span>}
              </button>
            )}
          </th>
        ))}
      </tr>
    </thead>
  )
}

export function TableFoot<Row>({
  columns,
  rows,
  picks,
}: {
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly picks: boolean
}) {
  const text = useWords(words)
  if (!columns.some((column) => column.total !== undefined)) return null
  return (
    <tfoot>
      <tr>
        {picks ? <td className="lx-pick" /> : null}
        {columns.map((column, index) =>
          index === 0 ? (
            <th key={column.key} scope="row">
              {text.totals} {column.total?.(rows)}
            </th>
          ) : (
            <td key={column.key} className={column.numeric === true ? 'lx-numeric' : undefined}>
              {column.total?.(rows)}
            </td>
          ),
        )}
      </tr>
    </tfoot>
  )
}
