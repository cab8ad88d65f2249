import fc from 'fast-check'
import { expect, test } from 'vitest'
import { noSums, onTimeRate, plus, relapseRate } from './rates.ts'

test('what is left lying weighs as much as what was done late', () => {
  expect(onTimeRate({ ...noSums, closed: 8, onTime: 6, late: 2 })).toBe('60.0')
  expect(onTimeRate({ ...noSums, closed: 8, onTime: 6 })).toBe('75.0')
  expect(onTimeRate({ ...noSums, late: 3 })).toBe('0.0')
  expect(onTimeRate(noSums)).toBeNull()
  expect(relapseRate({ ...noSums, closed: 3, relapsed: 1 })).toBe('33.3')
  expect(relapseRate({ ...noSums, late: 3 })).toBeNull()
})

test('one decimal, halves away from zero, and whatever is late or late-and-open never raises a rate', () => {
  expect(onTimeRate({ ...noSums, closed: 16, onTime: 1 })).toBe('6.3')
  const count = fc.nat({ max: 100_000 })
  fc.assert(
    fc.property(count, count, count, (onTime, more, late) => {
      const sums = { ...noSums, closed: onTime + more, onTime, late }
      const [rate, worse] = [Number(onTimeRate(sums) ?? 0), Number(onTimeRate(plus(sums, { ...noSums, late: 1 })))]
      expect(worse).toBeLessThanOrEqual(rate)
      expect(rate).toBeGreaterThanOrEqual(0)
      expect(rate).toBeLessThanOrEqual(100)
      const whole = onTime + more + late
      if (whole > 0) expect(Math.abs(rate - (onTime * 100) / whole)).toBeLessThanOrEqual(0.0500001)
    }),
  )
})
