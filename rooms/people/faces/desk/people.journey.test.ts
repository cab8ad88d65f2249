// In a real browser: a township officer signs in, makes an account, sends the invitation, looks at a number; the newcomer
// accepts and sees who looked. Every screen on the way without a finding of axe.

import { chromium } from '@playwright/test'
import type { Browser, Page } from '@playwright/test'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sound } from '#ground/trial/axe.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { launchOptions } from '#tools/browser/launch.ts'
import { trialPassword } from '../../trial.ts'

const trial = useTrial()
let browser: Browser

beforeAll(async () => {
  browser = await chromium.launch(await launchOptions())
})

afterAll(() => browser.close())

async function newPage(): Promise<Page> {
  // axe brings script of its own, which the pages' policy would refuse.
  const context = await browser.newContext({
    viewport: { width: 1400, height: 900 },
    locale: 'zh-CN',
    bypassCSP: true,
    reducedMotion: 'reduce',
  })
  return context.newPage()
}

test('from the sign-in page to a newcomer at work', async () => {
  const page = await newPage()
  await page.goto(`${trial.url}/desk/people`)
  await page.waitForURL(/\/sign-in\?next=/)
  await sound(page, 'sign-in')
  await page.getByLabel('登录名或手机号').fill('trial-officer')
  await page.getByLabel('密码').fill(trialPassword)
  await page.getByRole('button', { name: '登录' }).click()
  await page.waitForURL(/\/desk\/people/)
  await page.getByRole('heading', { name: '人员', level: 1 }).waitFor()
  await page.getByText('演示·书记').first().waitFor()
  await sound(page, 'people')

  await page.getByRole('button', { name: '新建账号' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(/^姓名/).fill('演示·新手')
  await dialog.getByLabel(/^手机号/).fill('19900000071')
  await dialog.getByLabel(/^登录名/).fill('journey-new')
  await dialog.getByRole('button', { name: /晨光街道/ }).click()
  await page.getByRole('button', { name: /朝霞社区/ }).click()
  await dialog.getByLabel(/^角色/).click()
  await page.getByTitle('网格员').click()
  await page.locator('.ant-select-dropdown:visible').waitFor({ state: 'hidden' })
  await sound(page, 'new account')
  await dialog.getByRole('button', { name: '新建账号' }).click()
  const panel = page.getByRole('region', { name: '演示·新手' })
  await panel.getByText('待启用').waitFor()
  await expect.poll(() => panel.textContent()).toContain('199****0071')
  await sound(page, 'one person')

  await panel.getByRole('button', { name: '查看完整的手机号' }).click()
  await page.getByLabel(/理由/).fill('核实申报材料')
  await page.getByRole('button', { name: '查看', exact: true }).click()
  await panel.getByText('19900000071').waitFor()

  await panel.getByRole('button', { name: '发邀请链接' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '发邀请链接' }).click()
  const link = (await panel.locator('code').textContent()) ?? ''
  expect(link).toMatch(/\/invitation\/[\w-]{43}$/)

  const newcomer = await newPage()
  await newcomer.goto(link)
  await sound(newcomer, 'invitation')
  await newcomer.getByLabel('新密码', { exact: true }).fill('lantern walnut seventeen')
  await newcomer.getByLabel('再输一遍新密码').fill('lantern walnut seventeen')
  await newcomer.getByRole('button', { name: '设置密码并登录' }).click()
  await newcomer.waitForURL(/\/desk/)
  await newcomer.goto(`${trial.url}/desk/me`)
  await newcomer.getByText('核实申报材料').waitFor()
  await newcomer.getByText('演示·党建办').waitFor()
  await sound(newcomer, 'my account')
})
