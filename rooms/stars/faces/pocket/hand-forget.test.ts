import { expect, test } from 'vitest'
import type { LocalPiece } from '../../core/pocket-pieces.ts'
import type { LocalRow } from '../../core/pocket-rows.ts'
import { leftOf } from './hand-forget.ts'
import type { HandState } from './hand-state.ts'

const fetched = (ids: readonly string[]) => Object.fromEntries(ids.map((id) => [id, { at: 0, value: {} }]))
const stateOf = (listed: readonly string[], more: object): HandState =>
  ({ hand: { at: 0, value: { rows: listed.map((id) => ({ id })) } }, sheets: {}, reviews: {}, rows: {}, pieces: {}, ...more }) as HandState
const row = (candidacy: string, pending: boolean) => ({ candidacy, pending }) as LocalRow
const piece = (candidacy: string, state: LocalPiece['state']) => ({ candidacy, state }) as LocalPiece

test('a star that has left the list is forgotten, and none of which something still waits', () => {
  const sheets = fetched(['a', 'b', 'c', 'd'])
  expect(leftOf(stateOf(['a'], { sheets }))).toEqual(['b', 'c', 'd'])
  expect(leftOf(stateOf(['a'], { sheets, rows: { x: row('b', true), y: row('c', false) } }))).toEqual(['c', 'd'])
  expect(
    leftOf(stateOf(['a'], { sheets, pieces: { x: piece('b', 'recording'), y: piece('c', 'arrived'), z: piece('d', 'refused') } })),
  ).toEqual(['c'])
  expect(leftOf(stateOf([], { reviews: fetched(['r']) }))).toEqual(['r'])
  expect(
    leftOf(
      stateOf(
        Array.from({ length: 200 }, (_, at) => `${at}`),
        { sheets },
      ),
    ),
  ).toEqual([])
  expect(leftOf({ ...stateOf([], { sheets }), hand: null })).toEqual([])
})
