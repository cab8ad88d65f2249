// Whole numbers that are either all doubles or all bigints. Points on a step are whole numbers of its last decimal place;
// as long as every sum stays below 2^53 doubles hold them exactly and add ten times faster, and otherwise bigints do.
// The two never meet in one tally, so one text of code serves both.

/** A number below 2^53, or a bigint. */
export type Whole = number | bigint

/** a + b; both of one kind. */
export function plus(a: Whole, b: Whole): Whole {
  return (a as number) + (b as number)
}

/** a − b; both of one kind. */
export function minus(a: Whole, b: Whole): Whole {
  return (a as number) - (b as number)
}

/** Negative, zero or positive, as `Array.prototype.sort` wants it. */
export function byWhole(a: Whole, b: Whole): -1 | 0 | 1 {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Of the wanted kind; the value is known to fit. */
export function wholeOf(value: bigint, big: boolean): Whole {
  return big ? value : Number(value)
}

/** Whether sums up to `largest` need bigints. */
export function needsBig(largest: bigint): boolean {
  return largest > BigInt(Number.MAX_SAFE_INTEGER)
}
