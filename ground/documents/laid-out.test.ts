// The DOCX as another program lays it out. Needs LibreOffice (libreoffice-writer-nogui), pdftotext (poppler-utils) and a Chinese
// font; where LibreOffice or pdftotext is absent, these tests are not there.

import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { writeDocx } from './docx-write.ts'
import type { OfficeDocument } from './document.ts'

const present = (program: string, argument: string): boolean => spawnSync(program, [argument]).error === undefined
const offices = present('pdftotext', '-v') ? ['soffice'].filter((program) => present(program, '--version')) : []

interface Word {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly top: number
}

/** The words of each page with their places in millimetres. */
async function pagesOf(office: string, document: OfficeDocument): Promise<Word[][]> {
  const folder = mkdtempSync(join(tmpdir(), 'liangxing-docx-'))
  writeFileSync(join(folder, 'one.docx'), await writeDocx(document))
  const profile = `-env:UserInstallation=file://${folder}/profile`
  spawnSync(office, [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, join(folder, 'one.docx')], { timeout: 60_000 })
  const { stdout } = spawnSync('pdftotext', ['-bbox', join(folder, 'one.pdf'), '-'], { encoding: 'utf8' })
  rmSync(folder, { recursive: true })
  const millimetres = (points: string | undefined): number => (Number(points) * 25.4) / 72
  return stdout
    .split('<page ')
    .slice(1)
    .map((page) =>
      [...page.matchAll(/xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="[\d.]+">([^<]*)</g)].map(([, left, top, right, text]) => ({
        text: text ?? '',
        left: millimetres(left),
        right: millimetres(right),
        top: millimetres(top),
      })),
    )
}

test.each(offices)('%s sets 22 lines of 28 characters from 28 mm left, and page numbers outside', async (office) => {
  const pages = await pagesOf(office, { title: '题', blocks: [{ kind: 'paragraph', text: '字'.repeat(28 * 70) }] })
  const [, second, third] = pages
  const lines = (second ?? []).filter((word) => word.text.startsWith('字'))
  expect(lines).toHaveLength(22)
  expect(new Set(lines.map((line) => line.text.length))).toEqual(new Set([28]))
  for (const line of lines) {
    expect(line.left).toBeCloseTo(28, 0)
    expect(line.right).toBeLessThan(210 - 25)
  }
  const dashes = (page: Word[] | undefined): Word[] => (page ?? []).filter((word) => word.text.startsWith('—'))
  expect(dashes(second)[0]?.left).toBeLessThan(40)
  expect(dashes(third)[0]?.left).toBeGreaterThan(160)
  expect(dashes(second)[0]?.top).toBeGreaterThan(297 - 35)
})

test.each(offices)('%s sets the red head where the standard has it', async (office) => {
  const letterhead = { mark: '晨光街道党建办文件' }
  const [first = []] = await pagesOf(office, { title: '题', number: '晨街办〔2026〕3号', letterhead, blocks: [] })
  const mark = first.find((word) => word.text === letterhead.mark)
  // 37 mm and 35 mm below the paper's edge stands the upper edge of the mark.
  expect(mark?.top).toBeGreaterThan(68)
  expect(mark?.top).toBeLessThan(78)
  expect(((mark?.left ?? 0) + (mark?.right ?? 0)) / 2).toBeCloseTo((28 + 210 - 26) / 2, 0)
})
