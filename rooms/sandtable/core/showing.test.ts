import { expect, test } from 'vitest'
import { codeOf, lives, newer, placeOf, turned } from './showing.ts'
import type { Scene } from './showing.ts'

const spots = [
  { subject: '990101001001', spot: '小广场' },
  { subject: '990101001001', spot: '北门' },
]
const map: Scene = { unit: '990101001001', quarter: null, spot: null, compared: false, blank: false }

test('a clicker goes through the spots and back to the map, and no further', () => {
  const first = turned(map, spots, 1)
  // Unit and quarter are the desk's: a press says nothing of them.
  expect(first).toEqual({ spot: spots[0], blank: false })
  const second = first === null ? null : turned(first, spots, 1)
  expect(second?.spot).toEqual(spots[1])
  expect(second === null ? 'none' : turned(second, spots, 1)).toBeNull()
  expect(first === null ? 'none' : turned(first, spots, -1)).toEqual({ spot: null, blank: false })
  expect(turned(map, spots, -1)).toBeNull()
  expect(turned(map, [], 1)).toBeNull()
})

test('a spot is known by its name, wherever it stands now', () => {
  expect(placeOf(spots.toReversed(), { subject: '990101001001', spot: '小广场' })).toBe(2)
  expect(placeOf(spots, { subject: '990101001002', spot: '小广场' })).toBeNull()
})

test('what was ended, or left for half a day, is over', () => {
  const turnedAt = new Date(0)
  expect([lives({ turnedAt, endedAt: null }, 43_199_999), lives({ turnedAt, endedAt: null }, 43_200_000)]).toEqual([true, false])
  expect(lives({ turnedAt, endedAt: new Date(1) }, 2)).toBe(false)
})

test('an answer that was under way brings nothing back', () => {
  const [first, second, other] = [
    { id: 'a', version: 1 },
    { id: 'a', version: 2 },
    { id: 'b', version: 1 },
  ]
  expect([newer(second, first), newer(first, second), newer(second, other)]).toEqual([second, second, other])
})

test('a code has six digits, whatever the dice say', () => {
  expect([codeOf(Uint8Array.of(0, 0, 0, 7)), codeOf(Uint8Array.of(255, 255, 255, 255))]).toEqual(['000007', '967295'])
})
