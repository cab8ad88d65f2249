// What a post does on the phone is found without knowing an address: from the desk by a code, at the phone's first page by its
// name, and back from each page; without a line the list stands as it was seen last.

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

test('the desk leads to it, it leads to the pages of the post and they back, with and without a line', { timeout: 120_000 }, async () => {
  const desk = await browsing.open('officer')
  await desk.page.goto(`${trial.url}/desk`)
  await desk.page.locator('.lx-title-end button').last().click()
  await desk.page.getByRole('menuitem', { name: '手机办公' }).click()
  await desk.page.getByRole('img', { name: `手机办公 ${trial.url}/pocket` }).waitFor()
  expect(await seriousFindings(desk.page)).toEqual([])
  await shot(desk.page, 'zh-desk-phone-code')
  expect(desk.faults).toEqual([])

  const line = await openLine(trial.url)
  const { page, context } = await browsing.open('nobody', phone)
  await page.goto(`${line.url}/pocket`)
  await page.getByRole('heading', { name: '请先登录' }).waitFor()
  await expect.poll(() => page.getByRole('link', { name: '登录后继续' }).getAttribute('href')).toBe('/sign-in?next=%2Fpocket')
  await signIn(context, line.url, 'officer')
  await page.goto(`${line.url}/pocket`)
  await page.getByRole('heading', { name: '手机上办的事' }).waitFor()
  await expect.poll(() => page.locator('.home-entries a').allTextContents()).toEqual(expect.arrayContaining(['星级创建', '督查', '通知']))
  expect(await seriousFindings(page)).toEqual([])
  await shot(page, 'zh-pocket-home')
  await page.getByRole('link', { name: '督查' }).click()
  await page.getByRole('link', { name: '首页' }).click()
  await page.getByRole('heading', { name: '手机上办的事' }).waitFor()
  await page.locator('.foot').getByText('可离线').waitFor()
  await line.cut()
  await page.reload()
  await page.getByText('没有网络，列出的是上次看到的').waitFor()
  await page.getByRole('link', { name: '督查' }).waitFor()
  await shot(page, 'zh-pocket-home-lost')
  await line.mend()

  for (const look of [
    { language: 'en', name: 'en-pocket-home', entry: 'Inspections' },
    { large: true, name: 'large-pocket-home', entry: '督查' },
  ] as const) {
    const { name, entry, ...options } = look
    const other = await browsing.open('officer', { ...phone, ...options })
    await other.page.goto(`${trial.url}/pocket`)
    await other.page.getByRole('link', { name: entry }).waitFor()
    expect(await seriousFindings(other.page)).toEqual([])
    await shot(other.page, name)
  }
})

test('a post sees only what is its own; a seat is led nowhere else', { timeout: 60_000 }, async () => {
  const { page } = await browsing.open('secretary', phone)
  await page.goto(`${trial.url}/pocket`)
  await page.getByRole('link', { name: '星级创建' }).waitFor()
  await expect.poll(() => page.getByRole('link', { name: '督查' }).count()).toBe(0)
  await page.goto(`${trial.url}/pocket/seat`)
  await page.locator('.foot').waitFor()
  await expect.poll(() => page.getByRole('link', { name: '首页' }).count()).toBe(0)
})
