import { expect, test } from 'vitest'
import { pairOf, sideBySide, spotSets } from './spots.ts'

const item = (
  id: string,
  spot: string | null,
  phase: 'before' | 'during' | 'after' | null,
  effectiveOn: string,
  unit = '990101001001',
) => ({
  unit,
  id,
  spot,
  phase,
  effectiveOn,
})

test('sets stand by spot and unit, the latest first, pictures in the order of their days', () => {
  const sets = spotSets([
    item('c', '小广场', 'after', '2026-09-05'),
    item('a', '小广场', 'before', '2026-07-01'),
    item('b', '小广场', 'before', '2026-06-01'),
    item('d', '北门', 'during', '2026-09-09'),
    item('e', '小广场', 'after', '2026-08-01', '990101001002'),
    item('f', null, 'after', '2026-09-09'),
    item('g', '南门', null, '2026-09-09'),
  ])
  expect(sets.map(({ unit, spot }) => [unit, spot])).toEqual([
    ['990101001001', '北门'],
    ['990101001001', '小广场'],
    ['990101001002', '小广场'],
  ])
  expect(sets[1]?.before.map(({ id }) => id)).toEqual(['b', 'a'])
})

test('a pair is the earliest before and the latest after; one picture is none', () => {
  const [pair] = spotSets([
    item('a', '门', 'before', '2026-07-01'),
    item('b', '门', 'before', '2026-07-02'),
    item('c', '门', 'after', '2026-09-01'),
    item('d', '门', 'after', '2026-09-02'),
  ])
  if (pair === undefined) throw new Error('no set')
  expect(pairOf(pair)).toMatchObject({ from: { id: 'a' }, to: { id: 'd' } })
  const [going] = spotSets([item('a', '门', 'before', '2026-07-01'), item('b', '门', 'during', '2026-07-05')])
  expect(going && pairOf(going)).toMatchObject({ from: { id: 'a' }, to: { id: 'b' } })
  const [alone] = spotSets([item('a', '门', 'during', '2026-07-05')])
  expect(alone && pairOf(alone)).toBeNull()
  const [onlyBefore] = spotSets([item('a', '门', 'before', '2026-07-05'), item('b', '门', 'before', '2026-07-06')])
  expect(onlyBefore && pairOf(onlyBefore)).toBeNull()
})

test('side by side: the first of before, the last of during and of after, in their order', () => {
  const at = (id: string, phase: 'before' | 'during' | 'after') => ({ id, phase })
  const all = [at('a', 'before'), at('b', 'during'), at('c', 'before'), at('d', 'during'), at('e', 'after'), at('f', 'after')]
  expect(sideBySide(all).map(({ id }) => id)).toEqual(['a', 'd', 'f'])
  expect(sideBySide([at('a', 'before'), at('b', 'during')]).map(({ id }) => id)).toEqual(['a', 'b'])
  expect(sideBySide([])).toEqual([])
})
