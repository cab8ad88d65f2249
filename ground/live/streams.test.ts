// Who hears what. A seat has no account, and neither has a resident who complains.

import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { nobody } from '#ground/postgres/actor.ts'
import { frameOf, mayHear } from './streams.ts'

const said = {
  id: randomUUID(),
  room: 'notes',
  verb: 'add',
  subject: 'note:1',
  unit: '990101001',
  at: '2026-09-08T01:00:00.000Z',
  actor: null,
}
const seat = { ...nobody, seats: [randomUUID()], hears: ['round:1'] }

test('a seat hears of its own round alone, not of everything done without an account', () => {
  expect(mayHear(seat, said)).toBe(false)
  expect(mayHear(seat, { ...said, subject: 'round:1' })).toBe(true)
  expect(mayHear(seat, { ...said, subject: 'round:10' })).toBe(false)
})

test('an account hears what it did itself and what lies in its scopes', () => {
  const id = randomUUID()
  expect(mayHear({ ...nobody, id }, said)).toBe(false)
  expect(mayHear({ ...nobody, id }, { ...said, actor: id })).toBe(true)
  expect(mayHear({ ...nobody, id, scopes: ['990101'] }, said)).toBe(true)
})

test('who speaks for the unit that an act is about hears of it; the unit beside it does not', () => {
  const village = { ...nobody, id: randomUUID(), subjects: ['990101001001'] }
  expect(mayHear(village, said)).toBe(false)
  expect(mayHear(village, { ...said, about: '990101001001' })).toBe(true)
  expect(mayHear(village, { ...said, about: '990101001002' })).toBe(false)
  expect(frameOf({ ...said, about: '990101001001' })).not.toContain('about')
})
