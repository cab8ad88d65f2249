// What may be told of a result: nothing that fewer than three judges stand behind is ranked or shown.

import { expect, test } from 'vitest'
import { privately, publicly, revealSteps, toldAs } from './place.ts'
import type { Place } from './place.ts'

const place = (subject: string, rank: number, judges: Record<string, number>): Place => ({
  subject,
  name: subject,
  band: 'good',
  rank,
  total: String(100 - rank),
  components: { field: '80.0000' },
  spread: { field: '3', stage: '2' },
  judges,
  marks: [],
})
const enough = { field: 3, stage: 4 }
const places = [
  place('a', 1, { field: 2, stage: 5 }),
  place('b', 2, enough),
  place('c', 2, enough),
  place('d', 4, { field: 3, stage: 1 }),
  place('e', 5, enough),
]

test('as ranks, units with fewer than three sheets in any component are named apart, and no gap tells their place', () => {
  const { open, withheld } = toldAs(places, 'ranks')
  expect(open.map(({ subject, rank }) => [subject, rank])).toEqual([
    ['b', 1],
    ['c', 1],
    ['e', 3],
  ])
  expect(withheld.map(({ subject, rank, marks }) => [subject, rank, marks])).toEqual([
    ['a', null, ['few-judges']],
    ['d', null, ['few-judges']],
  ])
})

test('as bands nothing is withheld, and nothing that is shown is a figure', () => {
  const { open, withheld } = toldAs(places, 'bands')
  expect([open, withheld]).toEqual([places, []])
  for (const one of open)
    expect(publicly(one, 'bands')).toMatchObject({ rank: null, total: null, components: null, spread: null, judges: null })
})

test('a unit is told its own figures, but no difference between two judges', () => {
  const [first] = toldAs(places, 'ranks').withheld
  if (first === undefined) throw new Error('nobody is withheld')
  expect(privately(first, 'ranks')).toMatchObject({ total: '99', rank: null, spread: { stage: '2' } })
})

test('the hall is told in one step that nobody can be ranked', () => {
  expect(revealSteps([], 'ranks')).toEqual([[]])
  expect(revealSteps(toldAs(places, 'ranks').open, 'ranks').map((step) => step.map(({ subject }) => subject))).toEqual([['e'], ['b', 'c']])
})
