// One paragraph as its lines, where they stand and how far they are stretched.

import type { Piece } from './flow.ts'
import { linesOf } from './lines.ts'
import type { Line } from './lines.ts'
import type { Face, Mark } from './page.ts'
import { layout } from './places.ts'

/** Width of a letter at size 1. */
export type WidthOf = (letter: string, face: Face) => number

/** An empty line. */
export const blank: Piece = { height: layout.line, marks: () => [] }

/** How a paragraph is set; distances in characters of the text. */
export interface Setting {
  readonly face?: Face
  readonly align?: 'left' | 'center' | 'right' | 'both'
  /** In characters, from the left of every line. */
  readonly left?: number
  /** In characters, from the left of the first line. */
  readonly first?: number
  readonly right?: number
  readonly size?: number
  readonly line?: number
  readonly colour?: string
  readonly keepNext?: boolean
}

/** The lines of a paragraph. */
export function paragraph(text: string, widthOf: WidthOf, setting: Setting = {}): Piece[] {
  const { face = 'text', left = 0, first = 0, right = 0, size = layout.size, line: height = layout.line, keepNext = false } = setting
  const { squeeze, character } = layout
  const width = layout.width - (left + right) * character
  const lines = linesOf(text, { width, indent: first * character, widthOf: (letter) => widthOf(letter, face) * size + squeeze })
  return lines.map((line, index) => {
    const indent = left + (index === 0 ? first : 0)
    return { height, marks: (top) => [lineMark(line, top, indent, setting)], ...(keepNext ? { keepNext } : {}) }
  })
}

function lineMark({ text, width, last }: Line, top: number, indent: number, setting: Setting): Mark {
  const { face = 'text', align = 'left', right = 0, size = layout.size, line = layout.line, colour } = setting
  const { squeeze, character } = layout
  const [from, to] = [layout.left + indent * character, layout.left + layout.width - right * character]
  const letters = [...text].length
  // Stretched to the margin, as DOCX does with 两端对齐; the last line of a paragraph is not.
  const wanted = align === 'both' && !last && letters > 1 ? (to - from - width) / (letters - 1) : 0
  // A long address that went to the next line would pull this one apart.
  const stretch = wanted > size * 0.3 ? 0 : wanted
  const baseline = top + line / 2 + size * 0.38
  const painted = colour === undefined ? {} : { colour }
  const common = { kind: 'text', text, baseline, size, face, spacing: squeeze + stretch, ...painted } as const
  if (align === 'center') return { ...common, x: (from + to) / 2, align }
  return align === 'right' ? { ...common, x: to, align } : { ...common, x: from }
}
