import { expect, test } from 'vitest'
import { workCalendar } from '#ground/kernel/working-days.ts'
import { readingOf, termOf } from './deadline.ts'

// 2026: National Day 1–7 October, made up on Saturday 10 October.
const calendar = workCalendar([
  {
    year: 2026,
    holidays: ['2026-10-01', '2026-10-02', '2026-10-03', '2026-10-04', '2026-10-05', '2026-10-06', '2026-10-07'],
    workdays: ['2026-10-10'],
  },
])

test('either half of a deadline gives the other, over holidays and made-up Saturdays', () => {
  expect(termOf(calendar, '2026-09-29', { days: 5 })).toEqual({ days: 5, due: '2026-10-12' })
  expect(termOf(calendar, '2026-09-29', { due: '2026-10-12' })).toEqual({ days: 5, due: '2026-10-12' })
})

test('a year without a calendar leaves the other half open rather than guessed', () => {
  expect(termOf(calendar, '2026-12-25', { days: 10 })).toEqual({ days: 10, due: null })
  expect(termOf(calendar, '2026-12-25', { due: '2027-01-08' })).toEqual({ days: null, due: '2027-01-08' })
})

test('the alarm comes once the days are over, and again after three times the days', () => {
  const entry = { state: 'rectifying', clockFrom: '2026-09-29', days: 5, due: '2026-10-12' } as const
  const alarms = ['2026-09-29', '2026-10-10', '2026-10-12', '2026-10-13', '2026-10-26', '2026-10-27'] as const
  expect(alarms.map((day) => readingOf(entry, calendar, day))).toEqual([
    { alarm: 'waiting', left: 5 },
    { alarm: 'warn', left: 1 },
    { alarm: 'warn', left: 0 },
    { alarm: 'late-1x', left: -1 },
    { alarm: 'late-1x', left: -10 },
    { alarm: 'late-3x', left: -11 },
  ])
})

test('nothing is owed while it waits for its check or is closed; without a calendar the date alone decides', () => {
  const entry = { clockFrom: '2026-09-29', days: 5, due: '2026-10-12' } as const
  for (const state of ['checking', 'closed', 'held', 'withdrawn', 'relapsed'] as const)
    expect(readingOf({ ...entry, state }, calendar, '2026-12-01')).toEqual({ alarm: 'none', left: null })
  expect(readingOf({ ...entry, state: 'assigned' }, workCalendar([]), '2026-10-13')).toEqual({ alarm: 'late-1x', left: null })
  expect(readingOf({ ...entry, state: 'assigned', due: null, days: null }, calendar, '2026-12-01').alarm).toBe('waiting')
})

test('a day given before the calendar of its year came out has both alarms once it is there', () => {
  const entry = { state: 'rectifying', clockFrom: '2026-09-29', days: null, due: '2026-10-12' } as const
  expect(readingOf(entry, workCalendar([]), '2026-10-27')).toEqual({ alarm: 'late-1x', left: null })
  expect(readingOf(entry, calendar, '2026-10-10')).toEqual({ alarm: 'warn', left: 1 })
  expect(readingOf(entry, calendar, '2026-10-27')).toEqual({ alarm: 'late-3x', left: -11 })
})
