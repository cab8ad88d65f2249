import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isId, newId } from './ids.ts'

const dice = { bytes: (count: number) => new Uint8Array(count).fill(0xff) }
const at = (now: number) => newId({ now: () => now }, dice)

test('a new id is a UUID of version 7 with its time in front', () => {
  expect(at(0x0198_1234_5678)).toBe('01981234-5678-7fff-bfff-ffffffffffff')
  expect(isId(at(0))).toBe(true)
})

test('ids sort by their time', () => {
  fc.assert(
    fc.property(fc.nat({ max: 2 ** 47 }), fc.nat({ max: 2 ** 47 }), (a, b) => {
      expect(Math.sign(a - b)).toBe(at(a) < at(b) ? -1 : at(a) > at(b) ? 1 : 0)
    }),
  )
})

test.each([
  '',
  '01981234-5678-7FFF-bfff-ffffffffffff',
  '01981234-5678-9fff-bfff-ffffffffffff',
  '01981234-5678-7fff-cfff-ffffffffffff',
  '0198123456787fffbfffffffffffffff',
  'x01981234-5678-7fff-bfff-ffffffffffff',
])('%j is no id', (text) => {
  expect(isId(text)).toBe(false)
})
