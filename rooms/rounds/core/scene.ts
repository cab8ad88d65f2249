// What the hall sees. Every change makes a new scene under a higher version, so that a screen that was away shows the
// present one or nothing, never the one before.

import type { Exhibit } from './exhibit.ts'

export interface Timer {
  /** How long the unit has; 0 shows no timer. */
  readonly seconds: number
  /** ISO instant at which it was started last; null while it stands. */
  readonly startedAt: string | null
  /** Milliseconds that had passed before that. */
  readonly passedMs: number
}

export interface Scene {
  readonly kind: 'idle' | 'order' | 'unit' | 'draw' | 'reveal' | 'board' | 'vote' | 'pause'
  readonly subject: string | null
  readonly component: string | null
  readonly draw: string | null
  /** Of last quarter's ledger entries of the presented unit; null when there were none. */
  readonly mended: { readonly closed: number; readonly due: number } | null
  readonly timer: Timer
  /** Of a presented unit at the sand table: the spot that is on. Scenes from before there were any have none. */
  readonly exhibit?: Exhibit | null
}

const still: Timer = { seconds: 0, startedAt: null, passedMs: 0 }

/** The scene of a round that has shown nothing yet. */
export const idle: Scene = { kind: 'idle', subject: null, component: null, draw: null, mended: null, timer: still, exhibit: null }

/** A unit is presented: its timer stands until it is started. */
export function presented(
  subject: string,
  component: string,
  seconds: number,
  mended: Scene['mended'] = null,
  exhibit: Exhibit | null = null,
): Scene {
  return { kind: 'unit', subject, component, draw: null, mended, timer: { ...still, seconds }, exhibit }
}

/** Another scene; the unit that was presented is gone from it. */
export function shown(kind: Exclude<Scene['kind'], 'unit'>, draw: string | null = null): Scene {
  return { ...idle, kind, draw }
}

/** Milliseconds that have passed of a timer at an instant. */
export function passed(timer: Timer, now: number): number {
  return timer.passedMs + (timer.startedAt === null ? 0 : Math.max(0, now - Date.parse(timer.startedAt)))
}

/** The timer after a verb; starting one that runs and pausing one that stands change nothing. */
export function timed(timer: Timer, verb: 'start' | 'pause' | 'reset', now: number, seconds?: number): Timer {
  if (verb === 'reset') return { ...still, seconds: seconds ?? timer.seconds }
  if (verb === 'start')
    return timer.startedAt === null ? { ...timer, seconds: seconds ?? timer.seconds, startedAt: new Date(now).toISOString() } : timer
  return timer.startedAt === null ? timer : { ...timer, startedAt: null, passedMs: passed(timer, now) }
}
