import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { after, begun, fold, livingStates, reviewStates, states } from './candidacy.ts'
import type { Candidacy, Step, Verb } from './candidacy.ts'
import { hindrances } from './certifying.ts'
import { refuses, verbsFor } from './guards.ts'
import type { Who } from './guards.ts'

const step = (verb: Verb, more: Partial<Step> = {}): Step => ({
  verb,
  on: '2026-09-08',
  by: 'secretary',
  byUnit: '990101001001',
  rows: [],
  reason: '',
  due: null,
  other: null,
  ...more,
})

const unit: Who = { id: 'secretary', own: true, linked: true, reviews: [], samples: false, decides: false }
const reviewer = (id: string, ...reviews: Who['reviews']): Who => ({ ...unit, id, own: false, linked: false, reviews })
const township = reviewer('township', 'first')
const office = reviewer('office', 'office')
const county: Who = { ...reviewer('county', 'joint'), decides: true }
const city: Who = { ...reviewer('city'), samples: true }
const note = [{ row: 'B1', reason: '材料与现场不符' }]

describe('the way of one star', () => {
  test('from self-check to certified, each level by its own hands', () => {
    const way = [
      step('begin'),
      step('submit', { other: 'd1' }),
      step('pass', { by: 'township' }),
      step('pass', { by: 'office' }),
      step('pass', { by: 'county' }),
      step('publicise', { by: 'county', due: '2026-09-15', other: 'p1' }),
      step('certify', { by: 'county', on: '2026-09-16' }),
    ]
    expect(fold(way)).toMatchObject({
      state: 'certified',
      certifiedOn: '2026-09-16',
      submissions: 1,
      reviewers: ['township', 'office', 'county'],
    })
  })

  test('what a level returns comes back to that level, with its rows until it is mended', () => {
    const returned = fold([
      step('begin'),
      step('submit'),
      step('pass', { by: 'township' }),
      step('return', { by: 'office', rows: note, due: '2026-09-20' }),
    ])
    expect(returned).toMatchObject({ state: 'returned', back: 'office', due: '2026-09-20', rows: note })
    expect(after(returned, step('submit', { other: 'd2' }))).toMatchObject({
      state: 'office',
      back: null,
      rows: [],
      digest: 'd2',
      submissions: 2,
    })
  })

  test('a star returned after its publicity is weighed jointly and publicised again', () => {
    const shown = fold([
      step('begin'),
      step('submit'),
      step('pass', { by: 'township' }),
      step('pass', { by: 'office' }),
      step('pass', { by: 'county' }),
      step('publicise', { due: '2026-09-15', other: 'p1' }),
    ])
    const mended = after(after(shown, step('return', { rows: note, due: '2026-09-20' })), step('submit'))
    expect(mended).toMatchObject({ state: 'joint', publicity: null, publicUntil: null })
  })

  test('an appeal that is upheld goes back to the level that refused; a dismissed one ends there', () => {
    const refused = fold([step('begin'), step('submit'), step('refuse', { by: 'township', rows: note })])
    const appealed = after(refused, step('appeal'))
    expect(after(appealed, step('uphold', { by: 'county' }))).toMatchObject({ state: 'first', refusedBy: null })
    expect(after(appealed, step('dismiss', { by: 'county', rows: note }))).toMatchObject({ state: 'dismissed' })
  })
})

