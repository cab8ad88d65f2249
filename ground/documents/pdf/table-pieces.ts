// A table of an office document as pieces: its head again on every page, no row cut in two unless it is taller than a page.

import type { TableBlock, TableColumn } from '../document.ts'
import type { Piece } from './flow.ts'
import { linesOf } from './lines.ts'
import type { Line } from './lines.ts'
import type { Face, Mark } from './page.ts'
import type { WidthOf } from './paragraph.ts'
import { layout } from './places.ts'

const size = 12
const lineHeight = layout.tableLine
const [padding, above] = [3, 1]
const rule = 0.5

interface Cells {
  readonly lefts: readonly number[]
  readonly widths: readonly number[]
  readonly columns: readonly TableColumn[]
}

function cellsOf(columns: readonly TableColumn[]): Cells {
  const shares = columns.map((column) => column.share ?? 1)
  const whole = shares.reduce((sum, share) => sum + share, 0)
  const widths = shares.map((share) => (layout.width * share) / whole)
  const lefts = widths.map((_, index) => layout.left + widths.slice(0, index).reduce((sum, width) => sum + width, 0))
  return { lefts, widths, columns }
}

function textMarks(
  lines: readonly Line[],
  cell: { left: number; width: number; align: 'left' | 'center' | 'right' },
  top: number,
  face: Face,
): Mark[] {
  const { left, width, align } = cell
  const x = align === 'left' ? left + padding : align === 'center' ? left + width / 2 : left + width - padding
  return lines.map(({ text }, index) => ({ kind: 'text', text, x, baseline: top + index * lineHeight + 13.2, size, face, align }))
}

/** One row, or as many pieces as a row taller than a page needs. */
function rowPieces(texts: readonly string[], cells: Cells, face: Face, widthOf: WidthOf, most: number, head?: Piece): Piece[] {
  const { lefts, widths, columns } = cells
  const each = columns.map((_, index) =>
    (texts[index] ?? '')
      .split(/\r?\n/)
      .flatMap((part) => linesOf(part, { width: (widths[index] ?? 0) - 2 * padding, widthOf: (letter) => widthOf(letter, face) * size })),
  )
  const tall = Math.max(1, ...each.map((lines) => lines.length))
  const perPiece = Math.max(1, Math.floor((most - 2 * above) / lineHeight))
  return Array.from({ length: Math.ceil(tall / perPiece) }, (_, part): Piece => {
    const shown = each.map((lines) => lines.slice(part * perPiece, (part + 1) * perPiece))
    const count = Math.min(perPiece, tall - part * perPiece)
    const height = count * lineHeight + 2 * above
    const marks = (top: number): Mark[] => [
      ...widths.map((width, index): Mark => ({
        kind: 'box',
        x: lefts[index] ?? 0,
        y: top,
        width,
        height,
        stroke: '#000000',
        strokeWidth: rule,
      })),
      ...shown.flatMap((lines, index) => {
        const align = face === 'heavy' ? 'center' : (columns[index]?.align ?? 'left')
        const slack = ((count - lines.length) * lineHeight) / 2
        return textMarks(lines, { left: lefts[index] ?? 0, width: widths[index] ?? 0, align }, top + above + slack, face)
      }),
    ]
    return { height, marks, ...(head === undefined ? {} : { head }) }
  })
}

/** The pieces of a table, with its caption above. */
export function tablePieces({ caption, columns, rows }: TableBlock, widthOf: WidthOf): Piece[] {
  const cells = cellsOf(columns)
  const [head] = rowPieces(
    columns.map((column) => column.title),
    cells,
    'heavy',
    widthOf,
    layout.height,
  )
  if (head === undefined) return []
  const most = layout.height - head.height
  const captions: Piece[] =
    caption === undefined
      ? []
      : linesOf(caption, { width: layout.width, widthOf: (letter) => widthOf(letter, 'heavy') * layout.size + layout.squeeze }).map(
          (line) => ({
            height: layout.line,
            keepNext: true,
            marks: (top) => [
              {
                kind: 'text',
                text: line.text,
                x: layout.left + layout.width / 2,
                baseline: top + layout.baseline,
                size: layout.size,
                face: 'heavy',
                align: 'center',
              },
            ],
          }),
        )
  return [...captions, { ...head, keepNext: true }, ...rows.flatMap((row) => rowPieces(row, cells, 'text', widthOf, most, head))]
}
