import { expect, test } from 'vitest'
import { writtenDay, writtenQuarter } from './written-days.ts'

test('days and quarters stand in text without leading zeros', () => {
  expect(writtenDay('2026-09-08')).toBe('2026年9月8日')
  expect(writtenDay('2026-12-31')).toBe('2026年12月31日')
  expect(writtenQuarter({ year: 2026, quarter: 3 })).toBe('2026年第三季度')
})
