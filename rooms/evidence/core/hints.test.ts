// What is worth a second look and what is not; and that no print within the limit can be missed by its bands.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bandsOf, hintOf, isFarDay, nearBands, nearBits } from './hints.ts'

const item = { unit: '990101001001', spot: '小广场', phase: null, effectiveOn: '2026-09-05' } as const

describe('what it means that two items look the same', () => {
  test('another unit has used it, whatever else is said', () => {
    expect(hintOf(item, { ...item, unit: '990101001002' })).toBe('elsewhere')
  })
  test('before and after of one spot are alike', () => {
    expect(hintOf({ ...item, phase: 'before' }, { ...item, phase: 'after', effectiveOn: '2026-09-20' })).toBe('before-after')
  })
  test('the unit has used it for another day', () => {
    expect(hintOf(item, { ...item, effectiveOn: '2025-09-05' })).toBe('repeated')
    expect(hintOf({ ...item, phase: 'before' }, { ...item, phase: 'after', spot: '北门', effectiveOn: '2026-09-20' })).toBe('repeated')
  })
  test('several pictures of one moment are what one expects', () => {
    expect(hintOf(item, item)).toBeNull()
    expect(hintOf({ ...item, phase: 'after' }, { ...item, phase: 'after' })).toBeNull()
  })
})

test('the camera’s day is far off only beyond a month', () => {
  expect(isFarDay('2026-09-01', '2026-09-05')).toBe(false)
  expect(isFarDay('2026-08-05', '2026-09-05')).toBe(false)
  expect(isFarDay('2026-08-04', '2026-09-05')).toBe(true)
  expect(isFarDay('2026-10-07', '2026-09-05')).toBe(true)
})

test('every print within the limit shares a band, or a band but for one bit', () => {
  const bits = fc.uniqueArray(fc.integer({ min: 0, max: 63 }), { maxLength: nearBits })
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }), bits, (print, flipped) => {
      const near = flipped.reduce((value, bit) => value ^ (1n << BigInt(bit)), print)
      const [one, other] = [print, near].map((value) => bandsOf(value.toString(16).padStart(16, '0')))
      return one?.some((band, index) => nearBands(band).includes(other?.[index] ?? -1)) ?? false
    }),
  )
})
