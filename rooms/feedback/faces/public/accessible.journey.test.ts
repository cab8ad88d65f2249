// Every public page of the house's own, in a real browser without script: no finding of axe, in both languages and in large text.

import { randomUUID } from 'node:crypto'
import { chromium } from '@playwright/test'
import type { Browser, BrowserContext } from '@playwright/test'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testPublicPages } from '#ground/trial/axe.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { launchOptions } from '#tools/browser/launch.ts'

const trial = useTrial({ settings: { HOME_UNIT: '990101' } })
let browser: Browser
let code = ''

beforeAll(async () => {
  browser = await chromium.launch(await launchOptions())
  const filed = await trial.as('nobody').call<{ code: string }>('feedback.file', {
    body: { kind: 'complaint', text: '要求每天打卡。', unit: '990101001', nonce: randomUUID() },
  })
  code = filed.body.code
  const { body } = await trial.as('countyAdmin').call<{ rows: { unit: string; id: string }[] }>('feedback.list')
  const params = { unit: body.rows[0]?.unit ?? '', id: body.rows[0]?.id ?? '' }
  await trial.as('countyAdmin').call('feedback.answer', { params, body: { text: '已取消。' } })
})

afterAll(() => browser.close())

const paths = (): string[] => [
  '/',
  '/feedback',
  `/feedback/sent?code=${code}`,
  '/feedback/track',
  `/feedback/track?code=${code}`,
  '/privacy',
  '/accessibility',
]

async function visit(
  cookies: Readonly<Record<string, string>>,
  width: number,
  work: (context: BrowserContext) => Promise<void>,
): Promise<void> {
  // axe itself needs script; the pages bring none, and their policy would refuse axe.
  const context = await browser.newContext({ viewport: { width, height: 800 }, locale: 'zh-CN', bypassCSP: true })
  await context.addCookies(Object.entries(cookies).map(([name, value]) => ({ name, value, url: trial.url })))
  try {
    await work(context)
  } finally {
    await context.close()
  }
}

testPublicPages(trial, { browser: () => browser, paths })

test('the keyboard reaches the content first and then every link of the frame', async () => {
  await visit({}, 1100, async (context) => {
    const page = await context.newPage()
    await page.goto(`${trial.url}/feedback`)
    await page.keyboard.press('Tab')
    await expect.poll(() => page.evaluate('document.activeElement?.textContent')).toBe('跳到正文')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.evaluate('document.activeElement?.id')).toBe('main')
  })
})
