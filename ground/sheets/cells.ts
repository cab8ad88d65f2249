// What both kinds of file share: how a cell is cleaned, how a header is checked, and how formulas are kept from running.
// Excel runs a CSV cell that begins with = + - @; a leading apostrophe stops it. Escaping adds one, reading takes one away,
// so that what was written is read again. Plain numbers such as -1.5 are no danger and stay as they are.

import { Halt, maxCellLength, type ReadLimits } from './limits.ts'
import { problems } from './problems.ts'

/** A row as read: as many cells as the header has, trimmed, with the line it stands on in the file (1 is the first). */
export interface Row {
  readonly line: number
  readonly cells: readonly string[]
}

const dangerous = /^'*[=+\-@\t\r＝＋－＠]/
const escaped = /^'+[=+\-@\t\r＝＋－＠]/
const plainNumber = /^[+-]?\d+(?:\.\d+)?$/

/** The cell as it may stand in a CSV file that Excel opens. */
export function escapeFormula(cell: string): string {
  return dangerous.test(cell) && !(plainNumber.test(cell) && cell[0] === '-') ? `'${cell}` : cell
}

/** Trimmed, and without the apostrophe that `escapeFormula` adds. */
export function cleanCell(cell: string): string {
  const trimmed = cell.trim()
  return trimmed.charCodeAt(0) === 39 && escaped.test(trimmed) ? trimmed.slice(1) : trimmed
}

/** The column names of a header row; halts when one is missing or repeated. Empty columns at the right are dropped. */
export function headerOf(cells: readonly string[], limits: ReadLimits): string[] {
  const names = cells.map(cleanCell)
  while (names.at(-1) === '') names.pop()
  if (names.length > limits.maxColumns) throw new Halt(problems.tooManyColumns({ limit: limits.maxColumns }))
  const seen = new Set<string>()
  for (const [index, name] of names.entries()) {
    if (name === '') throw new Halt(problems.headerMissing({ column: index + 1 }))
    if (name.length > maxCellLength) throw new Halt(problems.cellTooLong({ line: 1, limit: maxCellLength }))
    if (seen.has(name)) throw new Halt(problems.headerRepeated({ name }))
    seen.add(name)
  }
  return names
}

/** Brings a row to the header's width: missing cells are empty, empty ones too many are dropped, others halt. */
export function fitted(cells: string[], width: number, line: number): string[] {
  while (cells.length > width && cells.at(-1) === '') cells.pop()
  if (cells.length > width) throw new Halt(problems.surplusCells({ line }))
  while (cells.length < width) cells.push('')
  return cells
}
