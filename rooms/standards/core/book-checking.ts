// An edition that is being edited row by row: the records of its workbook, read and checked as any workbook is, every fault told by
// sheet, row and column, so that a screen can show it beside the field while it is typed.

import type { Problem } from '#ground/kernel/problem.ts'
import { readForm } from './form-reading.ts'
import { formSheets } from './form-sheets.ts'
import type { FormColumn, SheetKey } from './form-sheets.ts'
import type { FilledSheet } from './form-tables.ts'
import type { Book } from './form-writing.ts'
import type { Pack } from './pack-shapes.ts'

/** A fault of the book; `row` and `column` are null where it is one of the whole sheet or the whole edition. */
export interface BookFault {
  readonly sheet: SheetKey | null
  readonly row: number | null
  readonly column: string | null
  readonly problem: Problem
}

export type BookChecked =
  | { readonly pack: Pack; readonly faults: readonly [] }
  | { readonly pack: null; readonly faults: readonly BookFault[] }

/** The sheets in their order. */
export const sheetKeys = Object.keys(formSheets) as SheetKey[]

/** The columns of a sheet that are written. */
export const writtenColumns = (key: SheetKey): readonly FormColumn[] =>
  formSheets[key].columns.filter((column: FormColumn) => column.shown !== true)

const filledOf = (book: Book): FilledSheet[] =>
  sheetKeys.map((key) => ({
    sheet: formSheets[key].title.zh,
    header: writtenColumns(key).map(({ title }) => title.zh),
    rows: book[key].map((cells, index) => ({
      line: index + 2,
      cells: writtenColumns(key).map((column) => (cells[column.key] ?? '').trim()),
    })),
  }))

const columnAt = (letters: string): number => [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1

function placed(path: string): Omit<BookFault, 'problem'> {
  const [, name = path, letters = '', line = ''] = /^([^!]+)!([A-Z]{0,2})(\d+)$/.exec(path) ?? []
  const sheet = sheetKeys.find((key) => formSheets[key].title.zh === name) ?? null
  if (sheet === null || line === '') return { sheet, row: null, column: null }
  return { sheet, row: Number(line) - 2, column: letters === '' ? null : (writtenColumns(sheet)[columnAt(letters)]?.key ?? null) }
}

/** The edition, or everything that is wrong with it. */
export function checkBook(book: Book): BookChecked {
  const read = readForm(filledOf(book))
  if ('pack' in read) return { pack: read.pack, faults: [] }
  return { pack: null, faults: read.faults.map(({ path, problem }) => ({ ...placed(path), problem })) }
}
