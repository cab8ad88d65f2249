// Properties over random lives of an entry: people who try every verb on any day, a house that escalates whenever it runs, a
// clock that jumps forwards and back.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '#ground/kernel/days.ts'
import { workCalendar } from '#ground/kernel/working-days.ts'
import { readingOf, termOf } from './deadline.ts'
import { escalationsOf, toldBy } from './escalation.ts'
import { refuses, userVerbs } from './guards.ts'
import type { UserVerb, Who } from './guards.ts'
import { after, assigned, fold, openStates } from './state.ts'
import type { Entry, Step, Verb } from './state.ts'

const calendar = workCalendar([{ year: 2026, holidays: [], workdays: [] }])
const where = { unit: '990101001', subject: '990101001001' }
const grants = ['ledger.read', 'ledger.assign', 'ledger.answer', 'ledger.check', 'ledger.arbitrate']
const who = (person: string, scope: string): Who => ({ person, scopes: [scope], subjects: [scope], grants })
const people = [
  who('secretary', '990101001001'),
  who('officer', '990101001'),
  who('colleague', '990101001'),
  who('county', '990101'),
  who('county-colleague', '990101'),
]
const start = '2026-03-02'

const step = (verb: Verb, by: string | null, on: string, more: Partial<Step> = {}): Step => ({
  verb,
  by,
  on,
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

interface Life {
  entry: Entry
  readonly steps: Step[]
  today: string
}

const begin = (): Life => {
  const first = step('assign', 'officer', start, termOf(calendar, start, { days: 5 }))
  return { entry: assigned(first), steps: [first], today: start }
}

function take(life: Life, next: Step): void {
  life.entry = after(life.entry, next)
  life.steps.push(next)
}

const termed: readonly Verb[] = ['arbitrate', 'return', 'decideExtension', 'askExtension']

function attempt(life: Life, verb: UserVerb, one: Who, yes: boolean): boolean {
  const { entry, today } = life
  if (refuses(entry, where, verb, one, today) !== null) return false
  const granted = ['arbitrate', 'decideExtension', 'lookBack'].includes(verb) ? yes : null
  const term = termed.includes(verb) && granted !== (verb === 'arbitrate') ? termOf(calendar, today, { days: 5 }) : {}
  take(life, step(verb, one.person, today, { granted, ...term, other: granted === false && verb === 'lookBack' ? 'next' : null }))
  return true
}

/** The house runs; `dies` stops it after the first step, as a process that is killed between two of them. */
function house(life: Life, dies: boolean): void {
  const due = escalationsOf(life.entry, where, calendar, life.today)
  for (const next of dies ? due.slice(0, 1) : due) {
    expect(readingOf(life.entry, calendar, life.today).alarm).toMatch(next.level === 3 ? /^late-3x$/ : /^late-/)
    take(life, next)
  }
  if (!dies) expect(escalationsOf(life.entry, where, calendar, life.today)).toEqual([])
}

const act = fc.oneof(
  { weight: 6, arbitrary: fc.record({ verb: fc.constantFrom(...userVerbs), one: fc.constantFrom(...people), yes: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ jump: fc.integer({ min: -10, max: 30 }) }) },
  { weight: 3, arbitrary: fc.record({ dies: fc.boolean() }) },
)

test('one level up from who is late, the county at most', () => {
  expect([toldBy(where, 'rectifying', 1), toldBy(where, 'rectifying', 3)]).toEqual(['990101001', '990101'])
  expect([toldBy(where, 'refused', 1), toldBy(where, 'refused', 3)]).toEqual(['990101', '990101'])
  const ofCounty = { unit: '990101', subject: '990101001001' }
  expect([toldBy(ofCounty, 'assigned', 1), toldBy(ofCounty, 'assigned', 3)]).toEqual(['990101001', '990101'])
  const ofGrid = { unit: '990101001', subject: '990101001001003' }
  expect([toldBy(ofGrid, 'assigned', 1), toldBy(ofGrid, 'assigned', 3)]).toEqual(['990101001001', '990101'])
})

test('a clock that jumps over both days takes both steps, in order', () => {
  const life = begin()
  life.today = '2026-06-01'
  house(life, false)
  expect(life.steps.slice(1).map(({ level, told }) => [level, told])).toEqual([
    [1, '990101001'],
    [3, '990101'],
  ])
  life.today = '2026-03-20'
  house(life, false)
  expect(life.steps).toHaveLength(3)
})

test('along any life: one step a term and level, no extension asked late, no close-out by the same person', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 60 }), (acts) => {
      const life = begin()
      for (const one of acts) {
        const before = life.entry
        if ('jump' in one) life.today = addDays(life.today, one.jump)
        else if ('dies' in one) house(life, one.dies)
        else {
          const done = attempt(life, one.verb, one.one, one.yes)
          if (done && before.state === 'refused') expect(one.verb).toBe('arbitrate')
          if (done && one.verb === 'askExtension') expect(before.due === null || life.today <= before.due).toBe(true)
        }
        if (life.entry.closedBy !== null) expect(life.entry.rectifiers).not.toContain(life.entry.closedBy)
      }
      let term = 0
      const escalated: string[] = []
      for (const [index, one] of life.steps.entries()) {
        term = fold(life.steps.slice(0, index + 1)).term
        if (one.verb === 'escalate') escalated.push(`${term}/${one.level}`)
      }
      expect(new Set(escalated).size).toBe(escalated.length)
      for (const key of escalated) if (key.endsWith('/3')) expect(escalated).toContain(key.replace('/3', '/1'))
      expect(life.entry).toEqual(fold(life.steps))
      // A refusal that still waits can be decided by somebody of the level above, whatever happened before.
      if (life.entry.state === 'refused')
        expect(people.some((one) => refuses(life.entry, where, 'arbitrate', one, life.today) === null)).toBe(true)
      expect(openStates.includes(life.entry.state) || escalationsOf(life.entry, where, calendar, '2026-12-01').length === 0).toBe(true)
    }),
    { numRuns: 400 },
  )
})
