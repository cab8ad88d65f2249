// Random nested rules on random sheets, with days on the edges of windows, agree with an evaluator written apart: truth tables
// over the tree, days counted on a calendar of its own, amounts in whole 分.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { FactSheet } from '#rooms/facts/core/fact-sheet.ts'
import { compilePack } from './compile.ts'
import { evaluate, judgeAll } from './evaluate.ts'
import type { Expression } from './expression.ts'
import { expressions } from './expression-arbitrary.ts'
import { printExpression } from './expression-printing.ts'
import { packFormat } from './pack-reading.ts'
import { readPack } from './read-pack.ts'

type Answer = 'yes' | 'no' | 'open'

const packWith = (rule: string): unknown => ({
  format: packFormat,
  id: 'trial/truth/2022',
  title: '真值',
  scopes: ['village'],
  offices: ['组织部', '民政局'],
  caseTypes: [
    { id: 'merchant-complaint', name: '商户投诉' },
    { id: 'resident-request', name: '诉求' },
  ],
  facts: [
    { id: 'income', name: '收入', type: 'number', measure: '万元', period: 'year', source: '民政局' },
    { id: 'open', name: '开放', type: 'yes-no', period: 'year', source: '民政局' },
    { id: 'grade', name: '等次', type: 'choice', choices: ['甲', '乙'], period: 'year', source: '民政局' },
  ],
  stars: [
    {
      code: 'ONE',
      name: '一',
      scope: 'village',
      rule,
      bottomLines: [{ id: 'L1', text: '开放', rule: 'open = YES' }],
      tasks: [
        {
          id: 'T1',
          name: '任务',
          criteria: [
            { id: 'R1', text: '一', kind: 'reviewed' },
            { id: 'R2', text: '二', kind: 'reviewed' },
          ],
        },
      ],
    },
    { code: 'OTHER', name: '二', scope: 'village', bottomLines: [{ id: 'B1', text: '收入', rule: 'income > 9 万元' }], tasks: [] },
  ],
})

// ---- the other evaluator ----

const lengths = (year: number): number[] => [
  31,
  year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28,
  31,
  30,
  31,
  30,
  31,
  31,
  30,
  31,
  30,
  31,
]

function monthsBefore(day: string, months: number): string {
  let [year, month, date] = day.split('-').map(Number) as [number, number, number]
  for (let left = months; left > 0; left -= 1) [year, month] = month === 1 ? [year - 1, 12] : [year, month - 1]
  date = Math.min(date, lengths(year)[month - 1] ?? 0)
  return [year, String(month).padStart(2, '0'), String(date).padStart(2, '0')].join('-')
}

const cents = (text: string, factor: bigint): bigint => {
  const negative = text.startsWith('-')
  const [whole = '', part = ''] = text.replace('-', '').split('.')
  const value = BigInt(whole + part.padEnd(4, '0')) * factor
  return negative ? -value : value
}
const yuan: Readonly<Record<string, bigint>> = { 元: 1n, 万元: 10_000n, 亿元: 100_000_000n }
const say = (truth: boolean): Answer => (truth ? 'yes' : 'no')
const compared = (a: bigint | number, sign: string, b: bigint | number): boolean =>
  ({ '=': a === b, '!=': a !== b, '<': a < b, '<=': a <= b, '>': a > b, '>=': a >= b })[sign] ?? false

function casesAnswer(sheet: FactSheet, type: string, months: number, sign: string, count: number): Answer {
  if (sheet.cases === undefined) {
    const could = new Set([0, 1, 2, 3, 4, 5].map((cases) => compared(cases, sign, count)))
    return could.size === 2 ? 'open' : say(could.has(true))
  }
  const start = monthsBefore(sheet.asOf, months)
  const inside = sheet.cases.filter((one) => one.type === type && one.upheld).filter(({ on }) => start < on && !(on > sheet.asOf))
  return say(compared(inside.length, sign, count))
}

function reviewAnswer(sheet: FactSheet, criterion: string, by: string | null, elseNo: boolean): Answer {
  if (!sheet.reviews) return 'open'
  const mine = sheet.reviews
    .filter((one) => one.criterion === criterion && !(one.on > sheet.asOf))
    .filter((one) => by === null || by === one.by)
  const last = mine
    .map(({ on }) => on)
    .sort()
    .at(-1)
  if (last === undefined) return elseNo ? 'no' : 'open'
  return say(!mine.some(({ on, result }) => on === last && result === 'not-met'))
}

