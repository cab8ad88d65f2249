// The page of the standard in points, from the same measures as the DOCX (measures.ts).

import { aboveMark, character, line, noteLine, page, sizes, squeeze, tableLine, textWidth } from '../measures.ts'

/** Twips in points. */
export const points = (twips: number): number => twips / 20

const size = sizes.text / 2
const lineHeight = points(line)

export const layout = {
  pageWidth: points(page.width),
  pageHeight: points(page.height),
  left: points(page.left),
  right: points(page.width - page.right),
  top: points(page.top),
  width: points(textWidth),
  /** 22 lines. */
  height: lineHeight * 22,
  line: lineHeight,
  /** From a line's upper edge to where its letters stand. */
  baseline: lineHeight / 2 + size * 0.38,
  size,
  titleSize: sizes.title / 2,
  tableLine: points(tableLine),
  /** Added after every letter. */
  squeeze: points(squeeze),
  character: points(character),
  /** Where the page number stands: its upper edge 7 mm below the text. */
  number: points(page.height - page.bottom) + (7 * 72) / 25.4 + 14 * 0.86,
  numberSize: sizes.pageNumber / 2,
  aboveMark: points(aboveMark),
  noteSize: sizes.note / 2,
  noteLine: points(noteLine),
  imprintSize: sizes.imprint / 2,
  imprintLine: lineHeight - 6,
} as const
