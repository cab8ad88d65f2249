// What a reviewer may want to look at twice. Hints, never verdicts: a camera's clock may be wrong, a meeting room looks like
// last year's, two units may show the same street.

import type { Day } from '#ground/kernel/clock.ts'
import type { Code } from '#ground/kernel/code.ts'
import type { Phase } from './item.ts'

/** Used by another unit; used by the unit for another day; before and after alike; the camera's day is far off. */
export const hintKinds = ['elsewhere', 'repeated', 'before-after', 'day'] as const

export type HintKind = (typeof hintKinds)[number]

/** Most of 64 bits in which two prints of what looks the same differ. */
export const nearBits = 7

/** Days between the camera's day and the stated one beyond which it is worth a question. */
export const farDays = 31

const dayMs = 86_400_000

/** Whether the camera wrote a day that is far from the stated one. */
export const isFarDay = (takenOn: Day, effectiveOn: Day): boolean =>
  Math.abs(Date.parse(takenOn) - Date.parse(effectiveOn)) > farDays * dayMs

/** What two items say of themselves, as far as a hint needs it. */
export interface Likened {
  readonly unit: Code
  readonly spot: string | null
  readonly phase: Phase | null
  readonly effectiveOn: Day
}

/** What it means that two items look the same; null where it is what one expects (several pictures of one moment). */
export function hintOf(one: Likened, other: Likened): HintKind | null {
  if (one.unit !== other.unit) return 'elsewhere'
  if (one.spot === other.spot && one.phase !== null && other.phase !== null && one.phase !== other.phase) return 'before-after'
  return one.effectiveOn === other.effectiveOn ? null : 'repeated'
}

/** A print of 16 hex digits as four bands of 16 bits. */
export type Bands = readonly [number, number, number, number]

/** The bands of a print. */
export const bandsOf = (print: string): Bands => [
  Number.parseInt(print.slice(0, 4), 16),
  Number.parseInt(print.slice(4, 8), 16),
  Number.parseInt(print.slice(8, 12), 16),
  Number.parseInt(print.slice(12, 16), 16),
]

/**
 * A band and the sixteen that differ from it in one bit. Two prints that differ in at most seven bits have a quarter that
 * differs in at most one: whoever looks these seventeen up in each of four indexes finds every one of them.
 */
export const nearBands = (band: number): number[] => [band, ...Array.from({ length: 16 }, (_, bit) => band ^ (1 << bit))]
