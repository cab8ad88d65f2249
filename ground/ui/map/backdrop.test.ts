// The squares are those of every web map: known numbers, whole cover, few enough.

import { expect, test } from 'vitest'
import { boundsOf, squaresOver } from './backdrop.ts'

const county = { west: 112.7, east: 113.3, north: 35.3, south: 34.9 }

test('a known place lies in the square that web maps number so', () => {
  // 35.2°N 113.2°E at depth 9, reckoned by the formula of the OpenStreetMap wiki.
  const squares = squaresOver({ west: 113.0, east: 113.4, north: 35.3, south: 35.1 })
  expect(squares[0]?.z).toBe(11)
  expect(squares.map(({ x, y }) => [x >> 2, y >> 2])).toContainEqual([416, 202])
})

test('squares cover the bounds without a gap and are at most some twenty', () => {
  for (const bounds of [
    county,
    { west: 110.3, east: 116.7, north: 36.4, south: 31.3 },
    { west: 113.2, east: 113.21, north: 35.21, south: 35.2 },
  ]) {
    const squares = squaresOver(bounds)
    expect(squares.length).toBeLessThanOrEqual(30)
    expect(Math.min(...squares.map((one) => one.west))).toBeLessThanOrEqual(bounds.west)
    expect(Math.max(...squares.map((one) => one.east))).toBeGreaterThanOrEqual(bounds.east)
    expect(Math.max(...squares.map((one) => one.north))).toBeGreaterThanOrEqual(bounds.north)
    expect(Math.min(...squares.map((one) => one.south))).toBeLessThanOrEqual(bounds.south)
    const columns = new Set(squares.map((one) => one.x)).size
    expect(squares.length % columns).toBe(0)
    for (const one of squares) expect([one.east > one.west, one.north > one.south]).toEqual([true, true])
  }
})

test('nothing is covered by nothing', () => {
  expect(squaresOver(boundsOf([]))).toEqual([])
  expect(
    boundsOf([
      [
        [1, 2],
        [3, -4],
      ],
    ]),
  ).toEqual({ west: 1, east: 3, north: 2, south: -4 })
})
