import { expect, test } from 'vitest'
import { drawn } from './drawing.ts'
import type { MapOutline, MapPart } from './drawing.ts'

const square = (code: string, x: number, y: number): MapOutline => ({
  code,
  name: code,
  polygons: [
    [
      [
        [x, y],
        [x, y + 1],
        [x + 1, y + 1],
        [x + 1, y],
        [x, y],
      ],
    ],
  ],
})
const part = (code: string, figure: string): MapPart => ({ code, name: '某县', tint: 0, figure, label: `${code} ${figure}` })
const outlines = [square('1', 110, 30), square('2', 111, 30), square('3', 110, 31)]

test('parts stand on their outlines, and those without one apart', () => {
  const { shapes, tiles, rest, frame } = drawn({ own: null, outlines, parts: [part('1', '1'), part('9', '2')], size: 14 })
  expect(shapes.map((shape) => shape.part.code)).toEqual(['1'])
  expect(shapes[0]?.path).toMatch(/^M/)
  expect([tiles, rest.map(({ code }) => code), frame]).toEqual([[], ['9'], null])
})

test('another figure is drawn on the same land: its words change, its places only when they need another room', () => {
  const of = (figures: readonly string[]) =>
    drawn({ own: null, outlines, parts: figures.map((figure, at) => part(String(at + 1), figure)), size: 14 })
  const [first, second, wider] = [
    of(['1／2', '3／4', '5／6']),
    of(['7／8', '9／0', '1／1']),
    of(['1234567890／1234567890', '3／4', '5／6']),
  ]
  expect(second.shapes.map((shape) => shape.part.figure).toSorted()).toEqual(['1／1', '7／8', '9／0'])
  for (const [at, { path, at: place }] of first.shapes.entries()) {
    expect(second.shapes[at]?.path).toBe(path)
    expect(second.shapes[at]?.at).toBe(place)
    expect(wider.shapes[at]?.path).toBe(path)
  }
  // What was kept of a list is not taken for another list.
  const moved = drawn({ own: null, outlines: outlines.slice(0, 1), parts: [part('1', '1／2')], size: 14 })
  expect(moved.shapes[0]?.path).not.toBe(first.shapes.find((shape) => shape.part.code === '1')?.path)
})

test('without outlines of their own, parts are cells inside the whole; without any, they stand apart', () => {
  const parts = ['1', '2', '3', '4'].map((code) => part(code, '0'))
  const inside = drawn({ own: square('0', 110, 30), outlines: [], parts, size: 14 })
  expect([inside.tiles.length, inside.rest.length, inside.frame === null]).toEqual([4, 0, false])
  expect(drawn({ own: null, outlines: [], parts, size: 14 })).toMatchObject({ tiles: [], rest: parts, frame: null })
})
