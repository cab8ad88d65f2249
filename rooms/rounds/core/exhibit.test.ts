import { expect, test } from 'vitest'
import { besideOf, placeOf } from './exhibit.ts'

const spots = [
  { subject: '990101001001', spot: '小广场' },
  { subject: '990101001001', spot: '北门' },
  { subject: '990101001002', spot: '北门' },
]

test('next and previous stop at the ends; with nothing on, the first comes next', () => {
  const [first, second, third] = spots
  expect(besideOf(spots, null, 1)).toBe(first)
  expect(besideOf(spots, null, -1)).toBeUndefined()
  expect(besideOf(spots, { subject: '990101001001', spot: '北门' }, 1)).toBe(third)
  expect(besideOf(spots, { subject: '990101001002', spot: '北门' }, 1)).toBeUndefined()
  expect(besideOf(spots, { subject: '990101001002', spot: '北门' }, -1)).toBe(second)
  expect(besideOf([], null, 1)).toBeUndefined()
})

test('a spot that is gone meanwhile is nowhere', () => {
  expect(placeOf(spots, { subject: '990101001001', spot: '南门' })).toBe(-1)
  expect(placeOf(spots, null)).toBe(-1)
})
