// The public pages of rounds in a real browser without script: no finding of axe in both languages, in large text, on a phone
// and on paper; nothing scrolls sideways.

import { chromium } from '@playwright/test'
import type { Browser } from '@playwright/test'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testPublicPages } from '#ground/trial/axe.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { launchOptions } from '#tools/browser/launch.ts'
import { drawLots } from '../../trial-draws.ts'
import { playRound, tell } from '../../trial.ts'
import type { PlayedRound } from '../../trial.ts'

const trial = useTrial()
let browser: Browser
let paths: string[] = []

const pathOf = ({ where }: PlayedRound): string => `/rounds/${where.unit}/${where.id}`

beforeAll(async () => {
  browser = await chromium.launch(await launchOptions())
  const bands = await playRound(trial, { judges: { leaders: 3, offices: 2 }, heldOn: '2026-09-09' })
  const first = await drawLots(bands, { title: '发言顺序', value: '3 8 1' })
  await drawLots(bands, { title: '发言顺序', repeats: first, reason: '来源公布有误', value: '9 9 2' })
  await drawLots(bands, { title: '入户编号', kind: 'households', pool: Array.from({ length: 60 }, (_, at) => `${at + 1} 号`), take: 3 })
  await bands.scoreAll((judge, unit) => 0.98 - unit * 0.03 - judge * 0.01)
  await bands.move('freeze')
  await tell(bands, 'bands')
  const ranks = await playRound(trial, { judges: { leaders: 3 } })
  await ranks.scoreAll((judge, unit) => 0.95 - unit * 0.1 - judge * 0.02)
  await ranks.move('freeze')
  await tell(ranks, 'ranks', '会议决定公布名次')
  await ranks.move('correct', { reason: '复核发现漏记加分' })
  await tell(ranks, 'ranks', '更正：补记加分')
  const fixed = await playRound(trial, { open: false })
  paths = [
    '/rounds',
    '/rounds?below=柳溪',
    pathOf(bands),
    `${pathOf(bands)}/draws`,
    pathOf(ranks),
    pathOf(fixed),
    `${pathOf(fixed)}/draws`,
    '/rounds/990101001/x',
  ]
}, 120_000)

afterAll(() => browser.close())

testPublicPages(trial, { browser: () => browser, paths: () => paths })

test('on paper the result stands with its code and address, and nothing is cut off', async () => {
  const context = await browser.newContext({ viewport: { width: 794, height: 1123 }, locale: 'zh-CN', javaScriptEnabled: false })
  const page = await context.newPage()
  await page.emulateMedia({ media: 'print' })
  for (const path of paths.slice(2, 5)) {
    await page.goto(trial.url + path)
    await expect.poll(() => page.locator('.sections').isVisible()).toBe(false)
    await expect.poll(() => page.locator('.qr').isVisible()).toBe(true)
    await expect.poll(() => page.locator('.printed').innerText()).toContain(path)
    for (const pool of await page.locator('.pool').all())
      await expect
        .poll(() => pool.evaluate((box) => box.scrollHeight <= box.clientHeight + 1 && box.scrollWidth <= box.clientWidth + 1))
        .toBe(true)
  }
  await context.close()
})
