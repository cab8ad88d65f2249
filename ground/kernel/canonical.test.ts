import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonical } from './canonical.ts'
import { canonicalDigest, sha256Hex } from './digest.ts'

describe('canonical JSON (RFC 8785)', () => {
  test('writes the example of the RFC, section 3.2.2', () => {
    const input: unknown = JSON.parse(
      '{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],"string":"\\u20ac$\\u000F\\u000aA\'\\u0042\\u0022\\u005c\\\\\\"\\/","literals":[null,true,false]}',
    )
    expect(canonical(input)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    )
  })
  test('sorts names by UTF-16 code units, section 3.2.3', () => {
    const names = ['\u20ac', '\r', '\ufb33', '1', '\ud83d\ude00', '\u0080', '\u00f6']
    const written: unknown = JSON.parse(canonical(Object.fromEntries(names.map((name) => [name, 0]))))
    expect(canonical(Object.fromEntries(names.map((name) => [name, 0])))).toBe(
      '{"\\r":0,"1":0,"\u0080":0,"\u00f6":0,"\u20ac":0,"\ud83d\ude00":0,"\ufb33":0}',
    )
    expect(written).toEqual(Object.fromEntries(names.map((name) => [name, 0])))
  })
  test('does not depend on the order of members and says the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonical(value)
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
        const reversed = (item: unknown): unknown =>
          Array.isArray(item)
            ? item.map(reversed)
            : typeof item === 'object' && item !== null
              ? Object.fromEntries(
                  Object.entries(item)
                    .toReversed()
                    .map(([key, member]) => [key, reversed(member)]),
                )
              : item
        expect(canonical(reversed(value))).toBe(text)
      }),
    )
  })
  test('writes minus zero as 0', () => {
    expect(canonical([-0])).toBe('[0]')
  })
  test.each([
    ['undefined', undefined],
    ['a member undefined', { a: undefined }],
    ['a hole', Object.assign([1], { 2: 3 })],
    ['NaN', NaN],
    ['infinity', -Infinity],
    ['bigint', 1n],
    ['a date', new Date(0)],
    ['a map', new Map()],
    ['a function', () => 1],
    ['a lone surrogate', '\ud800'],
    ['a lone surrogate as name', { '\udc00': 1 }],
  ])('refuses %s', (_, value) => {
    expect(() => canonical(value)).toThrow(TypeError)
  })
})

describe('digests', () => {
  test('are the published test vectors', () => {
    expect(sha256Hex('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
    expect(sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  })
  test('take text as UTF-8', () => {
    expect(sha256Hex('星')).toBe(sha256Hex(new Uint8Array([0xe6, 0x98, 0x9f])))
  })
  test('of a value are those of its canonical text', () => {
    expect(canonicalDigest({ b: 1, a: '星' })).toBe(sha256Hex('{"a":"星","b":1}'))
  })
})
