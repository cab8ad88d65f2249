import { expect, test } from 'vitest'
import { placeLabels, sizeOf } from './labels.ts'
import { inside } from './tiles.ts'
import type { Point } from './tiles.ts'

const box = (left: number, top: number, right: number, bottom: number): Point[] => [
  [left, top],
  [right, top],
  [right, bottom],
  [left, bottom],
]

test('a name inside another outline, or over another name, stands elsewhere in its own', () => {
  const outer = { rings: [box(0, 0, 200, 100)], middle: [100, 50] as const, width: 40, height: 20 }
  const inner = { rings: [box(70, 20, 130, 80)], middle: [100, 50] as const, width: 40, height: 20 }
  const [far, near] = placeLabels([outer, inner])
  expect(near).toEqual([100, 50])
  expect(sizeOf(inner.rings)).toBeLessThan(sizeOf(outer.rings))
  expect(far).not.toBeNull()
  expect(inside(inner.rings, far ?? [0, 0])).toBe(false)
  expect(Math.abs((far?.[0] ?? 0) - 100) >= 40 || Math.abs((far?.[1] ?? 0) - 50) >= 20).toBe(true)
})

test('a name without any place is left out', () => {
  const small = { rings: [box(0, 0, 10, 10)], middle: [5, 5] as const, width: 40, height: 20 }
  expect(placeLabels([small, { ...small, rings: [box(10, 0, 20, 10)], middle: [15, 5] }])).toEqual([[5, 5], null])
})
