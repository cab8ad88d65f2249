// For journeys of a judge's phone: a round under way before a line that can be cut, a fresh judge for every play, and where
// things stand on the page.

import type { Page } from '@playwright/test'
import { afterAll, beforeAll } from 'vitest'
import { openLine } from '#ground/trial/line.ts'
import type { Line } from '#ground/trial/line.ts'
import type { Trial } from '#ground/trial/trial.ts'
import { communities, playRound } from './trial.ts'
import type { PlayedRound, PlayedSeat } from './trial.ts'

export interface Judges {
  readonly line: Line
  readonly round: PlayedRound
  /** A judge whom no other play has used. */
  next(): PlayedSeat
}

/** Registers with vitest; usable inside tests: so many judges of one panel, and a commentator, with a unit presented. */
export function useJudges(trial: Trial, leaders: number): Judges {
  let opened: { line: Line; round: PlayedRound } | undefined
  let used = 0
  beforeAll(async () => {
    const line = await openLine(trial.url)
    const round = await playRound(trial, { judges: { leaders }, others: ['commentator'] })
    await round.move('present', { subject: communities[0], component: 'field' })
    opened = { line, round }
  })
  afterAll(() => opened?.line.cut())
  const now = (): { line: Line; round: PlayedRound } => {
    if (opened === undefined) throw new Error('the round opens in beforeAll; use it inside a test')
    return opened
  }
  return {
    get line() {
      return now().line
    },
    get round() {
      return now().round
    },
    next: () => now().round.seat('judge', (used += 1)),
  }
}

/** The cookie of a seat's device. */
export const seatCookie = (trial: Trial, { device }: PlayedSeat) => ({ name: 'lx-seat', value: device, url: trial.url })

/** Words in the honest bar. */
export const bar = (page: Page, words: string) => page.locator('.honest').getByText(words)

/** The points of the nth criterion. */
export const points = (page: Page, nth: number) => page.locator('.stepper input').nth(nth)

/** Opens the seat's page through the line. */
export async function openSeatPage(page: Page, { line }: Judges): Promise<void> {
  await page.goto(`${line.url}/pocket/seat`)
  await page.locator('.honest').waitFor()
}

/** From the list to the sheet of the unit before the hall. */
export async function toSheet(page: Page): Promise<void> {
  await page.locator('.main-act').click()
  await points(page, 0).waitFor()
}
