import { expect, test } from 'vitest'
import type { Kept } from '#ground/sync/kept.ts'
import { forgetLeft, leftOf } from './forget.ts'
import type { State } from './state.ts'

const none: ReadonlySet<string> = new Set()
const step = (id: string, entry: string, state: string, text = '') => ({ id, entry, state, text, until: '', made: 0 })
const picture = (id: string, entry: string, state: string) => ({ id, entry, state })
const byId = <T extends { readonly id: string }>(...all: readonly T[]) => Object.fromEntries(all.map((one) => [one.id, one]))
const stateOf = (more: object): State =>
  ({
    hand: { post: 'p', more: false, rows: [{ id: 'a' }] },
    records: byId(...['a', 'b', 'c'].map((id) => ({ id, exhibits: [{ id: `view-${id}` }] }))),
    steps: {},
    pictures: {},
    ...more,
  }) as unknown as State

test('an entry that has left the list is forgotten, and none of which something still waits', () => {
  expect(leftOf(stateOf({}), none)).toEqual(['b', 'c'])
  expect(leftOf(stateOf({}), new Set(['b']))).toEqual(['c'])
  for (const state of ['waiting', 'refused']) expect(leftOf(stateOf({ steps: byId(step('s', 'b', state)) }), none), state).toEqual(['c'])
  expect(leftOf(stateOf({ steps: byId(step('s', 'b', 'draft', '写了一半')) }), none)).toEqual(['c'])
  // A draft in which nothing was written is nothing.
  expect(leftOf(stateOf({ steps: byId(step('s', 'b', 'draft'), step('t', 'c', 'arrived')) }), none)).toEqual(['b', 'c'])
  for (const state of ['storing', 'waiting', 'refused'])
    expect(leftOf(stateOf({ pictures: byId(picture('i', 'b', state)) }), none), state).toEqual(['c'])
  expect(leftOf(stateOf({ hand: null }), none)).toEqual([])
  // Nor does a list that is longer than what is taken along keep anything: what comes back to it is fetched again.
  expect(leftOf(stateOf({ hand: { post: 'p', more: true, rows: [{ id: 'a' }] } }), none)).toEqual(['b', 'c'])
})

test('with it go its steps, its pictures and what was fetched of it', () => {
  const removed: string[] = []
  const kept = { remove: async (key: string) => void removed.push(key) } as unknown as Kept
  let state = stateOf({
    steps: byId(step('s', 'b', 'arrived'), step('t', 'a', 'arrived')),
    pictures: byId(picture('i', 'b', 'arrived'), picture('j', 'b', 'gone'), picture('k', 'a', 'arrived')),
  })
  const pictures = forgetLeft(kept, state, (next) => (state = { ...state, ...next }), none)
  expect(pictures.toSorted()).toEqual(['i', 'j', 'view-b', 'view-c'])
  expect(removed.toSorted()).toEqual(['picture/p/i', 'picture/p/j', 'record/p/b', 'record/p/c', 'step/p/s'])
  expect([state.records, state.steps, state.pictures].map((one) => Object.keys(one))).toEqual([['a'], ['t'], ['k']])
})
