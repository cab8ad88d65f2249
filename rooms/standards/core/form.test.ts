// The workbook of an edition: out and in again it is the same edition, in either language, and what is wrong in it is told by cell.

import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readForm } from './form-reading.ts'
import type { FilledSheet } from './form-tables.ts'
import { writeForm } from './form-writing.ts'
import { criteriaOf } from './pack-shapes.ts'
import type { Criterion, Pack } from './pack-shapes.ts'
import { readPack } from './read-pack.ts'
import { sizedPack } from './sized-pack.ts'
import { sameAs } from './carry-over.ts'

const whole = (document: unknown): Pack => {
  const pack = readPack(document)
  if (!pack.ok) throw new Error(JSON.stringify(pack.problem, null, 1))
  return pack.value
}
const shipped = (name: string): Pack =>
  whole(JSON.parse(readFileSync(new URL(`../../../packs/sample/five-star/${name}/pack.json`, import.meta.url), 'utf8')))

/** As ground/sheets reads a workbook: rows with their lines, empty ones left out. */
const filled = (pack: Pack, language: 'zh' | 'en'): FilledSheet[] =>
  writeForm(pack, language).map(({ sheet, header, rows }) => ({
    sheet,
    header,
    rows: rows.map((cells, index) => ({ line: index + 2, cells: cells.map((cell) => cell.trim()) })),
  }))
const again = (pack: Pack, language: 'zh' | 'en'): Pack => {
  const read = readForm(filled(pack, language))
  if ('faults' in read) throw new Error(JSON.stringify(read.faults, null, 1))
  return read.pack
}

const text = fc
  .string({ minLength: 1, maxLength: 30, unit: 'grapheme' })
  .map((value) => value.trim())
  .filter((value) => value !== '' && value.isWellFormed() && !/\p{Cc}/u.test(value))

describe('the workbook of an edition', () => {
  test('gives every shipped edition, one of a city’s size and one with a mapping back unchanged, in both languages', () => {
    const size = { tasks: 29, criteria: 102, bottomLines: 31 }
    const community = shipped('2022-community')
    const packs = [
      community,
      shipped('2022-rural'),
      whole(sizedPack(size, size)),
      { ...community, id: 'county/five-star/2027', replaces: sameAs(community) },
    ]
    for (const pack of packs) for (const language of ['zh', 'en'] as const) expect(again(pack, language)).toEqual(pack)
  })

  test('gives editions of any texts back unchanged', () => {
    const base = shipped('2022-community')
    const [first, ...rest] = base.stars
    if (first === undefined) throw new Error('no star')
    const record = fc.record({ text, standard: text, requirement: text, role: text, roleEn: text })
    fc.assert(
      fc.property(
        record,
        text,
        fc.array(fc.record({ name: text, nameEn: text, by: text, byEn: text }), { maxLength: 3 }),
        fc.boolean(),
        fc.array(fc.tuple(text, text), { maxLength: 3 }),
        (changed, title, flow, enabled, evidence) => {
          const english = evidence.length === 0 ? {} : { evidenceEn: evidence.map(([, en]) => en) }
          const named = { evidence: evidence.map(([zh]) => zh), ...english }
          const bare = ({ evidenceEn: _english, ...one }: Criterion): Criterion => ({ ...one, ...changed, ...named })
          const tasks = first.tasks.map((task) => ({ ...task, criteria: task.criteria.map(bare) }))
          const pack = { ...base, title, stars: [{ ...first, tasks, flow, prerequisites: { ...first.prerequisites, enabled } }, ...rest] }
          expect(again(pack, enabled ? 'zh' : 'en')).toEqual(pack)
        },
      ),
      { numRuns: 150 },
    )
  })

  test('says beside each rule what it means', () => {
    const sheets = writeForm(shipped('2022-community'), 'zh')
    const lines = sheets.find(({ sheet }) => sheet === '底线')?.rows.map((row) => row.at(-1))
    expect(lines).toContain('近 12 个月没有商户投诉成立')
    expect(lines).toContain(
      'B2a：持有县级以上有效的“充分就业社区”证书；或者B2b：审核“优化营商“微环境”创造了典型经验”通过（没有审核的按未通过）',
    )
  })
})

describe('a workbook that is not right', () => {
  const spoilt = (spoil: (sheet: string, header: string[], rows: { line: number; cells: string[] }[]) => void): string[] => {
    const sheets = filled(shipped('2022-community'), 'zh').map(({ sheet, header, rows }) => {
      const copy = { sheet, header: [...header], rows: rows.map(({ line, cells }) => ({ line, cells: [...cells] })) }
      spoil(sheet, copy.header, copy.rows)
      return copy
    })
    const read = readForm(sheets)
    return 'faults' in read ? read.faults.map(({ path, problem }) => `${problem.code} ${path}`) : []
  }
  const cell = (wanted: string, line: number, column: number, value: string) =>
    spoilt((sheet, _header, rows) => {
      const row = sheet === wanted ? rows.find((one) => one.line === line) : undefined
      if (row !== undefined) row.cells[column] = value
    })

  test.each([
    ['a rule that cannot be read', '底线', 2, 3, 'ALL(', '5440 底线!D2'],
    ['a bottom line of no star', '底线', 3, 0, 'ZZZZ', '5523 底线!A3'],
    ['a criterion of no task', '创建标准', 4, 0, 'Z-T9', '5523 创建标准!A4'],
    ['a kind that is none', '创建标准', 5, 5, '计数', '5407 创建标准!F5'],
    ['neither yes nor no', '创建标准', 5, 7, '也许', '5401 创建标准!H5'],
    ['a deadline that is no day', '创建标准', 2, 10, '2月30日', '5408 创建标准!K2'],
    ['an unknown office', '星', 3, 4, '民政所', '5453 星!E3'],
    ['a prerequisite that is not there', '星', 2, 7, 'GJGX\nZZZZ', '5446 星!H2'],
    ['a measure of no number', '指标', 2, 5, '人', '5416 指标!F2'],
    ['a scope that is none', '说明', 8, 1, '县', '5407 说明!B8'],
    ['an item that is none', '说明', 4, 0, '标题', '5524 说明!A4'],
    ['a stage backwards', '阶段', 3, 2, '06-01', '5419 阶段!C3'],
  ])('names the cell of %s', (_what, sheet, line, column, value, wanted) => {
    expect(cell(sheet, line, column, value)).toContain(wanted)
  })

  test('names sheets and columns that nobody knows or that are missing', () => {
    expect(
      spoilt((sheet, header) => {
        if (sheet === '阶段') header[3] = '工作内容'
      }),
    ).toEqual(['5521 阶段!D1', '5522 阶段'])
    const sheets = filled(shipped('2022-community'), 'zh').map((one) => (one.sheet === '底线' ? { ...one, sheet: '底线要求' } : one))
    const read = readForm(sheets)
    expect('faults' in read && read.faults[0]).toMatchObject({ path: '底线要求', problem: { code: 5520 } })
  })

  test('without anything in it is refused', () => {
    const read = readForm([])
    expect('faults' in read && read.faults.length).toBeGreaterThan(3)
    expect(criteriaOf({ tasks: [] })).toEqual([])
  })
})
