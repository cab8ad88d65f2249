// A draw that is turned over one by one: every turn is recomputable from what is public then, and only then.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sha256Hex } from '#ground/kernel/digest.ts'
import { draw } from './draw.ts'
import { anchorOf, entropyOfTurn, follows, keyOf, linesLeft, turn } from './turning.ts'

const seed = 'ab'.repeat(32)
const numbered = (count: number): string[] => Array.from({ length: count }, (_, place) => `第${place + 1}题`)

/** All turns of a pool, each as the hall sees it. */
function turnAll(pool: readonly string[], take: number, values: string, from = seed): { line: number; text: string }[] {
  const turns: { line: number; text: string }[] = []
  for (let number = 1; number <= take; number += 1) {
    const key = keyOf(from, take, number)
    const drawn = turn({ pool, take, turned: turns.map(({ line }) => line), values, key, hash: 'sha256' })
    if (!drawn.ok) throw new Error(JSON.stringify(drawn.problem))
    turns.push(drawn.value)
  }
  return turns
}

test('the keys are a chain: each digest is the key before, the first one is the published end', () => {
  const take = 5
  const anchor = anchorOf(seed, take)
  expect(anchor).toBe(sha256Hex(keyOf(seed, take, 1)))
  for (let number = 2; number <= take; number += 1) expect(sha256Hex(keyOf(seed, take, number))).toBe(keyOf(seed, take, number - 1))
  expect(keyOf(seed, take, take)).toBe(seed)
  expect(follows(keyOf(seed, take, 1), anchor)).toBe(true)
  expect(follows(keyOf(seed, take, 2), anchor)).toBe(false)
})

test('every line comes once and no line twice; the whole pool can be turned over', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 30 }), fc.string({ minLength: 1, maxLength: 12 }), (count, values) => {
      const pool = numbered(count)
      const turns = turnAll(pool, count, values.isWellFormed() ? values : 'x')
      expect(turns.map(({ line }) => line).toSorted((a, b) => a - b)).toEqual(pool.map((_, place) => place + 1))
      for (const { line, text } of turns) expect(text).toBe(pool[line - 1])
    }),
  )
})

test('a turn is what the command draws from the lines that were left, with the values and the key as its entropy', () => {
  const pool = numbered(7)
  const turns = turnAll(pool, 7, '3.8./')
  const before = turns.slice(0, 3).map(({ line }) => line)
  const lines = linesLeft(pool, before)
  expect(lines).toHaveLength(4)
  const again = draw({ lines, take: 1, entropy: entropyOfTurn('3.8./', keyOf(seed, 7, 4)), hash: 'sha256' })
  expect(again.ok && again.value.selected[0]?.text).toBe(turns[3]?.text)
})

test('both kinds of chance decide: other values give another order, and so does another chain', () => {
  const pool = numbered(20)
  const order = (values: string, from?: string): string =>
    turnAll(pool, 20, values, from)
      .map(({ line }) => line)
      .join()
  expect(order('1./')).toBe(order('1./'))
  expect(order('1./')).not.toBe(order('2./'))
  expect(order('1./')).not.toBe(order('1./', 'cd'.repeat(32)))
})

test('after the last sealed question nothing more is drawn', () => {
  const drawn = turn({ pool: numbered(3), take: 2, turned: [1, 3], values: 'x', key: seed, hash: 'sha256' })
  expect(drawn.ok ? null : drawn.problem.code).toBe(4165)
})
