import { expect, test } from 'vitest'
import { keptPaper } from './kept-papers.ts'

test('a paper is made once as long as it is among the last, and one that is large every time', async () => {
  const made: string[] = []
  const ask = (key: string, size = 10): Promise<Uint8Array> =>
    keptPaper(key, async () => {
      made.push(key)
      return new Uint8Array(size)
    })
  await ask('a')
  await ask('a')
  expect(made).toEqual(['a'])
  for (let number = 0; number < 15; number += 1) await ask(`b${number}`)
  await ask('a')
  expect(made).toHaveLength(16)
  // The one asked for least recently has gone.
  await ask('c')
  await ask('b0')
  expect(made.slice(-2)).toEqual(['c', 'b0'])
  await ask('large', 5_000_000)
  await ask('large', 5_000_000)
  expect(made.slice(-2)).toEqual(['large', 'large'])
})
