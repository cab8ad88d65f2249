import fc from 'fast-check'
import { expect, test } from 'vitest'
import { seenFault } from './inspection.ts'
import type { Plan, Seen } from './inspection.ts'
import { countsOf, dayToSend, latestOn, nextToSend, stood } from './pocket.ts'
import type { LocalFinding, LocalFindings } from './pocket.ts'
import { standingOf, sumsOf } from './sums.ts'

const item = { id: 'fire', text: '消防通道', basis: '', days: 5, star: null }
const plan: Plan = { state: 'open', endedOn: null, from: '2026-09-07', to: '2026-09-18', subjects: ['990101001001'], items: [item] }
const seen: Seen = { subject: '990101001001', item: 'fire', outcome: 'fine', note: '', on: '2026-09-08' }

test('only what is planned, on days of the plan that have come, while it is open; a fault says what', () => {
  expect(seenFault(plan, seen, '2026-09-09')).toBeNull()
  expect(seenFault({ ...plan, state: 'draft' }, seen, '2026-09-09')).toBe('not-open')
  expect(seenFault(plan, { ...seen, subject: '990101001002' }, '2026-09-09')).toBe('not-in-plan')
  expect(seenFault(plan, { ...seen, item: 'other' }, '2026-09-09')).toBe('not-in-plan')
  expect(seenFault(plan, { ...seen, on: '2026-09-10' }, '2026-09-09')).toBe('not-those-days')
  expect(seenFault(plan, { ...seen, on: '2026-09-06' }, '2026-09-09')).toBe('not-those-days')
  expect(seenFault(plan, { ...seen, outcome: 'fault', note: ' ' }, '2026-09-09')).toBe('note-missing')
  for (const state of ['closed', 'revised'] as const) {
    expect(seenFault({ ...plan, state, endedOn: '2026-09-08' }, seen, '2026-09-09')).toBeNull()
    expect(seenFault({ ...plan, state, endedOn: '2026-09-07' }, seen, '2026-09-09')).toBe('not-open')
  }
  expect(seenFault({ ...plan, state: 'withdrawn', endedOn: '2026-09-08' }, seen, '2026-09-09')).toBe('not-open')
  // What a phone without a line saw on the last day comes a day later.
  expect(seenFault(plan, { ...seen, on: '2026-09-18' }, '2026-09-21')).toBeNull()
})

test('sums count units and items once a day, and entries as they stand', () => {
  const found = [seen, seen, { ...seen, outcome: 'fault' as const, on: '2026-09-09' }]
  expect(sumsOf(found)).toEqual({ units: 1, items: 2, faults: 1 })
  const entries = [
    { state: 'closed', alarm: 'none' },
    { state: 'rectifying', alarm: 'late-1x' },
    { state: 'checking', alarm: 'none' },
    { state: 'withdrawn', alarm: 'none' },
  ]
  expect(standingOf(entries)).toEqual({ closed: 1, open: 2, late: 1 })
})

test('a phone whose clock is ahead sends the day of the server', () => {
  expect(dayToSend('2026-11-26', '2026-09-08')).toBe('2026-09-08')
  expect(dayToSend('2026-09-07', '2026-09-08')).toBe('2026-09-07')
})

test('on the phone nothing that arrived is sent again, and nothing that waits is forgotten', () => {
  const finding = (id: string, state: LocalFinding['state']): LocalFinding => ({
    id,
    state,
    unit: '990101',
    inspection: 'i',
    ...seen,
    days: 5,
    made: id.codePointAt(0) ?? 0,
    refused: null,
  })
  const steps = fc.array(
    fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom<LocalFinding['state']>('draft', 'waiting', 'arrived', 'refused')),
    {
      maxLength: 30,
    },
  )
  fc.assert(
    fc.property(steps, (acts) => {
      let findings: LocalFindings = {}
      const arrived = new Set<string>()
      for (const [id, state] of acts) {
        findings = stood(findings, finding(id, state))
        if (state === 'arrived') arrived.add(id)
        expect(arrived.has(nextToSend(findings)?.id ?? '')).toBe(false)
      }
      const counts = countsOf(findings)
      expect(counts.arrived).toBe(arrived.size)
      expect(counts.here + counts.arrived + counts.refused).toBe(Object.keys(findings).length)
      expect(latestOn(findings, 'i', seen.subject, 'fire')?.id).toBe(Object.keys(findings).toSorted((a, b) => b.localeCompare(a))[0])
    }),
  )
})
