// A long sequence of calls of which the first refusal ends everything. Written as a script it reads as the round goes; the
// refusal leaves the script by a throw that never leaves this file's `untilRefused`, and is a value again for the caller.

import type { Problem } from '#ground/kernel/problem.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { Result } from '#ground/kernel/result.ts'

class Refused extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.detail.en)
    this.problem = problem
  }
}

/** The value of a call; a refusal ends the script. */
export async function must<T>(call: Promise<Result<T>>): Promise<T> {
  const result = await call
  if (result.ok) return result.value
  throw new Refused(result.problem)
}

/** Runs a script to its end or its first refusal. */
export async function untilRefused<T>(script: () => Promise<T>): Promise<Result<T>> {
  try {
    return ok(await script())
  } catch (error) {
    if (error instanceof Refused) return refuse(error.problem)
    throw error
  }
}

const atOnce = 8

/** Runs a list a few at a time, in its order. */
export async function each<T, R>(list: readonly T[], work: (one: T, place: number) => Promise<R>): Promise<R[]> {
  const done: R[] = []
  for (let start = 0; start < list.length; start += atOnce)
    done.push(...(await Promise.all(list.slice(start, start + atOnce).map((one, place) => work(one, start + place)))))
  return done
}
