import { expect, test } from 'vitest'
import { isWithinCounty, partLevel, upFrom } from './levels.ts'
import { tintOf } from './tint.ts'
import { asRounds, asStars, beside, dayShown, firstDay, quartersUpTo } from './time.ts'

test('the slider ends with the quarter of today; a past one is shown at its last day, a coming one not at all', () => {
  expect(quartersUpTo('2026-09-08', 4)).toEqual(['2025Q4', '2026Q1', '2026Q2', '2026Q3'])
  expect(dayShown('2026Q3', '2026-09-08')).toBe('2026-09-08')
  expect(dayShown('2026Q2', '2026-09-08')).toBe('2026-06-30')
  expect(dayShown('2026Q4', '2026-09-08')).toBeNull()
  expect(dayShown('2026-Q2', '2026-09-08')).toBeNull()
  expect([asRounds('2026Q2'), asStars('2026-Q2')]).toEqual(['2026-Q2', '2026Q2'])
})

test('beside a quarter stand the one before and the one after, as far as the slider goes', () => {
  const quarters = quartersUpTo('2026-09-08', 3)
  expect([beside(quarters, '2026Q2'), beside(quarters, '2026Q3'), beside(quarters, '2025Q1')]).toEqual([
    ['2026Q1', '2026Q3'],
    ['2026Q2'],
    [],
  ])
  expect(firstDay('2026Q2')).toBe('2026-04-01')
})

test('a province is drawn by its counties; one step up never leaves what the post reaches', () => {
  expect(['41', '4108', '410882', '410882001', '410882001003'].map(partLevel)).toEqual([3, 3, 4, 5, null])
  expect(upFrom('410882001003', ['410882'])).toBe('410882001')
  expect(upFrom('410882', ['410882'])).toBeNull()
  expect(upFrom('410882', ['41'])).toBe('4108')
  expect([isWithinCounty('4108'), isWithinCounty('410882')]).toEqual([false, true])
})

test('any star is seen, none is white, five are the deepest', () => {
  expect([tintOf(0, 10), tintOf(1, 500), tintOf(25, 10), tintOf(60, 10), tintOf(3, 0)]).toEqual([0, 1, 3, 5, 0])
})
