// The page's line of steps: what it proposes next is always something the server would take.

import { expect, test } from 'vitest'
import { allows, states } from '../../core/state.ts'
import { leadingVerb, stepAsked, stepOf } from './steps.ts'

const standings = states.flatMap((state) =>
  [0, 3].flatMap((units) => [0, 5, null].flatMap((judges) => [0, 2, null].map((left) => ({ state, units, judges, left })))),
)

test('at every step of every state the proposed verb is allowed', () => {
  for (const standing of standings) {
    const verb = leadingVerb(standing.state, stepOf(standing))
    if (verb !== null) expect(allows(standing.state, verb)).toBe(true)
  }
})

test('only a closed or cancelled round proposes nothing', () => {
  const idle = standings.filter((standing) => leadingVerb(standing.state, stepOf(standing)) === null).map(({ state }) => state)
  expect([...new Set(idle)]).toEqual(['closed', 'cancelled'])
})

test('a round without units asks for units first, one with some for its rules', () => {
  const planned = { state: 'planned', judges: 0, left: null } as const
  expect(stepOf({ ...planned, units: 0 })).toBe('plan')
  expect(stepOf({ ...planned, units: 2 })).toBe('rules')
})

test('a reveal goes on until nothing is left', () => {
  const revealed = { state: 'revealed', units: 2, judges: 3 } as const
  expect(stepOf({ ...revealed, left: 1 })).toBe('reveal')
  expect(stepOf({ ...revealed, left: 0 })).toBe('publish')
})

test('an unknown step in the address is the present one', () => {
  expect(stepAsked('seats', 'live')).toBe('seats')
  expect(stepAsked('nowhere', 'live')).toBe('live')
  expect(stepAsked(undefined, 'live')).toBe('live')
})
