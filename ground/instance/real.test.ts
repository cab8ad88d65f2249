// Dice are drawn in portions of a larger draw: no byte may be handed out twice.

import { expect, test } from 'vitest'
import { realDice } from './real.ts'

test('small and large portions are of the length asked for and never the same', () => {
  const seen = new Set<string>()
  const lengths = [10, 16, 255, 256, 257, 5_000]
  for (let nth = 0; nth < 3_000; nth += 1) {
    const length = lengths[nth % lengths.length] ?? 0
    const bytes = realDice.bytes(length)
    expect(bytes).toHaveLength(length)
    seen.add(Buffer.from(bytes.subarray(0, 10)).toString('hex'))
  }
  expect(seen.size).toBe(3_000)
})

test('what was handed out belongs to whoever asked', () => {
  const bytes = realDice.bytes(16)
  const before = Buffer.from(bytes).toString('hex')
  for (let nth = 0; nth < 1_000; nth += 1) realDice.bytes(16)
  expect(Buffer.from(bytes).toString('hex')).toBe(before)
  expect(bytes.buffer.byteLength).toBe(16)
})