function answer(it: Expression, sheet: FactSheet): Answer {
  switch (it.op) {
    case 'all': {
      const parts = it.parts.map((part) => answer(part, sheet))
      return parts.includes('no') ? 'no' : parts.includes('open') ? 'open' : 'yes'
    }
    case 'any': {
      const parts = it.parts.map((part) => answer(part, sheet))
      return parts.includes('yes') ? 'yes' : parts.includes('open') ? 'open' : 'no'
    }
    case 'at-least': {
      // Every way the open parts could turn out.
      const parts = it.parts.map((part) => answer(part, sheet))
      const open = parts.filter((part) => part === 'open').length
      const could = new Set(Array.from({ length: open + 1 }, (_, more) => parts.filter((part) => part === 'yes').length + more >= it.least))
      return could.size === 2 ? 'open' : say(could.has(true))
    }
    case 'not':
      return ({ yes: 'no', no: 'yes', open: 'open' } as const)[answer(it.part, sheet)]
    case 'labelled':
      return answer(it.part, sheet)
    case 'none':
      return casesAnswer(sheet, it.caseType, it.months, '=', 0)
    case 'count':
      return casesAnswer(sheet, it.caseType, it.months, it.comparison, it.count)
    case 'certificate': {
      if (!sheet.certificates) return 'open'
      const order = 'township county prefecture province nation'
      const good = sheet.certificates.filter(({ name, level }) => name === it.name && order.indexOf(level) >= order.indexOf(it.level))
      return say(good.some(({ from, to }) => !(from > sheet.asOf) && (to ?? '9999-12-31') >= sheet.asOf))
    }
    case 'reviewed':
      return reviewAnswer(sheet, it.criterion, it.by, it.elseNo)
    case 'compare': {
      const value = sheet.facts[it.fact]
      if (value === undefined) return 'open'
      if (it.wanted.kind !== 'number') return say(compared(value === it.wanted.value ? 1 : 0, it.comparison, 1))
      return say(compared(cents(String(value), 10_000n), it.comparison, cents(it.wanted.text, yuan[it.wanted.measure ?? ''] ?? 0n)))
    }
    case 'own':
      if (it.id === 'L1') return sheet.facts['open'] === undefined ? 'open' : say(sheet.facts['open'] !== false)
      return reviewAnswer(sheet, it.id, null, false)
    default:
      return sheet.facts['income'] === undefined ? 'open' : say(cents(String(sheet.facts['income']), 1n) > cents('9', 1n))
  }
}

// ---- sheets whose days lie on the edges ----

const asOfs = ['2022-06-30', '2024-02-29', '2023-03-31', '2022-12-31', '2023-02-28']
const sheets: fc.Arbitrary<FactSheet> = fc.constantFrom(...asOfs).chain((asOf) => {
  const edges = [0, 1, 2, 6, 12, 13, 24].map((months) => monthsBefore(asOf, months))
  const nextDay = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
  const day = fc.constantFrom(...edges, ...edges.map(nextDay), '2019-01-01')
  const certificate = fc.record({
    name: fc.constantFrom('示范', '先进'),
    level: fc.constantFrom('township' as const, 'county' as const, 'province' as const),
    from: day,
    to: fc.option(day, { nil: null }),
  })
  const review = fc.record({
    criterion: fc.constantFrom('R1', 'R2'),
    result: fc.constantFrom('met' as const, 'not-met' as const),
    by: fc.constantFrom('组织部', '民政局', '演示·甲'),
    on: day,
  })
  const one = fc.record({ type: fc.constantFrom('merchant-complaint', 'resident-request', 'other'), on: day, upheld: fc.boolean() })
  return fc.record(
    {
      unit: fc.constant({ code: '990101101201', kind: 'village' as const }),
      asOf: fc.constant(asOf),
      facts: fc.record(
        {
          income: fc.constantFrom('0', '9.99', '10', '10.00', '10.01', '12.5', '-1'),
          open: fc.boolean(),
          grade: fc.constantFrom('甲', '乙'),
        },
        { requiredKeys: [] },
      ),
      cases: fc.array(one, { maxLength: 4 }),
      certificates: fc.array(certificate, { maxLength: 3 }),
      reviews: fc.array(review, { maxLength: 4 }),
    },
    { requiredKeys: ['unit', 'asOf', 'facts'] },
  )
})

const truths = { yes: true, no: false, open: null } as const

test('random rules on random sheets come out as the truth tables say, with a reason, and the same in a row of units', () => {
  fc.assert(
    fc.property(
      expressions,
      fc.array(sheets, { minLength: 1, maxLength: 4 }),
      fc.constantFrom('zh' as const, 'en' as const),
      (rule, row, language) => {
        const pack = readPack(packWith(printExpression(rule, language)))
        if (!pack.ok) throw new Error(JSON.stringify(pack.problem))
        const compiled = compilePack(pack.value)
        const judged = [...judgeAll(compiled, row)]
        for (const [index, sheet] of row.entries()) {
          const result = evaluate(compiled, sheet, language)
          expect(result.stars[0]?.held, printExpression(rule, 'en')).toBe(truths[answer(rule, sheet)])
          expect(judged[index]?.stars.map(({ held }) => held)).toEqual(result.stars.map(({ held }) => held))
          const said = result.stars.flatMap(({ bottomLines, criteria }) => [...bottomLines, ...criteria])
          for (const { because } of said) expect(because).not.toMatch(/演示|undefined|null|\{/)
        }
      },
    ),
    { numRuns: 3000 },
  )
})

test('the reason of a rule says the same truth as the rule', () => {
  fc.assert(
    fc.property(expressions, sheets, (rule, sheet) => {
      // As a bottom line, a rule speaks in its verdict: 满足, 不满足, 暂不能判断.
      const text = printExpression(rule, 'zh')
      if (/L2/.test(text)) return
      const document = packWith(text) as { stars: { bottomLines: object[] }[] }
      document.stars[0]?.bottomLines.push({ id: 'L2', text: '再一条', rule: text })
      const pack = readPack(document)
      if (!pack.ok) throw new Error(JSON.stringify(pack.problem))
      const outcome = evaluate(compilePack(pack.value), sheet).stars[0]?.bottomLines[1]
      const verdict = outcome?.met === null ? '底线 L2 暂不能判断' : outcome?.met ? '底线 L2 满足' : '底线 L2 不满足'
      expect(outcome?.because.endsWith(verdict)).toBe(true)
    }),
    { numRuns: 500 },
  )
})
