import { expect, test } from 'vitest'
import { together } from './together.ts'

test('whoever asks during a reading gets the next one, all of them the same', async () => {
  const ask = together<number>()
  const ends: (() => void)[] = []
  let readings = 0
  const read = (): Promise<number> => {
    const number = (readings += 1)
    return new Promise((resolve) => ends.push(() => resolve(number)))
  }
  const first = ask('a', read)
  const others = [ask('a', read), ask('a', read), ask('a', read)]
  const elsewhere = ask('b', read)
  expect(readings).toBe(2)
  ends[0]?.()
  expect(await first).toBe(1)
  await expect.poll(() => readings).toBe(3)
  // This one asks while the third is under way.
  const late = ask('a', read)
  ends[2]?.()
  expect(await Promise.all(others)).toEqual([3, 3, 3])
  await expect.poll(() => readings).toBe(4)
  ends[3]?.()
  expect(await late).toBe(4)
  ends[1]?.()
  expect(await elsewhere).toBe(2)
  const again = ask('a', read)
  expect(readings).toBe(5)
  ends[4]?.()
  expect(await again).toBe(5)
})

test('a reading that fails fails for those who share it, and the next one is a new one', async () => {
  const ask = together<number>()
  const failing = ask('a', () => Promise.reject(new Error('away')))
  const next = ask('a', () => Promise.resolve(7))
  await expect(failing).rejects.toThrow('away')
  expect(await next).toBe(7)
})
