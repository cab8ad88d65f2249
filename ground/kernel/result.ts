// A refusal is a value, a bug is an exception. Everything that may say no returns a Result.

import type { Problem } from './problem.ts'

export interface Ok<T> {
  readonly ok: true
  readonly value: T
}

export interface Refused {
  readonly ok: false
  readonly problem: Problem
}

export type Result<T> = Ok<T> | Refused

/** Wraps a value as the answer of a use case that went well. */
export function ok(): Ok<undefined>
export function ok<T>(value: T): Ok<T>
export function ok<T>(value?: T): Ok<T | undefined> {
  return { ok: true, value }
}

/** Wraps a problem as the answer of a use case that says no. */
export function refuse(problem: Problem): Refused {
  return { ok: false, problem }
}
