// The columns of a list that goes in and out, said once: from it come the template, the header of the export and what the
// import reads, under the name of either language.

import type { Language, Text } from '#ground/kernel/problem.ts'
import { ok } from '#ground/kernel/result.ts'
import type { Result } from '#ground/kernel/result.ts'
import type { ReadLimits } from './limits.ts'
import { columnsOf, readRows } from './table.ts'
import type { ColumnNames, TableSource } from './table.ts'
import type { TemplateColumn } from './xlsx-write.ts'

export interface SheetColumn {
  readonly title: Text
  readonly note: Text
  readonly example: string
  /** Absent: the column may be left out. */
  readonly required?: true
}

export type SheetColumns<K extends string> = Readonly<Record<K, SheetColumn>>

/** A row as read: the text of each column, empty where the file has none, and its line. */
export type SheetRecord<K extends string> = Readonly<Record<K, string>> & { readonly line: number }

const entries = <K extends string>(columns: SheetColumns<K>): [K, SheetColumn][] => Object.entries(columns) as [K, SheetColumn][]

/** The columns of the template, in order; `choices` by column. */
export function templateColumns<K extends string>(
  columns: SheetColumns<K>,
  language: Language,
  choices: Partial<Readonly<Record<K, readonly string[]>>> = {},
): TemplateColumn[] {
  return entries(columns).map(([key, { title, note, example, required }]) => {
    const values = choices[key]
    return {
      name: title[language],
      required: required === true,
      note: note[language],
      example,
      ...(values === undefined ? {} : { choices: values }),
    }
  })
}

/** Reads a whole list of moderate length by these columns; others are ignored. */
export async function readRecords<K extends string>(
  source: TableSource,
  columns: SheetColumns<K>,
  limits: Partial<ReadLimits>,
): Promise<Result<{ readonly records: SheetRecord<K>[]; has(column: K): boolean }>> {
  const sheet = await readRows(source, limits)
  if (!sheet.ok) return sheet
  const names = Object.fromEntries(
    entries(columns).map(([key, { title, required }]): [K, ColumnNames] => [
      key,
      { names: [title.zh, title.en, key], ...(required === true ? {} : { optional: true }) },
    ]),
  ) as Record<K, ColumnNames>
  const places = columnsOf(sheet.value.header, names)
  if (!places.ok) return places
  const at = places.value
  const keys = Object.keys(columns) as K[]
  const records = sheet.value.rows.map(
    ({ line, cells }) => ({ ...Object.fromEntries(keys.map((key) => [key, cells[at[key]] ?? ''])), line }) as SheetRecord<K>,
  )
  return ok({ records, has: (column) => at[column] !== -1 })
}
