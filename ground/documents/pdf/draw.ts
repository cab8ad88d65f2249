// Pages of marks as the bytes of a PDF. The only module that knows the library. The font is the one from npm, embedded as the
// letters used, so that Chinese is real text on every machine, whatever fonts it has.

import { createRequire } from 'node:module'
import PdfFile from 'pdfkit'
import type { Face, Mark, PdfAbout, PdfPage, TextMark } from './page.ts'

type Pdf = InstanceType<typeof PdfFile>

const family = '@expo-google-fonts/noto-serif-sc'
const files: Readonly<Record<Face, string>> = {
  text: '400Regular/NotoSerifSC_400Regular.ttf',
  strong: '600SemiBold/NotoSerifSC_600SemiBold.ttf',
  title: '700Bold/NotoSerifSC_700Bold.ttf',
  heavy: '900Black/NotoSerifSC_900Black.ttf',
}
const find = createRequire(import.meta.url)

// Kerning and ligatures off: a line is as wide as its letters, as it was broken.
const features = { kern: false, liga: false } as unknown as PDFKit.Mixins.OpenTypeFeatures[]

/** What cannot be drawn is left out: control characters and halves of characters. */
const clean = (text: string): string => text.toWellFormed().replace(/[\p{Cc}\ufffe\uffff]/gu, '')

function withFaces(pdf: Pdf): Pdf {
  for (const [face, file] of Object.entries(files)) pdf.registerFont(face, find.resolve(`${family}/${file}`))
  return pdf
}

/** Widths of single letters at size 1, as the font says; each letter is looked up once. */
export function measure(): (letter: string, face: Face) => number {
  const pdf = withFaces(new PdfFile({ autoFirstPage: false, font: '' }))
  const known = new Map<string, number>()
  return (letter, face) => {
    const key = `${face}${letter}`
    const width = known.get(key) ?? pdf.font(face).fontSize(1000).widthOfString(letter, { features }) / 1000
    known.set(key, width)
    return width
  }
}

function drawText(pdf: Pdf, mark: TextMark): void {
  const { x, baseline, size, face = 'text', align = 'left', spacing = 0, colour = '#000000' } = mark
  const text = clean(mark.text)
  if (text === '') return
  pdf.font(face).fontSize(size).fillColor(colour)
  const wide = align === 'left' ? 0 : pdf.widthOfString(text, { characterSpacing: spacing, features }) - spacing
  pdf.text(text, x - (align === 'center' ? wide / 2 : wide), baseline, {
    lineBreak: false,
    characterSpacing: spacing,
    baseline: 'alphabetic',
    features,
  })
}

function draw(pdf: Pdf, mark: Mark): void {
  if (mark.kind === 'text') return drawText(pdf, mark)
  pdf.save()
  if (mark.kind === 'line') {
    const { from, to, width, colour = '#000000' } = mark
    pdf
      .moveTo(...from)
      .lineTo(...to)
      .lineWidth(width)
      .stroke(colour)
  } else if (mark.kind === 'box') {
    const { x, y, width, height, fill, stroke, strokeWidth = 0.5 } = mark
    if (fill !== undefined) pdf.rect(x, y, width, height).fill(fill)
    if (stroke !== undefined) pdf.rect(x, y, width, height).lineWidth(strokeWidth).stroke(stroke)
  } else if (mark.kind === 'path') {
    pdf.translate(mark.x, mark.y).scale(mark.scale).path(mark.path).fill(mark.fill)
  } else {
    const { bytes, x, y, width, height } = mark
    pdf.image(Buffer.from(bytes), x, y, { fit: [width, height], align: 'center', valign: 'center' })
  }
  pdf.restore()
}

/** The bytes of a PDF with these pages; more than `most` bytes throw. */
export async function drawPages(pages: readonly PdfPage[], about: PdfAbout, most: number): Promise<Uint8Array> {
  const { title, author = '', at } = about
  const info = { Title: clean(title), Author: clean(author), CreationDate: at, ModDate: at }
  const pdf = withFaces(new PdfFile({ autoFirstPage: false, font: '', lang: 'zh-CN', displayTitle: true, pdfVersion: '1.7', info }))
  const pieces: Buffer[] = []
  let length = 0
  const done = new Promise<void>((resolve, reject) => {
    pdf.on('end', resolve)
    pdf.on('error', reject)
    pdf.on('data', (piece: Buffer) => {
      length += piece.length
      if (length > most) reject(new Error(`a PDF of more than ${most} bytes`))
      else pieces.push(piece)
    })
  })
  for (const { width, height, marks } of pages) {
    pdf.addPage({ size: [width, height], margin: 0 })
    for (const mark of marks) draw(pdf, mark)
  }
  pdf.end()
  await done
  return new Uint8Array(Buffer.concat(pieces))
}
