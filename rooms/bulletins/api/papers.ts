// A bulletin as a file to send or to print: the DOCX that an office edits, the PDF that reads the same everywhere, the workbook
// with its figures and tables; and the pictures in it.

import { writeDocx } from '#ground/documents/docx-write.ts'
import { writePdf } from '#ground/documents/pdf/write.ts'
import type { FileAnswer, RoomRequest } from '#ground/http/handler.ts'
import type { Language } from '#ground/kernel/problem.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { Result } from '#ground/kernel/result.ts'
import { writeWorkbook } from '#ground/sheets/xlsx-book.ts'
import type { BookSheet } from '#ground/sheets/xlsx-book.ts'
import { filled, picturesOf } from '../core/content.ts'
import { momentText, queryName } from '../core/tracing.ts'
import { picturesIn } from '../data/pictures.ts'
import type { BulletinRow } from '../data/queries.ts'
import { findBulletin } from '../data/queries.ts'
import { problems } from '../problems.ts'
import { keptPaper } from './kept-papers.ts'
import { bytesOf, documentOf } from './printed.ts'
import { goneShown, numberOf } from './show.ts'

type Asked = Pick<RoomRequest, 'db' | 'files' | 'today' | 'settings' | 'language' | 'permit'> & {
  readonly params: { readonly unit: string; readonly id: string }
}

const types = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

const words = {
  zh: { figures: '数字', header: ['数字', '值', '来源', '取数时间', '校验码'], table: '表' },
  en: { figures: 'Figures', header: ['Figure', 'Value', 'Source', 'Read at', 'Digest'], table: 'Table' },
} as const

const unsafe = /[\\/:*?"<>|\p{Cc}\s]+/gu

/** Figures with their sources, and each table on a sheet of its own. */
function sheetsOf(row: BulletinRow, language: Language): BookSheet[] {
  const { figures, header, table } = words[language]
  const tables = filled(row).flatMap((block) => (block.kind === 'table' ? [block] : []))
  return [
    {
      sheet: figures,
      header,
      widths: [24, 14, 30, 18, 68],
      rows: row.figures.map(({ label, value, query, source }) => [
        label,
        value,
        queryName(query)[language],
        momentText(source.at),
        source.digest,
      ]),
    },
    ...tables.map(({ caption = '', columns, rows }, index) => ({
      sheet: caption === '' ? `${table} ${index + 1}` : caption,
      header: columns.map((column) => column.title),
      rows,
    })),
  ]
}

async function made(request: Asked, row: BulletinRow, form: 'docx' | 'pdf'): Promise<Uint8Array> {
  const document = await documentOf(request, row)
  if (form === 'docx') return writeDocx(document)
  const about = { title: row.title.replace(/\s+/g, ' '), author: row.issuer, at: new Date(row.publishedOn ?? request.today) }
  return writePdf({ kind: 'document', document }, about)
}

async function bodyOf(request: Asked, row: BulletinRow, form: keyof typeof types): Promise<Uint8Array> {
  if (form === 'xlsx') return writeWorkbook(sheetsOf(row, request.language))
  const make = (): Promise<Uint8Array> => made(request, row, form)
  if (row.state !== 'published') return make()
  // Nothing about it changes but which of its pictures are gone.
  const gone = (await goneShown(request.db, row)).map(({ picture }) => picture)
  return keptPaper([form, row.id, row.digest, ...gone.toSorted()].join(' '), make)
}

/** The bulletin in one of its forms, for whoever sees it. */
export const paper =
  (form: keyof typeof types, seen: (row: BulletinRow) => boolean = () => true) =>
  async (request: Asked): Promise<Result<FileAnswer>> => {
    const row = await findBulletin(request.db, request.params.unit, request.params.id)
    if (row === undefined || !seen(row)) return refuse(problems.noSuchBulletin())
    request.permit()
    const name = `${numberOf(row) ?? ''}${row.title}`.replace(unsafe, '').slice(0, 80)
    return ok({ file: { name: `${name}.${form}`, type: types[form], body: await bodyOf(request, row, form) } })
  }

/** One picture of a bulletin that the asker sees, as long as its text shows it. */
export const shownPicture =
  (seen: (row: BulletinRow) => boolean = () => true) =>
  async (request: Asked & { readonly params: { readonly picture: string } }): Promise<Result<FileAnswer>> => {
    const row = await findBulletin(request.db, request.params.unit, request.params.id)
    const { picture: id } = request.params
    const found = row === undefined || !seen(row) || !picturesOf(row.blocks).includes(id) ? [] : await picturesIn(request.db, row)
    const picture = found.find((one) => one.id === id)
    const bytes = picture === undefined ? null : await bytesOf(request, picture)
    if (bytes === null) return refuse(problems.noPicture())
    request.permit()
    return ok({ file: { name: `${id}.jpg`, type: 'image/jpeg', body: bytes, shown: true } })
  }
