// A list as another system wants it: which columns, in which order, under which names, in whose words. Formats are data that
// a county edits; this applies one to records. What is written is Chinese whatever the reader's language: it is another
// system's form.

import type { Day } from '#ground/kernel/clock.ts'

/** Lists that a format may be made of. */
export const reportLists = ['candidacies', 'rows', 'targets', 'held'] as const
export type ReportList = (typeof reportLists)[number]

const place = ['number', 'county', 'township', 'unit', 'code', 'cycle', 'year'] as const

/** Fields of each list, in the order in which a new format has them. */
export const reportFields = {
  candidacies: [...place, 'star', 'starCode', 'batch', 'state', 'due', 'publicUntil', 'certifiedOn'],
  rows: [...place, 'star', 'starCode', 'row', 'text', 'answer', 'reason', 'known', 'evidence', 'submittedOn'],
  targets: [...place, 'quarter', 'stars', 'level', 'strengths', 'met', 'gaps', 'goal', 'measures'],
  held: [...place, 'star', 'starCode', 'state', 'since', 'until', 'plaque'],
} as const satisfies Readonly<Record<ReportList, readonly string[]>>
export type ReportField = (typeof reportFields)[ReportList][number]

/** How days are written: 2026-09-08, 2026/9/8, 2026.9.8, 2026年9月8日, 20260908. */
export const dateStyles = ['dash', 'slash', 'dots', 'chinese', 'compact'] as const
export type DateStyle = (typeof dateStyles)[number]

export interface ReportColumn {
  readonly header: string
  /** What fills it; null for a constant. */
  readonly field: string | null
  readonly constant: string
  /** Words that the other system has for ours. */
  readonly values: readonly { readonly is: string; readonly becomes: string }[]
  /** What every other value becomes; null leaves it as it is. */
  readonly otherwise: string | null
}

export interface ReportFormat {
  readonly name: string
  /** The system that wants it. */
  readonly system: string
  readonly list: ReportList
  readonly file: 'xlsx' | 'csv'
  readonly sheet: string
  readonly dates: DateStyle
  readonly columns: readonly ReportColumn[]
}

export type ReportValue = string | number | null
/** One line of a list before it is put into columns; days as `YYYY-MM-DD` under the fields that are days. */
export type ReportRecord = Readonly<Record<string, ReportValue>>

const dayFields: ReadonlySet<string> = new Set<ReportField>(['due', 'publicUntil', 'certifiedOn', 'submittedOn', 'since', 'until'])

/** A day as the format writes it. */
export function dayAs(style: DateStyle, day: Day): string {
  const [year = '', month = '', date = ''] = day.split('-')
  const [m, d] = [String(Number(month)), String(Number(date))]
  switch (style) {
    case 'dash':
      return day
    case 'slash':
      return `${year}/${m}/${d}`
    case 'dots':
      return `${year}.${m}.${d}`
    case 'chinese':
      return `${year}年${m}月${d}日`
    default:
      return `${year}${month}${date}`
  }
}

function cellOf(column: ReportColumn, record: ReportRecord, dates: DateStyle): string | number {
  if (column.field === null) return column.constant
  const value = record[column.field] ?? ''
  const shown = typeof value === 'string' && value !== '' && dayFields.has(column.field) ? dayAs(dates, value) : value
  const mapped = column.values.find((one) => one.is === String(shown))
  if (mapped !== undefined) return mapped.becomes
  return column.otherwise ?? shown
}

/** The line of a record under a format. */
export const lineOf = (format: Pick<ReportFormat, 'columns' | 'dates'>, record: ReportRecord): (string | number)[] =>
  format.columns.map((column) => cellOf(column, record, format.dates))

/** The first column whose field its list does not have; undefined when all are there. */
export function foreignField({ list, columns }: Pick<ReportFormat, 'list' | 'columns'>): string | undefined {
  const known: readonly string[] = reportFields[list]
  return columns.find(({ field }) => field !== null && !known.includes(field))?.field ?? undefined
}
