import { expect, it } from 'vitest'
import { forgotten, openAgain, pauseAfter } from './slowing.ts'

const minute = 60_000

it('five failures cost nothing, then the waits double up to an hour', () => {
  expect([0, 4].map((failures) => pauseAfter('account', failures))).toEqual([0, 0])
  expect([5, 6, 7, 8, 9, 10].map((failures) => pauseAfter('account', failures) / minute)).toEqual([1, 2, 4, 8, 16, 32])
  expect(pauseAfter('account', 11)).toBe(60 * minute)
  expect(pauseAfter('account', 1_000_000)).toBe(60 * minute)
})

it('a year of guessing at one account makes fewer than ten thousand guesses', () => {
  let time = 0
  let guesses = 0
  for (let failures = 0; time < 365 * 24 * 60 * minute; failures += 1) {
    guesses += 1
    time += pauseAfter('account', failures + 1)
  }
  expect(guesses).toBeLessThan(10_000)
})

it('an office behind one address is given more', () => {
  expect(pauseAfter('place', 99)).toBe(0)
  expect(pauseAfter('place', 100)).toBe(minute)
  expect(pauseAfter('place', 200)).toBe(15 * minute)
})

it('the door opens again when the wait is over, and old counts are forgotten', () => {
  expect(openAgain('account', null)).toBe(0)
  expect(openAgain('account', { failures: 5, lastAt: 1000 })).toBe(1000 + minute)
  expect(forgotten('account', { failures: 9, lastAt: 0 }, 24 * 60 * minute)).toBe(true)
  expect(forgotten('account', { failures: 9, lastAt: 0 }, 24 * 60 * minute - 1)).toBe(false)
})
