// The sentences that a secretary reads: one of each kind of rule, met and not, in both languages, as an office would write them.

import { describe, expect, test } from 'vitest'
import type { FactSheet } from '#rooms/facts/core/fact-sheet.ts'
import { compilePack } from './compile.ts'
import { evaluate, explainStar } from './evaluate.ts'
import { meaningOfStar } from './rule-words.ts'
import { readPack } from './read-pack.ts'

const facts = [
  {
    id: 'income',
    name: '村集体经济收入',
    nameEn: 'collective income',
    type: 'number',
    measure: '万元',
    period: 'year',
    source: '农业农村局',
  },
  { id: 'drill', name: '开展应急演练', nameEn: 'emergency drill held', type: 'yes-no', period: 'year', source: '应急局' },
  {
    id: 'grade',
    name: '考核等次',
    nameEn: 'grade',
    type: 'choice',
    choices: ['甲', '乙'],
    choicesEn: ['First', 'Second'],
    period: 'year',
    source: '组织部',
  },
]
const caseTypes = [{ id: 'request', name: '诉求办理不当', nameEn: 'request handled wrongly' }]

/** The line of a rule, and of the star that has no other. */
function said(rule: string, sheet: Partial<FactSheet>, language: 'zh' | 'en' = 'zh'): string {
  const read = readPack({
    format: 'liangxing-pack-1',
    id: 'trial/reasons/2026',
    title: '理由',
    scopes: ['community'],
    offices: ['人社局'],
    caseTypes,
    facts,
    stars: [
      {
        code: 'S',
        name: '宜业兴业星',
        nameEn: 'Good for Work and Business',
        scope: 'community',
        bottomLines: [{ id: 'B1', text: '底线', rule }],
        tasks: [{ id: 'T', name: '任务', criteria: [{ id: 'RV', text: '典型经验', textEn: 'an example set', kind: 'reviewed' }] }],
        rule: 'B1',
      },
    ],
  })
  if (!read.ok) throw new Error(JSON.stringify(read.problem.errors))
  const compiled = compilePack(read.value)
  const whole: FactSheet = { unit: { code: '990101001001', kind: 'community' }, asOf: '2026-09-08', facts: {}, ...sheet }
  return evaluate(compiled, whole, language).stars[0]?.bottomLines[0]?.because ?? ''
}
const upheld = (...days: string[]): Partial<FactSheet> => ({ cases: days.map((on) => ({ type: 'request', on, upheld: true })) })
const few = 'COUNT request WITHIN 12 MONTHS <= 2'
const some = 'AT_LEAST 2 (drill = YES, income >= 10 万元, grade = "甲")'

describe('in Chinese', () => {
  test.each([
    ['drill = YES', { facts: { drill: true } }, '“开展应急演练”为是，底线 B1 满足'],
    ['drill = YES', { facts: { drill: false } }, '因“开展应急演练”为否，要求为是，底线 B1 不满足'],
    ['grade = "甲"', { facts: { grade: '甲' } }, '考核等次为“甲”，底线 B1 满足'],
    ['grade = "甲"', { facts: { grade: '乙' } }, '因考核等次为“乙”，要求为“甲”，底线 B1 不满足'],
    ['grade != "乙"', { facts: { grade: '甲' } }, '考核等次为“甲”，要求不为“乙”，底线 B1 满足'],
    ['income >= 10 万元', { facts: { income: '9.99' } }, '因村集体经济收入为 9.99 万元，要求不低于 10 万元，底线 B1 不满足'],
    ['income >= 10 万元', {}, '缺少事实数据“村集体经济收入”，底线 B1 暂不能判断'],
    [few, upheld(), '2025-09-09 至 2026-09-08 没有诉求办理不当成立，要求不超过 2 起，底线 B1 满足'],
    [
      few,
      upheld('2026-01-05', '2026-03-01', '2026-05-12'),
      '因 2025-09-09 至 2026-09-08 诉求办理不当成立 3 起（2026-01-05、2026-03-01、2026-05-12），要求不超过 2 起，底线 B1 不满足',
    ],
    [
      some,
      { facts: { drill: true, income: '12', grade: '乙' } },
      '3 项中满足 2 项，至少要 2 项（“开展应急演练”为是；村集体经济收入为 12 万元，要求不低于 10 万元），底线 B1 满足',
    ],
    [
      some,
      { facts: { drill: false, income: '8', grade: '乙' } },
      '因 3 项都不满足，至少要 2 项（“开展应急演练”为否，要求为是；村集体经济收入为 8 万元，要求不低于 10 万元；考核等次为“乙”，要求为“甲”），底线 B1 不满足',
    ],
    [
      some,
      { facts: { grade: '乙' } },
      '3 项中还没有满足的，至少要 2 项（缺少事实数据“开展应急演练”；缺少事实数据“村集体经济收入”），底线 B1 暂不能判断',
    ],
    ['REVIEWED RV BY "人社局" ELSE NO', { reviews: [] }, '因没有人社局对 RV（典型经验）的审核结论，按未通过计，底线 B1 不满足'],
  ] as const)('%s of %j', (rule, sheet, sentence) => {
    expect(said(rule, sheet)).toBe(sentence)
  })
})

