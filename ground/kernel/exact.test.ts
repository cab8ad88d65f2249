import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  add,
  clamp,
  compare,
  decimalsOf,
  divide,
  equals,
  exact,
  isMultipleOf,
  max,
  min,
  multiply,
  parseExact,
  round,
  scaled,
  subtract,
  sum,
  toFixed,
  toPlain,
  unscaled,
  zero,
} from './exact.ts'

const decimal = fc.tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.integer({ min: 0, max: 8 })).map(([units, decimals]) => {
  const digits = (units < 0n ? -units : units).toString().padStart(decimals + 1, '0')
  const text = decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
  return { text: units < 0n ? `-${text}` : text, units, decimals }
})
const rational = fc
  .tuple(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.bigInt({ min: 1n, max: 10n ** 6n }))
  .map(([numerator, denominator]) => divide(exact(numerator), exact(denominator)))

describe('reading decimals', () => {
  test.each(['0', '-0', '12', '-3.50', '0.001', '98765432109876543210.5'])('takes %s', (text) => {
    expect(parseExact(text)).not.toBeNull()
  })
  test.each(['', '+1', '01', '.5', '5.', '1e3', ' 1', '1 ', '1,5', '--1', '٣', '1\n', 'NaN', '0x1'])('refuses %j', (text) => {
    expect(parseExact(text)).toBeNull()
  })
  test('means the written value', () => {
    fc.assert(
      fc.property(decimal, ({ text, units, decimals }) => {
        expect(parseExact(text)).toEqual({ numerator: units, denominator: 10n ** BigInt(decimals) })
      }),
    )
  })
  test('throws for constants that are no numbers', () => {
    expect(() => exact('1,5')).toThrow(RangeError)
    expect(() => exact(0.5)).toThrow(RangeError)
  })
})

describe('arithmetic', () => {
  test('keeps the laws of a field', () => {
    fc.assert(
      fc.property(rational, rational, rational, (a, b, c) => {
        expect(equals(add(a, b), add(b, a))).toBe(true)
        expect(equals(add(add(a, b), c), add(a, add(b, c)))).toBe(true)
        expect(equals(multiply(a, add(b, c)), add(multiply(a, b), multiply(a, c)))).toBe(true)
        expect(equals(subtract(add(a, b), b), a)).toBe(true)
        if (!equals(b, zero)) expect(equals(multiply(divide(a, b), b), a)).toBe(true)
      }),
    )
  })
  test('keeps every denominator positive, so that signs and comparisons hold', () => {
    fc.assert(
      fc.property(rational, rational, (a, b) => {
        for (const value of [add(a, b), subtract(a, b), multiply(a, b), ...(equals(b, zero) ? [] : [divide(a, b)])]) {
          expect(value.denominator > 0n).toBe(true)
        }
        expect(compare(a, b) + compare(b, a)).toBe(0)
        expect(compare(a, b)).toBe(Math.sign(Number(subtract(a, b).numerator)))
      }),
    )
  })
  test('adds decimals without ever leaving powers of ten', () => {
    fc.assert(
      fc.property(fc.array(decimal, { minLength: 1 }), (list) => {
        const total = sum(list.map(({ text }) => exact(text)))
        const most = Math.max(...list.map(({ decimals }) => decimals))
        expect(total.denominator).toBe(10n ** BigInt(most))
      }),
    )
  })
  test('refuses to divide by zero', () => {
    expect(() => divide(exact(1), exact('0.00'))).toThrow(RangeError)
  })
  test('finds extremes, limits and steps', () => {
    const list = ['3.5', '-2', '3.50', '0.1'].map(exact)
    expect([toPlain(min(list)), toPlain(max(list))]).toEqual(['-2', '3.5'])
    expect(toPlain(clamp(exact('7'), exact('-5'), exact('5')))).toBe('5')
    expect(toPlain(clamp(exact('-7'), exact('-5'), exact('5')))).toBe('-5')
    expect(isMultipleOf(exact('7.5'), exact('0.5'))).toBe(true)
    expect(isMultipleOf(exact('7.3'), exact('0.5'))).toBe(false)
  })
})

