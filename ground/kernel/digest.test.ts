import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalDigest, openDigest, sha256Hex, utf8 } from './digest.ts'

test('agrees with another SHA-256, in one piece and in many', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' })), (pieces) => {
      const whole = pieces.join('')
      const other = createHash('sha256').update(whole, 'utf8').digest('hex')
      const digest = openDigest()
      for (const piece of pieces) digest.add(piece)
      expect([sha256Hex(whole), digest.hex()]).toEqual([other, other])
    }),
  )
})

test('of a value is that of its canonical text', () => {
  expect(canonicalDigest({ b: 1, a: '星' })).toBe(sha256Hex('{"a":"星","b":1}'))
})

test('pieces of every size and kind are one text, also over the edge of what is held back', () => {
  const size = fc.oneof(fc.nat(40), fc.integer({ min: 65_500, max: 65_600 }), fc.constant(200_000))
  const piece = fc.record({ how: fc.constantFrom('add', 'addBytes'), size })
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
      const digest = openDigest(pieces.length % 2 === 0 ? undefined : createHash('sha256'))
      let whole = ''
      for (const { how, size: length } of pieces) {
        const text = '星'.repeat(length)
        if (how === 'add') digest.add(text)
        else digest.addBytes(utf8(text))
        whole += text
      }
      expect(digest.hex()).toBe(createHash('sha256').update(whole).digest('hex'))
    }),
    { numRuns: 60 },
  )
})
