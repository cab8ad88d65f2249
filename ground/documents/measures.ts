// The page of GB/T 9704-2012 in twips (1/1440 inch). Line and character spacing are those measured to give exactly 22 lines of
// 28 characters: the standard's own text area (156 × 225 mm) is a hair smaller than 22 lines of 29 pt and 28 × 16 pt.

const perMillimetre = 1440 / 25.4

/** Millimetres in twips. */
export const millimetres = (length: number): number => Math.round(length * perMillimetre)

export const page = {
  width: millimetres(210),
  height: millimetres(297),
  top: millimetres(37),
  bottom: millimetres(35),
  left: millimetres(28),
  right: millimetres(26),
  /** From the paper's edge to the page number, whose upper edge stands 7 mm below the text. */
  footer: millimetres(35 - 7) - 280,
} as const

/** One line of text. */
export const line = 579
/** The page number's own line. */
export const footerLine = 280
/** A line inside a table. */
export const tableLine = 380
/** Taken from the advance of every character. */
export const squeeze = -5
/** One character of the text with its spacing. */
export const character = 320 + squeeze
/** Width of the text area. */
export const textWidth = page.width - page.left - page.right

/** Sizes in half points. */
export const sizes = { title: 44, text: 32, table: 24, pageNumber: 28, imprint: 28, note: 21 } as const

/** A line of small print. */
export const noteLine = 340

/** The red of heads; the standard says red and no more. */
export const red = 'D7000F'

/** From the upper edge of the text to that of the mark in a red head: 35 mm (7.2.4). */
export const aboveMark = millimetres(35)

/** The mark's size in points: as large as fits on one line, never larger than 22 mm (7.2.4). */
export function markSize(mark: string): number {
  const letters = Math.max(1, [...mark].length)
  return Math.max(22, Math.min(60, Math.floor(textWidth / 20 / letters)))
}

/** The largest picture in points: as wide as the text, half a page high. */
export const pictureRoom = { width: textWidth / 20, height: 330 } as const

/** A picture's size in points: fitted in, never enlarged (a pixel is 0.75 pt). */
export function pictureSize(width: number, height: number): { readonly width: number; readonly height: number } {
  const scale = Math.min(0.75, pictureRoom.width / width, pictureRoom.height / height)
  return { width: width * scale, height: height * scale }
}

/** Named, not shipped: the offices' machines have them. */
export const fonts = {
  text: '仿宋_GB2312',
  title: '方正小标宋简体',
  heading: '黑体',
  subheading: '楷体_GB2312',
  pageNumber: '宋体',
} as const