describe('writing', () => {
  test.each([
    ['0.5', 0, '1'],
    ['-0.5', 0, '-1'],
    ['2.345', 2, '2.35'],
    ['-2.345', 2, '-2.35'],
    ['1.005', 2, '1.01'],
    ['2.5', 0, '3'],
    ['-0.004', 2, '0.00'],
    ['-0', 0, '0'],
    ['-0', 2, '0.00'],
    ['0.05', 1, '0.1'],
    ['99.995', 2, '100.00'],
    ['7', 4, '7.0000'],
  ])('rounds %s to %i places: %s', (text, decimals, shown) => {
    expect(toFixed(exact(text), decimals)).toBe(shown)
  })
  test('is never further off than half a unit and never -0', () => {
    fc.assert(
      fc.property(rational, fc.integer({ min: 0, max: 6 }), (value, decimals) => {
        const shown = toFixed(value, decimals)
        expect(shown).not.toMatch(/^-[0.]+$/)
        const off = subtract(exact(shown), value)
        const distance = off.numerator < 0n ? subtract(zero, off) : off
        expect(compare(multiply(distance, exact(2n * 10n ** BigInt(decimals))), exact(1)) <= 0).toBe(true)
      }),
    )
  })
  test('writes every decimal plainly and reads it back', () => {
    fc.assert(
      fc.property(decimal, ({ text }) => {
        const plain = toPlain(exact(text))
        expect(plain).not.toMatch(/\.\d*0$|\.$|^-0$/)
        expect(equals(exact(plain), exact(text))).toBe(true)
      }),
    )
  })
  test.each([
    ['12.50', '12.5'],
    ['-0.00', '0'],
    ['100', '100'],
    ['-0.125', '-0.125'],
  ])('writes %s as %s', (text, plain) => {
    expect(toPlain(exact(text))).toBe(plain)
  })
  test('writes what has no end as a fraction', () => {
    expect(toPlain(divide(exact('-2'), exact('6')))).toBe('-1/3')
    expect(toPlain(divide(exact('3'), exact('8')))).toBe('0.375')
  })
})

describe('rounding and scaling', () => {
  test('round is the number that toFixed writes', () => {
    fc.assert(
      fc.property(rational, fc.integer({ min: 0, max: 6 }), (value, decimals) => {
        const rounded = round(value, decimals)
        expect(toFixed(rounded, decimals)).toBe(toFixed(value, decimals))
        expect(equals(rounded, exact(toFixed(value, decimals)))).toBe(true)
      }),
    )
  })
  test('a decimal scales to a whole number by its own decimals and comes back', () => {
    fc.assert(
      fc.property(decimal, ({ text, units, decimals }) => {
        expect(decimalsOf(text)).toBe(decimals)
        expect(scaled(exact(text), decimals)).toBe(units)
        expect(equals(unscaled(units, decimals), exact(text))).toBe(true)
      }),
    )
    expect(scaled(exact('0.25'), 1)).toBeNull()
    expect(scaled(divide(exact(1), exact(3)), 6)).toBeNull()
  })
})

test('fractions beyond doubles are put into lowest terms like small ones', () => {
  const big = 2n ** 61n
  for (const factor of [1n, 6n, big, big * big]) {
    expect(toPlain(divide(exact(3n * factor), exact(4n * factor)))).toBe('0.75')
    expect(divide(exact(big * factor), exact(3n * factor))).toEqual({ numerator: big, denominator: 3n })
  }
})

test('a text of very many digits is read and leaves nothing behind', () => {
  const text = `0.${'0'.repeat(5000)}1`
  expect(toPlain(exact(text))).toBe(text)
})
