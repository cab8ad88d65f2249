// The DOCX as another program lays it out; where there is none, these tests are not there.

import { expect, test } from 'vitest'
import { offices, pagesOf } from '#ground/trial/laid-out.ts'
import type { Word } from '#ground/trial/laid-out.ts'
import { writeDocx } from './docx-write.ts'

test.each(offices)('%s sets 22 lines of 28 characters from 28 mm left, and page numbers outside', async (office) => {
  const pages = pagesOf(office, await writeDocx({ title: '题', blocks: [{ kind: 'paragraph', text: '字'.repeat(28 * 70) }] }))
  const [, second, third] = pages
  const lines = (second ?? []).filter((word) => word.text.startsWith('字'))
  expect(lines).toHaveLength(22)
  expect(new Set(lines.map((line) => line.text.length))).toEqual(new Set([28]))
  for (const line of lines) {
    expect(line.left).toBeCloseTo(28, 0)
    expect(line.right).toBeLessThan(210 - 25)
  }
  // The text begins 37 mm below the paper's edge: above the first line lies what the exact line is higher than its characters.
  const first = Math.min(...lines.map((line) => line.top))
  expect(first).toBeGreaterThan(37)
  expect(first).toBeLessThan(37 + 5)
  const dashes = (page: Word[] | undefined): Word[] => (page ?? []).filter((word) => word.text.startsWith('—'))
  expect(dashes(second)[0]?.left).toBeLessThan(40)
  expect(dashes(third)[0]?.left).toBeGreaterThan(160)
  expect(dashes(second)[0]?.top).toBeGreaterThan(297 - 35)
})

test.each(offices)('%s sets the red head where the standard has it', async (office) => {
  const letterhead = { mark: '晨光街道党建办文件' }
  const [first = []] = pagesOf(office, await writeDocx({ title: '题', number: '晨街办〔2026〕3号', letterhead, blocks: [] }))
  const mark = first.find((word) => word.text === letterhead.mark)
  // 37 mm and 35 mm below the paper's edge stands the upper edge of the mark.
  expect(mark?.top).toBeGreaterThan(68)
  expect(mark?.top).toBeLessThan(78)
  expect(((mark?.left ?? 0) + (mark?.right ?? 0)) / 2).toBeCloseTo((28 + 210 - 26) / 2, 0)
})
