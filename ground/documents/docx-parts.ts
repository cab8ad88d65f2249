// Paragraphs and tables of the standard's page, in the library's own terms.

import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import type { IParagraphOptions } from 'docx'
import { OffGrid } from './docx-off-grid.ts'
import type { HeadingLevel, TableBlock, TableColumn } from './document.ts'
import { character, fonts, line, sizes, tableLine, textWidth } from './measures.ts'

const font = (name: string) => ({ ascii: name, hAnsi: name, eastAsia: name, cs: name })

/** What XML cannot hold is left out rather than breaking the file. */
const clean = (text: string): string => text.toWellFormed().replace(/(?![\t\n\r])[\p{Cc}\ufffe\uffff]/gu, '')

/** Text in a face and a size of its own. */
export const run = (text: string, face: string, size: number, colour?: string): TextRun =>
  new TextRun({ text: clean(text), font: font(face), size, ...(colour === undefined ? {} : { color: colour }) })

/** An exact line. */
export const exact = (height: number) => ({ line: height, lineRule: 'exact' as const, before: 0, after: 0 })

/** One paragraph of the text's size; options say where it stands. */
export function textLine(text: string, options: IParagraphOptions = {}, face: string = fonts.text): Paragraph {
  return new Paragraph({ spacing: exact(line), autoSpaceEastAsianText: false, ...options, children: [run(text, face, sizes.text)] })
}

/** Paragraphs of running text: each line of it begins two characters in. */
export function textLines(text: string): Paragraph[] {
  return text
    .split(/\r?\n/)
    .filter((part) => part.trim() !== '')
    .map((part) => textLine(part.trim(), { indent: { firstLine: 2 * character }, alignment: AlignmentType.BOTH }))
}

/** The title: larger, in the middle, never alone at the end of a page. */
export function titleLines(title: string): Paragraph[] {
  return title.split(/\r?\n/).map(
    (part) =>
      new Paragraph({
        spacing: exact(line),
        alignment: AlignmentType.CENTER,
        keepNext: true,
        children: [run(part.trim(), fonts.title, sizes.title)],
      }),
  )
}

const headingFaces: Readonly<Record<HeadingLevel, string>> = { 1: fonts.heading, 2: fonts.subheading, 3: fonts.text, 4: fonts.text }

/** A heading with its number written before it. */
export function headingLine(level: HeadingLevel, text: string): Paragraph {
  return textLine(text, { indent: { firstLine: 2 * character }, keepNext: true, outlineLevel: level - 1 }, headingFaces[level])
}

const alignments = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const

function cell(text: string, column: TableColumn, width: number, head: boolean): TableCell {
  const alignment = head ? AlignmentType.CENTER : alignments[column.align ?? 'left']
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    margins: { left: 60, right: 60, top: 20, bottom: 20 },
    children: [
      new OffGrid({
        spacing: exact(tableLine),
        alignment,
        children: [run(text, head ? fonts.heading : fonts.text, sizes.table)],
      }),
    ],
  })
}

/** A table over the whole width; its head stands again on every page and no row is cut in two. */
export function tableParts({ caption, columns, rows }: TableBlock): (Paragraph | Table)[] {
  const shares = columns.map((column) => column.share ?? 1)
  const whole = shares.reduce((sum, share) => sum + share, 0)
  const widths = shares.map((share) => Math.floor((textWidth * share) / whole))
  const row = (texts: readonly string[], head: boolean): TableRow =>
    new TableRow({
      tableHeader: head,
      cantSplit: true,
      children: columns.map((column, index) => cell(texts[index] ?? '', column, widths[index] ?? 0, head)),
    })
  const border = { style: BorderStyle.SINGLE, size: 4, color: '000000' }
  const table = new Table({
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: { top: border, bottom: border, left: border, right: border, insideHorizontal: border, insideVertical: border },
    rows: [
      row(
        columns.map((column) => column.title),
        true,
      ),
      ...rows.map((texts) => row(texts, false)),
    ],
  })
  const above = caption === undefined ? [] : [textLine(caption, { alignment: AlignmentType.CENTER, keepNext: true }, fonts.heading)]
  return [...above, table]
}
