// How a row of any sheet is read: by a table of its columns, each with its title, its note and what its cell may say. The same
// table makes the template and the header of the export. All faults of a row are found at once, each told by its column.

import type { Text, Problem } from '#ground/kernel/problem.ts'
import { isDay } from '#ground/kernel/days.ts'
import { formPattern } from '../core/demand.ts'
import type { SheetColumn, SheetRecord } from '#ground/sheets/sheet-columns.ts'
import { problems } from '../problems.ts'

/** What a cell says, or why it says nothing. */
export type CellReader<T> = (cell: string) => T | Problem

export interface SheetField<T> extends SheetColumn {
  readonly read: CellReader<T>
}

export type SheetTable = Readonly<Record<string, SheetField<unknown>>>

/** A row as its table reads it. */
export type RowOf<F extends SheetTable> = { readonly [K in keyof F]: F[K] extends SheetField<infer T> ? T : never }

export interface CellFault {
  readonly column: Text
  readonly problem: Problem
}

/** Whether something read is a refusal. */
export const isProblem = (read: unknown): read is Problem => typeof read === 'object' && read !== null && 'wakes' in read

/** The row, or everything that is wrong with its cells. */
export function readRow<F extends SheetTable>(table: F, record: SheetRecord<string>): RowOf<F> | readonly CellFault[] {
  const faults: CellFault[] = []
  const row: Record<string, unknown> = {}
  for (const [key, { title, read }] of Object.entries(table)) {
    const cell = record[key] ?? ''
    const value = read(typeof cell === 'string' ? cell : '')
    if (isProblem(value)) faults.push({ column: title, problem: value })
    else row[key] = value
  }
  return faults.length > 0 ? faults : (row as RowOf<F>)
}

/** A text that may be empty. */
export const perhapsCell =
  (most: number): CellReader<string> =>
  (cell) =>
    cell.length > most ? problems.cellTooLong({ most }) : cell

/** A text that says something. */
export const textCell =
  (most: number): CellReader<string> =>
  (cell) =>
    cell === '' ? problems.cellEmpty() : perhapsCell(most)(cell)

/** A unit's code. */
export const unitCell: CellReader<string> = (cell) => (/^\d{2,17}$/.test(cell) ? cell : problems.unknownUnit({ unit: cell }))

/** A day. */
export const dayCell: CellReader<string> = (cell) => (isDay(cell) ? cell : problems.sheetNoDay())

/** A day, or none. */
export const openDayCell: CellReader<string | null> = (cell) => (cell === '' ? null : dayCell(cell))

/** One of some words, by either of its names or its code. */
export const wordCell =
  <K extends string>(names: Readonly<Record<K, Text>>): CellReader<K> =>
  (cell) => {
    const text = cell.normalize('NFKC').toLowerCase()
    const entries = Object.entries<Text>(names)
    const found = entries.find(([key, { zh, en }]) => [key, zh, en].some((word) => word.normalize('NFKC').toLowerCase() === text))
    return found === undefined ? problems.sheetNotOneOf({ words: entries.map(([, { zh }]) => zh) }) : (found[0] as K)
  }

/** The same, or nothing. */
export const openWordCell =
  <K extends string>(names: Readonly<Record<K, Text>>): CellReader<K | null> =>
  (cell) =>
    cell === '' ? null : wordCell(names)(cell)

/** A whole number from 1 on. */
export const countCell =
  (most: number): CellReader<number> =>
  (cell) =>
    /^[1-9]\d{0,8}$/.test(cell) && Number(cell) <= most ? Number(cell) : problems.cellNoCount({ most })

/** The key of a form, `kind:id`, or nothing. */
export const formCell: CellReader<string> = (cell) => (cell === '' || formPattern.test(cell) ? cell : problems.sheetNoForm())

/** Several texts in one cell: a line each, or with semicolons between them. */
export const listCell =
  (most: number): CellReader<readonly string[]> =>
  (cell) => {
    const items = cell.split(/[\n;；]/u).flatMap((part) => (part.trim() === '' ? [] : [part.trim()]))
    const long = items.find((item) => item.length > most)
    return items.length === 0 ? problems.cellEmpty() : long === undefined ? items : problems.cellTooLong({ most })
  }
