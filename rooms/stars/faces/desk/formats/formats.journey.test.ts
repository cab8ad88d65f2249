// A county sets the form of a system above once, in a real browser, and a township exports it.

import { readFile } from 'node:fs/promises'
import type { Locator, Page } from '@playwright/test'
import { beforeAll, expect, test } from 'vitest'
import { seriousFindings } from '#ground/trial/axe.ts'
import { useBrowser } from '#ground/trial/browser.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { playing } from '../../../trial-cycle.ts'

const trial = useTrial()
const browsing = useBrowser(trial)
let page: Page

const button = (where: Page | Locator, name: string): Locator => where.getByRole('button', { name, exact: true })
async function sound(where: string): Promise<void> {
  expect((await seriousFindings(page)).map((one) => `${where}: ${one}`)).toEqual([])
}

beforeAll(async () => {
  const play = playing(trial)
  await play.seat()
  await play.submitted(await play.open())
  page = (await browsing.open('countyAdmin', { width: 1440, height: 900 })).page
})

test('a format is begun from a sample, changed column by column, previewed and exported', async () => {
  await page.goto(`${trial.url}/desk/stars/formats`)
  await page.getByText('还没有报送格式。').waitFor()
  await button(page, '新建格式 ▾').click()
  await page.getByRole('menuitem', { name: '从示例新建：上级平台申报表（示例，非官方）' }).click()
  await page.getByRole('heading', { name: '设置报送格式' }).waitFor()
  await page.getByLabel(/^格式名称/).fill('五星耀中原申报表')
  // The first two columns change places, one goes, one gets its words.
  await button(page, '下移“序号”').click()
  await button(page, '删去“创建年度”').click()
  const state = page.locator('.formats-columns > li').filter({ has: page.locator('input[value="办理状态"]') })
  await state.getByLabel(/^换词/).fill('待乡镇初审=申报中\n已认定')
  await state.getByText('“已认定”缺少等号，没有计入').waitFor()
  await state.getByLabel(/^换词/).fill('待乡镇初审=申报中\n已认定=通过')
  await sound('editing')
  await button(page, '保存格式').click()
  const panel = page.getByRole('region', { name: '五星耀中原申报表' })
  await panel.getByRole('cell', { name: '申报中' }).waitFor()
  await expect
    .poll(() => panel.getByRole('columnheader').allTextContents())
    .toEqual([
      '县（市、区）',
      '序号',
      '乡镇（街道）',
      '村（社区）',
      '统计用区划代码',
      '申报星级',
      '申报批次',
      '办理状态',
      '认定日期',
      '数据来源',
    ])
  await sound('preview')
  const [file] = await Promise.all([page.waitForEvent('download'), button(panel, '导出 XLSX').click()])
  expect(file.suggestedFilename()).toMatch(/^五星耀中原申报表 .*\.xlsx$/)
  expect((await readFile((await file.path()) ?? '')).subarray(0, 2).toString()).toBe('PK')
})

test('the format itself goes out as a file and comes in as another one, after a trial run that names what is wrong', async () => {
  const panel = page.getByRole('region', { name: '五星耀中原申报表' })
  const [file] = await Promise.all([page.waitForEvent('download'), button(panel, '导出格式文件').click()])
  expect(file.suggestedFilename()).toBe('五星耀中原申报表.json')
  const text = await readFile((await file.path()) ?? '', 'utf8')
  await button(page, '导入格式文件').click()
  const dialog = page.getByRole('dialog')
  const choose = (content: string) =>
    dialog.locator('input[type=file]').setInputFiles({ name: '格式.json', mimeType: 'application/json', buffer: Buffer.from(content) })
  await choose(text.replace('"field": "state"', '"field": "plaque"').replace('"list"', '"liste"'))
  await dialog.getByText('〔5402〕没有“liste”这个字段').waitFor()
  await sound('a file that is not right')
  await choose(text.replace('五星耀中原申报表', '邻县的申报表'))
  await dialog.getByText('10', { exact: true }).waitFor()
  await button(dialog, '导入格式文件').click()
  await page.getByRole('region', { name: '邻县的申报表' }).getByRole('cell', { name: '申报中' }).waitFor()
  await dialog.getByRole('button', { name: '关闭' }).last().click()
  await sound('imported')
})

test('a township uses it, and may not change it; in English and in large text', async () => {
  page = (await browsing.open('officer', { language: 'en', large: true, width: 1440 })).page
  await page.goto(`${trial.url}/desk/stars/formats`)
  const list = page.getByRole('region', { name: 'Formats that may be used here' })
  await button(list, '五星耀中原申报表').click()
  const panel = page.getByRole('region', { name: '五星耀中原申报表' })
  await panel.getByRole('cell', { name: '申报中' }).waitFor()
  await button(panel, 'Export XLSX').waitFor()
  await expect.poll(() => button(panel, 'Change').count()).toBe(0)
  await expect.poll(() => button(page, 'New format ▾').count()).toBe(0)
  await sound('in English')
})
