// One visit with an empty cache: what was loaded until the first control could be used, and when that was.

import { gzipSync } from 'node:zlib'
import type { Browser, Response } from '@playwright/test'

export interface Loaded {
  readonly path: string
  /** Size by gzip, whatever the server chose to send. */
  readonly gzipBytes: number
}

/** What the visitor shows of themselves. */
export interface Cookie {
  readonly name: 'lx-session' | 'lx-seat'
  readonly value: string
}

export interface Visit {
  readonly milliseconds: number
  readonly loaded: readonly Loaded[]
}

async function sizeOf(response: Response): Promise<Loaded | null> {
  // A live stream has no end to wait for.
  if (response.status() !== 200 || (response.headers()['content-type'] ?? '').startsWith('text/event-stream')) return null
  const bytes = await response.body().catch(() => null)
  return bytes === null ? null : { path: new URL(response.url()).pathname, gzipBytes: gzipSync(bytes, { level: 9 }).length }
}

const patienceMs = 30_000

// Runs inside the page from its first moment, hence a text: looks once a frame whether a control can be used.
const watching = (controls: string): string => `(() => {
  const usable = () => [...document.querySelectorAll(${JSON.stringify(controls)})].some((one) => one.offsetHeight > 0 && !one.matches(':disabled'))
  const look = () => (usable() ? requestAnimationFrame(() => requestAnimationFrame(() => benchUsable(performance.now()))) : requestAnimationFrame(look))
  look()
})()`

/**
 * Interactive: the first of the controls is visible and enabled, and the page has drawn twice after that, so its main
 * thread is free. Counted by the page's own clock from the start of the navigation. `cookie`: the session or seat of whoever comes.
 */
export async function visit(browser: Browser, url: string, controls: string, cookie?: Cookie): Promise<Visit> {
  const context = await browser.newContext({ locale: 'zh-CN' })
  try {
    if (cookie !== undefined) await context.addCookies([{ ...cookie, url: new URL(url).origin }])
    const page = await context.newPage()
    const responses: Response[] = []
    page.on('response', (response) => responses.push(response))
    const usable = Promise.withResolvers<number>()
    await page.exposeBinding('benchUsable', (_source, milliseconds: number) => usable.resolve(milliseconds))
    await page.addInitScript({ content: watching(controls) })
    await page.goto(url, { waitUntil: 'commit' })
    const patience = setTimeout(() => usable.reject(new Error(`nothing to use at ${new URL(url).pathname}`)), patienceMs)
    const milliseconds = await usable.promise.finally(() => clearTimeout(patience))
    const sizes = await Promise.all(responses.map(sizeOf))
    return { milliseconds, loaded: sizes.filter((size) => size !== null) }
  } finally {
    await context.close()
  }
}
