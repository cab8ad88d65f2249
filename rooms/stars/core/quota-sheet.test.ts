import { expect, test } from 'vitest'
import { readQuotas } from './quota-sheet.ts'
import type { QuotasKnown } from './quota-sheet.ts'

const known: QuotasKnown = {
  below: '990101',
  units: new Set(['990101', '990101001', '990102']),
  stars: [{ code: 'YYXY', name: '宜业兴业星' }],
  given: new Map([['990101001~YYXY', 3]]),
}
const line = (changes: object, at = 2) => ({ line: at, unit: '990101001', star: '宜业兴业星', most: '4', hard: '是', ...changes })

test('a star is named by name or code, a quota that only guides by 否 or nothing', () => {
  expect(readQuotas([line({}), line({ unit: '990101', star: 'YYXY', hard: '' }, 3)], known)).toEqual({
    quotas: [
      { unit: '990101001', star: 'YYXY', most: 4, hard: true },
      { unit: '990101', star: 'YYXY', most: 4, hard: false },
    ],
    errors: [],
  })
})

test.each([
  [{ unit: '990102' }, '没有下级单位'],
  [{ unit: '990101009' }, '没有下级单位'],
  [{ star: '摘星' }, '标准里没有'],
  [{ most: '1.5' }, '整数'],
  [{ most: '-1' }, '整数'],
  [{ hard: '也许' }, '是'],
  [{ most: '2' }, '已认定 3 颗'],
])('%o is told with its line', (changes, words) => {
  const { quotas, errors } = readQuotas([line(changes, 7)], known)
  expect(quotas).toEqual([])
  expect(errors).toMatchObject([{ line: 7 }])
  expect(errors[0]?.detail.zh).toContain(words)
})

test('fewer than were certified may guide, and the second line for one star is refused', () => {
  expect(readQuotas([line({ most: '2', hard: '否' })], known).errors).toEqual([])
  expect(readQuotas([line({}), line({ star: 'YYXY' }, 3)], known)).toMatchObject({ quotas: [{ most: 4 }], errors: [{ line: 3 }] })
})
