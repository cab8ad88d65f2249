// An office document laid out into pages as the DOCX is: the same measures, the same order. Pure: what letters measure comes in
// as an argument. Faces of the shipped family stand in for those that offices have: heavy for 黑体, strong for 楷体.

import { documentDay } from '../document.ts'
import type { Block, HeadingLevel, OfficeDocument } from '../document.ts'
import { numbered } from '../numbering.ts'
import { signaturePlaces } from '../signature.ts'
import { pagesOf } from './flow.ts'
import type { Piece } from './flow.ts'
import { linesOf } from './lines.ts'
import type { Line } from './lines.ts'
import type { Face, Mark, PdfPage } from './page.ts'
import { layout } from './places.ts'
import { tablePieces } from './table-pieces.ts'

export type WidthOf = (letter: string, face: Face) => number

const blank: Piece = { height: layout.line, marks: () => [] }

interface Setting {
  readonly face?: Face
  readonly align?: 'left' | 'center' | 'right' | 'both'
  /** In characters, from the left of every line. */
  readonly left?: number
  /** In characters, from the left of the first line. */
  readonly first?: number
  readonly right?: number
  readonly size?: number
  readonly keepNext?: boolean
}

/** One paragraph as its lines. */
function paragraph(text: string, widthOf: WidthOf, setting: Setting = {}): Piece[] {
  const { face = 'text', align = 'left', left = 0, first = 0, right = 0, size = layout.size, keepNext = false } = setting
  const { squeeze, character } = layout
  const width = layout.width - (left + right) * character
  const lines = linesOf(text, { width, indent: first * character, widthOf: (letter) => widthOf(letter, face) * size + squeeze })
  return lines.map((line, index) => {
    const indent = left + (index === 0 ? first : 0)
    return {
      height: layout.line,
      marks: (top) => [lineMark(line, top, { face, align, indent, right, size })],
      ...(keepNext ? { keepNext } : {}),
    }
  })
}

type Place = Required<Pick<Setting, 'face' | 'align' | 'right' | 'size'>> & { readonly indent: number }

function lineMark({ text, width, last }: Line, top: number, { face, align, indent, right, size }: Place): Mark {
  const { squeeze, character } = layout
  const [from, to] = [layout.left + indent * character, layout.left + layout.width - right * character]
  const letters = [...text].length
  // Stretched to the margin, as DOCX does with 两端对齐; the last line of a paragraph is not.
  const wanted = align === 'both' && !last && letters > 1 ? (to - from - width) / (letters - 1) : 0
  // A long address that went to the next line would pull this one apart.
  const stretch = wanted > size * 0.3 ? 0 : wanted
  const baseline = top + layout.line / 2 + size * 0.38
  const common = { kind: 'text', text, baseline, size, face, spacing: squeeze + stretch } as const
  if (align === 'center') return { ...common, x: (from + to) / 2, align }
  return align === 'right' ? { ...common, x: to, align } : { ...common, x: from }
}

const headingFaces: Readonly<Record<HeadingLevel, Face>> = { 1: 'heavy', 2: 'strong', 3: 'text', 4: 'text' }

const partsOf = (text: string): string[] =>
  text
    .split(/\r?\n/)
    .map((part) => part.trim())
    .filter((part) => part !== '')

function blockPieces(block: Block, widthOf: WidthOf): Piece[] {
  if (block.kind === 'table') return tablePieces(block, widthOf)
  if (block.kind === 'heading') return paragraph(block.text, widthOf, { face: headingFaces[block.level], first: 2, keepNext: true })
  return partsOf(block.text).flatMap((part) => paragraph(part, widthOf, { first: 2, align: 'both' }))
}

function attachmentPieces(names: readonly string[], widthOf: WidthOf): Piece[] {
  if (names.length === 0) return []
  const lines = names.flatMap((name, index) => {
    const number = names.length === 1 ? '' : `${index + 1}. `
    return paragraph(index === 0 ? `附件：${number}${name}` : `${number}${name}`, widthOf, { left: index === 0 ? 2 : 5 })
  })
  return [blank, ...lines]
}

function signaturePieces({ signature }: OfficeDocument, widthOf: WidthOf): Piece[] {
  if (signature === undefined) return []
  const day = documentDay(signature.day)
  const places = signaturePlaces(signature.issuer, day)
  const right = (text: string, indent: number, keepNext: boolean): Piece[] =>
    paragraph(text, widthOf, { align: 'right', right: indent, keepNext })
  return [blank, blank, ...right(signature.issuer, places.issuer, true), ...right(day, places.day, false)]
}

function pieces(given: OfficeDocument, widthOf: WidthOf): Piece[] {
  const { title, number, addressee, blocks, attachments = [] } = given
  return [
    ...(number === undefined ? [] : [...paragraph(number, widthOf, { align: 'center' }), blank, blank]),
    ...partsOf(title).flatMap((part) =>
      paragraph(part, widthOf, { face: 'title', size: layout.titleSize, align: 'center', keepNext: true }),
    ),
    blank,
    ...(addressee === undefined ? [] : paragraph(`${addressee}：`, widthOf)),
    ...numbered(blocks).flatMap((block) => blockPieces(block, widthOf)),
    ...attachmentPieces(attachments, widthOf),
    ...signaturePieces(given, widthOf),
  ]
}

/** — 1 — outside: right on odd pages, left on even ones, one character in. */
function pageNumber(number: number): Mark {
  const { left, width, numberSize, number: baseline } = layout
  const odd = number % 2 === 1
  const x = odd ? left + width - numberSize : left + numberSize
  return { kind: 'text', text: `— ${number} —`, x, baseline, size: numberSize, align: odd ? 'right' : 'left' }
}

/** The pages of a document. */
export function officePages(given: OfficeDocument, widthOf: WidthOf): PdfPage[] {
  const { pageWidth: width, pageHeight: height } = layout
  return pagesOf(pieces(given, widthOf), layout.top, layout.height).map((marks, index) => ({
    width,
    height,
    marks: [...marks, pageNumber(index + 1)],
  }))
}
