// The sheets of a workbook as records by column: which sheet and column is meant, in either language, and where each record stands
// so that a fault can be told by its cell (`创建标准!G12`).

import { problems } from '../problems.ts'
import type { Fault } from './faults.ts'
import { formSheets, formWords } from './form-sheets.ts'
import type { FormColumn, SheetKey } from './form-sheets.ts'
import { nearest } from './nearest.ts'

/** A sheet as it was read. */
export interface FilledSheet {
  readonly sheet: string
  readonly header: readonly string[]
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[]
}

export interface FormRow {
  readonly cells: Readonly<Record<string, string>>
  /** Where a column of it stands; without one, the row. */
  where(key?: string): string
}

export type FormTables = Readonly<Record<SheetKey, readonly FormRow[]>>

const letters = (index: number): string =>
  (index < 26 ? '' : String.fromCharCode(64 + Math.floor(index / 26))) + String.fromCharCode(65 + (index % 26))

const columnsOf = (key: SheetKey): readonly FormColumn[] => formSheets[key].columns

function readRows(key: SheetKey, { sheet, header, rows }: FilledSheet, faults: Fault[]): FormRow[] {
  const columns = columnsOf(key)
  const places = new Map<string, number>()
  for (const [index, name] of header.entries()) {
    const column = columns.find(({ title }) => title.zh === name || title.en === name)
    const names = columns.map(({ title }) => title.zh)
    if (column === undefined)
      faults.push({ path: `${sheet}!${letters(index)}1`, problem: problems.unknownColumn({ name, near: nearest(name, names) }) })
    else if (column.shown !== true) places.set(column.key, index)
  }
  for (const { key: wanted, title, shown, perhaps } of columns) {
    if (!places.has(wanted) && shown !== true && perhaps !== true) faults.push({ path: sheet, problem: problems.missingColumn({ title }) })
  }
  return rows.map(({ line, cells }) => ({
    cells: Object.fromEntries([...places].map(([column, index]) => [column, cells[index] ?? ''])),
    where: (column) => `${sheet}!${column === undefined ? '' : letters(places.get(column) ?? 0)}${line}`,
  }))
}

/** The records of every sheet; a sheet that is missing has none, one that nobody knows is a fault. */
export function readTables(sheets: readonly FilledSheet[], faults: Fault[]): FormTables {
  const tables: Record<SheetKey, readonly FormRow[]> = {
    info: [],
    stars: [],
    bottomLines: [],
    tasks: [],
    criteria: [],
    facts: [],
    caseTypes: [],
    offices: [],
    certificates: [],
    stages: [],
    ladders: [],
    flow: [],
    mapping: [],
  }
  const keys = Object.keys(formSheets) as SheetKey[]
  for (const one of sheets) {
    const key = keys.find((name) => [formSheets[name].title.zh, formSheets[name].title.en].some((title) => title === one.sheet))
    const names = keys.map((name) => formSheets[name].title.zh)
    if (key === undefined)
      faults.push({ path: one.sheet, problem: problems.unknownSheet({ name: one.sheet, near: nearest(one.sheet, names), names }) })
    else tables[key] = readRows(key, one, faults)
  }
  return tables
}

/** The value that a word in a cell stands for; the word itself when it stands for none, which the reading then refuses. */
export function valueOf(kind: string, word: string): string {
  const found = Object.entries(formWords[kind] ?? {}).find(([value, text]) => [value, text.zh, text.en].includes(word))
  return found?.[0] ?? word
}
