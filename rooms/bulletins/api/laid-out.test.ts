// A bulletin as it was drafted from the ledger, under its red head, held against GB/T 9704: margins and the office's fonts as the file
// names them, and, where LibreOffice is, its pages as they are laid out.

import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import type { AnswerOf } from '#ground/http/contract.ts'
import { offices, pagesOf } from '#ground/trial/laid-out.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { partsOf } from '#ground/trial/zip-parts.ts'
import type { contract } from '../contract.ts'

const trial = useTrial()

const mark = '晨光街道党建办文件'
const letterhead = { mark, copies: '县委组织部', office: '晨光街道党建办' }
let docx: Uint8Array
let title: string

beforeAll(async () => {
  const officer = trial.as('officer')
  const entry = { id: randomUUID(), unit: '990101001', subject: '990101001001', problem: '公示栏没有更新。', sourceKind: 'remark', days: 5 }
  await officer.call('ledger.assign', { body: entry })
  type Said = AnswerOf<(typeof contract)['get']>
  const drafted = await officer.call<Said>('bulletins.draftLedger', { body: { id: randomUUID(), unit: '990101001', quarter: '2026Q3' } })
  const { unit, id, addressee, issuer, blocks } = drafted.body
  title = drafted.body.title
  const params = { unit, id }
  // Enough of it for a second page.
  const more = { kind: 'paragraph', text: '请各单位对照清单逐条整改。'.repeat(60) }
  await officer.call('bulletins.revise', { params, body: { title, addressee, issuer, letterhead, blocks: [...blocks, more] } })
  await trial.as('countyAdmin').call('bulletins.signOff', { params })
  expect((await officer.call('bulletins.publish', { params, body: { prefix: '晨街办' } })).status).toBe(200)
  docx = (await officer.call('bulletins.docx', { params })).bytes
})

const twips = (millimetres: number): number => Math.round((millimetres * 1440) / 25.4)

test('the file names margins of 37, 35, 28 and 26 mm and the office’s fonts and sizes for title, headings and text', () => {
  const parts = partsOf(docx)
  const document = parts.get('word/document.xml') ?? ''
  const margins = /<w:pgMar [^>]*>/.exec(document)?.[0] ?? ''
  for (const [side, millimetres] of [
    ['top', 37],
    ['bottom', 35],
    ['left', 28],
    ['right', 26],
  ] as const)
    expect(Math.abs(Number(new RegExp(`w:${side}="(\\d+)"`).exec(margins)?.[1]) - twips(millimetres)), side).toBeLessThanOrEqual(twips(0.5))
  const text = { face: '仿宋_GB2312', half: '32' }
  expect(parts.get('word/styles.xml')).toMatch(/<w:rPrDefault>.*w:eastAsia="仿宋_GB2312".*<w:sz w:val="32"\/>.*<\/w:rPrDefault>/s)
  /** Face and size in half points of the run that says this. */
  const runOf = (said: string) => {
    const run = document.split('<w:r>').find((one) => one.includes(said)) ?? ''
    return { face: /w:eastAsia="([^"]+)"/.exec(run)?.[1] ?? text.face, half: /<w:sz w:val="(\d+)"/.exec(run)?.[1] ?? text.half }
  }
  expect(runOf(title)).toEqual({ face: '方正小标宋简体', half: '44' })
  expect(runOf('一、基本情况')).toEqual({ face: '黑体', half: '32' })
  expect(runOf('到期的台账条目')).toEqual(text)
  expect(runOf('各村（社区）党组织')).toEqual(text)
  expect(runOf('晨街办〔2026〕1号')).toEqual(text)
  expect(runOf(mark).face).toBe('方正小标宋简体')
})

test.each(offices)(
  '%s begins its text 37 mm below the edge and 28 mm from the left, the mark 35 mm lower, nothing beyond the right margin',
  (office) => {
    const [first = [], second = []] = pagesOf(office, docx)
    const red = first.find((word) => word.text === mark)
    expect(red?.top).toBeGreaterThan(68)
    expect(red?.top).toBeLessThan(78)
    expect(first.map((word) => word.text).join('')).toContain(title)
    const body = second.filter((word) => word.text.includes('逐条整改'))
    expect(body.length).toBeGreaterThan(3)
    // An exact line is higher than its characters: some of it lies above them.
    const top = Math.min(...second.map((word) => word.top))
    expect(top).toBeGreaterThan(37)
    expect(top).toBeLessThan(37 + 5)
    expect(Math.min(...body.map((word) => word.left))).toBeCloseTo(28, 0)
    // A mark of punctuation may hang over the edge by its own width, and nothing else.
    const beyond = [...first, ...second].filter((word) => word.right > 210 - 25 + (/[，。；、：]$/.test(word.text) ? 5.7 : 0))
    expect(beyond).toEqual([])
  },
)
