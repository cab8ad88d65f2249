// What stands around the text of a printed document, as pieces: the red head, pictures, small print, the imprint.

import { documentDay } from '../document.ts'
import type { Imprint, Letterhead, OfficeDocument, PictureBlock } from '../document.ts'
import { markSize, pictureSize, red } from '../measures.ts'
import type { Piece } from './flow.ts'
import type { Mark } from './page.ts'
import { millimetre } from './page.ts'
import { blank, paragraph } from './paragraph.ts'
import type { WidthOf } from './paragraph.ts'
import { layout } from './places.ts'

const space = (height: number): Piece => ({ height, marks: () => [] })

const across = (y: number, width: number, colour = '#000000'): Mark => ({
  kind: 'line',
  from: [layout.left, y],
  to: [layout.left + layout.width, y],
  width,
  colour,
})

/** The mark 35 mm below the upper edge of the text, the number two lines below it, a red rule 4 mm below that. */
export function headPieces({ mark }: Letterhead, number: string | undefined, widthOf: WidthOf): Piece[] {
  const size = markSize(mark)
  const rule: Piece = { height: millimetre(4), marks: (top) => [across(top + millimetre(4), 2.25, `#${red}`)] }
  return [
    space(layout.aboveMark),
    ...paragraph(mark, widthOf, { face: 'title', size, line: size * 1.15, align: 'center', colour: `#${red}` }),
    blank,
    blank,
    ...paragraph(number ?? '', widthOf, { align: 'center' }),
    rule,
    blank,
    blank,
  ]
}

/** A picture with its caption below. */
export function picturePieces({ bytes, width, height, caption }: PictureBlock, widthOf: WidthOf): Piece[] {
  const size = pictureSize(width, height)
  const x = layout.left + (layout.width - size.width) / 2
  const picture: Piece = {
    height: size.height + 9,
    marks: (top) => [{ kind: 'picture', bytes, x, y: top + 6, ...size }],
    ...(caption === undefined ? {} : { keepNext: true }),
  }
  return caption === undefined ? [picture] : [picture, ...paragraph(caption, widthOf, { face: 'strong', align: 'center' })]
}

/** Small print, a line below the signature. */
export function notePieces(notes: OfficeDocument['notes'], widthOf: WidthOf): Piece[] {
  if (notes === undefined) return []
  const setting = { size: layout.noteSize, line: layout.noteLine }
  return [
    blank,
    ...paragraph(notes.title, widthOf, { ...setting, face: 'heavy', keepNext: true }),
    ...notes.lines.flatMap((text) => paragraph(text, widthOf, setting)),
  ]
}

/** The imprint as one piece, for the foot of the last page. */
export function imprintPiece({ copies, office, day }: Imprint, widthOf: WidthOf): Piece {
  const { imprintSize: size, imprintLine: line, character } = layout
  const one = size / character
  const setting = { size, line, left: one, right: one }
  // 抄送机关 that need another line begin below the first of them.
  const copied = copies === undefined ? [] : paragraph(`抄送：${copies}。`, widthOf, { ...setting, left: 4 * one, first: -3 * one })
  const above = copied.length * line
  const [left] = paragraph(office, widthOf, setting)
  const [right] = paragraph(`${documentDay(day)}印发`, widthOf, { ...setting, align: 'right' })
  const [thick, thin] = [millimetre(0.35), millimetre(0.25)]
  return {
    height: above + line,
    marks: (top) => [
      across(top, thick),
      ...copied.flatMap((piece, index) => piece.marks(top + index * line)),
      ...(copied.length === 0 ? [] : [across(top + above, thin)]),
      ...(left?.marks(top + above) ?? []),
      ...(right?.marks(top + above) ?? []),
      across(top + above + line, thick),
    ],
  }
}
