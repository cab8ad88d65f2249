import { expect, test } from 'vitest'
import { workCalendar } from '#ground/kernel/working-days.ts'
import { mayClose, readingOf } from './deadline.ts'

// 2026: National Day 1–7 October, made up on Saturday 10 October.
const calendar = workCalendar([
  {
    year: 2026,
    holidays: ['2026-10-01', '2026-10-02', '2026-10-03', '2026-10-04', '2026-10-05', '2026-10-06', '2026-10-07'],
    workdays: ['2026-10-10'],
  },
])

const waiting = { state: 'received', clockFrom: '2026-09-29' } as const

test('five working days run over the holiday and count the made-up Saturday', () => {
  expect(readingOf(waiting, calendar, '2026-09-29')).toMatchObject({ state: 'waiting', due: '2026-10-12', left: 5 })
  expect(readingOf(waiting, calendar, '2026-10-10')).toMatchObject({ state: 'warn', left: 1 })
  expect(readingOf(waiting, calendar, '2026-10-12')).toMatchObject({ state: 'warn', left: 0 })
  expect(readingOf(waiting, calendar, '2026-10-13')).toMatchObject({ state: 'late-1x', left: -1 })
  expect(readingOf(waiting, calendar, '2026-11-02')).toMatchObject({ state: 'late-3x' })
})

test('nothing is owed once answered; a missing calendar gives no date rather than a wrong one', () => {
  expect(readingOf({ ...waiting, state: 'answered' }, calendar, '2026-12-01')).toBeNull()
  expect(readingOf(waiting, workCalendar([]), '2026-10-12')).toBeNull()
})

test('an unrated answer is closed only after the sender had ten working days', () => {
  const answered = { state: 'answered', rated: false, answeredOn: '2026-10-12' } as const
  expect(mayClose(answered, calendar, '2026-10-26')).toBe(false)
  expect(mayClose(answered, calendar, '2026-10-27')).toBe(true)
  expect(mayClose({ ...answered, rated: true }, calendar, '2026-10-12')).toBe(true)
  expect(mayClose({ ...answered, state: 'satisfied' }, calendar, '2026-10-12')).toBe(true)
  expect(mayClose({ ...answered, answeredOn: null }, calendar, '2026-12-01')).toBe(false)
  expect(mayClose(answered, workCalendar([]), '2026-12-01')).toBe(false)
})
