// What an officer types becomes exactly the seats that are asked for.

import { expect, test } from 'vitest'
import { type Form, wantedOf } from './wanted.ts'

const parts = ['朝霞社区', '和风社区'].map((name, index) => ({
  subject: `99010100100${index + 1}`,
  name,
  number: index + 1,
  speaking: null,
  stop: null,
  drawn: null,
  presentedAt: null,
}))
const form: Form = { kind: 'judge', panel: 'leaders', way: 'number', count: '3', names: '', person: null, home: '' }

test('a number gives that many seats of the panel', () => {
  const { seats } = wantedOf(form, parts)
  expect(seats).toHaveLength(3)
  expect(seats[0]).toEqual({ kind: 'judge', panel: 'leaders', holder: '', person: null, home: null })
})

test('a list gives a seat a line, with the own unit by name or code after any comma', () => {
  const { seats, unknown } = wantedOf({ ...form, way: 'names', names: '演示·甲，朝霞社区\n\n 演示·乙 ,990101001002\n演示·丙' }, parts)
  expect(seats.map(({ holder, home }) => [holder, home])).toEqual([
    ['演示·甲', '990101001001'],
    ['演示·乙', '990101001002'],
    ['演示·丙', null],
  ])
  expect(unknown).toEqual([])
})

test('a unit that does not take part is named, not dropped in silence', () => {
  expect(wantedOf({ ...form, way: 'names', names: '演示·甲,远方社区' }, parts).unknown).toEqual(['远方社区'])
})

test('only judges sit in a panel, and an account brings its own unit', () => {
  const person = { id: '00000000-0000-7000-9000-000000000006', name: '演示·评委' }
  expect(wantedOf({ ...form, kind: 'teller' }, parts).seats[0]?.panel).toBeNull()
  expect(wantedOf({ ...form, way: 'account' }, parts).seats).toEqual([])
  expect(wantedOf({ ...form, way: 'account', person, home: '990101001001' }, parts).seats).toEqual([
    { kind: 'judge', panel: 'leaders', holder: '演示·评委', person: person.id, home: '990101001001' },
  ])
})
