// A table made for paper: every row is there (the table of the desk draws only a window of them), its head stands again on
// every page, and no row is cut in two.

import type { ReactNode } from 'react'

export interface PrintedColumn {
  readonly title: string
  /** Share of the width beside the other columns; 1 when absent. */
  readonly share?: number
}

export interface PrintedTableProps {
  readonly caption: string
  readonly columns: readonly PrintedColumn[]
  readonly rows: readonly (readonly ReactNode[])[]
  /** What stands in the only row when there is none. */
  readonly none: string
}

export function PrintedTable({ caption, columns, rows, none }: PrintedTableProps) {
  const whole = columns.reduce((sum, column) => sum + (column.share ?? 1), 0)
  return (
    <table className="lx-paper">
      <caption>{caption}</caption>
      <colgroup>
        {columns.map((column) => (
          <col key={column.title} style={{ width: `${((column.share ?? 1) / whole) * 100}%` }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.title} scope="col">
              {column.title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.length === 0 ? (
          <tr>
            <td colSpan={columns.length}>{none}</td>
          </tr>
        ) : (
          rows.map((cells, index) => (
            // Printed rows have no identity of their own and never move.
            <tr key={index}>
              {cells.map((cell, column) => (
                <td key={columns[column]?.title}>{cell}</td>
              ))}
            </tr>
          ))
        )}
      </tbody>
    </table>
  )
}