describe('who may do what', () => {
  const first = fold([step('begin'), step('submit')])
  const today = '2026-09-08'

  test('a level answers only what lies on its table', () => {
    expect(refuses(first, 'pass', township, { today })).toBeNull()
    expect(refuses(first, 'pass', office, { today })).toBe('not-yours')
    expect(refuses(first, 'pass', county, { today })).toBe('not-yours')
    expect(refuses(first, 'submit', unit, { today })).toBe('wrong-state')
  })

  test('nobody linked to the unit reviews it, nor whoever submitted', () => {
    expect(refuses(first, 'pass', { ...township, linked: true }, { today })).toBe('linked')
    expect(refuses(first, 'pass', { ...township, id: 'secretary' }, { today })).toBe('same-person')
  })

  test('a return names rows and a day to come; a refusal names rows', () => {
    expect(refuses(first, 'return', township, { today })).toBe('rows-missing')
    expect(refuses(first, 'return', township, { today, rows: note })).toBe('day-missing')
    expect(refuses(first, 'return', township, { today, rows: note, due: '2026-09-07' })).toBe('day-passed')
    expect(refuses(first, 'return', township, { today, rows: note, due: '2026-09-08' })).toBeNull()
    expect(refuses(first, 'refuse', township, { today })).toBe('rows-missing')
  })

  test('whoever refused does not decide the appeal', () => {
    const appealed = fold([step('begin'), step('submit'), step('refuse', { by: 'county', rows: note }), step('appeal')])
    expect(refuses(appealed, 'uphold', county, { today })).toBe('same-person')
    expect(refuses(appealed, 'uphold', { ...county, id: 'other' }, { today })).toBeNull()
  })

  test('an appeal after its last day is too late; without a set day it is not', () => {
    const refused = fold([step('begin'), step('submit'), step('refuse', { by: 'county', rows: note })])
    expect(refuses(refused, 'appeal', unit, { today, appealUntil: '2026-09-07' })).toBe('appeal-late')
    expect(refuses(refused, 'appeal', unit, { today, appealUntil: null })).toBeNull()
  })

  test('a drawn star is publicised only when the sample is confirmed', () => {
    const agreed = fold([step('begin'), step('submit'), step('pass'), step('pass'), step('pass'), step('draw', { by: 'city' })])
    expect(refuses(agreed, 'publicise', county, { today, due: '2026-09-15' })).toBe('sample-open')
    expect(refuses(after(agreed, step('confirm', { by: 'city' })), 'publicise', county, { today, due: '2026-09-15' })).toBeNull()
  })
})

const cast: readonly Who[] = [
  unit,
  township,
  office,
  county,
  city,
  { ...township, id: 'linked', linked: true },
  { ...county, id: 'county-2' },
]
const verbs: readonly Verb[] = [
  'submit',
  'pass',
  'return',
  'refuse',
  'draw',
  'confirm',
  'publicise',
  'certify',
  'appeal',
  'uphold',
  'dismiss',
  'withdraw',
]
const days = ['2026-09-08', '2026-09-15', '2026-09-16'] as const
const attempt = fc.record({
  who: fc.constantFrom(...cast),
  verb: fc.constantFrom(...verbs),
  today: fc.constantFrom(...days),
  unmet: fc.constantFrom<string[][]>([], ['B1']),
  held: fc.constantFrom(true, false, null),
  objections: fc.integer({ min: 0, max: 1 }),
  left: fc.constantFrom(null, 0, 1),
  named: fc.boolean(),
})
// Most attempts of a pure dice would be refused; weighing the right next verb lets plays reach the end often enough.
const ahead: Readonly<Partial<Record<Candidacy['state'], readonly [Who, Verb]>>> = {
  checking: [unit, 'submit'],
  returned: [unit, 'submit'],
  first: [township, 'pass'],
  office: [office, 'pass'],
  joint: [county, 'pass'],
  agreed: [county, 'publicise'],
  publicised: [county, 'certify'],
}

type Attempt = typeof attempt extends fc.Arbitrary<infer T> ? T : never
type Played = { steps: Step[]; certifiedUnder: Attempt | null; linkedActed: boolean }

