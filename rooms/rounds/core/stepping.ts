// Points by taps and by typing: always a whole number of steps between 0 and the maximum, written as a plain decimal.

import { add, compare, exact, isMultipleOf, parseExact, subtract, toPlain, zero } from '#ground/kernel/exact.ts'

export interface Range {
  readonly max: string
  readonly step: string
}

/** One step up or down; the first tap on an empty criterion gives the maximum (up) or 0 (down). */
export function stepped({ max, step }: Range, value: string | undefined, direction: 1 | -1): string {
  if (value === undefined) return direction === 1 ? max : '0'
  const next = direction === 1 ? add(exact(value), exact(step)) : subtract(exact(value), exact(step))
  if (compare(next, zero) < 0) return '0'
  return compare(next, exact(max)) > 0 ? max : toPlain(next)
}

export type Typed =
  | { readonly ok: true; readonly value: string | null }
  | { readonly ok: false; readonly what: 'above' | 'off-step' | 'no-number' }

/** What was typed: empty takes the points away; full-width digits and a comma for the point are understood. */
export function typed({ max, step }: Range, text: string): Typed {
  const plain = text
    .normalize('NFKC')
    .trim()
    .replace(',', '.')
    .replace(/^0+(?=\d)/, '')
    .replace(/\.$/, '')
  if (plain === '') return { ok: true, value: null }
  const value = parseExact(plain)
  if (value === null || compare(value, zero) < 0) return { ok: false, what: 'no-number' }
  if (compare(value, exact(max)) > 0) return { ok: false, what: 'above' }
  return isMultipleOf(value, exact(step)) ? { ok: true, value: toPlain(value) } : { ok: false, what: 'off-step' }
}

/** The total of a sheet so far. */
export function totalOf(points: Readonly<Record<string, string>>): string {
  return toPlain(Object.values(points).reduce((sum, value) => add(sum, exact(value)), zero))
}
