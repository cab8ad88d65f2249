import { spawnSync } from 'node:child_process'
import { inflateSync } from 'node:zlib'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { OfficeDocument } from '../document.ts'
import { a4, millimetre, qrMarks } from './page.ts'
import type { PdfPage } from './page.ts'
import { writePdf } from './write.ts'

const at = new Date('2026-09-08T00:00:00Z')
const document: OfficeDocument = {
  title: '关于垴上村情况的通报',
  blocks: [
    { kind: 'paragraph', text: '整改5条，①②③均已办结。' },
    { kind: 'table', columns: [{ title: '单位' }], rows: [['堌堆社区']] },
  ],
  signature: { issuer: '演示街道', day: '2026-09-08' },
}
const about = { title: document.title, at }

/** Every compressed stream of the file. */
function streamsOf(bytes: Uint8Array): string[] {
  const file = Buffer.from(bytes)
  const streams: string[] = []
  for (let from = file.indexOf('stream\n'); from >= 0; from = file.indexOf('stream\n', file.indexOf('endstream', from) + 9)) {
    try {
      streams.push(inflateSync(file.subarray(from + 7, file.indexOf('endstream', from))).toString('latin1'))
    } catch {
      // A stream that is not compressed, such as a picture.
    }
  }
  return streams
}

test('a document becomes a PDF in which every character of it is text, also rare ones of place names', async () => {
  const bytes = await writePdf({ kind: 'document', document }, about)
  expect(Buffer.from(bytes).subarray(0, 8).toString()).toBe('%PDF-1.7')
  const named = streamsOf(bytes)
    .filter((stream) => stream.includes('beginbfrange'))
    .join('')
    .toLowerCase()
  for (const letter of '关于垴上村情况的通报整改①②③堌堆社区2026年9月8日')
    expect(named, letter).toContain(letter.codePointAt(0)?.toString(16).padStart(4, '0'))
})

test('the same content at the same moment gives the same bytes', async () => {
  const one = await writePdf({ kind: 'document', document }, about)
  expect(Buffer.compare(one, await writePdf({ kind: 'document', document }, about))).toBe(0)
})

test('a page is described mark by mark, as a certificate is', async () => {
  const page: PdfPage = {
    width: a4.height,
    height: a4.width,
    marks: [
      {
        kind: 'box',
        x: millimetre(10),
        y: millimetre(10),
        width: millimetre(277),
        height: millimetre(190),
        stroke: '#b3261e',
        strokeWidth: 2,
      },
      { kind: 'text', text: '示例证书', x: millimetre(148.5), baseline: millimetre(60), size: 40, face: 'title', align: 'center' },
      { kind: 'line', from: [100, 200], to: [300, 200], width: 1 },
      ...qrMarks('https://example.test/plaque/ABCD', millimetre(240), millimetre(150), millimetre(30)),
    ],
  }
  const text = Buffer.from(await writePdf({ kind: 'pages', pages: [page] }, about)).toString('latin1')
  expect(text).toMatch(/MediaBox \[0 0 841\.\d+ 595\.\d+\]/)
})

test('what is too long or takes too long ends with an error, and the next one is made all the same', async () => {
  const large = writePdf({ kind: 'document', document }, about, { bytes: 100, milliseconds: 60_000 })
  const slow = writePdf({ kind: 'document', document }, about, { bytes: 1_000_000, milliseconds: 1 })
  const next = writePdf({ kind: 'document', document }, about)
  await expect(large).rejects.toThrow('more than 100 bytes')
  await expect(slow).rejects.toThrow('more than 1 ms')
  expect((await next).length).toBeGreaterThan(1000)
})

/** Programs that read a PDF, as far as they are on this machine (poppler-utils): where there is none, this test is not there. */
const readers = ['pdftotext'].filter((program) => spawnSync(program, ['-v']).error === undefined)

test.each(readers)('%s reads the Chinese', async (reader) => {
  const folder = mkdtempSync(join(tmpdir(), 'liangxing-pdf-'))
  const file = join(folder, 'one.pdf')
  writeFileSync(file, await writePdf({ kind: 'document', document }, about))
  const { stdout } = spawnSync(reader, [file, '-'], { encoding: 'utf8' })
  rmSync(folder, { recursive: true })
  expect(stdout).toContain('关于垴上村情况的通报')
  expect(stdout).toContain('整改5条，①②③均已办结。')
})
