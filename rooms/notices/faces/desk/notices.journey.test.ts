// In a real browser: the county writes to its secretaries, a secretary finds it, puts it away, and sees what was withdrawn; every
// screen on the way without a finding of axe.

import { chromium } from '@playwright/test'
import type { Browser, Page } from '@playwright/test'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sound } from '#ground/trial/axe.ts'
import type { PlayerName } from '#ground/trial/cast.ts'
import { cast } from '#ground/trial/cast.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { launchOptions } from '#tools/browser/launch.ts'

const trial = useTrial()
let browser: Browser

beforeAll(async () => {
  browser = await chromium.launch(await launchOptions())
})

afterAll(() => browser.close())

async function pageOf(player: PlayerName, path = '/desk/notices'): Promise<Page> {
  // axe brings script of its own, which the pages' policy would refuse.
  const context = await browser.newContext({
    viewport: { width: 1400, height: 900 },
    locale: 'zh-CN',
    bypassCSP: true,
    reducedMotion: 'reduce',
  })
  await context.addCookies([{ name: 'lx-session', value: cast[player].token, url: trial.url }])
  const page = await context.newPage()
  await page.goto(`${trial.url}${path}`)
  return page
}

test('written, found, put away, withdrawn', async () => {
  const county = await pageOf('countyAdmin')
  await county.getByText('没有通知').waitFor()
  await sound(county, 'empty')
  await county.getByRole('button', { name: '发通知' }).click()
  const form = county.getByRole('region', { name: '发通知' })
  await form.getByLabel(/^标题/).fill('第四季度亮赛比安排')
  await form.getByLabel(/^正文/).fill('请于 9 月 20 日前报名。')
  await sound(county, 'writing')
  await form.getByRole('button', { name: '发出通知' }).click()
  await county.getByRole('button', { name: '第四季度亮赛比安排' }).click()
  await county.getByText('请于 9 月 20 日前报名。').waitFor()
  await sound(county, 'sent')

  const secretary = await pageOf('secretary')
  await secretary.getByRole('link', { name: /新通知/ }).waitFor()
  await secretary.getByRole('button', { name: '第四季度亮赛比安排' }).click()
  await secretary.getByText('请于 9 月 20 日前报名。').waitFor()
  await expect.poll(() => secretary.getByRole('button', { name: '发通知' }).count()).toBe(0)
  await sound(secretary, 'reading')
  await secretary.getByRole('button', { name: '看到这里为止' }).click()
  await secretary.getByText('看过', { exact: true }).first().waitFor()
  await secretary.getByRole('button', { name: '邮件提醒' }).click()
  await secretary.getByText('系统管理员还没有设置邮件服务器。').waitFor()
  await sound(secretary, 'mail')

  await county.getByRole('button', { name: '撤回' }).click()
  const dialog = county.getByRole('dialog')
  await dialog.getByRole('textbox').fill('时间写错了')
  await dialog.getByRole('button', { name: '撤回' }).click()
  await county.getByText('已撤回').first().waitFor()
  await secretary.reload()
  await secretary.getByRole('button', { name: '第四季度亮赛比安排' }).click()
  await secretary.getByText('时间写错了').waitFor()
  await expect.poll(() => secretary.getByText('请于 9 月 20 日前报名。').count()).toBe(0)
})
