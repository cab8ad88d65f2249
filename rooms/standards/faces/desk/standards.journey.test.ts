// In a real browser: the county installs the sample, copies it, edits its workbook, imports it, compares, issues and prints the
// wall charts; the township adds a criterion, which its secretary reads. Every screen without a finding of axe, also in English
// and in large text.

import { readFileSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import { chromium } from '@playwright/test'
import type { Browser, Page } from '@playwright/test'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readBook } from '#ground/sheets/table.ts'
import { writeWorkbook } from '#ground/sheets/xlsx-book.ts'
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

async function pageOf(player: PlayerName, cookies: Readonly<Record<string, string>> = {}): Promise<Page> {
  // axe brings script of its own, which the pages' policy would refuse.
  const context = await browser.newContext({
    viewport: { width: 1400, height: 900 },
    locale: 'zh-CN',
    bypassCSP: true,
    reducedMotion: 'reduce',
  })
  const all = { 'lx-session': cast[player].token, ...cookies }
  await context.addCookies(Object.entries(all).map(([name, value]) => ({ name, value, url: trial.url })))
  return context.newPage()
}

async function sound(page: Page, where: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map((one) => `${where}: ${one.id} ${one.nodes[0]?.html ?? ''}`)).toEqual([])
}

const sample = 'sample/five-star/2022-community'
const mine = 'yanshi/five-star/2027'

/** The downloaded workbook with the words of every rule of a bottom line replaced. */
async function edited(path: string, from: string, to: string): Promise<Buffer> {
  const book = await readBook(readFileSync(path))
  if (!book.ok) throw new Error(book.problem.detail.en)
  const changed = (sheet: string, cells: readonly string[]): string[] =>
    cells.map((cell, index) => (sheet === '底线' && index === 3 ? cell.replace(from, to) : cell))
  return Buffer.from(
    await writeWorkbook(
      book.value.map(({ sheet, header, rows }) => ({ sheet, header, rows: rows.map(({ cells }) => changed(sheet, cells)) })),
    ),
  )
}

test('from a shipped sample to an edition of one’s own, on the wall', async () => {
  const county = await pageOf('countyAdmin')
  await county.goto(`${trial.url}/desk/standards`)
  await county.getByText('还没有标准版本').waitFor()
  await sound(county, 'empty')
  await county.getByRole('button', { name: '安装随附标准' }).click()
  await county.getByRole('menuitem', { name: '社区“五星”支部创建标准（示例）' }).click()
  const panel = county.getByRole('region', { name: '社区“五星”支部创建标准（示例）' })
  await panel.getByText('5 颗星 · 13 项任务 · 24 条创建标准 · 8 条底线要求').waitFor()
  await panel.getByText('示例（非官方）').waitFor()
  await sound(county, 'panel')

  await panel.getByRole('button', { name: '复制为新版本' }).click()
  const copy = county.getByRole('dialog')
  await copy.getByLabel(/^新版本编号/).fill(mine)
  await copy.getByLabel(/^新版本名称/).fill('演示县社区创建标准（2027）')
  await sound(county, 'copy')
  await copy.getByRole('button', { name: '复制为新版本' }).click()
  const draft = county.getByRole('region', { name: '演示县社区创建标准（2027）' })
  await draft.getByText('草稿').waitFor()

  await draft.getByRole('button', { name: '导出' }).click()
  const downloading = county.waitForEvent('download')
  await county.getByRole('menuitem', { name: 'XLSX：可编辑的工作簿' }).click()
  const path = await (await downloading).path()
  const choose = async (buffer: Buffer): Promise<void> => {
    await county.getByRole('dialog').locator('input[type=file]').setInputFiles({
      name: '标准.xlsx',
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer,
    })
  }
  await draft.getByRole('button', { name: '导入修改' }).click()
  await choose(await edited(path, 'NO merchant-complaint WITHIN 12 MONTHS', '近 24 个月无 merchant-complain'))
  await county
    .getByRole('dialog')
    .getByText(/没有 merchant-complain。是不是“merchant-complaint”/)
    .waitFor()
  await county
    .getByRole('dialog')
    .getByText(/底线!D\d+/)
    .first()
    .waitFor()
  await choose(await edited(path, 'NO merchant-complaint WITHIN 12 MONTHS', '近 24 个月无 merchant-complaint'))
  await county.getByRole('dialog').getByText('底线要求').waitFor()
  await sound(county, 'import')
  await county.getByRole('dialog').getByRole('button', { name: '导入修改' }).click()
  await county
    .getByRole('dialog')
    .getByText(/导入完成/)
    .first()
    .waitFor()
  await county.getByRole('dialog').getByRole('button', { name: '关闭' }).last().click()

  await draft.getByRole('link', { name: '与上一版本比较' }).click()
  await county.getByText('沿用 36 条，修改 1 条，取消 0 条，新增 0 条').waitFor()
  await county.getByText('按新版本写明的对照关系比较').waitFor()
  await sound(county, 'compare')
  await county.getByRole('link', { name: '返回版本列表' }).click()
  await county.getByRole('button', { name: '演示县社区创建标准（2027）' }).click()
  await draft.getByRole('button', { name: '发布', exact: true }).click()
  await county.getByRole('dialog').getByRole('button', { name: '发布', exact: true }).click()
  await draft.getByText('已发布').waitFor()

  await draft.getByRole('link', { name: '查看内容' }).click()
  await county.getByText('宜业兴业星', { exact: true }).first().click()
  await county.getByText('近 24 个月没有商户投诉成立').first().waitFor()
  await county.getByRole('button', { name: 'B2', exact: true }).click()
  await county.getByText('任一（B2a：证书 “充分就业社区” 县级以上', { exact: false }).waitFor()
  await sound(county, 'edition')

  await county.getByRole('link', { name: '上墙图表' }).first().click()
  await county.getByRole('table', { name: '宜业兴业星创建标准一览表' }).waitFor()
  await county.getByRole('img', { name: /^宜业兴业星创建流程图：摸清底数.* → .*认定/ }).waitFor()
  await sound(county, 'charts')
  await county.emulateMedia({ media: 'print' })
  await county.getByText(/打印于/).waitFor()
  expect(await county.getByRole('button', { name: '打印', exact: true }).isVisible()).toBe(false)
})

