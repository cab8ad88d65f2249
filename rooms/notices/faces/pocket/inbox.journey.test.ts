// A secretary reads notices on a phone: what is new stands out and opens where it stands, nothing of that is told to anybody, all
// are put away with one act, and what was received can be read without a line.

import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from 'vitest'
import { seriousFindings } from '#ground/trial/axe.ts'
import { useBrowser } from '#ground/trial/browser.ts'
import { openLine } from '#ground/trial/line.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { signIn } from '#rooms/stars/trial-phone.ts'

const trial = useTrial()
const browsing = useBrowser(trial)
const shots = process.env['SHOTS']
const phone = { width: 390, height: 844 }

async function shot(page: Page, name: string): Promise<void> {
  if (shots === undefined) return
  mkdirSync(shots, { recursive: true })
  await page.screenshot({ path: join(shots, `${name}.png`) })
}

const announce = async (title: string, more: object = {}): Promise<void> => {
  trial.clock.advance(60_000)
  const body = { id: randomUUID(), to: '990101001001', title, ...more }
  expect((await trial.as('officer').call('notices.announce', { body })).status).toBe(200)
}
const bar = (page: Page, words: string) => page.locator('.honest').getByText(words, { exact: true })

test('read, put away, and read again without a line', { timeout: 120_000 }, async () => {
  await announce('第四季度亮赛比安排', { body: '请于 9 月 20 日前确定观摩点。\n照片可传可不传。', until: '2026-09-20' })
  await announce('防汛值班', { weight: 'urgent', body: '今晚有雨，请安排值班。' })
  const line = await openLine(trial.url)
  const { page, context } = await browsing.open('nobody', phone)
  await page.goto(`${line.url}/pocket/notices`)
  await page.getByText('请先登录').waitFor()
  await signIn(context, line.url, 'secretary')
  await page.goto(`${line.url}/pocket/notices`)
  await bar(page, '新通知 2').waitFor()
  const asked: string[] = []
  page.on(
    'request',
    (request) => void (request.url().includes('/api/') && asked.push(`${request.method()} ${new URL(request.url()).pathname}`)),
  )
  await page.getByText('第四季度亮赛比安排').click()
  await page.getByText('请于 9 月 20 日前确定观摩点。').waitFor()
  expect(await seriousFindings(page)).toEqual([])
  await shot(page, 'zh-pocket-notices')
  // Opening one told nobody.
  expect(asked).toEqual([])
  await page.getByRole('button', { name: '看到这里为止' }).click()
  await bar(page, '没有新通知').waitFor()
  expect(asked).toEqual(['POST /api/v1/notices/mark', 'GET /api/v1/notices'])
  await announce('后来的一条')
  await page.reload()
  await bar(page, '新通知 1').waitFor()

  await page.locator('.foot').getByText('可离线').waitFor()
  await line.cut()
  await page.reload()
  await bar(page, '▲ 未连接').waitFor()
  await page.getByText('防汛值班').click()
  await page.getByText('今晚有雨，请安排值班。').waitFor()
  await expect.poll(() => page.getByRole('button', { name: '看到这里为止' }).isDisabled()).toBe(true)
  await shot(page, 'zh-pocket-notices-lost')
  await line.mend()

  for (const look of [
    { language: 'en', name: 'en-pocket-notices' },
    { large: true, name: 'large-pocket-notices' },
  ] as const) {
    const { name, ...options } = look
    const other = await browsing.open('secretary', { ...phone, ...options })
    await other.page.goto(`${trial.url}/pocket/notices`)
    await other.page.locator('details').first().waitFor()
    await other.page.locator('summary').last().click()
    expect(await seriousFindings(other.page)).toEqual([])
    await shot(other.page, name)
  }
})

test('a session that is over takes what was kept from the phone', { timeout: 60_000 }, async () => {
  await announce('只给书记')
  const { page, context } = await browsing.open('secretary', phone)
  await page.goto(`${trial.url}/pocket/notices`)
  await page.getByText('只给书记').waitFor()
  await context.clearCookies()
  await page.reload()
  await page.getByText('请先登录').waitFor()
  await expect.poll(() => page.getByText('只给书记').count()).toBe(0)
  const left = await page.evaluate(
    () =>
      new Promise((resolve) => {
        const opening = indexedDB.open('lx-notices')
        opening.addEventListener('success', () => {
          const all = opening.result.transaction('values').objectStore('values').getAllKeys()
          all.addEventListener('success', () => resolve(all.result.map(String)))
        })
      }),
  )
  expect(left).toEqual([])
})
