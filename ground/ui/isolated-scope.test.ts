import { expect, test, vi } from 'vitest'
import { parseSearch, writeSearch } from './address.ts'
import { readMe } from './read-me.ts'
import { daysOf, isPeriod } from './period.ts'
import { readUnits } from './units.ts'

vi.mock('virtual:liangxing/house', () => ({ house: { rooms: [] } }))

test('a period has a first and a last day', () => {
  expect(daysOf('2026')).toEqual({ from: '2026-01-01', to: '2026-12-31' })
  expect(daysOf('2026-Q3')).toEqual({ from: '2026-07-01', to: '2026-09-30' })
  expect(daysOf('2028-02')).toEqual({ from: '2028-02-01', to: '2028-02-29' })
})

test('what is no period is not taken for one', () => {
  expect(['2026', '2026-Q4', '2026-12'].map(isPeriod)).toEqual([true, true, true])
  expect(['26', '2026-13', '2026-Q5', '2026-1', ''].map(isPeriod)).toEqual([false, false, false, false, false])
})

test('a code in the address stays a text, and empty values are left out', () => {
  expect(parseSearch('?unit=410882&q=%E6%9D%91')).toEqual({ unit: '410882', q: '村' })
  expect(writeSearch({ unit: '410882', q: '', open: undefined })).toBe('?unit=410882')
  expect(writeSearch({})).toBe('')
})

test('the frame stands even when the answer about the account lacks parts', () => {
  expect(readMe({}, 'zh')).toMatchObject({ acting: null, posts: [], queues: [], grants: [], filingNumber: null })
  const post = { id: 'p', role: 'r', roleTitle: '党建办', unit: '990101001', unitName: '演示街道' }
  expect(readMe({ posts: [post], acting: post }, 'zh').acting).toEqual(post)
  expect(readMe({ posts: [post], acting: 'p' }, 'zh').acting).toEqual(post)
  expect(readMe({ posts: [post], acting: 'another' }, 'zh').acting).toBeNull()
})

test('units are read out of a list or an object that holds one', () => {
  const row = { code: '990101', name: '演示县', path: ['示例省', { name: '示例市' }] }
  expect(readUnits([row])).toEqual([{ code: '990101', name: '演示县', place: '示例省 示例市' }])
  expect(readUnits({ total: 1, units: [row, { name: 'no code' }] })).toHaveLength(1)
  expect(readUnits(null)).toEqual([])
})
