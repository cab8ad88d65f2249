// A county officer signs in and finds their way, in a real browser against the real server.

import type { Page } from '@playwright/test'
import { describe, expect, test } from 'vitest'
import { seriousFindings } from '#ground/trial/axe.ts'
import { useBrowser } from '#ground/trial/browser.ts'
import { useTrial } from '#ground/trial/trial.ts'

const trial = useTrial()
const browser = useBrowser(trial)

/** Fills in the sign-in form. */
async function enter(page: Page): Promise<void> {
  await page.locator('input[autocomplete="username"]').fill('trial-countyadmin')
  await page.locator('input[type="password"]').fill('river persimmon forty-two')
  await page.locator('main form button').first().click()
}

describe('the desk', () => {
  test('without a session leads to the sign-in page and back to where one wanted to go', async () => {
    const { page } = await browser.open('nobody')
    await page.goto(`${trial.url}/desk/people?unit=990101`)
    await page.waitForURL(/\/sign-in\?next=/)
    await enter(page)
    await page.waitForURL(/\/desk\/people\?unit=990101/)
    await expect.poll(() => page.locator('h1').first().textContent()).toContain('人员')
  })

  test('shows unit and post first, the menu by permission, and changes language and text size in place', async () => {
    // A session of its own: choosing a language gives the session a new token, and the cast's would be gone for the other plays.
    const { page, faults } = await browser.open('nobody')
    await page.goto(`${trial.url}/sign-in?next=/desk`)
    await enter(page)
    await page.locator('#page h1').waitFor()
    await expect.poll(() => page.locator('#page h1').textContent()).toContain('演示县')
    for (const entry of ['单位', '人员', '投诉建议']) await page.locator('nav').getByText(entry, { exact: true }).first().waitFor()
    await page.getByRole('button', { name: 'English' }).click()
    await page.locator('nav').getByText('Units', { exact: true }).first().waitFor()
    await expect.poll(() => page.evaluate(() => document.documentElement.lang)).toBe('en')
    await page.getByRole('button', { name: /Large text/ }).click()
    await expect.poll(() => page.evaluate(() => Number.parseFloat(getComputedStyle(document.body).fontSize))).toBeGreaterThanOrEqual(18)
    expect(faults).toEqual([])
  })

  test('a secretary does not see what is not theirs to do', async () => {
    const { page } = await browser.open('secretary')
    await page.goto(`${trial.url}/desk`)
    await page.locator('h1').waitFor()
    await expect.poll(() => page.locator('h1').textContent()).toContain('朝霞社区')
    await expect.poll(() => page.locator('nav').getByText('投诉建议', { exact: true }).count()).toBe(0)
  })

  test('a complaint is two taps away and reaches the desk live', async () => {
    const { page } = await browser.open('countyAdmin')
    await page.goto(`${trial.url}/desk/feedback?unit=990101`)
    await page.locator('h1').waitFor()
    const outside = await browser.open('nobody', { script: false })
    await outside.page.goto(`${trial.url}/units/990101001001`)
    await outside.page.locator('footer').getByText('投诉建议').click()
    await outside.page.locator('textarea').fill('大字版里表格的字还不够大。')
    await outside.page.locator('main form button[type="submit"], main form button:not([type])').last().click()
    await outside.page.waitForURL(/sent/)
    const code = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec((await outside.page.locator('main').textContent()) ?? '')?.[0]
    expect(code).toBeDefined()
    await outside.page.goto(`${trial.url}/feedback/track?code=${code}`)
    await expect.poll(() => outside.page.locator('main').textContent()).toContain('已收到')
    await page.getByText('大字版里表格的字还不够大').first().waitFor()
  })

  // English in large text is the longest text in the largest size; Chinese in the normal size is the everyday.
  test.each([{ language: 'zh' }, { language: 'en', large: true }] as const)(
    'no page has a serious finding of axe or scrolls sideways: %o',
    async (options) => {
      const { page, faults } = await browser.open('countyAdmin', options)
      for (const path of ['/desk', '/desk/people?unit=990101', '/desk/feedback?unit=990101', '/desk/units?unit=990101', '/desk/me']) {
        await page.goto(`${trial.url}${path}`)
        await page.locator('#page h1').waitFor()
        await page.locator('[aria-busy="true"], .ant-skeleton-active').first().waitFor({ state: 'hidden' })
        expect(await seriousFindings(page), path).toEqual([])
        await expect
          .poll(() => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), { message: path })
          .toBe(0)
      }
      expect(faults).toEqual([])
    },
  )

  test('a list of acts opens by keyboard, moves, closes, and acts', async () => {
    const { page } = await browser.open('countyAdmin')
    await page.goto(`${trial.url}/desk`)
    const button = page.locator('.lx-title-end .lx-menu > button')
    const here = (): Promise<string | null> => page.evaluate(() => document.activeElement?.textContent ?? null)
    await button.focus()
    await page.keyboard.press('ArrowDown')
    await page.getByRole('menu').waitFor()
    expect(await here()).toBe('我的账号')
    await page.keyboard.press('End')
    expect(await here()).toBe('退出登录')
    await page.keyboard.press('ArrowDown')
    expect(await here()).toBe('我的账号')
    expect(await seriousFindings(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('menu').waitFor({ state: 'detached' })
    expect(await here()).toContain('▾')
    await page.keyboard.press('Enter')
    await page.getByRole('menu').waitFor()
    await page.locator('#page h1').click()
    await page.getByRole('menu').waitFor({ state: 'detached' })
    await button.click()
    await page.getByRole('menuitem', { name: '我的账号' }).click()
    await page.waitForURL(/\/desk\/me/)
  })

  test('the keyboard moves in a table, opens, closes and finds', async () => {
    const { page } = await browser.open('countyAdmin')
    await page.goto(`${trial.url}/desk/units?unit=990101`)
    await page.locator('tbody tr').first().waitFor()
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    await page.getByRole('region', { name: '柳溪镇' }).waitFor()
    await page.keyboard.press('k')
    await page.getByRole('region', { name: '晨光街道' }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('region', { name: '晨光街道' }).waitFor({ state: 'detached' })
    await page.keyboard.press('/')
    await expect.poll(() => page.evaluate(() => document.activeElement?.closest('.lx-search') !== null)).toBe(true)
    await page.getByRole('navigation', { name: '上级单位' }).getByText('演示市').click()
    await page.getByRole('cell', { name: '990101', exact: true }).waitFor()
  })
})

describe('the public face', () => {
  test.each(['/', '/units', '/units/990101', '/feedback', '/feedback/track', '/sign-in', '/privacy', '/accessibility'])(
    '%s can be read with script off and has no serious finding',
    async (path) => {
      const plain = await browser.open('nobody', { script: false })
      await plain.page.goto(`${trial.url}${path}`)
      await expect.poll(() => plain.page.locator('h1').count()).toBe(1)
      const { page, faults } = await browser.open('nobody', { large: true })
      await page.goto(`${trial.url}${path}`)
      expect(await seriousFindings(page)).toEqual([])
      expect(faults).toEqual([])
      await plain.context.close()
      await page.context().close()
    },
  )
})
