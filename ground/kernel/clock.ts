// Time and chance come in as arguments: core never asks the machine. Real ones are made by the doors.

/** Milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number

/** A calendar day `YYYY-MM-DD`. */
export type Day = string

export interface Clock {
  now(): Instant
}

export interface Dice {
  /** `count` bytes nobody can predict. */
  bytes(count: number): Uint8Array
}

const chinaOffset = 8 * 3_600_000

/** The calendar day in China (UTC+8, no summer time) at an instant. */
export function chinaDay(instant: Instant): Day {
  return new Date(instant + chinaOffset).toISOString().slice(0, 10)
}
