import { expect, test } from 'vitest'
import type { OfficeDocument } from '../document.ts'
import { officePages } from './office-pages.ts'
import type { Mark, TextMark } from './page.ts'

/** Every Chinese letter is a square, every Latin one half of it. */
const widthOf = (letter: string): number => (letter < '\u0080' ? 0.5 : 1)
const texts = (marks: readonly Mark[]): TextMark[] => marks.filter((mark) => mark.kind === 'text')
const laid = (given: Partial<OfficeDocument>) => officePages({ title: '题', blocks: [], ...given }, widthOf)
const found = (marks: readonly Mark[], text: string): TextMark => {
  const mark = texts(marks).find((one) => one.text === text)
  if (mark === undefined) throw new Error(`${text} stands nowhere`)
  return mark
}
const mm = (points: number): number => (points * 25.4) / 72

test('a page holds 22 lines of 28 characters inside the margins of the standard', () => {
  const pages = laid({ blocks: [{ kind: 'paragraph', text: '字'.repeat(28 * 60) }] })
  const [page] = pages.slice(1)
  const lines = texts(page?.marks ?? []).filter((mark) => mark.text.startsWith('字'))
  expect(lines).toHaveLength(22)
  expect(new Set(lines.map((line) => line.text.length))).toEqual(new Set([28]))
  expect([mm(page?.width ?? 0), mm(page?.height ?? 0)].map(Math.round)).toEqual([210, 297])
  const [first, last] = [lines[0], lines.at(-1)]
  expect(mm(first?.x ?? 0)).toBeCloseTo(28, 1)
  // Letters stand about their size's 0.86 below their upper edge.
  expect(mm((first?.baseline ?? 0) - 0.86 * 16)).toBeGreaterThan(37)
  expect(mm(last?.baseline ?? 0)).toBeLessThan(297 - 35)
})

test('title, headings and text have their sizes, faces and places', () => {
  const [page] = laid({
    title: '关于情况的通报',
    number: '晨街办〔2026〕3号',
    addressee: '各社区党组织',
    blocks: [
      { kind: 'heading', level: 1, text: '基本情况' },
      { kind: 'heading', level: 2, text: '承诺' },
      { kind: 'paragraph', text: '如下。' },
    ],
    signature: { issuer: '演示街道', day: '2026-09-08' },
  })
  const marks = page?.marks ?? []
  expect(found(marks, '关于情况的通报')).toMatchObject({ size: 22, face: 'title', align: 'center' })
  expect(found(marks, '一、基本情况')).toMatchObject({ size: 16, face: 'heavy' })
  expect(found(marks, '（一）承诺')).toMatchObject({ face: 'strong' })
  const [text, addressee] = [found(marks, '如下。'), found(marks, '各社区党组织：')]
  expect(text.x - addressee.x).toBeCloseTo(2 * 15.75)
  // The date ends four characters from the right.
  expect(mm(210 * (72 / 25.4) - found(marks, '2026年9月8日').x)).toBeCloseTo(26 + mm(4 * 15.75), 0)
})

test('page numbers stand outside, below the text', () => {
  const [odd, even] = laid({ blocks: [{ kind: 'paragraph', text: '字'.repeat(1000) }] })
  const [one, two] = [found(odd?.marks ?? [], '— 1 —'), found(even?.marks ?? [], '— 2 —')]
  expect([one.align, two.align]).toEqual(['right', 'left'])
  expect(mm(two.x)).toBeCloseTo(28 + (14 * 25.4) / 72, 1)
  expect(mm(one.baseline)).toBeGreaterThan(297 - 35 + 7)
})

test('a table has its head on every page, cuts no row, and a row taller than a page goes on', () => {
  const columns = [{ title: '单位' }, { title: '说明' }]
  const pages = laid({ blocks: [{ kind: 'table', columns, rows: Array.from({ length: 60 }, (_, at) => [`村${at}`, '说']) }] })
  expect(pages.length).toBeGreaterThan(1)
  for (const { marks } of pages) expect(found(marks, '单位').align).toBe('center')
  const rows = pages.flatMap(({ marks }) => texts(marks).filter((mark) => mark.text.startsWith('村')))
  expect(rows.map((row) => row.text)).toEqual(Array.from({ length: 60 }, (_, at) => `村${at}`))
  const tall = laid({ blocks: [{ kind: 'table', columns, rows: [['村', '说'.repeat(2000)]] }] })
  const told = tall.flatMap(({ marks }) => texts(marks).filter((mark) => mark.face === 'text'))
  expect(told.map((mark) => mark.text.replaceAll(/[^说]/g, '')).join('')).toHaveLength(2000)
})

test('a heading is never the last line of a page', () => {
  const pages = laid({
    blocks: Array.from({ length: 40 }, () => ({ kind: 'heading', level: 1, text: '节' }) as const).flatMap((one) => [
      one,
      { kind: 'paragraph', text: '文' } as const,
    ]),
  })
  for (const { marks } of pages)
    expect(
      texts(marks)
        .filter((mark) => !mark.text.startsWith('—'))
        .at(-1)?.text,
    ).toBe('文')
})

test('the red head, small print and the imprint stand where they do in the DOCX', () => {
  const pages = laid({
    title: '关于情况的通报',
    number: '晨街办〔2026〕3号',
    letterhead: { mark: '晨光街道文件' },
    notes: { title: '数字来源', lines: ['1. 参加单位 11'] },
    imprint: { copies: '县委组织部', office: '晨光街道党建办', day: '2026-09-08' },
    blocks: [],
  })
  expect(pages).toHaveLength(1)
  const marks = pages[0]?.marks ?? []
  const head = found(marks, '晨光街道文件')
  expect(head).toMatchObject({ colour: '#D7000F', size: 60, align: 'center' })
  expect(mm(head.baseline)).toBeGreaterThan(37 + 35)
  const rules = marks.filter((mark) => mark.kind === 'line')
  expect(rules.map((rule) => rule.colour)).toEqual(['#D7000F', '#000000', '#000000', '#000000'])
  expect(mm(rules.at(-1)?.from[1] ?? 0)).toBeCloseTo(37 + mm(22 * 28.95), 0)
  expect(found(marks, '1. 参加单位 11').size).toBe(10.5)
  expect(found(marks, '抄送：县委组织部。').baseline).toBeLessThan(found(marks, '晨光街道党建办').baseline)
})

test('an imprint that has no room goes to a page of its own', () => {
  const imprint = { office: '晨光街道党建办', day: '2026-09-08' }
  const blocks = [{ kind: 'paragraph', text: '字'.repeat(28 * 20 - 2) } as const]
  expect(laid({ blocks })).toHaveLength(1)
  expect(laid({ blocks, imprint })).toHaveLength(2)
})
