// What a column and a filter are, and the pure part of a table: which rows in which order.

import type { ReactNode } from 'react'

export interface Column<Row> {
  readonly key: string
  readonly title: string
  /** What is shown; the value when absent. */
  readonly render?: (row: Row) => ReactNode
  /** What is searched and sorted. */
  readonly value?: (row: Row) => string | number | null
  /** Right-aligned figures. */
  readonly numeric?: boolean
  /** Pixels. */
  readonly width?: number
  /** Default true when there is a value. */
  readonly sortable?: boolean
  /** Not shown until chosen. */
  readonly hidden?: boolean
  /** Content of the totals row. */
  readonly total?: (rows: readonly Row[]) => ReactNode
}

export interface Filter<Row> {
  /** The search parameter. */
  readonly key: string
  readonly title: string
  readonly choices: readonly { readonly value: string; readonly label: string }[]
  /** Tests a row here; without it the page sends the value to the server. */
  readonly test?: (row: Row, value: string) => boolean
}

export interface Arrangement {
  readonly q: string
  /** `name`, or `-name` for the other way. */
  readonly sort: string
  readonly filters: Readonly<Record<string, string>>
}

const collator = new Intl.Collator('zh-CN', { numeric: true })

function compare(a: string | number | null, b: string | number | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1
  return typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b))
}

/** Rows that pass search and filters, in the chosen order; empty values always last. */
export function arrange<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  filters: readonly Filter<Row>[],
  by: Arrangement,
): readonly Row[] {
  const words = by.q.toLowerCase().split(/\s+/).filter(Boolean)
  const tests = filters.flatMap((filter) => {
    const value = by.filters[filter.key]
    const { test } = filter
    return value === undefined || value === '' || test === undefined ? [] : [(row: Row) => test(row, value)]
  })
  const readers = columns.flatMap((column) => (column.value === undefined ? [] : [column.value]))
  const found = rows.filter((row) => {
    if (!tests.every((test) => test(row))) return false
    if (words.length === 0) return true
    const text = readers
      .map((read) => read(row) ?? '')
      .join(' ')
      .toLowerCase()
    return words.every((word) => text.includes(word))
  })
  const down = by.sort.startsWith('-')
  const read = columns.find((column) => column.key === by.sort.replace(/^-/, ''))?.value
  if (read === undefined) return found
  return found.toSorted((a, b) => {
    const [x, y] = [read(a), read(b)]
    const order = compare(x, y)
    return down && x !== null && y !== null ? -order : order
  })
}

/** The sort after a click on a column's head: up, down, as it came. */
export function nextSort(sort: string, key: string): string {
  if (sort === key) return `-${key}`
  return sort === `-${key}` ? '' : key
}

/** The slice of rows that is drawn when only a window of them is. */
export function windowOf(
  count: number,
  rowHeight: number,
  scrollTop: number,
  height: number,
): { readonly from: number; readonly to: number } {
  const extra = 12
  const from = Math.max(0, Math.floor(scrollTop / rowHeight) - extra)
  return { from, to: Math.min(count, Math.ceil((scrollTop + height) / rowHeight) + extra) }
}
