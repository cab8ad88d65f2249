import { expect, test } from 'vitest'
import { pageLimits } from './page-limits.ts'

test('a form may be sent as often in a minute as the contract allows, by each peer', () => {
  let now = 0
  const limits = pageLimits(() => now)
  const tries = (peer: string): boolean[] => Array.from({ length: 4 }, () => limits.allows('feedback.file', peer, 3))
  expect(tries('a')).toEqual([true, true, true, false])
  expect(tries('b')).toEqual([true, true, true, false])
  now += 60_000
  expect(tries('a')).toEqual([true, true, true, false])
})
