// The shipped community pack: 宜业兴业星 holds exactly when its published rule says so, for every combination of what can be known.

import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { CaseOf, CertificateOf, FactSheet, ReviewOf } from '#rooms/facts/core/fact-sheet.ts'
import { compilePack } from './compile.ts'
import { evaluate, explainStar } from './evaluate.ts'
import { misfits } from './fits-pack.ts'
import { readPack } from './read-pack.ts'

const shipped = (name: string) => {
  const path = new URL(`../../../packs/sample/five-star/${name}/pack.json`, import.meta.url)
  const pack = readPack(JSON.parse(readFileSync(path, 'utf8')))
  if (!pack.ok) throw new Error(JSON.stringify(pack.problem, null, 1))
  return compilePack(pack.value)
}
const community = shipped('2022-community')

const asOf = '2024-02-29'
const complaint = (on: string, upheld = true, type = 'merchant-complaint'): CaseOf => ({ type, on, upheld })
const certificate = (level: CertificateOf['level'], from: string, to: string | null, name = '充分就业社区'): CertificateOf => ({
  name,
  level,
  from,
  to,
})
const review = (result: ReviewOf['result'], on: string, by = '人力资源和社会保障局', criterion = 'YYXY-B2b'): ReviewOf => ({
  criterion,
  result,
  by,
  on,
})

// Each with what B1 then is. The window of 12 months up to 29 February 2024 begins after 28 February 2023.
const caseLists: readonly (readonly [readonly CaseOf[] | undefined, boolean | null])[] = [
  [undefined, null],
  [[], true],
  [[complaint('2023-02-28')], true],
  [[complaint('2023-03-01')], false],
  [[complaint('2024-02-29')], false],
  [[complaint('2024-03-01')], true],
  [[complaint('2023-12-01', false)], true],
  [[complaint('2023-12-01', true, 'resident-request')], true],
  [[complaint('2023-12-01', false), complaint('2023-12-02')], false],
]
const certificateLists: readonly (readonly [readonly CertificateOf[] | undefined, boolean | null])[] = [
  [undefined, null],
  [[], false],
  [[certificate('county', '2022-01-01', null)], true],
  [[certificate('county', '2024-02-29', '2024-02-29')], true],
  [[certificate('county', '2022-01-01', '2024-02-28')], false],
  [[certificate('county', '2024-03-01', null)], false],
  [[certificate('township', '2022-01-01', null)], false],
  [[certificate('prefecture', '2022-01-01', null)], true],
  [[certificate('province', '2022-01-01', null)], true],
  [[certificate('nation', '2022-01-01', null)], true],
  [[certificate('county', '2022-01-01', null, '示范社区')], false],
]
const reviewLists: readonly (readonly [readonly ReviewOf[] | undefined, boolean | null])[] = [
  [undefined, null],
  [[], false],
  [[review('met', '2023-10-01')], true],
  [[review('not-met', '2023-10-01')], false],
  [[review('met', '2024-03-01')], false],
  [[review('met', '2023-10-01', '人力资源和社会保障局', 'YYXY-7')], false],
  [[review('not-met', '2023-09-01'), review('met', '2023-10-01')], true],
  [[review('met', '2023-10-01'), review('not-met', '2023-10-01', '演示·甲')], false],
]

const and = (a: boolean | null, b: boolean | null): boolean | null =>
  a === false || b === false ? false : a === null || b === null ? null : true
const or = (a: boolean | null, b: boolean | null): boolean | null =>
  a === true || b === true ? true : a === null || b === null ? null : false

const sheetOf = (more: Partial<FactSheet>): FactSheet => ({ unit: { code: '990101001001', kind: 'community' }, asOf, facts: {}, ...more })

