// An office document laid out into pages as the DOCX is: the same measures, the same order. Pure: what letters measure comes in
// as an argument. Faces of the shipped family stand in for those that offices have: heavy for 黑体, strong for 楷体.

import { documentDay } from '../document.ts'
import type { Block, HeadingLevel, OfficeDocument } from '../document.ts'
import { numbered } from '../numbering.ts'
import { signaturePlaces } from '../signature.ts'
import { headPieces, imprintPiece, notePieces, picturePieces } from './around-pieces.ts'
import { pagesOf } from './flow.ts'
import type { Piece } from './flow.ts'
import type { Face, Mark, PdfPage } from './page.ts'
import { blank, paragraph } from './paragraph.ts'
import type { WidthOf } from './paragraph.ts'
import { layout } from './places.ts'
import { tablePieces } from './table-pieces.ts'

const headingFaces: Readonly<Record<HeadingLevel, Face>> = { 1: 'heavy', 2: 'strong', 3: 'text', 4: 'text' }

const partsOf = (text: string): string[] =>
  text
    .split(/\r?\n/)
    .map((part) => part.trim())
    .filter((part) => part !== '')

function blockPieces(block: Block, widthOf: WidthOf): Piece[] {
  if (block.kind === 'table') return tablePieces(block, widthOf)
  if (block.kind === 'picture') return picturePieces(block, widthOf)
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
  const { title, number, addressee, blocks, attachments = [], letterhead, notes } = given
  const plain = number === undefined ? [] : [...paragraph(number, widthOf, { align: 'center' }), blank, blank]
  return [
    ...(letterhead === undefined ? plain : headPieces(letterhead, number, widthOf)),
    ...partsOf(title).flatMap((part) =>
      paragraph(part, widthOf, { face: 'title', size: layout.titleSize, align: 'center', keepNext: true }),
    ),
    blank,
    ...(addressee === undefined ? [] : paragraph(`${addressee}：`, widthOf)),
    ...numbered(blocks).flatMap((block) => blockPieces(block, widthOf)),
    ...attachmentPieces(attachments, widthOf),
    ...signaturePieces(given, widthOf),
    ...notePieces(notes, widthOf),
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
  const footing = given.imprint === undefined ? undefined : imprintPiece(given.imprint, widthOf)
  return pagesOf(pieces(given, widthOf), layout.top, layout.height, footing).map((marks, index) => ({
    width,
    height,
    marks: [...marks, pageNumber(index + 1)],
  }))
}
