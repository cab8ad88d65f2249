// A workbook of several sheets, for what belongs together in one file (sheets, method and result of one event). The library
// streams single sheets only, so a book is made in one piece: for thousands of rows, not for a million.

import { writeXlsx as writeBook } from 'hucre'
import type { Cell } from './csv-write.ts'
import { clean, head, sheetName, text, widthOf } from './xlsx-write.ts'

export interface BookSheet {
  readonly sheet: string
  readonly header: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
  /** Widths in characters by column; by the header's length where absent. */
  readonly widths?: readonly number[]
}

/** Names as Excel takes them, each once: a repeated one gets a number. */
export function bookNames(sheets: readonly Pick<BookSheet, 'sheet'>[]): string[] {
  const taken = new Set<string>()
  return sheets.map(({ sheet }) => {
    const plain = sheetName(sheet)
    let name = plain
    for (let nth = 2; taken.has(name.toLowerCase()); nth += 1) name = `${plain.slice(0, 27)} ${nth}`
    taken.add(name.toLowerCase())
    return name
  })
}

/** The bytes of the workbook; text stays text, headers are frozen. */
export async function writeWorkbook(sheets: readonly BookSheet[]): Promise<Uint8Array> {
  const names = bookNames(sheets)
  return writeBook({
    sheets: sheets.map(({ header, rows, widths }, index) => ({
      name: names[index] ?? `Sheet${index + 1}`,
      columns: header.map((title, column) => ({ width: widths?.[column] ?? widthOf(title), style: text })),
      rows: [header.map((title) => clean(title)), ...rows.map((row) => row.map(clean))],
      cells: new Map(header.map((_, column) => [`0,${column}`, { style: head }])),
      freezePane: { rows: 1 },
    })),
  })
}
