import { expect, test } from 'vitest'
import { awardKey, readAwards } from './award-sheet.ts'
import type { AwardsKnown } from './award-sheet.ts'

const good = {
  subject: '990101001001',
  title: '第三季度流动红旗',
  kind: '流动红旗',
  basis: '第三季度亮赛比先进',
  document: '晨街办〔2026〕9号',
  on: '2026-10-08',
  withdrawnOn: '',
}
const known: AwardsKnown = {
  below: '990101001',
  units: new Set(['990101001001', '990101001002', '990101002001']),
  today: '2026-10-10',
  there: new Set(),
}
const line = (changes: object = {}, at = 2) => ({ line: at, ...good, ...changes })

test('a kind is named by its code or by either of its names', () => {
  const { awards, errors } = readAwards([line(), line({ kind: 'Progress prize' }, 3), line({ kind: 'commendation' }, 4)], known)
  expect(errors).toEqual([])
  expect(awards.map((award) => award.kind)).toEqual(['red-banner', 'progress', 'commendation'])
})

test.each([
  [{ subject: '990101002001' }, '没有下级单位'],
  [{ subject: '990101001009' }, '没有下级单位'],
  [{ kind: '罚款' }, '种类填'],
  [{ title: '' }, '名称'],
  [{ basis: '' }, '依据'],
  [{ basis: '长'.repeat(1001) }, '超过 1000 字'],
  [{ on: '2026年10月8日' }, '日期'],
  [{ on: '2026-10-11' }, '还没有到'],
])('a row with %o is refused with its reason', (changes, reason) => {
  const { awards, errors } = readAwards([line(), line(changes, 3)], known)
  expect(awards).toHaveLength(1)
  expect(errors).toMatchObject([{ line: 3, detail: { zh: expect.stringContaining(reason) } }])
})

test('every fault of a row is told, not only the first', () => {
  expect(readAwards([line({ kind: '', basis: '', on: '' })], known).errors.map((error) => error.line)).toEqual([2, 2, 2])
})

test('what stands already and what was withdrawn is carried along, never recorded twice', () => {
  const there = new Set([awardKey({ ...good, kind: 'red-banner' })])
  expect(readAwards([line(), line({ subject: '990101001002', withdrawnOn: '2026-10-09' }, 3)], { ...known, there })).toEqual({
    awards: [],
    unchanged: 2,
    errors: [],
  })
})

test('the same award in two rows is told', () => {
  const { awards, errors } = readAwards([line(), line({ basis: '另一种写法' }, 3)], known)
  expect(awards).toHaveLength(1)
  expect(errors).toMatchObject([{ line: 3, detail: { zh: '与第 2 行是同一条表彰' } }])
})
