import { expect, test } from 'vitest'
import { inside, tilesInside } from './tiles.ts'
import type { Point, Tile } from './tiles.ts'

const square: Point[] = [
  [0, 0],
  [100, 0],
  [100, 100],
  [0, 100],
]
const bay: Point[] = [
  [0, 0],
  [100, 0],
  [100, 100],
  [60, 100],
  [60, 40],
  [40, 40],
  [40, 100],
  [0, 100],
]
const apart = (a: Tile, b: Tile): boolean =>
  a.x + a.width <= b.x + 1e-9 || b.x + b.width <= a.x + 1e-9 || a.y + a.height <= b.y + 1e-9 || b.y + b.height <= a.y + 1e-9

test.each([1, 2, 12, 36, 400])('%i cells stand inside, equal, none over another', (count) => {
  for (const ring of [square, bay]) {
    const tiles = tilesInside([ring], count)
    expect(tiles).toHaveLength(count)
    for (const [at, tile] of tiles.entries()) {
      expect(inside([ring], [tile.x + tile.width / 2, tile.y + tile.height / 2])).toBe(true)
      for (const other of tiles.slice(at + 1)) expect(apart(tile, other)).toBe(true)
    }
    expect(new Set(tiles.map((tile) => tile.width.toFixed(6))).size).toBe(1)
  }
})

test('a hole is not inside, and nothing is placed where there is nothing', () => {
  const hole: Point[] = [
    [30, 30],
    [70, 30],
    [70, 70],
    [30, 70],
  ]
  expect([inside([square, hole], [50, 50]), inside([square, hole], [10, 10])]).toEqual([false, true])
  expect([tilesInside([square], 0), tilesInside([], 3)]).toEqual([[], []])
})
