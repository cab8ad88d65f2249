import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '#ground/kernel/days.ts'
import { isWorkingDay, workCalendar, workingDaysBetween } from '#ground/kernel/working-days.ts'
import { backFrom, stages } from './schedule.ts'

const calendar = workCalendar([
  {
    year: 2026,
    holidays: ['2026-10-01', '2026-10-02', '2026-10-03', '2026-10-04', '2026-10-05', '2026-10-06', '2026-10-07'],
    workdays: ['2026-10-10'],
  },
])

test('backwards over the holiday and the made-up Saturday', () => {
  expect(backFrom(calendar, '2026-10-12', { prepare: 2, work: 3, check: 1 })).toEqual([
    { stage: 'prepare', from: '2026-09-29', to: '2026-09-30' },
    { stage: 'work', from: '2026-10-08', to: '2026-10-10' },
    { stage: 'check', from: '2026-10-12', to: '2026-10-12' },
  ])
  // An end on a holiday: the last working day before it.
  expect(backFrom(calendar, '2026-10-04', { prepare: 0, work: 1, check: 0 })).toEqual([
    { stage: 'work', from: '2026-09-30', to: '2026-09-30' },
  ])
  expect(backFrom(calendar, '2026-01-02', { prepare: 0, work: 9, check: 0 })).toBeNull()
})

test('each stage has its working days, they touch and never overlap, and the last ends in time', () => {
  const length = fc.integer({ min: 0, max: 20 })
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 150 }), length, length, length, (offset, prepare, work, check) => {
      const end = addDays('2026-06-01', offset)
      const lengths = { prepare, work, check }
      const found = backFrom(calendar, end, lengths) ?? []
      expect(found.map((one) => one.stage)).toEqual(stages.filter((stage) => lengths[stage] > 0))
      for (const [index, { stage, from, to }] of found.entries()) {
        expect(workingDaysBetween(calendar, addDays(from, -1), to)).toEqual({ ok: true, value: lengths[stage] })
        for (const day of [from, to]) expect(isWorkingDay(calendar, day)).toEqual({ ok: true, value: true })
        const next = found[index + 1]
        if (next === undefined) expect(workingDaysBetween(calendar, to, end)).toEqual({ ok: true, value: 0 })
        else expect(workingDaysBetween(calendar, to, next.from)).toEqual({ ok: true, value: 1 })
      }
    }),
  )
})
