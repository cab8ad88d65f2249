// A desk drives the stage in real browsers: paired by its code, unit, quarter and spots go along, a clicker at the stage turns
// too, and what is over is over.

import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
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
  await page.screenshot({ path: join(shots, `${name}.png`) })
}

const title = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true })
const spot = (page: Page, name: string) => page.locator(`[data-spot="${name}"]`)

beforeAll(() => layTable(trial, { stars: ['YYXY', 'PAFZ'], second: '北门停车棚' }), 120_000)

test.each([
  {
    name: 'zh',
    options: {},
    words: { drive: '遥控大屏', pair: '开始跟随', next: '下一处', end: '结束遥控', over: '遥控已结束', waiting: '等待配对' },
  },
  {
    name: 'en',
    options: { language: 'en' as const, large: true },
    words: {
      drive: 'Drive a big screen',
      pair: 'Follow',
      next: 'Next spot',
      end: 'Stop driving',
      over: 'Driving has ended',
      waiting: 'Waiting to be paired',
    },
  },
])('the stage follows the desk, and the desk hears of the clicker: $name', { timeout: 180_000 }, async ({ name, options, words }) => {
  const desk = await browsing.open('officer', { ...options, width: 1440, height: 900 })
  await desk.page.goto(`${trial.url}/desk/sandtable`)
  await desk.page.getByRole('button', { name: words.drive }).click()
  const code = ((await desk.page.locator('.sand-code').textContent()) ?? '').replace(' ', '')
  expect(code).toMatch(/^\d{6}$/)

  // Another computer, signed in as somebody above.
  const stage = await browsing.open('countyAdmin', { ...options, width: 1920, height: 1080 })
  await stage.page.goto(`${trial.url}/stage/sandtable`)
  await title(stage.page, words.waiting).waitFor()
  await stage.page.getByRole('textbox').fill(code === '000000' ? '000001' : '000000')
  await stage.page.getByRole('button', { name: words.pair }).click()
  await stage.page.getByRole('alert').filter({ hasText: /\S/ }).waitFor()
  expect(await seriousFindings(stage.page)).toEqual([])
  await shot(stage.page, `following-${name}-pairing`)
  await stage.page.getByRole('textbox').fill(code)
  await stage.page.keyboard.press('Enter')
  await title(stage.page, '晨光街道').waitFor()

  await desk.page.getByRole('button', { name: /^朝霞社区[：:]/ }).click()
  await title(stage.page, '朝霞社区').waitFor()
  await desk.page.getByRole('button', { name: words.next }).click()
  await spot(stage.page, '小广场').waitFor()
  await desk.page
    .getByRole('region', { name: /遥控大屏|Driving/ })
    .getByText('小广场')
    .waitFor()
  await stage.page.locator('.lx-spot-picture[data-state="there"]').nth(2).waitFor()
  await shot(desk.page, `following-${name}-desk`)
  await shot(stage.page, `following-${name}-stage`)
  expect(await seriousFindings(desk.page)).toEqual([])
  // The clicker at the stage.
  await stage.page.keyboard.press('PageDown')
  await spot(stage.page, '北门停车棚').waitFor()
  await desk.page
    .getByRole('region', { name: /遥控大屏|Driving/ })
    .getByText('北门停车棚')
    .waitFor()
  await stage.page.keyboard.press('s')
  await stage.page.locator('.lx-compare-stack').waitFor()
  // The desk's keys.
  await desk.page.locator('body').press('b')
  await stage.page.locator('[data-blank]').waitFor()
  await desk.page.locator('body').press('PageUp')
  await spot(stage.page, '小广场').waitFor()
  // Both come back by themselves.
  await stage.page.reload()
  await spot(stage.page, '小广场').waitFor()
  await desk.page.reload()
  await desk.page
    .getByRole('region', { name: /遥控大屏|Driving/ })
    .getByText('小广场')
    .waitFor()
  // A quarter goes along; the spot is put away.
  const time = desk.page.locator('.sand-time input')
  await time.focus()
  await desk.page.keyboard.press('ArrowLeft')
  await stage.page.getByText(/2026年第二季度|Q2 2026/).waitFor()
  await stage.page.locator(`[data-code="${home}"]`).waitFor()
  // A stage that follows goes nowhere by itself.
  await stage.page.keyboard.press('Escape')
  await desk.page.getByRole('button', { name: words.end }).click()
  await title(stage.page, words.over).waitFor()
  await desk.page.getByRole('button', { name: words.drive }).waitFor()
  expect([...desk.faults, ...stage.faults.filter((fault) => !/404/.test(fault))]).toEqual([])
})
