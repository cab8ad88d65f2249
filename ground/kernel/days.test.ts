import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, addMonths, compareDays, daysBetween, findQuarter, isDay, quarterOf, weekday } from './days.ts'

const someDay = fc.integer({ min: -100_000, max: 200_000 }).map((count) => addDays('2000-01-01', count))

describe('a day', () => {
  test.each(['2026-01-01', '2024-02-29', '2000-02-29', '9999-12-31', '1000-01-01'])('%s is one', (text) => {
    expect(isDay(text)).toBe(true)
  })
  test.each([
    '2026-02-29',
    '1900-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-1-1',
    '2026-01-01T00:00',
    '0999-01-01',
    '',
    ' 2026-01-01',
    '２０２６-01-01',
  ])('%j is none', (text) => {
    expect(isDay(text)).toBe(false)
  })
  test('is refused where it does not exist', () => {
    expect(() => addDays('2026-02-30', 1)).toThrow(RangeError)
  })
})

describe('arithmetic', () => {
  test('there and back is the same day', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: -50_000, max: 50_000 }), (day, count) => {
        const other = addDays(day, count)
        expect(isDay(other)).toBe(true)
        expect(daysBetween(day, other)).toBe(count)
        expect(addDays(other, -count)).toBe(day)
        expect(compareDays(day, other)).toBe(Math.sign(-count) + 0)
        expect(((weekday(other) - weekday(day) - count) % 7) + 0).toBe(0)
      }),
    )
  })
  test.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-12-31', 2, '2027-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', -48, '2020-02-29'],
    ['2026-01-15', -13, '2024-12-15'],
    ['2026-11-21', 0, '2026-11-21'],
  ])('%s and %i months is %s', (day, count, expected) => {
    expect(addMonths(day, count)).toBe(expected)
  })
  test('knows the days of the week', () => {
    expect([weekday('2026-01-01'), weekday('2026-01-04'), weekday('1969-12-29'), weekday('2000-02-29')]).toEqual([4, 7, 1, 2])
  })
})

describe('quarters', () => {
  test('hold their days', () => {
    expect(quarterOf('2026-11-21')).toEqual({ id: '2026Q4', year: 2026, quarter: 4, from: '2026-10-01', to: '2026-12-31' })
    fc.assert(
      fc.property(someDay, (day) => {
        const quarter = quarterOf(day)
        expect(quarter.from <= day && day <= quarter.to).toBe(true)
        expect(findQuarter(quarter.id)).toEqual(quarter)
      }),
    )
  })
  test('follow each other without a gap', () => {
    expect(quarterOf(addDays(quarterOf('2024-02-29').to, 1)).id).toBe('2024Q2')
  })
  test.each(['2026Q0', '2026Q5', '2026-Q1', '26Q1', ''])('%j names none', (id) => {
    expect(findQuarter(id)).toBeNull()
  })
})
