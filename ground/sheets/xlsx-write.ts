// Writing workbooks. Text cells are written as text with the text format, so that codes keep their digits when the file is
// edited and sent back, and nothing that begins with = is ever a formula.

import { writeXlsx as writeBook, writeXlsxStream, type CellStyle, type WriteSheet } from 'hucre'
import type { Language, Text } from '#ground/kernel/problem.ts'
import type { Cell } from './csv-write.ts'

export interface SheetContent {
  /** The sheet's name; characters that Excel refuses are replaced, more than 31 are cut. */
  readonly sheet: string
  readonly header: readonly string[]
  readonly rows: Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>
  /** Widths in characters by column; by the header's length where absent. */
  readonly widths?: readonly number[]
}

export const text: CellStyle = { numFmt: '@' }
export const head: CellStyle = { numFmt: '@', font: { bold: true } }

/** A name that Excel takes. */
export function sheetName(name: string): string {
  const allowed = name
    .replace(/[\\/?*:[\]\p{Cc}]/gu, ' ')
    .replace(/^'+|'+$/g, '')
    .trim()
  return allowed.slice(0, 31) || 'Sheet1'
}

/** Characters, Chinese ones counted double, as a column's width is. */
export function widthOf(name: string): number {
  return Math.min(
    60,
    Math.max(
      10,
      [...name].reduce((sum, letter) => sum + (letter > '\u2e7f' ? 2 : 1), 4),
    ),
  )
}

/** What XML cannot hold is left out rather than breaking the file. */
export function clean(cell: Cell): Cell {
  return typeof cell === 'string' ? cell.toWellFormed().replace(/(?![\t\n\r])[\p{Cc}\ufffe\uffff]/gu, '') : cell
}

async function* cleaned(rows: SheetContent['rows']): AsyncGenerator<Cell[], void, undefined> {
  for await (const row of rows) yield row.map(clean)
}

/** A workbook of one sheet with a frozen header, piece by piece; memory does not grow with the rows. */
export async function* streamXlsx({ sheet, header, rows, widths }: SheetContent): AsyncGenerator<Uint8Array, void, undefined> {
  const columns = header.map((name, index) => ({ header: String(clean(name)), width: widths?.[index] ?? widthOf(name), style: text }))
  yield* writeXlsxStream(cleaned(rows), { name: sheetName(sheet), columns, freezePane: { rows: 1 } })
}

/** The same in one piece. */
export async function writeXlsx(content: SheetContent): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  for await (const piece of streamXlsx(content)) pieces.push(piece)
  return Buffer.concat(pieces)
}

export interface TemplateColumn {
  readonly name: string
  readonly required: boolean
  /** What belongs here, in a sentence. */
  readonly note: string
  readonly example: string
  /** The only values allowed, offered as a list. */
  readonly choices?: readonly string[]
}

const words: Readonly<Record<'notes' | 'column' | 'required' | 'note' | 'example' | 'choices' | 'yes' | 'no', Text>> = {
  notes: { zh: '填写说明', en: 'Notes' },
  column: { zh: '列名', en: 'Column' },
  required: { zh: '必填', en: 'Required' },
  note: { zh: '说明', en: 'Meaning' },
  example: { zh: '示例', en: 'Example' },
  choices: { zh: '可选值', en: 'Values' },
  yes: { zh: '是', en: 'yes' },
  no: { zh: '否', en: 'no' },
}

/** An empty table to fill in: its header on the first sheet, what each column means on the second. */
export async function writeTemplate(sheet: string, columns: readonly TemplateColumn[], language: Language): Promise<Uint8Array> {
  const say = (key: keyof typeof words): string => words[key][language]
  const styled = (rows: readonly (readonly string[])[]): NonNullable<WriteSheet['cells']> =>
    new Map(rows[0]?.map((_, column) => [`0,${column}`, { style: head }]))
  const header = [columns.map((column) => column.name)]
  const notes = [
    [say('column'), say('required'), say('note'), say('example'), say('choices')],
    ...columns.map((c) => [c.name, say(c.required ? 'yes' : 'no'), c.note, c.example, (c.choices ?? []).join('、')]),
  ]
  const letter = (index: number): string =>
    (index < 26 ? '' : String.fromCharCode(64 + Math.floor(index / 26))) + String.fromCharCode(65 + (index % 26))
  return writeBook({
    sheets: [
      {
        name: sheetName(sheet),
        columns: columns.map((column) => ({ width: widthOf(column.name), style: text })),
        rows: header,
        cells: styled(header),
        freezePane: { rows: 1 },
        dataValidations: columns.flatMap((column, index) =>
          column.choices === undefined
            ? []
            : [{ type: 'list' as const, values: [...column.choices], allowBlank: true, range: `${letter(index)}2:${letter(index)}10000` }],
        ),
      },
      { name: say('notes'), columns: [20, 8, 50, 30, 30].map((width) => ({ width, style: text })), rows: notes, cells: styled(notes) },
    ],
  })
}
