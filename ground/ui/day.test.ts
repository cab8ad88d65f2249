// Which texts are days, and which only look like one.

import { expect, test } from 'vitest'
import { readDay } from './day.ts'

test.each(['2026-09-08', '2026-9-8', '2026/09/08', '2026.9.8', '20260908', '2026年9月8日', ' ２０２６-０９-０８ '])(
  '%s is 2026-09-08',
  (typed) => {
    expect(readDay(typed)).toBe('2026-09-08')
  },
)

test.each(['', '2026', '2026-09', '09/08/2026', '2026-02-30', '2026-13-01', '明天'])('%s is no day', (typed) => {
  expect(readDay(typed)).toBeNull()
})

test('leap days are days only in leap years', () => {
  expect(readDay('2028-02-29')).toBe('2028-02-29')
  expect(readDay('2026-02-29')).toBeNull()
})
