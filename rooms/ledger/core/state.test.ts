import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Who } from './guards.ts'
import { arbiterOf, refuses, rules, userVerbs } from './guards.ts'
import type { UserVerb } from './guards.ts'
import { countsOf } from './counts.ts'
import { after, assigned, closedStates, fold, openStates, stateNames } from './state.ts'
import type { Entry, State, Step, Verb } from './state.ts'

const where = { unit: '990101001', subject: '990101001001' }
const all = ['ledger.read', 'ledger.assign', 'ledger.answer', 'ledger.check', 'ledger.arbitrate']
const who = (person: string, scope: string, grants = all): Who => ({ person, scopes: [scope], subjects: [scope], grants })
const secretary = who('secretary', '990101001001')
const officer = who('officer', '990101001')
const colleague = who('colleague', '990101001')
const county = who('county', '990101')
const neighbour = who('neighbour', '990101001002')

const step = (verb: Verb, by: string, more: Partial<Step> = {}): Step => ({
  verb,
  on: '2026-09-08',
  by,
  days: null,
  due: null,
  granted: null,
  text: '',
  plan: null,
  other: null,
  level: null,
  told: null,
  ...more,
})
const opened = step('assign', 'officer', { days: 10, due: '2026-09-21' })
const today = '2026-09-10'
const may = (entry: Entry, verb: UserVerb, one: Who, on = today) => refuses(entry, where, verb, one, on)

test('assigned, accepted, rectified, closed out by a second person, looked back at', () => {
  const entry = fold([opened, step('accept', 'secretary')])
  expect(entry.state).toBe('rectifying')
  expect(may(entry, 'rectify', secretary)).toBeNull()
  const checking = after(entry, step('rectify', 'secretary', { text: '已更新' }))
  expect(checking).toMatchObject({ state: 'checking', report: '已更新', rectifiers: ['secretary'] })
  expect(may(checking, 'closeOut', secretary)).toBe('not-yours')
  expect(may(checking, 'closeOut', officer)).toBeNull()
  const closed = after(checking, step('closeOut', 'officer', { due: '2026-12-08' }))
  expect(closed).toMatchObject({ state: 'closed', closedBy: 'officer', lookBackOn: '2026-12-08' })
  expect(after(closed, step('lookBack', 'officer', { granted: true })).state).toBe('held')
  expect(after(closed, step('lookBack', 'officer', { granted: false, other: 'next' }))).toMatchObject({
    state: 'relapsed',
    relapsedAs: 'next',
  })
})

test('whoever reported, or answers for it, never closes it out, however many times it was returned', () => {
  const entry = fold([
    opened,
    step('plan', 'officer', { plan: { measure: '', responsible: '', responsibleAccount: 'colleague', supervisor: '' } }),
    step('accept', 'officer'),
    step('rectify', 'officer'),
    step('return', 'county', { days: 5, due: '2026-09-15' }),
    step('rectify', 'secretary'),
  ])
  expect(entry).toMatchObject({ rectifiers: ['officer', 'secretary'], returns: 1, days: 5 })
  for (const one of [officer, colleague]) expect(may(entry, 'closeOut', one)).toBe('same-person')
  expect(may(entry, 'closeOut', county)).toBeNull()
})

test('a refusal with its basis goes one level up, and is decided by nobody who took part', () => {
  expect(arbiterOf('990101001')).toBe('990101')
  expect(arbiterOf('990101')).toBe('990101')
  const refused = fold([opened, step('refuse', 'secretary', { text: '不属于社区职责' })])
  expect(refused.state).toBe('refused')
  expect(may(refused, 'arbitrate', officer)).toBe('not-yours')
  expect(may(refused, 'arbitrate', county)).toBeNull()
  const ofCounty = { unit: '990101', subject: '990101001' }
  expect(refuses({ ...refused, assignedBy: 'county' }, ofCounty, 'arbitrate', county, today)).toBe('same-person')
  expect(after(refused, step('arbitrate', 'county', { granted: true })).state).toBe('withdrawn')
  const kept = after(refused, step('arbitrate', 'county', { granted: false, on: '2026-09-14', days: 10, due: '2026-09-28' }))
  expect(kept).toMatchObject({ state: 'rectifying', clockFrom: '2026-09-14', due: '2026-09-28' })
})