test('a township adds a criterion; its secretary reads it, in English and in large text, and can change nothing', async () => {
  const officer = await pageOf('officer')
  await officer.goto(`${trial.url}/desk/standards/edition?id=${encodeURIComponent(sample)}&star=YYXY`)
  await officer.getByRole('button', { name: '加严' }).click()
  const dialog = officer.getByRole('dialog')
  await dialog.getByLabel(/^标准编号/).fill('CG-1')
  await dialog.getByLabel(/^内容/).fill('每季度走访商户')
  await sound(officer, 'add')
  await dialog.getByRole('button', { name: '加严' }).click()
  await officer.getByText('每季度走访商户').waitFor()

  const own = await pageOf('secretary')
  await own.goto(`${trial.url}/desk/standards/edition?id=${encodeURIComponent(sample)}&star=YYXY`)
  await own.getByRole('button', { name: '试评', exact: true }).click()
  await own.getByText('没有商户投诉成立，底线 B1 满足', { exact: false }).waitFor()
  await own.getByText(/朝霞社区，截至 .*：0 颗星成立/).waitFor()
  await sound(own, 'try-out')

  const secretary = await pageOf('secretary', { 'lx-language': 'en', 'lx-text': 'large' })
  await secretary.goto(`${trial.url}/desk/standards/edition?id=${encodeURIComponent(sample)}&star=YYXY`)
  await secretary.getByText('每季度走访商户').waitFor()
  await secretary.getByText('no case of “complaint of a merchant” upheld in the last 12 months').first().waitFor()
  expect(await secretary.getByRole('button', { name: 'Add a criterion' }).count()).toBe(0)
  await sound(secretary, 'English, large')
  await secretary.goto(`${trial.url}/desk/standards?open=${encodeURIComponent(sample)}`)
  await secretary.getByRole('link', { name: 'See what it asks' }).waitFor()
  expect(await secretary.getByRole('button', { name: /^(Copy into|Issue$|Retire$|Import)/ }).count()).toBe(0)
  await sound(secretary, 'list, English, large')
})
