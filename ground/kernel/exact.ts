// Exact rationals over BigInt: points and weights are decimal strings outside, fractions inside, and are rounded once at the end.
// Sums of decimals keep a shared power of ten as denominator, so that adding a million scores never needs a gcd;
// fractions are therefore not always in lowest terms: compare with `compare` or `equals`, never member by member.

/** A fraction; make one with `exact` or `parseExact`. */
export interface Exact {
  readonly numerator: bigint
  /** Always positive. */
  readonly denominator: bigint
}

const pattern = /^-?(?:0|[1-9]\d*)(?:\.(\d+))?$/

/** 0 */
export const zero: Exact = { numerator: 0n, denominator: 1n }
/** 1 */
export const one: Exact = { numerator: 1n, denominator: 1n }

const tens: bigint[] = [1n]

function tenTo(power: number): bigint {
  // Only powers that points and weights use are kept: a text of a million digits must not leave a million powers behind.
  if (power > 400) return 10n ** BigInt(power)
  for (let next = tens.length; next <= power; next += 1) tens.push((tens[next - 1] ?? 1n) * 10n)
  return tens[power] ?? 1n
}

/** Reads a decimal as contracts write it, `-?(0|[1-9]\d*)(\.\d+)?`; null for anything else. */
export function parseExact(text: string): Exact | null {
  const match = pattern.exec(text)
  if (match === null) return null
  const decimals = match[1]?.length ?? 0
  const digits = decimals === 0 ? text : text.slice(0, -decimals - 1) + text.slice(-decimals)
  return { numerator: digits.length < 16 ? BigInt(Number(digits)) : BigInt(digits), denominator: tenTo(decimals) }
}

/** A constant or a checked input as an exact number; throws on a text that is no decimal or a number that is no integer. */
export function exact(value: string | bigint | number): Exact {
  if (typeof value !== 'string') return { numerator: BigInt(value), denominator: 1n }
  const parsed = parseExact(value)
  if (parsed === null) throw new RangeError(`not a decimal: ${value}`)
  return parsed
}

function absolute(value: bigint): bigint {
  return value < 0n ? -value : value
}

const wholeInDouble = BigInt(Number.MAX_SAFE_INTEGER)

// Doubles hold whole numbers below 2^53 exactly and divide them about ten times faster.
function greatestInDoubles(first: number, second: number): bigint {
  let [a, b] = [first, second]
  while (b !== 0) [a, b] = [b, a % b]
  return BigInt(a)
}

function greatestDivisor(first: bigint, second: bigint): bigint {
  if (first <= wholeInDouble && second <= wholeInDouble) return greatestInDoubles(Number(first), Number(second))
  let [a, b] = [first, second]
  while (b > wholeInDouble) [a, b] = [b, a % b]
  return b === 0n ? a : greatestInDoubles(Number(b), Number(a % b))
}

function reduce(numerator: bigint, denominator: bigint): Exact {
  const greatest = greatestDivisor(absolute(numerator), absolute(denominator))
  const divisor = denominator < 0n ? -greatest : greatest
  return { numerator: numerator / divisor, denominator: denominator / divisor }
}

/** a + b */
export function add(a: Exact, b: Exact): Exact {
  if (a.denominator === b.denominator) return { numerator: a.numerator + b.numerator, denominator: a.denominator }
  if (a.denominator % b.denominator === 0n) {
    return { numerator: a.numerator + b.numerator * (a.denominator / b.denominator), denominator: a.denominator }
  }
  if (b.denominator % a.denominator === 0n) return add(b, a)
  return reduce(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator)
}

/** −a */
export function negate(a: Exact): Exact {
  return { numerator: -a.numerator, denominator: a.denominator }
}

/** a − b */
export function subtract(a: Exact, b: Exact): Exact {
  return add(a, negate(b))
}

/** a × b */
export function multiply(a: Exact, b: Exact): Exact {
  return reduce(a.numerator * b.numerator, a.denominator * b.denominator)
}

