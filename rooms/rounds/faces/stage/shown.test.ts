// What the screen may show after answers, hints and failures in any order.

import { expect, test } from 'vitest'
import { announced, answered, blank, concerns, overdue, turns, unseated } from './shown.ts'
import type { Stage } from './shown.ts'

const at = (second: number): string => new Date(Date.UTC(2026, 8, 8, 1, 0, second)).toISOString()
const picture = (version: number, subject: string, second = version, id = 'round'): Stage =>
  ({ id, version, asOf: at(second), scene: { kind: 'unit', subject } }) as unknown as Stage

test('a smaller version changes nothing on the screen', () => {
  const now = answered(answered(blank(null), picture(7, 'b')), picture(6, 'a'))
  expect(now.stage?.scene.subject).toBe('b')
  expect(now.newest).toEqual({ round: 'round', version: 7 })
})

test('after a reload a smaller version is not shown, the same one is', () => {
  const reloaded = blank({ round: 'round', version: 7 })
  expect(reloaded.frame).toBe('recovering')
  expect(answered(reloaded, picture(6, 'a'))).toMatchObject({ stage: null, frame: 'old' })
  expect(answered(reloaded, picture(7, 'b')).stage?.scene.subject).toBe('b')
})

test('of one version the later reading counts', () => {
  const now = answered(blank(null), picture(7, 'late', 9))
  expect(answered(now, picture(7, 'early', 8)).stage?.scene.subject).toBe('late')
  expect(answered(now, picture(7, 'latest', 9)).stage?.scene.subject).toBe('latest')
})

test('once another unit is announced, the one before goes when its picture does not come', () => {
  const shown = answered(blank(null), picture(7, 'a'))
  expect(overdue(shown).stage?.scene.subject).toBe('a')
  const waiting = announced(shown)
  expect(waiting.stage?.scene.subject).toBe('a')
  const gone = overdue(waiting)
  expect(gone).toMatchObject({ stage: null, frame: 'recovering' })
  expect(answered(gone, picture(6, 'a'))).toMatchObject({ stage: null, frame: 'old' })
  expect(answered(gone, picture(8, 'b'))).toMatchObject({ stage: { version: 8 }, awaited: false })
})

test('another round of the same screen begins anew', () => {
  const now = answered(blank({ round: 'round', version: 90 }), picture(3, 'a', 3, 'other'))
  expect(now.newest).toEqual({ round: 'other', version: 3 })
})

test('a seat that was taken back shows nothing of the round', () => {
  expect(unseated(answered(blank(null), picture(7, 'a')))).toMatchObject({ stage: null, frame: 'no-seat' })
})

test('scores are not asked about; a unit, a reveal and a vote turn the hall', () => {
  expect(['score', 'openSeat'].some(concerns)).toBe(false)
  expect(['present', 'reveal', 'openVote', 'show'].every((verb) => concerns(verb) && turns(verb))).toBe(true)
  expect(turns('setTimer')).toBe(false)
})
