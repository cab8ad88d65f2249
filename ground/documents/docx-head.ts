// What stands around the text of a printed document: the red head above, pictures within, small print and the imprint below.

import {
  AlignmentType,
  BorderStyle,
  ImageRun,
  Paragraph,
  RelativeHorizontalPosition,
  RelativeVerticalPosition,
  Table,
  TableAnchorType,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from 'docx'
import type { IParagraphOptions } from 'docx'
import { OffGrid } from './docx-off-grid.ts'
import { exact, run, textLine } from './docx-parts.ts'
import { documentDay } from './document.ts'
import type { Imprint, Letterhead, OfficeDocument, PictureBlock } from './document.ts'
import { aboveMark, fonts, line, markSize, noteLine, pictureSize, red, sizes, textWidth } from './measures.ts'

const blank = (): Paragraph => textLine('')

/** The mark 35 mm below the upper edge of the text, the number two lines below it, a red rule 4 mm below that. */
export function headParts({ mark }: Letterhead, number: string | undefined): Paragraph[] {
  const size = markSize(mark)
  return [
    // Three lines and the rest: one line as high as that is cut short by LibreOffice.
    blank(),
    blank(),
    blank(),
    new OffGrid({ spacing: exact(aboveMark - 3 * line), children: [] }),
    new OffGrid({
      spacing: exact(Math.round(size * 20 * 1.15)),
      alignment: AlignmentType.CENTER,
      children: [run(mark, fonts.title, size * 2, red)],
    }),
    blank(),
    blank(),
    textLine(number ?? '', {
      alignment: AlignmentType.CENTER,
      border: { bottom: { style: BorderStyle.SINGLE, size: 18, space: 11, color: red } },
    }),
    blank(),
    blank(),
  ]
}

/** A picture with its caption; its line grows with it. */
export function pictureParts({ bytes, type, width, height, caption }: PictureBlock): Paragraph[] {
  const size = pictureSize(width, height)
  // The library takes pixels of 96 to the inch.
  const transformation = { width: Math.round((size.width * 4) / 3), height: Math.round((size.height * 4) / 3) }
  const picture = new Paragraph({
    alignment: AlignmentType.CENTER,
    keepNext: caption !== undefined,
    spacing: { line: 240, lineRule: 'auto', before: 120, after: 60 },
    children: [new ImageRun({ type, data: bytes, transformation })],
  })
  return caption === undefined ? [picture] : [picture, textLine(caption, { alignment: AlignmentType.CENTER }, fonts.subheading)]
}

const note = (text: string, face: string): Paragraph => new OffGrid({ spacing: exact(noteLine), children: [run(text, face, sizes.note)] })

/** Small print, a line below the signature. */
export const noteParts = (notes: OfficeDocument['notes']): Paragraph[] =>
  notes === undefined ? [] : [blank(), note(notes.title, fonts.heading), ...notes.lines.map((text) => note(text, fonts.text))]

const thick = { style: BorderStyle.SINGLE, size: 8, color: '000000' } as const
const thin = { style: BorderStyle.SINGLE, size: 6, color: '000000' } as const
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
const one = sizes.imprint * 10

function imprintCell(text: string, width: number, span: number, options: IParagraphOptions): TableCell {
  const paragraph = new OffGrid({ ...options, spacing: exact(line - 120), children: [run(text, fonts.text, sizes.imprint)] })
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    columnSpan: span,
    margins: { left: 0, right: 0 },
    borders: { left: none, right: none },
    children: [paragraph],
  })
}

/**
 * The imprint: a table at the foot of the page on which the document ends. LibreOffice does not know the foot of a page for tables
 * and sets it below the text.
 */
export function imprintParts(imprint: Imprint | undefined): (Table | Paragraph)[] {
  if (imprint === undefined) return []
  const { copies, office, day } = imprint
  const half = Math.floor(textWidth / 2)
  // Names that need another line begin below the first of them.
  const copied = { indent: { left: 4 * one, hanging: 3 * one, right: one } }
  const sent = [
    imprintCell(office, half, 1, { indent: { left: one } }),
    imprintCell(`${documentDay(day)}印发`, textWidth - half, 1, { indent: { right: one }, alignment: AlignmentType.RIGHT }),
  ]
  const rows = [...(copies === undefined ? [] : [[imprintCell(`抄送：${copies}。`, textWidth, 2, copied)]]), sent].map(
    (children) => new TableRow({ cantSplit: true, children }),
  )
  const table = new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: [half, textWidth - half],
    layout: TableLayoutType.FIXED,
    borders: { top: thick, bottom: thick, left: none, right: none, insideHorizontal: thin, insideVertical: none },
    float: {
      horizontalAnchor: TableAnchorType.MARGIN,
      verticalAnchor: TableAnchorType.MARGIN,
      relativeHorizontalPosition: RelativeHorizontalPosition.CENTER,
      relativeVerticalPosition: RelativeVerticalPosition.BOTTOM,
    },
    rows,
  })
  // A floating table is tied to the paragraph after it.
  return [blank(), table, new OffGrid({ spacing: exact(20), children: [] })]
}
