// The packs' public calendars, held against the spans of the notices and against what everybody in China remembers.

import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { addDays } from './days.ts'
import { isWorkingDay, workCalendar, workingDaysBetween, type CalendarYear } from './working-days.ts'

interface CalendarFile extends CalendarYear {
  readonly confirmed: boolean
  readonly source: { readonly title: string; readonly number: string; readonly issued: string }
  readonly festivals: readonly { readonly name: string; readonly from: string; readonly to: string }[]
}

const folder = new URL('../../packs/calendar/cn/', import.meta.url)
const files = readdirSync(folder).map((name) => ({ name, data: JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as CalendarFile }))
const calendar = workCalendar(files.map(({ data }) => data))

describe.each(files)('$name', ({ name, data }) => {
  test('lists exactly the days of its festivals', () => {
    const days: string[] = []
    for (const { from, to } of data.festivals) for (let day = from; day <= to; day = addDays(day, 1)) days.push(day)
    expect(data.holidays).toEqual(days)
    expect(days.length).toBeGreaterThan(20)
  })
  test('names its year and source, and was compared with it', () => {
    expect(name).toBe(`${data.year}.json`)
    expect(data.source.title).toContain(`${data.year}年`)
    expect(data.confirmed).toBe(true)
  })
})

test.each([
  ['2025-01-01', false],
  ['2025-01-02', true],
  ['2025-01-26', true],
  ['2025-02-04', false],
  ['2025-02-05', true],
  ['2025-02-08', true],
  ['2025-04-27', true],
  ['2025-10-08', false],
  ['2025-10-09', true],
  ['2025-10-11', true],
  ['2026-01-02', false],
  ['2026-01-04', true],
  ['2026-02-14', true],
  ['2026-02-16', false],
  ['2026-02-24', true],
  ['2026-02-28', true],
  ['2026-05-05', false],
  ['2026-05-09', true],
  ['2026-09-20', true],
  ['2026-09-25', false],
  ['2026-10-07', false],
  ['2026-10-10', true],
])('%s is a working day: %s', (day, works) => {
  expect(isWorkingDay(calendar, day)).toEqual({ ok: true, value: works })
})

test('the years have the working days that the law leaves: 365 less 104 or so weekend days and 13 holidays', () => {
  expect(workingDaysBetween(calendar, '2025-01-01', '2025-12-31')).toEqual({ ok: true, value: 248 })
  expect(workingDaysBetween(calendar, '2026-01-01', '2026-12-31')).toEqual({ ok: true, value: 248 })
})