describe('宜业兴业星', () => {
  test('holds exactly when B1 and (B2a or B2b), whatever is known or missing', () => {
    for (const [cases, b1] of caseLists) {
      for (const [certificates, b2a] of certificateLists) {
        for (const [reviews, b2b] of reviewLists) {
          const sheet = sheetOf({
            ...(cases === undefined ? {} : { cases }),
            ...(certificates === undefined ? {} : { certificates }),
            ...(reviews === undefined ? {} : { reviews }),
          })
          const star = evaluate(community, sheet).stars.find(({ code }) => code === 'YYXY')
          const b2 = or(b2a, b2b)
          expect({ held: star?.held, lines: star?.bottomLines.map(({ id, met }) => [id, met]) }, JSON.stringify(sheet)).toEqual({
            held: and(b1, b2),
            lines: [
              ['B1', b1],
              ['B2', b2],
            ],
          })
        }
      }
    }
  })

  test('says why in words, naming the day, the certificate, the branch or what is missing, and nobody', () => {
    const said = (more: Partial<FactSheet>, language: 'zh' | 'en' = 'zh'): string[] =>
      evaluate(community, sheetOf(more), language)
        .stars.find(({ code }) => code === 'YYXY')
        ?.bottomLines.map(({ because }) => because) ?? []
    expect(
      said({ cases: [complaint('2023-12-01')], certificates: [certificate('county', '2022-01-01', '2024-02-28')], reviews: [] }),
    ).toEqual([
      '因 2023-12-01 一起商户投诉成立，底线 B1 不满足',
      '因 B2a：没有县级以上有效的“充分就业社区”证书（原证书 2024-02-28 到期）；B2b：没有对 YYXY-B2b（优化营商“微环境”创造了典型经验）的审核结论，按未通过计，底线 B2 不满足',
    ])
    expect(said({ cases: [], certificates: [certificate('prefecture', '2022-01-01', null)] })).toEqual([
      '2023-03-01 至 2024-02-29 没有商户投诉成立，底线 B1 满足',
      'B2a：持有市级“充分就业社区”证书（2022-01-01 起有效），底线 B2 满足',
    ])
    expect(
      said({ certificates: [certificate('township', '2022-01-01', null)], reviews: [review('met', '2023-10-01', '演示·甲')] }),
    ).toEqual([
      '缺少案件清单（cases），不知有无商户投诉成立，底线 B1 暂不能判断',
      'B2b：2023-10-01 审核 YYXY-B2b（优化营商“微环境”创造了典型经验）通过，底线 B2 满足',
    ])
    expect(said({ cases: [complaint('2023-12-01'), complaint('2024-01-05')], certificates: [] }, 'en')).toEqual([
      'bottom line B1 is not met, because 2 cases of “complaint of a merchant” were upheld from 2023-03-01 to 2024-02-29 (2023-12-01, 2024-01-05)',
      'bottom line B2 cannot be told yet: B2b: the list of reviews is missing, so the review of YYXY-B2b (Has set an example in bettering the conditions for business) is unknown',
    ])
    expect(explainStar(community, sheetOf({ cases: [complaint('2023-12-01')] }), 'YYXY', 'zh')).toBe('因底线 B1 不满足，宜业兴业星不成立')
  })
})

describe('the shipped packs', () => {
  test('evaluate only the stars of the unit’s kind', () => {
    const village = sheetOf({ unit: { code: '990101101201', kind: 'village' } })
    expect(evaluate(community, village)).toEqual({ stars: [], level: 0 })
    expect(evaluate(shipped('2022-rural'), village).stars.map(({ code }) => code)).toEqual(['ZBGY', 'CYXW', 'STYJ', 'PAFZ', 'WMXF'])
  })

  test('tell facts that they do not know, or that are of another type, by path and with what was meant', () => {
    const facts = { jobfairs: '3', 'job-fairs': true, 'rest-stations': 'two', 'weak-branch-status': '不详', 'day-care': '1' }
    expect(misfits(community, sheetOf({ facts })).map(({ path, detail }) => [path, detail.zh])).toEqual([
      ['facts.jobfairs', '〔5461〕标准包没有指标 jobfairs。是不是“job-fairs”？请删去或改正。'],
      ['facts.job-fairs', '〔5462〕这里应为以“场”计的数，如 "12.5"，不带单位。'],
      ['facts.rest-stations', '〔5462〕这里应为以“处”计的数，如 "12.5"，不带单位。'],
      ['facts.weak-branch-status', '〔5464〕只能是：未列入、列入整顿、验收已销号。'],
      ['facts.day-care', '〔5463〕这里应为 true（是）或 false（否）。'],
    ])
  })

  test('convert measures exactly: 100000 元 is 10 万元, and a hair less is not', () => {
    const met = (loans: string): unknown =>
      evaluate(community, sheetOf({ facts: { 'startup-spaces': '0', 'startup-loans': loans } }))
        .stars.flatMap(({ criteria }) => [...criteria])
        .find(({ id }) => id === 'YYXY-5')?.met
    expect([met('10'), met('9.9999999999999999999'), met('10.0')]).toEqual([true, false, true])
  })
})
