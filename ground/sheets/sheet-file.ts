// A list as a file to take away, in whichever of the two formats was asked for.

import type { Language } from '#ground/kernel/problem.ts'
import { writeCsv } from './csv-write.ts'
import { streamXlsx, writeTemplate } from './xlsx-write.ts'
import type { SheetContent, TemplateColumn } from './xlsx-write.ts'

export type SheetFormat = 'xlsx' | 'csv'

/** What an endpoint that answers with a file gives back. */
export interface SheetFile {
  readonly name: string
  readonly type: string
  readonly body: Uint8Array | AsyncIterable<Uint8Array | string>
}

const types: Readonly<Record<SheetFormat, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
}

/** The list as a stream; `name` without its ending. */
export function sheetFile(format: SheetFormat, name: string, content: SheetContent): SheetFile {
  const { header, rows } = content
  return { name: `${name}.${format}`, type: types[format], body: format === 'csv' ? writeCsv(rows, { header }) : streamXlsx(content) }
}

/** An empty table to fill in: as a workbook with its notes, as CSV the header alone. */
export async function templateFile(
  format: SheetFormat,
  name: string,
  columns: readonly TemplateColumn[],
  language: Language,
  sheet: string = name,
): Promise<SheetFile> {
  if (format === 'csv') return sheetFile(format, name, { sheet, header: columns.map((column) => column.name), rows: [] })
  return { name: `${name}.xlsx`, type: types.xlsx, body: await writeTemplate(sheet, columns, language) }
}
