// Every way a pack is refused: its number, the path of the place, and a sentence in both languages.

import { describe, expect, test } from 'vitest'
import { readPack, readPackOrFaults } from './read-pack.ts'

type Spoil = (doc: unknown) => void

/** Sets a member of a document by its path; leaves it out without a value. */
const put =
  (path: string, value?: unknown): Spoil =>
  (doc) => {
    const steps = path.split(/[.[\]]+/).filter((step) => step !== '')
    const last = steps.pop() ?? ''
    const within = steps.reduce((inner, step) => (inner as Record<string, unknown>)[step], doc) as Record<string, unknown>
    if (value === undefined) delete within[last]
    else within[last] = value
  }

const good = () => ({
  format: 'liangxing-pack-1',
  id: 'trial/five-star/2026',
  title: '标准',
  scopes: ['village'],
  offices: ['组织部'],
  caseTypes: [{ id: 'merchant-complaint', name: '商户投诉' }],
  facts: [
    { id: 'income', name: '收入', type: 'number', measure: '万元', period: 'year', source: '农业农村局' },
    { id: 'open', name: '开放', type: 'yes-no', period: 'year', source: '民政局' },
    { id: 'grade', name: '等次', type: 'choice', choices: ['甲', '乙'], period: 'year', source: '民政局' },
  ],
  stars: [
    {
      code: 'AAAA',
      name: '第一星',
      scope: 'village',
      lead: '组织部',
      bottomLines: [{ id: 'B1', text: '没有投诉', rule: 'NO merchant-complaint WITHIN 12 MONTHS' }],
      tasks: [
        {
          id: 'A-T1',
          name: '任务',
          criteria: [
            { id: 'A-1', text: '收入', kind: 'quantitative', rule: 'income >= 10 万元' },
            { id: 'A-2', text: '听取意见', kind: 'reviewed' },
          ],
        },
      ],
    },
    { code: 'BBBB', name: '第二星', scope: 'village', bottomLines: [{ id: 'B1', text: '开放', rule: 'open = YES' }], tasks: [] },
  ],
  stages: [{ name: '落实', from: '01-01', to: '12-31' }],
})
const line = (rule: string): Spoil => put('stars[0].bottomLines[0].rule', rule)
const rulePath = 'stars[0].bottomLines[0].rule'
const [first, criterion] = ['stars[0]', 'stars[0].tasks[0].criteria[0]']

