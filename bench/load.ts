// The two ways to put load on something. A closed loop asks again when answered: it finds the most there is per second.
// An open loop asks by the clock whether answered or not, and counts each wait from the moment the question was due,
// so that a pause of the server is felt by everybody who would have come meanwhile (no coordinated omission).

import { setTimeout as pause } from 'node:timers/promises'

export interface Load {
  readonly perSecond: number
  readonly milliseconds: readonly number[]
  readonly failures: number
  /** The first failure's words. */
  readonly failure: string | null
}

/** One question by one asker, numbered from 0; a throw counts as a failure. */
export type Ask = (asker: number) => Promise<void>

interface Count {
  milliseconds: number[]
  failures: number
  failure: string | null
}

const counted = async (count: Count, since: number, work: Promise<void>): Promise<void> => {
  try {
    await work
    count.milliseconds.push(performance.now() - since)
  } catch (error) {
    count.failures += 1
    count.failure ??= (error as Error).message
  }
}

/**
 * `askers` ask one after another. The rate is what was answered between warming up and the end, whenever it was asked, so
 * that many slow askers count for no less than few fast ones; waits are of questions asked in that time.
 */
export async function closedLoop(
  given: { readonly askers: number; readonly seconds: number; readonly warm: number },
  ask: Ask,
): Promise<Load> {
  const begin = performance.now() + given.warm * 1000
  const end = begin + given.seconds * 1000
  const count: Count = { milliseconds: [], failures: 0, failure: null }
  let answered = 0
  const asking = async (asker: number): Promise<void> => {
    for (let since = performance.now(); since < end; since = performance.now()) {
      const one: Count = { milliseconds: [], failures: 0, failure: null }
      await counted(one, since, ask(asker))
      const now = performance.now()
      if (now >= begin && now < end) answered += one.milliseconds.length
      count.failures += one.failures
      count.failure ??= one.failure
      if (since >= begin) count.milliseconds.push(...one.milliseconds)
    }
  }
  await Promise.all(Array.from({ length: given.askers }, (_none, asker) => asking(asker)))
  return { ...count, perSecond: answered / given.seconds }
}

/** Asks `rate` times a second by whoever of `askers` is free; a question that must wait for one has begun to wait already. */
export async function openLoop(
  given: {
    readonly askers: number
    readonly rate: number
    readonly seconds: number
    readonly warm: number
    /** Ends it before its time. */
    readonly over?: () => boolean
  },
  ask: Ask,
): Promise<Load> {
  const start = performance.now()
  const total = Math.round(given.rate * (given.warm + given.seconds))
  const quiet = Math.round(given.rate * given.warm)
  const dueAt = (nth: number): number => start + (nth * 1000) / given.rate
  const free = Array.from({ length: given.askers }, (_none, asker) => asker)
  const waiting: number[] = []
  const count: Count = { milliseconds: [], failures: 0, failure: null }
  const unheard: Count = { milliseconds: [], failures: 0, failure: null }
  const running = new Set<Promise<void>>()
  const launch = (): void => {
    while (waiting.length > 0 && free.length > 0) {
      const nth = waiting.shift() ?? 0
      const asker = free.pop() ?? 0
      const one = counted(nth < quiet ? unheard : count, dueAt(nth), ask(asker))
      running.add(one)
      void one.finally(() => {
        free.push(asker)
        running.delete(one)
        launch()
      })
    }
  }
  for (let nth = 0; nth < total && given.over?.() !== true;) {
    while (nth < total && dueAt(nth) <= performance.now()) waiting.push(nth++)
    launch()
    if (nth < total) await pause(Math.max(0, Math.min(2, dueAt(nth) - performance.now())))
  }
  while (running.size > 0 || waiting.length > 0) await Promise.race(running)
  const lasted = (performance.now() - dueAt(quiet)) / 1000
  return { ...count, perSecond: count.milliseconds.length / lasted }
}
