import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  byDue,
  hasMoved,
  isMoot,
  isWhole,
  phoneVerbs,
  placeOf,
  standsHere,
  stepCounts,
  stepsOn,
  stepToSend,
  stoodStep,
  verbsHere,
} from './pocket-steps.ts'
import type { LocalStep, LocalSteps, PhoneVerb, StepState, Told } from './pocket-steps.ts'

const step = (id: string, verb: PhoneVerb, state: StepState, more: Partial<LocalStep> = {}): LocalStep => ({
  id,
  unit: '990101001',
  entry: 'e',
  verb,
  text: '写明',
  until: '',
  count: 3,
  seen: { state: 'assigned', returns: 0 },
  made: id.codePointAt(0) ?? 0,
  state,
  refused: null,
  ...more,
})
const stepsFrom = (...all: readonly LocalStep[]): LocalSteps => Object.fromEntries(all.map((one) => [one.id, one]))

const mine: Told = {
  state: 'assigned',
  returns: 0,
  extensionUntil: null,
  due: '2026-09-21',
  takes: ['plan', 'accept', 'refuse', 'rectify', 'askExtension'],
}
const theirs: Told = { ...mine, state: 'checking', takes: ['closeOut', 'return'] }
const today = '2026-09-08'

describe('what may be done without a line follows from what was done here', () => {
  test('accepted here, it may be reported here, and then waits for somebody else', () => {
    expect(verbsHere(mine, {}, 'e', today)).toEqual(['accept', 'askExtension', 'refuse'])
    const accepted = stepsFrom(step('a', 'accept', 'waiting'))
    expect(standsHere(mine, accepted, 'e')).toMatchObject({ state: 'rectifying' })
    expect(verbsHere(mine, accepted, 'e', today)).toEqual(['rectify', 'askExtension'])
    const both = { ...mine, takes: [...mine.takes, 'closeOut', 'return'] as const }
    const reported = stepsFrom(step('a', 'accept', 'waiting'), step('b', 'rectify', 'waiting'))
    expect(standsHere(both, reported, 'e')).toMatchObject({ state: 'checking', reported: true })
    expect(verbsHere(both, reported, 'e', today)).toEqual([])
  })
  test('an extension is asked for once and in time', () => {
    expect(verbsHere(mine, stepsFrom(step('a', 'askExtension', 'waiting')), 'e', today)).toEqual(['accept', 'refuse'])
    expect(verbsHere({ ...mine, extensionUntil: '2026-10-01' }, {}, 'e', today)).toEqual(['accept', 'refuse'])
    expect(verbsHere(mine, {}, 'e', '2026-09-22')).toEqual(['accept', 'refuse'])
    expect(verbsHere(mine, {}, 'e', '2026-09-21')).toContain('askExtension')
  })
  test('whoever checks closes out or returns, nobody else', () => {
    expect(verbsHere(theirs, {}, 'e', today)).toEqual(['closeOut', 'return'])
    expect(verbsHere({ ...theirs, takes: [] }, {}, 'e', today)).toEqual([])
    expect(standsHere(theirs, stepsFrom(step('a', 'return', 'waiting')), 'e')).toMatchObject({ state: 'rectifying', returns: 1 })
  })
  test('drafts and what is over change nothing', () => {
    for (const state of ['draft', 'arrived', 'refused', 'gone'] as const)
      expect(standsHere(mine, stepsFrom(step('a', 'accept', state)), 'e').state, state).toBe('assigned')
  })
})

test('steps go in their order, each once; what follows one that was not taken waits', () => {
  const states: readonly StepState[] = ['draft', 'waiting', 'arrived', 'refused', 'gone']
  const acts = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom(...states), fc.constantFrom('e', 'f')), { maxLength: 40 })
  fc.assert(
    fc.property(acts, (given) => {
      let steps: LocalSteps = {}
      const over = new Set<string>()
      for (const [id, state, entry] of given) {
        const at = steps[id]?.entry ?? entry
        steps = stoodStep(steps, step(id, 'accept', state, { entry: at }))
        if (state === 'arrived' || state === 'gone') over.add(id)
        const next = stepToSend(steps)
        if (next === undefined) continue
        expect(over.has(next.id)).toBe(false)
        expect(stepsOn(steps, next.entry, 'refused')).toEqual([])
        const first = stepsOn(steps, next.entry, 'waiting')[0]
        expect(first?.id).toBe(next.id)
      }
      const { here, arrived, refused } = stepCounts(steps)
      expect(here + arrived + refused + stepsOn(steps, 'e', 'gone').length + stepsOn(steps, 'f', 'gone').length).toBe(
        Object.keys(steps).length,
      )
    }),
  )
})

test('an entry has moved when its state or its round is another', () => {
  expect(hasMoved({ state: 'rectifying', returns: 0 }, { state: 'rectifying', returns: 0 })).toBe(false)
  expect(hasMoved({ state: 'rectifying', returns: 1 }, { state: 'rectifying', returns: 0 })).toBe(true)
  expect(hasMoved({ state: 'checking', returns: 0 }, { state: 'rectifying', returns: 0 })).toBe(true)
  expect(isMoot(step('a', 'accept', 'waiting'), { state: 'rectifying', returns: 0 })).toBe(true)
  expect(isMoot(step('a', 'accept', 'waiting'), { state: 'withdrawn', returns: 0 })).toBe(false)
  expect(isMoot(step('a', 'rectify', 'waiting'), { state: 'rectifying', returns: 0 })).toBe(false)
})

test('a step is sent when it says enough', () => {
  const said = { text: '写明', until: '', count: 3 }
  const nothing = { ...said, text: '  ' }
  const told = { due: '2026-09-21' }
  expect(phoneVerbs.filter((verb) => isWhole({ verb, ...nothing }, told))).toEqual(['accept', 'closeOut'])
  expect(phoneVerbs.filter((verb) => isWhole({ verb, ...said }, told))).toEqual(['accept', 'rectify', 'closeOut', 'return', 'refuse'])
  // A number that was deleted is none; a new term has a day at least.
  const counts = [null, 0, 1]
  expect(counts.map((count) => isWhole({ verb: 'return', ...said, count }, told))).toEqual([false, false, true])
  expect(counts.map((count) => isWhole({ verb: 'closeOut', ...said, count }, told))).toEqual([false, true, true])
  expect(isWhole({ verb: 'askExtension', ...said, until: '2026-09-22' }, told)).toBe(true)
  expect(isWhole({ verb: 'askExtension', ...said, until: '2026-09-21' }, told)).toBe(false)
})

test('what is late stands first, the earliest day before the others', () => {
  const at = (state: 'assigned' | 'refused', alarm: 'late-1x' | 'waiting', due: string | null) => ({ state, alarm, due })
  expect(placeOf(at('assigned', 'late-1x', '2026-09-01'))).toBe('late')
  expect(placeOf(at('assigned', 'waiting', '2026-09-21'))).toBe('assigned')
  expect(placeOf(at('refused', 'waiting', '2026-09-21'))).toBe('others')
  const days = ['2026-09-21', null, '2026-09-01'].map((due) => at('assigned', 'waiting', due))
  expect(days.toSorted(byDue).map(({ due }) => due)).toEqual(['2026-09-01', '2026-09-21', null])
})