/** a ÷ b; throws when `b` is zero: callers refuse that before. */
export function divide(a: Exact, b: Exact): Exact {
  if (b.numerator === 0n) throw new RangeError('division by zero')
  return reduce(a.numerator * b.denominator, a.denominator * b.numerator)
}

/** Negative, zero or positive, as `Array.prototype.sort` wants it. */
export function compare(a: Exact, b: Exact): -1 | 0 | 1 {
  const same = a.denominator === b.denominator
  const left = same ? a.numerator : a.numerator * b.denominator
  const right = same ? b.numerator : b.numerator * a.denominator
  return left < right ? -1 : left > right ? 1 : 0
}

/** Whether both are the same number, however written: 0.5 and 0.50. */
export function equals(a: Exact, b: Exact): boolean {
  return compare(a, b) === 0
}

/** The sum of all; zero of none. */
export function sum(values: Iterable<Exact>): Exact {
  let total = zero
  for (const value of values) total = add(total, value)
  return total
}

/** The smallest; throws on an empty list. */
export function min(values: readonly Exact[]): Exact {
  return values.reduce((least, value) => (compare(value, least) < 0 ? value : least))
}

/** The largest; throws on an empty list. */
export function max(values: readonly Exact[]): Exact {
  return values.reduce((most, value) => (compare(value, most) > 0 ? value : most))
}

/** `value` held between `low` and `high`. */
export function clamp(value: Exact, low: Exact, high: Exact): Exact {
  return compare(value, low) < 0 ? low : compare(value, high) > 0 ? high : value
}

/** Whether `value` is a whole multiple of `step` (which is not zero). */
export function isMultipleOf(value: Exact, step: Exact): boolean {
  return (value.numerator * step.denominator) % (value.denominator * step.numerator) === 0n
}

function place(units: bigint, decimals: number, negative: boolean): string {
  const digits = units.toString().padStart(decimals + 1, '0')
  const text = decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
  return negative && units !== 0n ? `-${text}` : text
}

function roundedUnits(value: Exact, decimals: number): bigint {
  const shifted = absolute(value.numerator) * tenTo(decimals)
  return (shifted * 2n + value.denominator) / (value.denominator * 2n)
}

/** The value rounded to `decimals` places, halves away from zero (四舍五入), as a number to go on with. */
export function round(value: Exact, decimals: number): Exact {
  const units = roundedUnits(value, decimals)
  return { numerator: value.numerator < 0n ? -units : units, denominator: tenTo(decimals) }
}

/** Writes what `round` gives, with exactly `decimals` places; never `-0`. */
export function toFixed(value: Exact, decimals: number): string {
  return place(roundedUnits(value, decimals), decimals, value.numerator < 0n)
}

/** How many decimals a text that `parseExact` takes is written with. */
export function decimalsOf(text: string): number {
  const point = text.indexOf('.')
  return point === -1 ? 0 : text.length - point - 1
}

/** The whole number `value` × 10^`decimals`, or null when that is none. */
export function scaled(value: Exact, decimals: number): bigint | null {
  const numerator = value.numerator * tenTo(decimals)
  return numerator % value.denominator === 0n ? numerator / value.denominator : null
}

/** The number `units` ÷ 10^`decimals`: the way back from `scaled`. */
export function unscaled(units: bigint, decimals: number): Exact {
  return { numerator: units, denominator: tenTo(decimals) }
}

/** All digits and no trailing zeros, `12.5`; a fraction without an end is written `1/3`. */
export function toPlain(value: Exact): string {
  const lowest = reduce(value.numerator, value.denominator)
  let [rest, twos, fives] = [lowest.denominator, 0, 0]
  for (; rest % 2n === 0n; rest /= 2n) twos += 1
  for (; rest % 5n === 0n; rest /= 5n) fives += 1
  if (rest !== 1n) return `${lowest.numerator}/${lowest.denominator}`
  const decimals = Math.max(twos, fives)
  return place((absolute(lowest.numerator) * tenTo(decimals)) / lowest.denominator, decimals, lowest.numerator < 0n)
}
