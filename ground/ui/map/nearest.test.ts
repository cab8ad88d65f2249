import { expect, test } from 'vitest'
import { nearestTo } from './nearest.ts'

test('an arrow leads to what lies there, and stays where nothing does', () => {
  const spots = [
    { code: 'a', x: 0, y: 0 },
    { code: 'b', x: 100, y: 10 },
    { code: 'c', x: 60, y: 100 },
    { code: 'd', x: 200, y: 0 },
  ]
  const [from] = spots
  if (from === undefined) throw new Error('no spot')
  expect(nearestTo(from, spots, 'right').code).toBe('b')
  expect(nearestTo(from, spots, 'down').code).toBe('c')
  expect(nearestTo(from, spots, 'up').code).toBe('a')
  expect(nearestTo(from, spots, 'left').code).toBe('a')
})
