// The rows of a table; of a long list only the window in sight is drawn, all of it when printing.

import { Checkbox } from 'antd'
import type { ReactNode } from 'react'
import { useWords } from '../words.ts'
import type { Column } from './table-columns.ts'
import { words } from './words.ts'

export interface TableRowsProps<Row> {
  readonly rows: readonly Row[]
  readonly columns: readonly Column<Row>[]
  readonly rowKey: (row: Row) => string
  readonly from: number
  readonly to: number
  readonly rowHeight: number
  readonly current: string | null
  readonly openKey: string | null
  readonly onOpen: ((row: Row) => void) | undefined
  readonly selected: ReadonlySet<string> | null
  readonly onSelect: (key: string) => void
}

const content = <Row,>(column: Column<Row>, row: Row): ReactNode => (column.render === undefined ? column.value?.(row) : column.render(row))

const inner = (target: EventTarget): boolean => target instanceof Element && target.closest('a, button, input, label') !== null

function Gap({ height, span }: { readonly height: number; readonly span: number }) {
  return height <= 0 ? null : (
    <tr aria-hidden="true" className="lx-gap" style={{ height }}>
      <td colSpan={span} />
    </tr>
  )
}

export function TableRows<Row>(props: TableRowsProps<Row>) {
  const { rows, columns, rowKey, from, to, rowHeight, current, openKey, onOpen, selected, onSelect } = props
  const text = useWords(words)
  const span = columns.length + (selected === null ? 0 : 1)
  return (
    <tbody>
      <Gap height={from * rowHeight} span={span} />
      {rows.slice(from, to).map((row, offset) => {
        const key = rowKey(row)
        const first = columns[0]
        const name = String(first?.value?.(row) ?? key)
        return (
          <tr
            key={key}
            aria-rowindex={from + offset + 2}
            data-row={key}
            className={
              [key === current ? 'lx-current' : '', key === openKey ? 'lx-open' : '', onOpen === undefined ? '' : 'lx-opens']
                .join(' ')
                .trim() || undefined
            }
            aria-selected={selected === null ? undefined : selected.has(key)}
            onClick={(event) => {
              if (onOpen !== undefined && !inner(event.target)) onOpen(row)
            }}
          >
            {selected === null ? null : (
              <td className="lx-pick">
                <Checkbox checked={selected.has(key)} aria-label={text.selectRow(name)} onChange={() => onSelect(key)} />
              </td>
            )}
            {columns.map((column, index) =>
              index === 0 ? (
                <th key={column.key} scope="row">
                  {onOpen === undefined ? (
                    content(column, row)
                  ) : (
                    <button type="button" className="lx-row-link" onClick={() => onOpen(row)}>
                      {content(column, row)}
                    </button>
                  )}
                </th>
              ) : (
                <td key={column.key} className={column.numeric === true ? 'lx-numeric' : undefined}>
                  {content(column, row)}
                </td>
              ),
            )}
          </tr>
        )
      })}
      <Gap height={(rows.length - to) * rowHeight} span={span} />
    </tbody>
  )
}
