import { expect, test } from 'vitest'
import { countiesBelow, outlineOf, outlinesBelow } from './outline.ts'

const square = [
  [0, 0],
  [0, 1],
  [1, 1],
  [0, 0],
] as const

test('a polygon and several are the same kind of outline; what lies one level below is found by the code', () => {
  const at = (code: string) => outlineOf({ properties: { code, name: code }, geometry: { type: 'Polygon', coordinates: [square] } })
  const several = outlineOf({
    properties: { code: '41', name: '省' },
    geometry: { type: 'MultiPolygon', coordinates: [[square], [square]] },
  })
  expect([at('41').polygons.length, several.polygons.length]).toEqual([1, 2])
  const all = [at('410802'), at('4108'), at('410801'), several, at('420101')]
  expect(outlinesBelow(all, '41').map((one) => one.code)).toEqual(['4108'])
  expect(outlinesBelow(all, '4108').map((one) => one.code)).toEqual(['410801', '410802'])
  expect(countiesBelow(all, '41').map((one) => one.code)).toEqual(['410801', '410802'])
  expect(outlinesBelow(all, '410801')).toEqual([])
})
