// A bulletin as a file to send or to print: the DOCX that an office edits, the PDF that reads the same everywhere.

import { writeDocx } from '#ground/documents/docx-write.ts'
import { writePdf } from '#ground/documents/pdf/write.ts'
import type { Handler } from '#ground/http/handler.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { contract } from '../contract.ts'
import type { BulletinRow } from '../data/queries.ts'
import { findBulletin } from '../data/queries.ts'
import { problems } from '../problems.ts'
import { documentOf, numberOf } from './show.ts'

type C = typeof contract

const unsafe = /[\\/:*?"<>|\p{Cc}\s]+/gu

/** The file's name without its ending: number and title. */
const nameOf = (row: BulletinRow): string => `${numberOf(row) ?? ''}${row.title}`.replace(unsafe, '').slice(0, 80)

export const docx: Handler<C['docx']> = async (request) => {
  const row = await findBulletin(request.db, request.params.unit, request.params.id)
  if (row === undefined) return refuse(problems.noSuchBulletin())
  request.permit()
  const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  return ok({ file: { name: `${nameOf(row)}.docx`, type, body: await writeDocx(documentOf(row, request.today)) } })
}

export const pdf: Handler<C['pdf']> = async (request) => {
  const row = await findBulletin(request.db, request.params.unit, request.params.id)
  if (row === undefined) return refuse(problems.noSuchBulletin())
  request.permit()
  const document = documentOf(row, request.today)
  const about = { title: row.title.replace(/\s+/g, ' '), author: row.issuer, at: new Date(row.publishedOn ?? request.today) }
  const body = await writePdf({ kind: 'document', document }, about)
  return ok({ file: { name: `${nameOf(row)}.pdf`, type: 'application/pdf', body } })
}