const faults: readonly (readonly [code: number, path: string, ...spoils: readonly Spoil[]])[] = [
  [5401, 'stars', put('stars', {})],
  [5401, `${first}.name`, put('stars[0].name', 5)],
  [5401, `${criterion}.required`, put('stars[0].tasks[0].criteria[0].required', 'yes')],
  [5402, 'tittle', put('tittle', 'x')],
  [5402, `${criterion}.texts`, put('stars[0].tasks[0].criteria[0].texts', '')],
  [5403, 'title', put('title')],
  [5403, rulePath, put('stars[0].bottomLines[0].rule')],
  [5404, `${criterion}.text`, put('stars[0].tasks[0].criteria[0].text', ' ')],
  [5404, 'title', put('title', 'a\u0007b')],
  [5405, 'stars[0].code', put('stars[0].code', '1A')],
  [5405, 'facts[2].id', put('facts[2].id', 'NO')],
  [5406, 'stars[1].code', put('stars[1].code', 'AAAA')],
  [5406, 'facts[1].name', put('facts[1].name', '收入')],
  [5406, 'stars[0].tasks[0].criteria[0].id', put('stars[0].tasks[0].criteria[0].id', 'B1')],
  [
    5406,
    'stars[1].tasks[0].criteria[0].id',
    put('stars[1].tasks', [{ id: 'B-T1', name: '任务', criteria: [{ id: 'A-2', text: 'x', kind: 'reviewed' }] }]),
  ],
  [5407, 'scopes[0]', put('scopes', ['town'])],
  [5407, `${criterion}.kind`, put('stars[0].tasks[0].criteria[0].kind', 'counted')],
  [5408, `${criterion}.deadline`, put('stars[0].tasks[0].criteria[0].deadline', '02-30')],
  [
    5409,
    'stages',
    put(
      'stages',
      Array.from({ length: 2001 }, () => null),
    ),
  ],
  [5410, 'id', put('id', 'five-star/2026')],
  [5411, 'format', put('format', 'other-1')],
  [5412, 'scopes', put('scopes', [])],
  [5413, 'stars', put('stars', [])],
  [5414, 'stars[1].scope', put('stars[1].scope', 'community')],
  [5415, 'stars[1]', put('stars[1].bottomLines', [])],
  [5416, 'facts[0].measure', put('facts[0].measure', 'kg')],
  [5416, 'facts[1].measure', put('facts[1].measure', '户')],
  [5417, 'facts[2].choices', put('facts[2].choices', [])],
  [5481, 'facts[2].choicesEn', put('facts[2].choicesEn', ['First'])],
  [5418, `${criterion}.rule`, put('stars[0].tasks[0].criteria[0].rule')],
  [5402, 'offices[0].nameFr', put('offices', [{ name: '组织部', nameFr: 'Organisation' }])],
  [5403, 'offices[0].name', put('offices', [{ nameEn: 'Organisation Department' }, '组织部'])],
  [5406, 'certificates[1].name', put('certificates', [{ name: '示范村' }, { name: '示范村', nameEn: 'Model Village' }])],
  [
    5480,
    `${criterion}.evidenceEn`,
    put('stars[0].tasks[0].criteria[0].evidence', ['会议记录', '现场照片']),
    put('stars[0].tasks[0].criteria[0].evidenceEn', ['Minutes']),
  ],
  [5419, 'stages[0].to', put('stages', [{ name: '跨年', from: '11-01', to: '02-28' }])],
  [
    5420,
    'replaces.stars[0].change',
    put('replaces', { edition: 'trial/five-star/2025', stars: [{ from: 'A', to: null, change: 'same' }], criteria: [] }),
  ],
  [
    5421,
    'replaces.criteria[0].to',
    put('replaces', { edition: 'trial/five-star/2025', stars: [], criteria: [{ from: 'A-1', to: 'A-9', change: 'same' }] }),
  ],
  [5422, 'replaces.edition', put('replaces', { edition: 'trial/five-star/2026', stars: [], criteria: [] })],
  [5440, rulePath, line('ALL(open = YES')],
  [5441, rulePath, line('incomes >= 10 万元')],
  [5442, rulePath, line('NO merchant-complaints WITHIN 12 MONTHS')],
  [5443, rulePath, line('REVIEWED A-1')],
  [5443, rulePath, line('REVIEWED A-9')],
  [5444, rulePath, line('ANY(A-1, A-7)')],
  [5445, rulePath, line('ALL(open, A-1)')],
  [5446, rulePath, line('STAR CCCC')],
  [5446, 'stars[0].prerequisites.stars[0]', put('stars[0].prerequisites', { stars: ['CCCC'], enabled: false })],
  [5447, rulePath, put('scopes', ['village', 'community']), put('stars[1].scope', 'community'), line('STAR BBBB')],
  [5448, rulePath, line('NOT(B1)')],
  [5448, 'stars[0].rule', put('stars[0].rule', 'STAR BBBB'), put('stars[1].prerequisites', { stars: ['AAAA'], enabled: false })],
  [5449, rulePath, line('income >= 10 户')],
  [5449, rulePath, line('income >= 10')],
  [5450, rulePath, line('open >= 1 个')],
  [5450, rulePath, line('grade = YES')],
  [5451, rulePath, line('grade > "甲"')],
  [5452, rulePath, line('grade = "丙"')],
  [5453, 'stars[0].lead', put('stars[0].lead', '组织办')],
  [5453, rulePath, line('REVIEWED A-2 BY "宣传部"')],
  [
    5454,
    'stars[0]',
    put('stars[0].bottomLines', []),
    put('stars[0].tasks[0].criteria[0].required', false),
    put('stars[0].tasks[0].criteria[1].required', false),
  ],
]

describe('a pack', () => {
  test('that is whole is read, and what may be left out is filled in', () => {
    const read = readPack(good())
    if (!read.ok) throw new Error(JSON.stringify(read.problem))
    expect(read.value.stars[0]?.tasks[0]?.criteria[1]).toMatchObject({ rule: null, required: true, evidence: [], deadline: null })
    expect(read.value.replaces).toBeNull()
  })

  test.each(faults.map(([code, path, ...spoils]) => ({ code, path, spoils })))(
    'is refused with $code at $path, in both languages',
    ({ code, path, spoils }) => {
      const doc = good()
      for (const spoil of spoils) spoil(doc)
      const read = readPackOrFaults(doc)
      if (!('faults' in read)) throw new Error('was read')
      const found = read.faults.map((fault) => `${fault.problem.code} ${fault.path}`)
      expect(found).toEqual([`${code} ${path}`])
      const { detail, title } = read.faults[0]?.problem ?? {}
      expect(detail?.zh).toMatch(/\p{Script=Han}/u)
      expect(detail?.en).toMatch(/[A-Za-z]{3}/)
      expect(title?.zh).not.toBe(title?.en)
    },
  )

  test('with several faults is refused once, each listed with its number and path', () => {
    const doc = good()
    for (const spoil of [line('incomes >= 10 万元'), put('title'), put('stars[1].scope', 'community')]) spoil(doc)
    const read = readPack(doc)
    if (read.ok) throw new Error('was read')
    expect(read.problem.code).toBe(5400)
    expect(read.problem.errors.map(({ path, detail }) => [path, detail.en.slice(0, 6)])).toEqual([
      ['title', '[5403]'],
      ['stars[1].scope', '[5414]'],
      [rulePath, '[5441]'],
    ])
    expect(read.problem.errors[2]?.detail.zh).toContain('是不是“income”')
  })

  test.each([[null], ['pack'], [[]], [undefined]])('that is no object is refused: %j', (value) => {
    expect(readPack(value).ok).toBe(false)
  })
})
