import { readXlsx } from 'hucre'
import { expect, test } from 'vitest'
import { readBook } from './table.ts'
import { bookNames, writeWorkbook } from './xlsx-book.ts'

test('several sheets in one file, each with its rows as text', async () => {
  const bytes = await writeWorkbook([
    {
      sheet: '评分',
      header: ['单位代码', '分'],
      rows: [
        ['990101001001', '90.15'],
        ['=1+1', 'x\u0000y'],
      ],
    },
    { sheet: '结果', header: ['名次'], rows: [[1], [2]] },
  ])
  const book = await readXlsx(bytes)
  expect(book.sheets.map((sheet) => sheet.name)).toEqual(['评分', '结果'])
  expect(book.sheets[0]?.rows).toEqual([
    ['单位代码', '分'],
    ['990101001001', '90.15'],
    ['=1+1', 'xy'],
  ])
  expect(book.sheets[1]?.rows).toEqual([['名次'], [1], [2]])
})

test('names that Excel refuses or that stand twice are changed', () => {
  const long = '第'.repeat(40)
  expect(bookNames([{ sheet: 'a/b' }, { sheet: 'A b' }, { sheet: '' }, { sheet: long }, { sheet: long }])).toEqual([
    'a b',
    'A b 2',
    'Sheet1',
    '第'.repeat(31),
    `${'第'.repeat(27)} 2`,
  ])
})

test('all sheets are read again by name, empty ones left out, and what is no workbook is refused', async () => {
  const bytes = await writeWorkbook([
    {
      sheet: '底线',
      header: ['星', '规则'],
      rows: [
        ['A', '=1+1'],
        [null, null],
        ['B', 'x\ny'],
      ],
    },
    { sheet: '空', header: [], rows: [] },
    { sheet: '星', header: ['代码'], rows: [[12]] },
  ])
  const book = await readBook(bytes)
  expect(book.ok && book.value).toEqual([
    {
      sheet: '底线',
      header: ['星', '规则'],
      rows: [
        { line: 2, cells: ['A', '=1+1'] },
        { line: 4, cells: ['B', 'x\ny'] },
      ],
    },
    { sheet: '星', header: ['代码'], rows: [{ line: 2, cells: ['12'] }] },
  ])
  const csv = await readBook(new TextEncoder().encode('a,b\n1,2\n'))
  expect(csv.ok ? 0 : csv.problem.status).toBe(415)
  const many = await readBook(bytes, { maxRows: 1 })
  expect(many.ok).toBe(false)
})
