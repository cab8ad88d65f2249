// A document of 200 pages as DOCX and as PDF, and a list of 50,000 rows × 20 columns as XLSX, each made in a process of its own
// so that its peak of memory is that of the work; and their limits: compressing the same parts, writing the same list as CSV.

import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { Block, OfficeDocument } from '#ground/documents/document.ts'
import { writeDocx } from '#ground/documents/docx-write.ts'
import { writePdf } from '#ground/documents/pdf/write.ts'
import { writeCsv } from '#ground/sheets/csv-write.ts'
import { streamXlsx } from '#ground/sheets/xlsx-write.ts'
import { peakMegabytes } from '../peak-memory.ts'
import { zipParts } from './zip-parts.ts'

const sentence = '公示栏更新不及时，便民服务点尚未挂牌，路灯维护责任没有落实，由村党支部限期整改，乡镇党建办复核。'

/** One village: a heading, two paragraphs, a table of five rows. 330 of them are a little over 200 pages. */
function village(index: number): Block[] {
  const column = (title: string, share = 1) => ({ title, share })
  return [
    { kind: 'heading', level: 2, text: `演示第${index + 1}村` },
    { kind: 'paragraph', text: sentence.repeat(3) },
    { kind: 'paragraph', text: `第${index + 1}村：${sentence.repeat(2)}` },
    {
      kind: 'table',
      columns: [column('序号'), column('问题', 5), column('措施', 5), column('期限', 2)],
      rows: Array.from({ length: 5 }, (_, at) => [String(at + 1), `第${at + 1}项：公示栏更新不及时。`, '每月五日前更新。', '2026-10-31']),
    },
  ]
}

const document: OfficeDocument = {
  number: '演示办〔2026〕3号',
  title: '关于各村问题整改情况的通报',
  blocks: Array.from({ length: 330 }, (_, index) => village(index)).flat(),
  signature: { issuer: '演示县委组织部', day: '2026-09-08' },
}

export interface Made {
  readonly seconds: number
  readonly bytes: number
  readonly peakMegabytes: number
  /** As counted in the PDF; 0 for others. */
  readonly pages: number
}

async function made(work: () => Promise<{ readonly bytes: number; readonly pages: number }>): Promise<Made> {
  const begun = performance.now()
  const { bytes, pages } = await work()
  return { seconds: (performance.now() - begun) / 1000, bytes, pages, peakMegabytes: peakMegabytes() }
}

/** The document as DOCX. */
export const docx = (): Promise<Made> => made(async () => ({ bytes: (await writeDocx(document)).length, pages: 0 }))

/** Compressing the parts of that DOCX again, in seconds. */
export async function docxLimit(): Promise<number> {
  const parts = zipParts(await writeDocx(document)).map(({ packed, content }) => (packed ? inflateRawSync(content) : content))
  const begun = performance.now()
  for (const part of parts) deflateRawSync(part)
  return (performance.now() - begun) / 1000
}

/** The document as PDF, with its pages counted. */
export const pdf = (): Promise<Made> =>
  made(async () => {
    const bytes = await writePdf({ kind: 'document', document }, { title: document.title, at: new Date(0) })
    return { bytes: bytes.length, pages: Buffer.from(bytes).toString('latin1').split('/Type /Page\n').length - 1 }
  })

const [rows, columns] = [50_000, 20]
const header = Array.from({ length: columns }, (_, column) => `第${column + 1}列`)

function* list(): Generator<string[]> {
  for (let row = 0; row < rows; row += 1) yield header.map((title, column) => `${title}${(row * 7919 + column * 104_729) % 1_000_003}`)
}

/** The list as XLSX, piece by piece and thrown away, as a slow reader would take it. */
export const xlsx = (): Promise<Made> =>
  made(async () => {
    let bytes = 0
    for await (const piece of streamXlsx({ sheet: '名单', header, rows: list() })) bytes += piece.length
    return { bytes, pages: 0 }
  })

/** The same list as CSV. */
export const csv = (): Promise<Made> =>
  made(async () => {
    let bytes = 0
    for await (const piece of writeCsv(list(), { header })) bytes += piece.length
    return { bytes, pages: 0 }
  })
