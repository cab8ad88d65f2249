// What befalls phones in a hall, for journeys: a browser whose process is killed, a storage that is full, a clock that is
// wrong, an answer that is lost on its way, and a line that breaks when the dice say so.

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import type { BrowserContext, Page } from '@playwright/test'
import { expect } from 'vitest'
import { launchOptions } from '#tools/browser/launch.ts'
import { openLine } from './line.ts'
import type { Line } from './line.ts'

/** Dice that fall the same way for the same seed: numbers from 0 to 1. */
export function diceOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export interface BadLine extends Line {
  /** Throws the dice: the line may break, or come back. */
  chance(): Promise<void>
  /** Mends it for good; how often it broke. */
  end(): Promise<number>
}

/** A line that breaks about every fifteenth time it is asked, and comes back after a few more. */
export async function openBadLine(to: string, seed: number): Promise<BadLine> {
  const line = await openLine(to)
  const dice = diceOf(seed)
  let broken = false
  let times = 0
  const turn = async (): Promise<void> => {
    await (broken ? line.mend() : line.cut())
    broken = !broken
    if (broken) times += 1
  }
  return {
    ...line,
    chance: async () => {
      if (dice() < (broken ? 0.15 : 0.07)) await turn()
    },
    end: async () => {
      if (broken) await turn()
      return times
    },
  }
}

export interface PhoneProcess {
  /** Starts the browser on its profile. */
  start(): Promise<BrowserContext>
  /** Ends its process as a phone's battery does: nothing is asked, nothing is written. */
  kill(): Promise<void>
  /** Closes what runs and forgets the profile. */
  remove(): Promise<void>
}

/** A phone whose browser is a process of its own, with a profile that outlives it. */
export async function openPhoneProcess(): Promise<PhoneProcess> {
  const profile = await mkdtemp(join(tmpdir(), 'lx-phone-'))
  let running: BrowserContext | undefined
  return {
    start: async () => {
      await running?.close()
      const options = {
        ...(await launchOptions()),
        locale: 'zh-CN',
        viewport: { width: 360, height: 640 },
        reducedMotion: 'reduce',
      } as const
      running = await chromium.launchPersistentContext(profile, options)
      return running
    },
    kill: async () => {
      if (running === undefined) throw new Error('no browser runs')
      const inspector = await running.browser()?.newBrowserCDPSession()
      const { processInfo } = (await inspector?.send('SystemInfo.getProcessInfo')) ?? { processInfo: [] }
      const browser = processInfo.find(({ type }) => type === 'browser')
      if (browser === undefined) throw new Error('the browser does not say which process it is')
      const gone = running.waitForEvent('close')
      process.kill(browser.id, 'SIGKILL')
      await gone
      running = undefined
    },
    remove: async () => {
      await running?.close()
      await rm(profile, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

/** Sets the clock of all pages wrong; it goes on as clocks do. */
export async function setClockWrong(context: BrowserContext, byMs: number): Promise<void> {
  await context.addInitScript((by) => {
    const { now } = Date
    class WrongDate extends Date {
      constructor(...given: [] | [number]) {
        if (given.length === 0) super(now() + by)
        else super(...given)
      }
      static override now = (): number => now() + by
    }
    globalThis.Date = WrongDate as DateConstructor
  }, byMs)
}

/** Leaves no room for anything that pages of this origin want to keep. */
export async function fillStorage(context: BrowserContext, page: Page, origin: string): Promise<void> {
  const inspector = await context.newCDPSession(page)
  await inspector.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 })
}

/** Every second answer from there is lost after the server has given it; how many were. */
export async function loseAnswers(page: Page, from: string): Promise<() => number> {
  let asked = 0
  let lost = 0
  await page.route(from, async (route) => {
    asked += 1
    if (asked % 2 === 0) return route.continue()
    const answer = await route.fetch()
    if (answer.ok()) lost += 1
    await route.abort()
  })
  return () => lost
}

/** Runs in the page, whose library the server's code does not have. */
const lyingThere = `(async () => {
  const all = []
  const ended = (asking) =>
    new Promise((resolve, reject) => {
      asking.addEventListener('success', () => resolve(asking.result))
      asking.addEventListener('error', () => reject(asking.error))
    })
  for (const { name } of await indexedDB.databases()) {
    const database = await ended(indexedDB.open(name))
    const stores = [...database.objectStoreNames]
    const values = await Promise.all(stores.map((store) => ended(database.transaction(store).objectStore(store).getAll())))
    database.close()
    all.push(...values.flat())
  }
  return all
})()`

/** Everything that lies on the device in this browser. */
export const onDevice = (page: Page): Promise<unknown[]> => page.evaluate<unknown[]>(lyingThere)

/** Waits until what was typed lies on the device: whoever opens the page anew before that finds what was there before. */
export async function laidDown(page: Page, typed: string): Promise<void> {
  await expect.poll(async () => JSON.stringify(await onDevice(page)).includes(typed)).toBe(true)
}
