// In a real browser: a county administrator browses, finds, renames, merges two villages, imports; every screen without a
// finding of axe, in both languages and in large text.

import { chromium } from '@playwright/test'
import type { Browser, BrowserContext, Page } from '@playwright/test'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sound } from '#ground/trial/axe.ts'
import { cast } from '#ground/trial/cast.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { launchOptions } from '#tools/browser/launch.ts'

const trial = useTrial()
let browser: Browser
let context: BrowserContext
let page: Page

beforeAll(async () => {
  browser = await chromium.launch(await launchOptions())
  // axe brings script of its own, which the pages' policy would refuse.
  context = await browser.newContext({ viewport: { width: 1400, height: 900 }, locale: 'zh-CN', bypassCSP: true, reducedMotion: 'reduce' })
  await context.addCookies([{ name: 'lx-session', value: cast.countyAdmin.token, url: trial.url }])
  page = await context.newPage()
})

afterAll(() => browser.close())

test('browsing, and one unit beside the list', async () => {
  await page.goto(`${trial.url}/desk/units?unit=990101`)
  await page.getByRole('heading', { name: '单位', level: 1 }).waitFor()
  await page.getByText('晨光街道').first().waitFor()
  await sound(page, 'list')
  await page.getByText('柳溪镇').first().click()
  const panel = page.getByRole('region', { name: '柳溪镇' })
  await panel.getByText('演示省 › 演示市 › 演示县').waitFor()
  await sound(page, 'panel')
  await panel.getByText('沿革', { exact: true }).click()
  await panel.getByText('没有变动').waitFor()
  await sound(page, 'history')
  await panel.getByText('组织', { exact: true }).click()
  await panel.getByRole('button', { name: '登记组织' }).waitFor()
  await sound(page, 'organisations')
  await panel.getByText('包联', { exact: true }).click()
  await panel.getByRole('button', { name: '安排包联' }).waitFor()
  await sound(page, 'linked officers')
  await panel.getByRole('button', { name: '进入下级' }).click()
  await page.getByText('石桥村').first().waitFor()
})

test('finding by initials and renaming', async () => {
  await page.goto(`${trial.url}/desk/units?unit=990101&q=sqc`)
  await page.getByText('石桥村').first().click()
  const panel = page.getByRole('region', { name: '石桥村' })
  await panel.getByRole('button', { name: '更名' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(/^新名称/).fill('石桥新村')
  await sound(page, 'rename')
  await dialog.getByRole('button', { name: '更名' }).click()
  await page.getByRole('region', { name: '石桥新村' }).waitFor()
  const { rows } = await trial.owner.query(`select name from unit_versions where code = '990101101202' and valid_to is null`)
  expect(rows).toEqual([{ name: '石桥新村' }])
})

test('merging two villages: the mapping first, then the act', async () => {
  await page.goto(`${trial.url}/desk/units/transfer?unit=990101`)
  await page.getByRole('heading', { name: '合并、拆分、变更编码' }).waitFor()
  await page.getByLabel(/^并入的单位/).fill('990101001002')
  await page.getByLabel(/^接收单位编码/).fill('990101001001')
  await page.getByLabel(/^事由/).fill('社区优化调整')
  await sound(page, 'transfer')
  await page.getByRole('button', { name: '核对对照表' }).click()
  await page.getByRole('cell', { name: '和风社区' }).waitFor()
  await sound(page, 'mapping')
  expect((await trial.owner.query('select 1 from unit_successions')).rows).toHaveLength(0)
  await page.getByRole('button', { name: '执行合并' }).click()
  await page.getByText('已变更 1 个单位').waitFor()
  const { rows } = await trial.owner.query('select from_code, to_code, kind from unit_successions')
  expect(rows).toEqual([{ from_code: '990101001002', to_code: '990101001001', kind: 'merged' }])
})

test('importing: a bad list is shown line by line, a good one counted and written', async () => {
  await page.goto(`${trial.url}/desk/units/import?unit=990101`)
  await page.getByRole('heading', { name: '导入官方区划代码' }).waitFor()
  await sound(page, 'import')
  await page.getByRole('button', { name: '导入单位' }).click()
  const dialog = page.getByRole('dialog')
  const choose = (text: string) =>
    dialog.locator('input[type=file]').setInputFiles({ name: 'list.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
  await choose('code,name\n990101888201,孤儿村\n')
  await dialog.getByRole('cell', { name: '990101888201' }).waitFor()
  await choose('code,name\n990101101205,新增村\n')
  await dialog.getByText('新增').waitFor()
  await sound(page, 'trial run')
  await dialog.getByRole('button', { name: '导入单位' }).click()
  await dialog.getByText('导入完成').first().waitFor()
  const { rows } = await trial.owner.query(`select name from unit_versions where code = '990101101205'`)
  expect(rows).toEqual([{ name: '新增村' }])
})

test('organisations come in by a sheet, show their history, and go out', async () => {
  await page.goto(`${trial.url}/desk/units?unit=990101&open=990101001&tab=organisations`)
  await page.getByRole('button', { name: '导入组织' }).click()
  const dialog = page.getByRole('dialog')
  const choose = (text: string) =>
    dialog.locator('input[type=file]').setInputFiles({ name: 'list.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
  const header = '名称,类型,设在,单位编码,上级组织,起始日期\n'
  await choose(`${header}某支部,党支部,社区,990101001001,没有的党委,\n`)
  await dialog.getByText('没有找到上级组织', { exact: false }).waitFor()
  await choose(
    `${header}晨光街道党工委,党委,机关,990101001,,2026-01-01\n朝霞社区党支部,党支部,社区,990101001001,晨光街道党工委,2026-01-01\n`,
  )
  await dialog.getByText('新登记').waitFor()
  await sound(page, 'organisations trial run')
  await dialog.getByRole('button', { name: '导入组织' }).click()
  await dialog.getByText('导入完成').first().waitFor()
  await dialog.getByRole('button', { name: '关闭' }).last().click()
  await page.getByRole('button', { name: '朝霞社区党支部' }).click()
  await page.getByText('2026-01-01 起').first().waitFor()
  await sound(page, 'organisation open')
  const panel = page.getByRole('region', { name: '晨光街道' })
  await panel.getByRole('button', { name: /^导出/ }).click()
  const file = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: 'CSV' }).click()
  expect((await file).suggestedFilename()).toMatch(/^部门和党组织 990101001 \d{4}-\d\d-\d\d\.csv$/)
})

test('in English and in large text', async () => {
  await context.addCookies([
    { name: 'lx-language', value: 'en', url: trial.url },
    { name: 'lx-text', value: 'large', url: trial.url },
  ])
  for (const [path, heading] of [
    ['/desk/units?unit=990101&open=990101101', 'Units'],
    ['/desk/units?unit=990101&open=990101001&tab=organisations', 'Units'],
    ['/desk/units/transfer?unit=990101', 'Merge, split, change codes'],
    ['/desk/units/import?unit=990101', 'Import the official code list'],
  ] as const) {
    await page.goto(trial.url + path)
    await page.getByRole('heading', { name: heading, level: 1 }).waitFor()
    await sound(page, path)
  }
})
