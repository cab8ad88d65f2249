// What may stand on the screen: a fold of answers, hints and failures. A screen never goes back: not to a smaller version of
// the same round, not after a reload, and not to the unit before once it is known that another is presented.

import type { AnswerOf } from '#ground/http/contract.ts'
import type { contract } from '../../contract.ts'

export type Stage = AnswerOf<(typeof contract)['stage']>

/** The newest picture this screen has had; kept over a reload. */
export interface Newest {
  readonly round: string
  readonly version: number
}

export interface Shown {
  /** What is on the screen; null shows a neutral frame. */
  readonly stage: Stage | null
  readonly newest: Newest | null
  /** Why nothing is shown. */
  readonly frame: 'starting' | 'recovering' | 'old' | 'no-seat'
  /** A newer scene was announced and has not come. */
  readonly awaited: boolean
}

/** A screen that has shown nothing yet, or knows from before its reload what it must not go behind. */
export const blank = (newest: Newest | null): Shown => ({
  stage: null,
  newest,
  frame: newest === null ? 'starting' : 'recovering',
  awaited: false,
})

/** Acts that turn the hall to something else: after one of them what is on the screen is the past. */
const turning = new Set(['present', 'show', 'showExhibit', 'freeze', 'reveal', 'publish', 'close', 'correct', 'openVote'])

/** Acts of which there are hundreds and which change nothing that the stage shows. */
const silent = new Set(['score', 'openSeat'])

/** Whether an act is worth asking for. */
export const concerns = (verb: string): boolean => !silent.has(verb)

/** Whether an act makes the picture the past. */
export const turns = (verb: string): boolean => turning.has(verb)

/** An answer has come that was asked for after everything that is known. */
export function answered(before: Shown, stage: Stage): Shown {
  const { newest } = before
  // Smaller than what was shown: a late answer, or a server behind the others. What is on the screen stays.
  if (newest !== null && stage.id === newest.round && stage.version < newest.version)
    return before.stage === null ? { ...before, frame: 'old' } : before
  const same = before.stage !== null && before.stage.id === stage.id && before.stage.version === stage.version
  // Of one version the later reading counts: votes and witnessed draws do not raise it.
  if (same && before.stage !== null && Date.parse(stage.asOf) < Date.parse(before.stage.asOf)) return before
  return { stage, newest: { round: stage.id, version: stage.version }, frame: 'recovering', awaited: false }
}

/** A turning act was announced. */
export const announced = (before: Shown): Shown => ({ ...before, awaited: true })

/** What was announced did not come in time, or asking for it failed: the unit before must go. */
export function overdue(before: Shown): Shown {
  return before.awaited && before.stage !== null ? { ...before, stage: null, frame: 'recovering' } : before
}

/** The seat is not open on this screen. */
export const unseated = (before: Shown): Shown => ({ ...before, stage: null, frame: 'no-seat', awaited: false })
