// A phone that changes its language: what it keeps follows while there is a line, and stays so without one.

import { test } from 'vitest'
import { useBrowser } from '#ground/trial/browser.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { playing } from '../../trial-cycle.ts'

const trial = useTrial()
const browser = useBrowser(trial)

test('names of stars and texts of rows turn English, without a line too', { timeout: 120_000 }, async () => {
  const play = playing(trial)
  await play.seat()
  const at = await play.begin(await play.open())
  const { page } = await browser.open('secretary', { phone: true })
  await page.goto(`${trial.url}/pocket/stars/check?at=${at.unit}.${at.id}`)
  await page.getByRole('heading', { name: /宜业兴业星/ }).waitFor()
  await page.locator('.foot').getByText('可离线', { exact: true }).waitFor()
  await page.getByRole('button', { name: 'English' }).click()
  const english = async (): Promise<void> => {
    await page
      .locator('.star-line .asked-short')
      .first()
      .filter({ hasNotText: /[\u4e00-\u9fff]/ })
      .waitFor()
    await page.locator('h1').filter({ hasNotText: '宜业兴业星' }).waitFor()
  }
  await english()
  await page.context().setOffline(true)
  await page.reload()
  await english()
})
