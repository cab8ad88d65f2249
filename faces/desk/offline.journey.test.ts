// The network goes and comes back while somebody works: the desk says so, keeps what was typed, and catches up by itself.

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Page } from '@playwright/test'
import { useBrowser } from '#ground/trial/browser.ts'
import { openLine } from '#ground/trial/line.ts'
import type { Line } from '#ground/trial/line.ts'
import { useTrial } from '#ground/trial/trial.ts'

const trial = useTrial()
const browser = useBrowser(trial)
let line: Line
beforeAll(async () => {
  line = await openLine(trial.url)
})
afterAll(() => line.cut())

const mark = (page: Page, word: string) => page.locator('.lx-live').getByText(word)

async function complain(what: string): Promise<void> {
  const { page } = await browser.open('nobody', { script: false })
  await page.goto(`${trial.url}/feedback?unit=990101001001`)
  await page.locator('textarea').fill(what)
  await page.locator('main form button[type="submit"], main form button:not([type])').last().click()
  await page.waitForURL(/sent/)
}

describe('the desk without a line', () => {
  test('a server that is gone is told with the time of what is shown; back again, the list catches up without a hand', async () => {
    const { page } = await browser.open('countyAdmin')
    await page.goto(`${line.url}/desk/feedback?unit=990101`)
    await page.locator('#page h1').waitFor()
    await mark(page, '实时').waitFor()
    await complain('断线之前的一件事。')
    await page.getByText('断线之前的一件事').first().waitFor()
    await line.cut()
    await mark(page, '连接中断，正在重连').waitFor()
    await expect.poll(() => page.locator('.lx-live').textContent()).toMatch(/截至 /)
    await complain('断线时来的一件事。')
    // What was there stays to be read; nothing pretends to be newer than it is.
    await expect.poll(() => page.getByText('断线之前的一件事').count()).toBeGreaterThan(0)
    await expect.poll(() => page.getByText('断线时来的一件事').count()).toBe(0)
    await line.mend()
    await mark(page, '实时').waitFor()
    await page.getByText('断线时来的一件事').first().waitFor()
  })

  test('a page that was never opened says in its place that the server is away, and comes when it is back', async () => {
    const { page } = await browser.open('countyAdmin')
    await page.goto(`${line.url}/desk`)
    await page.locator('#page h1').waitFor()
    await mark(page, '实时').waitFor()
    await line.cut()
    await page.locator('nav').getByText('单位', { exact: true }).first().click()
    await page.getByRole('alert').getByText('连不上服务器').waitFor()
    await expect.poll(() => page.locator('.lx-title-bar').count()).toBe(1)
    await page.getByRole('alert').getByRole('button').click()
    await page.getByRole('alert').getByText('连不上服务器').waitFor()
    await line.mend()
    await page.locator('tbody tr').first().waitFor()
    await expect.poll(() => page.getByRole('alert').count()).toBe(0)
  })

  test('a computer without a network is told that what was typed stays, and it does', async () => {
    const { page, context } = await browser.open('countyAdmin')
    await page.goto(`${line.url}/desk/feedback?unit=990101`)
    await page.locator('tbody tr').first().waitFor()
    await page.locator('.lx-search input').fill('断线')
    await context.setOffline(true)
    await page.getByText('网络已断开。已填写的内容留在本机').waitFor()
    await expect.poll(() => page.locator('.lx-search input').inputValue()).toBe('断线')
    await page.locator('nav').getByText('单位', { exact: true }).first().click()
    await page.getByRole('alert').first().waitFor()
    await context.setOffline(false)
    await page.getByText('网络已断开').waitFor({ state: 'detached' })
    await page.locator('tbody tr').first().waitFor()
  })

  test('what is typed into a search as one leaves does not follow to the next page', async () => {
    const { page } = await browser.open('countyAdmin')
    await page.goto(`${line.url}/desk/feedback?unit=990101`)
    await page.locator('tbody tr').first().waitFor()
    const typed = async (): Promise<number> => {
      await page.locator('.lx-search input').fill('离开')
      await page.locator('nav').getByText('单位', { exact: true }).first().click()
      return page.evaluate(() => performance.now())
    }
    // The code of the next page is long on its way: the search is sent before that page is there.
    const code = Promise.withResolvers<void>()
    await page.route('**/*.js', async (route) => {
      await code.promise
      await route.continue()
    })
    const left = await typed()
    await page.waitForFunction((since) => performance.now() > since + 400, left)
    code.resolve()
    await page.locator('tbody tr').first().waitFor()
    expect(new URL(page.url()).searchParams.has('q')).toBe(false)
  })
})
