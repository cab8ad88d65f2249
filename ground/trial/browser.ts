// Browser helpers for journeys: one Chromium per file, a page per player, faults of the page collected.

import { chromium } from '@playwright/test'
import type { Browser, BrowserContext, Page } from '@playwright/test'
import { afterAll, beforeAll } from 'vitest'
import { launchOptions } from '#tools/browser/launch.ts'
import { cast } from './cast.ts'
import type { PlayerName } from './cast.ts'
import type { Trial } from './trial.ts'

export interface View {
  readonly page: Page
  readonly context: BrowserContext
  /** What the page complained of on its console or threw; a journey ends with none. */
  readonly faults: string[]
}

export interface ViewOptions {
  readonly language?: 'zh' | 'en'
  readonly large?: boolean
  readonly script?: boolean
  readonly width?: number
  readonly height?: number
  /** As wide and high as a small phone. */
  readonly phone?: true
  readonly userAgent?: string
}

export interface Browsing {
  /** A page with a session of this player, or of nobody. */
  open(player: PlayerName | 'nobody', options?: ViewOptions): Promise<View>
}

/** Launches the browser for one test file, with arguments of its own where it needs them. */
export function useBrowser(trial: Trial, args: readonly string[] = []): Browsing {
  let browser: Browser | undefined
  beforeAll(async () => {
    const options = await launchOptions()
    browser = await chromium.launch({ ...options, args: [...options.args, ...args] })
  })
  afterAll(async () => {
    await browser?.close()
  })
  return {
    open: async (player, options = {}) => {
      if (browser === undefined) throw new Error('the browser opens in beforeAll')
      const { language = 'zh', large = false, script = true } = options
      const { width = 1366, height = 820 } = options.phone === true ? { width: 360, height: 640 } : options
      const context = await browser.newContext({
        viewport: { width, height },
        javaScriptEnabled: script,
        locale: language === 'zh' ? 'zh-CN' : 'en-GB',
        reducedMotion: 'reduce',
        ...(options.userAgent === undefined ? {} : { userAgent: options.userAgent }),
      })
      const { url } = trial
      await context.addCookies([
        { name: 'lx-language', value: language, url },
        { name: 'lx-text', value: large ? 'large' : 'normal', url },
        ...(player === 'nobody' ? [] : [{ name: 'lx-session', value: cast[player].token, url, httpOnly: true }]),
      ])
      const page = await context.newPage()
      const faults: string[] = []
      page.on('pageerror', (error) => faults.push(error.message))
      page.on('console', (message) => {
        if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) faults.push(message.text())
      })
      page.on('response', (response) => {
        if (response.status() >= 400) faults.push(`${response.status()} ${response.url().slice(url.length)}`)
      })
      return { page, context, faults }
    },
  }
}
