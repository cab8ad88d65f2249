// The table of a run: each figure beside its limit, the aim and the verdict; the same text for the terminal and RESULTS.md.

import type { Figure } from './case.ts'

export interface Row extends Figure {
  readonly letter: string
}

/** A number with three significant digits, whole from 100 on. */
export function shown(value: number): string {
  if (!Number.isFinite(value)) return '–'
  if (Math.abs(value) >= 100) return Math.round(value).toLocaleString('en-US')
  return String(Number(value.toPrecision(3)))
}

const verdict = (row: Row): string => (row.aim === undefined ? '' : row.aim.met ? 'met' : 'MISSED')

const cells = (row: Row): string[] => [
  row.letter,
  row.what,
  `${shown(row.value)} ${row.unit}`.trim(),
  row.limit === undefined ? '' : `${shown(row.limit.value)} ${row.unit} (${row.limit.what})`,
  row.ratio === undefined ? '' : row.ratio.toFixed(2),
  row.aim?.text ?? '',
  verdict(row),
  row.note ?? '',
]

const heads = ['', 'figure', 'measured', 'limit in the same run', 'ratio', 'aim', 'verdict', 'note']

// Chinese signs are twice as wide on a terminal.
const widthOf = (text: string): number => [...text].reduce((sum, sign) => sum + (/[\u2E80-\uFFEF]/.test(sign) ? 2 : 1), 0)

/** A Markdown table whose columns also line up on a terminal. */
export function tableOf(rows: readonly Row[]): string {
  const lines = [heads, ...rows.map(cells)]
  const widths = heads.map((_head, column) => Math.max(3, ...lines.map((line) => widthOf(line[column] ?? ''))))
  const written = lines.map(
    (line) => `| ${line.map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - widthOf(cell))).join(' | ')} |`,
  )
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`
  return [written[0], rule, ...written.slice(1)].join('\n')
}

/** One figure as a line of progress. */
export function lineOf(row: Row): string {
  return cells(row)
    .filter((cell) => cell !== '')
    .join(' · ')
}
