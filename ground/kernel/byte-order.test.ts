import fc from 'fast-check'
import { expect, test } from 'vitest'
import { byBytes } from './byte-order.ts'

test('is the order of the UTF-8 bytes for every pair of texts', () => {
  const text = fc.string({ unit: 'binary', maxLength: 6 })
  fc.assert(
    fc.property(text, text, (a, b) => {
      expect(byBytes(a, b)).toBe(Math.sign(Buffer.compare(Buffer.from(a), Buffer.from(b))))
    }),
    { numRuns: 2000 },
  )
})

test('puts what is written with surrogates after everything else, unlike <', () => {
  expect(['﹅', '𠮷'].toSorted()).toEqual(['𠮷', '﹅'])
  expect(byBytes('𠮷', '﹅')).toBe(1)
  expect(byBytes('村𠮷', '村')).toBe(1)
  expect(['b', 'a', '𠮷', 'aa', '﹅'].toSorted(byBytes)).toEqual(['a', 'aa', 'b', '﹅', '𠮷'])
})