describe('what must not be asks for its opposite', () => {
  test.each([
    ['NOT(grade = "乙")', { facts: { grade: '乙' } }, '因考核等次为“乙”，要求不为“乙”，底线 B1 不满足'],
    ['NOT(income > 5 万元)', { facts: { income: '12' } }, '因村集体经济收入为 12 万元，要求不高于 5 万元，底线 B1 不满足'],
    ['NOT(NOT(income > 5 万元))', { facts: { income: '3' } }, '因村集体经济收入为 3 万元，要求高于 5 万元，底线 B1 不满足'],
    ['NOT(ALL(drill = NO, grade = "乙"))', { facts: { drill: true, grade: '乙' } }, '“开展应急演练”为是，底线 B1 满足'],
    [
      'NOT(COUNT request WITHIN 12 MONTHS > 2)',
      upheld('2026-01-05'),
      '2025-09-09 至 2026-09-08 诉求办理不当成立 1 起（2026-01-05），要求不超过 2 起，底线 B1 满足',
    ],
    [
      'NOT(AT_LEAST 2 (drill = NO, grade = "乙"))',
      { facts: { drill: false, grade: '乙' } },
      '因 2 项中满足 2 项，要求少于 2 项（“开展应急演练”为否，要求为是；考核等次为“乙”，要求不为“乙”），底线 B1 不满足',
    ],
  ] as const)('%s of %j', (rule, sheet, sentence) => {
    expect(said(rule, sheet)).toBe(sentence)
  })
})

describe('in English', () => {
  test.each([
    ['drill = YES', { facts: { drill: true } }, 'bottom line B1 is met, because emergency drill held: yes'],
    ['drill = YES', { facts: { drill: false } }, 'bottom line B1 is not met, because emergency drill held: no (yes wanted)'],
    [
      'income >= 10 万元',
      { facts: { income: '9.99' } },
      'bottom line B1 is not met, because collective income: 9.99 万元 (at least 10 万元 wanted)',
    ],
    [
      few,
      upheld('2026-01-05'),
      'bottom line B1 is met, because 1 case of “request handled wrongly” was upheld from 2025-09-09 to 2026-09-08 (2026-01-05) (at most 2 allowed)',
    ],
    [
      'REVIEWED RV BY "人社局"',
      { reviews: [{ criterion: 'RV', result: 'not-met', by: '人社局', on: '2026-06-20' }] },
      'bottom line B1 is not met, because RV (an example set) was reviewed on 2026-06-20 by 人社局: not met',
    ],
    [
      some,
      { facts: { drill: true, income: '8', grade: '乙' } },
      'bottom line B1 is not met, because 1 of 3 are met, at least 2 wanted (collective income: 8 万元 (at least 10 万元 wanted); grade: “Second” (“First” wanted))',
    ],
  ] as const)('%s of %j', (rule, sheet, sentence) => {
    expect(said(rule, sheet, 'en')).toBe(sentence)
  })

  test('a star is called by its English name, and one of anything is one', () => {
    const read = readPack({
      format: 'liangxing-pack-1',
      id: 'trial/reasons/2027',
      title: '理由',
      scopes: ['community'],
      facts,
      stars: ['S', 'T'].map((code) => ({
        code,
        name: `${code}星`,
        nameEn: `Star of ${code}`,
        scope: 'community',
        bottomLines: [{ id: 'B1', text: '底线', rule: code === 'S' ? 'drill = YES' : 'STAR S' }],
        tasks: [],
      })),
    })
    if (!read.ok) throw new Error(JSON.stringify(read.problem.errors))
    const { value: pack } = read
    const sheet: FactSheet = { unit: { code: '990101001001', kind: 'community' }, asOf: '2026-09-08', facts: { drill: true } }
    expect(evaluate(compilePack(pack), sheet, 'en').stars[1]?.bottomLines[0]?.because).toBe(
      'bottom line B1 is met, because the star “Star of S” holds',
    )
    expect(explainStar(compilePack(pack), sheet, 'S', 'en')).toBe('the star “Star of S” holds, because bottom line B1 is met')
    const [star] = pack.stars
    if (star === undefined) throw new Error('no star')
    expect([meaningOfStar(star, pack, 'en'), meaningOfStar(star, pack, 'zh')]).toEqual(['the bottom line is met', '1 条底线要求满足'])
  })
})
