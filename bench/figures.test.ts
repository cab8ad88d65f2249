import { describe, expect, test } from 'vitest'
import { added, median, percentile, percentileOf } from './figures.ts'

describe('percentile', () => {
  test('is a value that was there, by nearest rank', () => {
    const hundred = Array.from({ length: 100 }, (_none, nth) => 100 - nth)
    expect([percentile(hundred, 50), percentile(hundred, 99), percentile(hundred, 100)]).toEqual([50, 99, 100])
    expect(percentile([7], 1)).toBe(7)
    expect(percentile([10, 1], 50)).toBe(1)
  })

  test('of nothing is no number, never a good one', () => {
    expect(percentile([], 99)).toBeNaN()
    expect(percentileOf([0, 0], 99)).toBeNaN()
  })
})

test('the median of an even count lies between the two in the middle', () => {
  expect(median([9, 1, 5])).toBe(5)
  expect(median([4, 1, 2, 9])).toBe(3)
})

test('a histogram answers like the values it was made of, rounded up', () => {
  const parts = [
    [5, 0, 1, 0],
    [4, 0, 0, 0],
  ]
  expect(added(parts)).toEqual([9, 0, 1, 0])
  expect(percentileOf(added(parts), 90)).toBe(1)
  expect(percentileOf(added(parts), 91)).toBe(3)
})
