// A format as a file: out and in again nothing has changed, and what is wrong is told by number and place.

import { readFileSync, readdirSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatDocument, formatFileKind, readFormat, readFormatText } from './format-file.ts'
import { dateStyles, reportFields, reportLists } from './report-format.ts'
import type { ReportFormat } from './report-format.ts'

const text = (most: number) =>
  fc.string({ minLength: 1, maxLength: most }).filter((it) => /^[^\p{Cc}]+$/u.test(it) && it.trim() === it && it !== '')
const perhaps = (most: number) => fc.oneof(fc.constant(''), text(most))
const formats: fc.Arbitrary<ReportFormat> = fc.constantFrom(...reportLists).chain((list) =>
  fc.record({
    name: text(100),
    system: perhaps(100),
    list: fc.constant(list),
    file: fc.constantFrom('xlsx' as const, 'csv' as const),
    sheet: text(31),
    dates: fc.constantFrom(...dateStyles),
    columns: fc.array(
      fc.record({
        header: text(60),
        field: fc.option(fc.constantFrom(...(reportFields[list] as readonly string[]))),
        constant: perhaps(200),
        values: fc.array(fc.record({ is: perhaps(200), becomes: perhaps(200) }), { maxLength: 4 }),
        otherwise: fc.option(perhaps(200)),
      }),
      { minLength: 1, maxLength: 60 },
    ),
  }),
)

test('whatever the format, its file makes the same format again', () => {
  fc.assert(
    fc.property(formats, (format) => {
      const read = readFormatText(`\uFEFF${JSON.stringify(formatDocument(format))}`)
      expect(read.ok ? read.value : read.problem).toEqual(format)
    }),
    { numRuns: 60 },
  )
})

test('every sample on the shelf is such a file, and only what is not usual stands in it', () => {
  const shelf = new URL('../../../packs/sample/reports/', import.meta.url)
  const names = readdirSync(shelf).filter((name) => name.endsWith('.json'))
  expect(names.length).toBeGreaterThan(0)
  for (const name of names) {
    const document: unknown = JSON.parse(readFileSync(new URL(name, shelf), 'utf8'))
    const read = readFormat(document)
    expect(read.ok ? formatDocument(read.value) : read.problem, name).toEqual(document)
  }
})

const whole = { format: formatFileKind, name: '申报表', list: 'held', sheet: '表', columns: [{ header: '牌匾', field: 'plaque' }] }
const faults = (value: unknown): string[] => {
  const read = readFormat(value)
  if (read.ok) return []
  expect(read.problem.code).toBe(5799)
  return read.problem.errors.map(({ path, detail }) => `${path} ${/〔(\d+)〕/.exec(detail.zh)?.[1]}`)
}

test('every fault is told at once, by its number and by the column people count', () => {
  expect(faults(whole)).toEqual([])
  const columns = [{ header: '', field: 'answer' }, { heading: '星' }, { header: '星'.repeat(61), values: [{ is: 1 }] }, '星']
  expect(faults({ ...whole, format: 'other', sort: 'name', file: 'xls', columns })).toEqual([
    'sort 5402',
    'format 5801',
    'columns[0].header 5404',
    'columns[0].field 5789',
    'columns[1].heading 5402',
    'columns[1].header 5403',
    'columns[2].values[0].becomes 5403',
    'columns[2].values[0].is 5401',
    'columns[2].header 5404',
    'columns[3] 5401',
    'file 5407',
  ])
  const read = readFormat({ ...whole, columns })
  expect(read.ok ? '' : read.problem.errors[1]?.detail.zh).toMatch(/^第 1 个栏目 field：〔5789〕所选的表没有字段“answer”/)
  expect(faults({ ...whole, columns: [] })).toEqual(['columns 5802'])
  expect(faults({ ...whole, columns: Array.from({ length: 61 }, () => whole.columns[0]) })).toEqual(['columns 5803'])
  expect(faults(null)).toEqual(['$ 5401'])
})

test('what is no JSON is no format', () => {
  for (const one of ['', 'PK\u0003\u0004', '{', '序号,村']) {
    const read = readFormatText(one)
    expect(read.ok ? 0 : read.problem.code, one).toBe(5800)
  }
})
