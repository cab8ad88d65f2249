import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { closedLoop, openLoop } from './load.ts'

test('by the clock, those who had to wait for a pause of the server count their whole wait', async () => {
  let asked = 0
  const load = await openLoop({ askers: 1, rate: 100, seconds: 0.5, warm: 0 }, async () => {
    if ((asked += 1) === 1) await pause(300)
  })
  expect(load.milliseconds).toHaveLength(50)
  // Thirty questions came due during the pause; without their waits only one would be slow.
  expect(load.milliseconds.filter((wait) => wait > 20).length).toBeGreaterThan(20)
})

test('what is answered while warming up does not count', async () => {
  const load = await openLoop({ askers: 4, rate: 100, seconds: 0.2, warm: 0.2 }, async () => {})
  expect(load.milliseconds).toHaveLength(20)
})

test('a failure is counted as one, with its words, and is no answer', async () => {
  let asked = 0
  const load = await closedLoop({ askers: 2, seconds: 0.05, warm: 0 }, async () => {
    await pause(1)
    if ((asked += 1) % 2 === 0) throw new Error('503 busy')
  })
  expect(load.failure).toBe('503 busy')
  expect(load.failures).toBeGreaterThan(0)
  expect(load.failures + load.milliseconds.length).toBe(asked)
})
