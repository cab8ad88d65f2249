import { expect, test } from 'vitest'
import { chinaDay } from './clock.ts'

test.each([
  ['2026-09-07T15:59:59.999Z', '2026-09-07'],
  ['2026-09-07T16:00:00Z', '2026-09-08'],
  ['2025-12-31T16:00:00Z', '2026-01-01'],
  ['1988-07-01T15:30:00Z', '1988-07-01'],
])('at %s it is %s in China', (instant, day) => {
  expect(chinaDay(Date.parse(instant))).toBe(day)
})
