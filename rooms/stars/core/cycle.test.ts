import { expect, test } from 'vitest'
import { calendarFault, nextStageId, parameterText, unset } from './cycle.ts'

test.each([
  [{ publicityDays: 5 }, 'publicityDays', '5 天', '5 days'],
  [{ publicityKind: 'calendar' }, 'publicityKind', '自然日', 'calendar days'],
  [{ decidedBy: 'county' }, 'decidedBy', '县（区）', 'county'],
  [{ samplingPercent: 20 }, 'samplingPercent', '20%', '20%'],
  [{ samplingPercent: 0 }, 'samplingPercent', '0%（不抽查）', '0% (none)'],
  [{ appealDays: 1 }, 'appealDays', '1 天', '1 day'],
] as const)('%o is read with its measure', (changes, name, zh, en) => {
  expect(parameterText({ ...unset, ...changes }, name)).toEqual({ zh, en })
})

test('what the county has not set is nothing, never a guess', () => {
  for (const name of Object.keys(unset) as (keyof typeof unset)[]) expect(parameterText(unset, name)).toBeNull()
})

test('a stage that is added after another was taken away has an id of its own', () => {
  const left = ['stage-1', 'stage-3', 'carry-out'].map((id) => ({ id, name: id, from: '2026-01-01', to: '2026-03-31' }))
  const more = { id: nextStageId(left), name: '认定', from: '2026-04-01', to: '2026-12-31' }
  expect(calendarFault([...left, more])).toBeNull()
  expect(nextStageId([])).toBe('stage-1')
})
