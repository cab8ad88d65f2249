// A document in the layout of GB/T 9704-2012 as the bytes of a .docx. The only module that knows the library together with
// docx-parts.ts. Fonts are named, not embedded.

import { AlignmentType, Document, DocumentGridType, Footer, PageNumber, Packer, Paragraph, TextRun } from 'docx'
import type { Table } from 'docx'
import { headParts, imprintParts, noteParts, pictureParts } from './docx-head.ts'
import { headingLine, tableParts, textLine, textLines, titleLines } from './docx-parts.ts'
import { documentDay } from './document.ts'
import type { Block, OfficeDocument } from './document.ts'
import { character, fonts, footerLine, line, page, sizes, squeeze } from './measures.ts'
import { numbered } from './numbering.ts'
import { signaturePlaces } from './signature.ts'

type Part = Paragraph | Table

const blank = (): Paragraph => textLine('')

function blockParts(block: Block): Part[] {
  if (block.kind === 'heading') return [headingLine(block.level, block.text)]
  if (block.kind === 'picture') return pictureParts(block)
  return block.kind === 'paragraph' ? textLines(block.text) : tableParts(block)
}

/** 附件 of one name stand without number, several one below the other, a line under the text. */
function attachmentParts(names: readonly string[]): Part[] {
  if (names.length === 0) return []
  const lines = names.map((name, index) => {
    const number = names.length === 1 ? '' : `${index + 1}. `
    const lead = index === 0 ? `附件：${number}` : number
    return textLine(`${lead}${name}`, { indent: { left: (index === 0 ? 2 : 5) * character } })
  })
  return [blank(), ...lines]
}

function signatureParts({ signature }: OfficeDocument): Part[] {
  if (signature === undefined) return []
  const day = documentDay(signature.day)
  const places = signaturePlaces(signature.issuer, day)
  const right = (text: string, indent: number, keepNext: boolean): Paragraph =>
    textLine(text, { alignment: AlignmentType.RIGHT, keepNext, indent: { right: Math.round(indent * character) } })
  return [blank(), blank(), right(signature.issuer, places.issuer, true), right(day, places.day, false)]
}

/** Page numbers stand outside: right on odd pages, left on even ones, one character in. */
function footer(odd: boolean): Footer {
  const face = { ascii: fonts.pageNumber, hAnsi: fonts.pageNumber, eastAsia: fonts.pageNumber, cs: fonts.pageNumber }
  return new Footer({
    children: [
      new Paragraph({
        spacing: { line: footerLine, lineRule: 'exact', before: 0, after: 0 },
        alignment: odd ? AlignmentType.RIGHT : AlignmentType.LEFT,
        indent: odd ? { right: sizes.pageNumber * 10 } : { left: sizes.pageNumber * 10 },
        children: [new TextRun({ font: face, size: sizes.pageNumber, characterSpacing: 0, children: ['— ', PageNumber.CURRENT, ' —'] })],
      }),
    ],
  })
}

function parts(given: OfficeDocument): Part[] {
  const { title, number, addressee, blocks, attachments = [], letterhead, notes, imprint } = given
  const plain = number === undefined ? [] : [textLine(number, { alignment: AlignmentType.CENTER }), blank(), blank()]
  return [
    ...(letterhead === undefined ? plain : headParts(letterhead, number)),
    ...titleLines(title),
    blank(),
    ...(addressee === undefined ? [] : [textLine(`${addressee}：`)]),
    ...numbered(blocks).flatMap(blockParts),
    ...attachmentParts(attachments),
    ...signatureParts(given),
    ...noteParts(notes),
    ...imprintParts(imprint),
  ]
}

/** The bytes of a .docx, made where it is called: see docx-write.ts. */
export async function buildDocx(given: OfficeDocument): Promise<Uint8Array> {
  const document = new Document({
    title: given.title.replace(/\s+/g, ' '),
    creator: given.signature?.issuer ?? '',
    evenAndOddHeaderAndFooters: true,
    styles: {
      default: {
        document: {
          run: {
            font: { ascii: fonts.text, hAnsi: fonts.text, eastAsia: fonts.text, cs: fonts.text },
            size: sizes.text,
            characterSpacing: squeeze,
          },
          paragraph: { spacing: { line, lineRule: 'exact', before: 0, after: 0 } },
        },
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: page.width, height: page.height },
            margin: { top: page.top, bottom: page.bottom, left: page.left, right: page.right, footer: page.footer, header: page.footer },
          },
          grid: { type: DocumentGridType.LINES, linePitch: line },
        },
        footers: { default: footer(true), even: footer(false) },
        children: parts(given),
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}
