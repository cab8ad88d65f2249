import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from './days.ts'
import { addWorkingDays, deadlineState, isWorkingDay, workCalendar, workingDaysBetween } from './working-days.ts'
import type { Result } from './result.ts'

// A small invented year: a holiday Monday 12 to Wednesday 14 January, made up on Saturday 10 January.
const calendar = workCalendar([{ year: 2026, holidays: ['2026-01-12', '2026-01-13', '2026-01-14'], workdays: ['2026-01-10'] }])

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.problem.detail.en)
  return result.value
}

describe('a working day', () => {
  test.each([
    ['2026-01-09', true, 'Friday'],
    ['2026-01-10', true, 'made-up Saturday'],
    ['2026-01-11', false, 'Sunday'],
    ['2026-01-12', false, 'holiday Monday'],
    ['2026-01-15', true, 'Thursday after the holiday'],
  ])('%s: %s (%s)', (day, works) => {
    expect(value(isWorkingDay(calendar, day))).toBe(works)
  })
  test('of a year without data is refused by number, not guessed', () => {
    const answer = isWorkingDay(calendar, '2027-03-03')
    expect(answer.ok ? null : [answer.problem.code, answer.problem.wakes, answer.problem.detail.zh.includes('2027')]).toEqual([
      240,
      true,
      true,
    ])
  })
})

describe('counting', () => {
  test.each([
    ['2026-01-09', 1, '2026-01-10'],
    ['2026-01-09', 2, '2026-01-15'],
    ['2026-01-11', 1, '2026-01-15'],
    ['2026-01-15', -2, '2026-01-09'],
    ['2026-01-11', 0, '2026-01-11'],
  ])('%s and %i working days is %s', (day, count, expected) => {
    expect(value(addWorkingDays(calendar, day, count))).toBe(expected)
  })
  test('the days between agree with adding them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 150 }), fc.integer({ min: 0, max: 100 }), (offset, count) => {
        const day = addDays('2026-01-01', offset)
        expect(value(workingDaysBetween(calendar, day, value(addWorkingDays(calendar, day, count))))).toBe(count)
      }),
    )
  })
  test('backwards is negative', () => {
    expect(value(workingDaysBetween(calendar, '2026-01-15', '2026-01-09'))).toBe(-2)
    expect(Object.is(value(workingDaysBetween(calendar, '2026-01-12', '2026-01-11')), 0)).toBe(true)
  })
  test('stops at the end of what is known', () => {
    expect(addWorkingDays(calendar, '2026-12-31', 1)).toMatchObject({ ok: false, problem: { code: 240 } })
    expect(workingDaysBetween(calendar, '2025-12-31', '2026-01-05')).toMatchObject({ ok: true })
    expect(workingDaysBetween(calendar, '2025-12-30', '2026-01-05')).toMatchObject({ ok: false, problem: { code: 240 } })
  })
})

describe('a deadline of 2 working days from Friday 16 January, warning 1 before', () => {
  const at = (today: string) => value(deadlineState(calendar, { start: '2026-01-16', days: 2, today, warnBefore: 1 }))
  test.each([
    ['2026-01-16', 'waiting', 0],
    ['2026-01-18', 'waiting', 0],
    ['2026-01-19', 'warn', 1],
    ['2026-01-20', 'warn', 2],
    ['2026-01-21', 'late-1x', 3],
    ['2026-01-26', 'late-1x', 6],
    ['2026-01-27', 'late-3x', 7],
  ])('on %s: %s', (today, state, elapsed) => {
    expect(at(today)).toEqual({ state, elapsed, left: 2 - elapsed, due: '2026-01-20' })
  })
  test('has not begun before its start', () => {
    expect(at('2026-01-09')).toMatchObject({ state: 'waiting', elapsed: 0 })
  })
  test('is still read when its end lies in a year without data', () => {
    expect(value(deadlineState(calendar, { start: '2026-12-30', days: 5, today: '2026-12-31', warnBefore: 1 }))).toEqual({
      state: 'waiting',
      elapsed: 1,
      left: 4,
      due: null,
    })
  })
  test('is refused when today lies in a year without data', () => {
    expect(deadlineState(calendar, { start: '2026-12-30', days: 5, today: '2027-01-04', warnBefore: 1 })).toMatchObject({
      ok: false,
      problem: { code: 240 },
    })
  })
})

describe('calendar data', () => {
  test.each([
    ['both off and worked', ['2026-01-10'], ['2026-01-10']],
    ['a worked Wednesday', [], ['2026-01-14']],
    ['a day that does not exist', ['2026-02-30'], []],
    ['a day of another decade', ['2036-01-01'], []],
  ])('with %s are refused', (_, holidays, workdays) => {
    expect(() => workCalendar([{ year: 2026, holidays, workdays }])).toThrow(RangeError)
  })
})

test('a long span counts what a walk day by day counts, over the turn of a year and holidays', () => {
  const years = workCalendar([
    { year: 2026, holidays: ['2026-10-01', '2026-10-02', '2026-10-05'], workdays: ['2026-10-10', '2027-01-03'] },
    { year: 2027, holidays: ['2027-01-01', '2027-02-08'], workdays: ['2027-02-06'] },
  ])
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 720 }), fc.integer({ min: 0, max: 720 }), (offset, length) => {
      const from = addDays('2026-01-01', offset)
      const to = addDays(from, Math.min(length, 729 - offset))
      let walked = 0
      for (let day = from; day < to;) {
        day = addDays(day, 1)
        if (value(isWorkingDay(years, day))) walked += 1
      }
      expect(value(workingDaysBetween(years, from, to))).toBe(walked)
    }),
  )
  expect(workingDaysBetween(years, '2027-12-01', '2028-01-03')).toMatchObject({ ok: false, problem: { code: 240 } })
})