function play(tries: readonly (readonly [boolean, Attempt])[]): Played {
  const played: Played = { steps: [step('begin')], certifiedUnder: null, linkedActed: false }
  let state = begun
  for (const [forward, wild] of tries) {
    const way = forward ? ahead[state.state] : undefined
    const now = way === undefined ? wild : { ...wild, who: way[0], verb: way[1] }
    const rows = now.named ? note : []
    const due = now.named || forward ? '2026-09-15' : null
    if (refuses(state, now.verb, now.who, { today: now.today, rows, due }) !== null) continue
    const circumstances = { today: now.today, openObjections: now.objections, unmet: now.unmet, held: now.held, left: now.left }
    if (now.verb === 'certify' && hindrances(state, circumstances).length > 0) continue
    if (now.verb === 'certify') played.certifiedUnder = now
    if (now.who.linked && !now.who.own) played.linkedActed = true
    const taken = step(now.verb, { by: now.who.id, on: now.today, rows, due, other: now.verb === 'publicise' ? 'p' : 'd' })
    played.steps.push(taken)
    state = after(state, taken)
  }
  return played
}

describe('no sequence of verbs', () => {
  test('reaches certified past a bottom line, an objection, the days of publicity, a quota, a linked reviewer or an open sample', () => {
    let reached = 0
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.boolean(), attempt), { minLength: 6, maxLength: 40 }), (tries) => {
        const { steps, certifiedUnder, linkedActed } = play(tries)
        expect(linkedActed).toBe(false)
        const end = fold(steps)
        expect(end.state === 'certified').toBe(certifiedUnder !== null)
        if (certifiedUnder === null) return
        reached += 1
        expect(certifiedUnder.unmet).toEqual([])
        expect(certifiedUnder.held).toBe(true)
        expect(certifiedUnder.objections).toBe(0)
        expect(certifiedUnder.left === null || certifiedUnder.left > 0).toBe(true)
        expect(certifiedUnder.today > '2026-09-15').toBe(true)
        expect(end.drawn && !end.confirmed).toBe(false)
        // Somebody of each level passed it after the last submission to the first level.
        expect(steps.filter((taken) => taken.verb === 'pass').length).toBeGreaterThanOrEqual(3)
      }),
      { numRuns: 3000 },
    )
    expect(reached).toBeGreaterThan(50)
  })

  test('ends without rows and reasons where it was negative, or without a way to object', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.boolean(), attempt), { maxLength: 30 }), (tries) => {
        const { steps } = play(tries)
        for (const taken of steps) {
          if (taken.verb === 'return' || taken.verb === 'refuse' || taken.verb === 'dismiss') expect(taken.rows.length).toBeGreaterThan(0)
        }
        const end = fold(steps)
        if (end.state === 'refused') expect(verbsFor(end, unit, '2026-09-08')).toContain('appeal')
        if (end.state === 'returned') {
          expect(end.back).not.toBeNull()
          expect(verbsFor(end, unit, '2026-09-08')).toContain('submit')
        }
      }),
    )
  })
})

test('steps of different stars commute: any interleaving that keeps the order of each star gives the same states', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.tuple(fc.boolean(), attempt), { maxLength: 15 }), { minLength: 2, maxLength: 4 }),
      fc.infiniteStream(fc.nat(100)),
      (plays, dice) => {
        const apart = plays.map((tries) => play(tries).steps)
        const queues = apart.map((steps) => [...steps])
        const woven = new Map<number, Candidacy>()
        while (queues.some((queue) => queue.length > 0)) {
          const open = queues.flatMap((queue, star) => (queue.length > 0 ? [star] : []))
          const star = open[(dice.next().value ?? 0) % open.length] ?? 0
          const taken = queues[star]?.shift()
          if (taken !== undefined) woven.set(star, taken.verb === 'begin' ? begun : after(woven.get(star) ?? begun, taken))
        }
        expect([...woven.entries()].toSorted((a, b) => a[0] - b[0]).map(([, end]) => end)).toEqual(apart.map((steps) => fold(steps)))
      },
    ),
  )
})

test('review levels are states, and what is living is a state', () => {
  for (const state of [...reviewStates, ...livingStates]) expect(states).toContain(state)
})
