// The table before a hall, in a real browser: by keys and clicker alone, in two sizes, back by itself after a reload.

import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import sharp from 'sharp'
import { beforeAll, expect, test } from 'vitest'
import { seriousFindings } from '#ground/trial/axe.ts'
import { useBrowser } from '#ground/trial/browser.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { useWorker } from '#rooms/evidence/trial-worker.ts'
import { home } from '#rooms/stars/trial-cycle.ts'
import { layTable } from '../../trial-table.ts'

const trial = useTrial()
const browsing = useBrowser(trial)
useWorker(trial)
const shots = process.env['SHOTS']

async function shot(page: Page, name: string): Promise<void> {
  if (shots === undefined) return
  mkdirSync(shots, { recursive: true })
  const bytes = await page.screenshot({ path: join(shots, `${name}.png`) })
  await sharp(bytes)
    .resize(480)
    .toFile(join(shots, `${name}-480.png`))
}

const title = (page: Page, name: string) => page.getByRole('heading', { level: 1, name })
const spot = (page: Page, name: string) => page.locator(`[data-spot="${name}"]`)
const loaded = (page: Page, count: number) =>
  page
    .locator('.lx-spot-picture[data-state="there"]')
    .nth(count - 1)
    .waitFor()

/** What sticks out of the safe margin of five per cent. */
const stickingOut = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const [x, y] = [innerWidth * 0.05, innerHeight * 0.05]
    return [...document.querySelectorAll('.sand-screen *')].flatMap((one) => {
      const { left, top, right, bottom, width } = one.getBoundingClientRect()
      // A word for those who hear the map has one pixel.
      const out = width > 1 && (left < x - 1 || top < y - 1 || right > innerWidth - x + 1 || bottom > innerHeight - y + 1)
      return out ? [`${one.tagName} ${one.getAttribute('class') ?? ''}`] : []
    })
  })

beforeAll(() => layTable(trial, { stars: ['YYXY', 'PAFZ'], second: '北门停车棚' }), 120_000)

test.each([
  { language: 'zh', width: 1920, height: 1080 },
  { language: 'en', width: 1920, height: 1080 },
  { language: 'zh', width: 1024, height: 768 },
] as const)(
  'by keys alone: county, township, community, pictures, quarters, blank: %o',
  { timeout: 120_000 },
  async ({ language, ...size }) => {
    const { page, faults } = await browsing.open('countyAdmin', { language, ...size })
    const name = `stage-${language}-${size.width}`
    const look = async (part: string): Promise<void> => {
      expect(await stickingOut(page), part).toEqual([])
      expect(await seriousFindings(page), part).toEqual([])
      await shot(page, `${name}-${part}`)
    }
    await page.goto(`${trial.url}/stage/sandtable?unit=990101`)
    await title(page, '演示县').waitFor()
    await page.locator('[data-code="990101001"]').waitFor()
    await look('county')
    // The focus stands on the map; arrows move it, Enter goes in.
    await page.locator('[data-code="990101001"]').focus()
    await page.keyboard.press('ArrowRight')
    await page
      .getByText(/^柳溪镇[：:]/)
      .last()
      .waitFor()
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('Enter')
    await title(page, '晨光街道').waitFor()
    await page.locator(`[data-code="${home}"]`).focus()
    await page.keyboard.press('Enter')
    await title(page, '朝霞社区').waitFor()
    await page.locator('[data-unit="990101001001"]').waitFor()
    await look('community')
    // A clicker.
    await page.keyboard.press('PageDown')
    await spot(page, '小广场').waitFor()
    await loaded(page, 3)
    await look('three')
    await page.keyboard.press('PageDown')
    await spot(page, '北门停车棚').waitFor()
    await loaded(page, 2)
    await look('two')
    await page.keyboard.press('PageDown')
    await page.keyboard.press('s')
    const divide = page.getByRole('slider')
    await divide.focus()
    await page.keyboard.press('End')
    expect(
      await page
        .locator('.lx-compare-stack img')
        .nth(1)
        .evaluate((image) => image.style.clipPath),
    ).toBe('inset(0px 0% 0px 0px)')
    await divide.fill('50')
    await look('compared')
    await page.keyboard.press('s')
    await page.keyboard.press('b')
    await page.locator('[data-blank]').waitFor()
    await page.keyboard.press('b')
    await loaded(page, 2)
    // A reload shows the same again.
    await page.reload()
    await spot(page, '北门停车棚').waitFor()
    await loaded(page, 2)
    await page.keyboard.press('PageUp')
    await spot(page, '小广场').waitFor()
    await page.keyboard.press('[')
    await page.getByText(language === 'zh' ? '2026年第二季度' : 'Q2 2026').waitFor()
    await expect.poll(() => page.locator('[data-picture]').count()).toBe(2)
    await page.keyboard.press(']')
    await page.keyboard.press('Escape')
    await page.locator(`[data-code="${home}"]`).waitFor()
    await page.keyboard.press('Backspace')
    await title(page, '晨光街道').waitFor()
    await page.keyboard.press('Escape')
    await title(page, '演示县').waitFor()
    expect(faults).toEqual([])
  },
)

test('it comes back by itself when the line was gone, and says so meanwhile', { timeout: 60_000 }, async () => {
  const { page, context } = await browsing.open('officer', { width: 1280, height: 720 })
  await page.goto(`${trial.url}/stage/sandtable?unit=${home}&spot=1`)
  await loaded(page, 3)
  await page.getByText('● 已连接').waitFor()
  await context.setOffline(true)
  await page.getByText('■ 未连接').waitFor()
  await expect.poll(() => page.locator('[data-picture]').count()).toBe(3)
  await context.setOffline(false)
  await page.getByText('● 已连接').waitFor()
})

test('without a session it says what to do and shows nothing', async () => {
  const { page } = await browsing.open('nobody', { width: 1280, height: 720 })
  await page.goto(`${trial.url}/stage/sandtable?unit=${home}`)
  await page.getByRole('heading', { name: '请先登录' }).waitFor()
  await expect.poll(() => page.getByText('朝霞社区').count()).toBe(0)
  await expect.poll(() => page.getByRole('link', { name: '去登录' }).getAttribute('href')).toContain(encodeURIComponent(`unit=${home}`))
})