test('an extension is asked for on the last day or before, once at a time, and decided by somebody else', () => {
  const entry = fold([opened, step('accept', 'officer')])
  expect(may(entry, 'askExtension', secretary, '2026-09-21')).toBeNull()
  expect(may(entry, 'askExtension', secretary, '2026-09-22')).toBe('too-late')
  const asked = after(entry, step('askExtension', 'officer', { due: '2026-10-15' }))
  expect(may(asked, 'askExtension', secretary)).toBe('asked-already')
  expect(may(asked, 'decideExtension', officer)).toBe('same-person')
  expect(may(entry, 'decideExtension', colleague)).toBe('nothing-asked')
  const granted = after(asked, step('decideExtension', 'colleague', { granted: true, days: 22, due: '2026-10-15' }))
  expect(granted).toMatchObject({ due: '2026-10-15', days: 22, extensions: 1, extensionUntil: null })
  expect(after(asked, step('decideExtension', 'colleague', { granted: false }))).toMatchObject({ due: '2026-09-21', extensions: 0 })
})

test('the next village and a post without the permission take no step at all', () => {
  for (const state of Object.keys(stateNames) as State[]) {
    for (const verb of userVerbs) {
      expect(may({ ...assigned(opened), state }, verb, neighbour), `${verb} ${state}`).toBe('not-yours')
      expect(may({ ...assigned(opened), state }, verb, { ...county, grants: ['ledger.read'] }), `${verb} ${state}`).toBe('not-yours')
    }
  }
})

test('every state that is not an end can be left, and the ends cannot', () => {
  const leaving = new Set(Object.values(rules).flatMap((rule) => [...rule.from]))
  expect([...leaving].toSorted((a, b) => a.localeCompare(b))).toEqual(['assigned', 'checking', 'closed', 'held', 'rectifying', 'refused'])
})

const people = [secretary, officer, colleague, county]

test('along any way through the guards nobody closes out what the same person rectified', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom(...userVerbs), fc.constantFrom(...people), fc.boolean()), { maxLength: 40 }),
      (wishes) => {
        let entry = assigned(opened)
        let refusals = 0
        for (const [verb, one, yes] of wishes) {
          if (may(entry, verb, one) !== null) continue
          const granted = ['arbitrate', 'decideExtension', 'lookBack'].includes(verb) ? yes : null
          const term = ['arbitrate', 'return', 'decideExtension', 'askExtension'].includes(verb) ? { days: 5, due: '2026-10-15' } : {}
          const before = entry
          entry = after(entry, step(verb, one.person ?? '', { granted, ...term, other: granted === false ? 'next' : null, on: today }))
          if (verb === 'refuse') refusals += 1
          // A refusal is left only by arbitration.
          if (before.state === 'refused') expect(verb).toBe('arbitrate')
          if (entry.closedBy !== null) {
            expect(entry.rectifiers).not.toContain(entry.closedBy)
            expect(entry.closedBy).not.toBe(entry.responsibleAccount)
          }
          expect(openStates.includes(entry.state) && closedStates.includes(entry.state)).toBe(false)
        }
        expect(refusals).toBeLessThanOrEqual(1)
      },
    ),
  )
})

test('counts: withdrawn ones are not due, relapsed ones are not closed', () => {
  const due = '2026-09-21'
  const entries = (['closed', 'held', 'relapsed', 'withdrawn', 'rectifying'] as const).map((state) => ({ state, due }))
  const late = { state: 'assigned' as const, due: '2026-07-01' }
  expect(countsOf([...entries, late, { state: 'assigned', due: null }], '2026-07-01', '2026-09-30', '2026-09-10')).toEqual({
    due: 5,
    closed: 2,
    overdue: 1,
    open: 3,
  })
})

test('a mistake is taken back by whoever made it; what is late, by another person', () => {
  const entry = fold([opened])
  expect(may(entry, 'withdraw', officer, '2026-09-21')).toBeNull()
  expect(may(entry, 'withdraw', officer, '2026-09-22')).toBe('same-person')
  expect(may(entry, 'withdraw', colleague, '2026-09-22')).toBeNull()
  // The day is not known, but a level above was told.
  expect(may({ ...entry, due: null, alarm: 1 }, 'withdraw', officer)).toBe('same-person')
  // Late before, and given new days since.
  expect(may({ ...entry, everLate: true }, 'withdraw', officer, '2026-09-21')).toBe('same-person')
  expect(may({ ...entry, everLate: true }, 'withdraw', colleague, '2026-09-21')).toBeNull()
})

test('who refuses late was late, whatever new days an arbitration gives; who refuses in time was not', () => {
  const days = { granted: false, days: 5, due: '2026-10-12' } as const
  const late = [opened, step('refuse', 'secretary', { on: '2026-09-22', due: '2026-09-21' }), step('arbitrate', 'county', days)]
  expect(fold(late)).toMatchObject({ state: 'rectifying', everLate: true })
  const inTime = [
    opened,
    step('refuse', 'secretary', { on: '2026-09-21', due: '2026-09-21' }),
    step('arbitrate', 'county', { ...days, on: '2026-09-30' }),
  ]
  expect(fold(inTime)).toMatchObject({ state: 'rectifying', everLate: false })
})
