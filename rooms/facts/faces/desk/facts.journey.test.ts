// In a real browser: a form is refused because the datum is held; facts come in by XLSX with a bad row that stops them all;
// the village sees what is known of it and objects; the office corrects, and the village reads the answer.

import { randomUUID } from 'node:crypto'
import { chromium } from '@playwright/test'
import type { Browser, Page } from '@playwright/test'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeXlsx } from '#ground/sheets/xlsx-write.ts'
import { sound } from '#ground/trial/axe.ts'
import type { PlayerName } from '#ground/trial/cast.ts'
import { cast } from '#ground/trial/cast.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { launchOptions } from '#tools/browser/launch.ts'
import { putEvidence } from '#rooms/stars/trial-evidence.ts'
import { beside, defineData, done, home } from '../../trial-facts.ts'

const trial = useTrial()
let browser: Browser

beforeAll(async () => {
  browser = await chromium.launch(await launchOptions())
  await defineData(trial)
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
  const page = await context.newPage()
  await page.clock.setFixedTime(trial.clock.now())
  return page
}

async function sheetFile(rows: readonly (readonly string[])[]): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const bytes = await writeXlsx({ sheet: '事实数据', header: ['单位代码', '数据项', '时间', '值', '凭证'], rows })
  return { name: 'facts.xlsx', mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer: Buffer.from(bytes) }
}

test('a form that asks for a held datum is refused, and says who holds it; its cost is shown while typing', async () => {
  const page = await pageOf('officer')
  await page.goto(`${trial.url}/desk/form-demands`)
  await page.getByText('登记簿里没有填报事项').waitFor()
  await page.getByRole('button', { name: '登记填报事项' }).click()
  const form = page.getByRole('region', { name: '登记填报事项' })
  await form.getByLabel(/^表名/).fill('村级集体经济统计表')
  await form.getByLabel(/^要表的单位/).fill('晨光街道办')
  await form.getByLabel(/^依据/).fill('示例：晨街办〔2026〕2号')
  await form.getByLabel(/^要哪些数据/).fill('本村集体经济收入（万元）\n志愿者人数')
  await form.getByLabel(/^停止日期/).fill('2027-08-31')
  await form.getByLabel(/^每填一次/).fill('45')
  await form.getByText('合计 90 分钟').waitFor()
  await form.getByText('45 分钟 × 2 个村（社区）× 1 次').waitFor()
  await form.getByText('本村集体经济收入（万元）（即“村集体经济收入”）：农业农村局，自 2026-09-08').waitFor()
  await sound(page, 'register')
  await form.getByRole('button', { name: '登记填报事项' }).click()
  await form.getByText('要的数据已经有了').waitFor()
  await form.getByText('“村集体经济收入”由农业农村局提供，自 2026-09-08 起。').waitFor()
  await form.getByLabel(/^要哪些数据/).fill('志愿者人数')
  await form.getByRole('button', { name: '登记填报事项' }).click()
  const panel = page.getByRole('region', { name: '村级集体经济统计表' })
  await panel.getByText('晨光街道办').waitFor()
  await sound(page, 'demand')
})

test('facts come in by XLSX, and one bad row stops them all', async () => {
  const page = await pageOf('countyAdmin')
  await page.goto(`${trial.url}/desk/facts`)
  await page.getByRole('button', { name: '用表格导入' }).click()
  const dialog = page.getByRole('dialog')
  const good = [
    [home, '村集体经济收入', '2025', '36.50', '演农〔2026〕3号'],
    [beside, '集体收入', '2025年', '12', ''],
  ]
  await dialog.locator('input[type=file]').setInputFiles(await sheetFile([...good, [home, '集体收入', '2024', '约三十', '']]))
  await dialog.getByRole('rowheader', { name: '4' }).waitFor()
  await dialog.getByText('应为数（万元）').waitFor()
  await expect.poll(() => dialog.getByRole('button', { name: '用表格导入' }).isDisabled()).toBe(true)
  await dialog.locator('input[type=file]').setInputFiles(await sheetFile(good))
  await dialog.getByRole('button', { name: '用表格导入' }).click()
  await dialog.getByRole('button', { name: '关闭' }).last().click()
  await page.getByRole('cell', { name: '36.50 万元' }).waitFor()
  await sound(page, 'facts')
})

test('a village sees what is known of it and objects; the office corrects, and the village reads it', async () => {
  const secretary = await pageOf('secretary')
  await secretary.goto(`${trial.url}/desk/facts`)
  await secretary.getByRole('heading', { name: '朝霞社区：已有数据' }).waitFor()
  await secretary.getByText('村级集体经济统计表').waitFor()
  // Nothing this period, in one tap.
  await secretary.getByRole('button', { name: '本期无' }).click()
  await secretary.getByText('没有要登记的数据').waitFor()
  const row = secretary.getByRole('row', { name: /村集体经济收入/ })
  await sound(secretary, 'unit')
  await row.getByRole('button', { name: '申请更正' }).click()
  const ask = secretary.getByRole('dialog')
  await ask.getByLabel(/^理由|^原因/).fill('少了光伏电站的收入。')
  await ask.getByRole('button', { name: '申请更正' }).click()
  await row.getByText('更正申请待答复').waitFor()

  const office = await pageOf('countyAdmin')
  await office.goto(`${trial.url}/desk`)
  await office.getByText('更正申请待答复').first().click()
  await office.getByRole('button', { name: '少了光伏电站的收入。' }).click()
  await sound(office, 'doubt')
  await office.getByRole('link', { name: '查看那条记录' }).click()
  const panel = office.getByRole('region', { name: '村集体经济收入' })
  await panel.getByRole('button', { name: '更正', exact: true }).click()
  const correct = office.getByRole('dialog')
  await correct.getByLabel(/^值/).fill('38.20')
  await correct.getByLabel(/^理由|^原因/).fill('补上光伏电站收入。')
  await sound(office, 'correct')
  await correct.getByRole('button', { name: '更正', exact: true }).click()
  await panel.getByText('38.20 万元').first().waitFor()
  await panel.getByText('已被更正').waitFor()

  // The village's screen hears of it by itself.
  await row.getByText('38.20 万元').waitFor()
  await secretary.getByText('已更正').waitFor()
  await sound(secretary, 'answered')
})

test('reviews on paper come in, the good rows alone when the user says so; a photo is cited for one', async () => {
  const photo = await putEvidence(
    { done: (player, endpoint, input) => done(trial, player, endpoint, input ?? {}) },
    'secretary',
    '培训现场',
    3,
  )
  expect(photo.unit).toBe(home)
  const page = await pageOf('countyAdmin')
  await page.goto(`${trial.url}/desk/facts?view=reviews`)
  await page.getByText('这个单位和时间没有审核结果').waitFor()
  await page.getByRole('button', { name: '用表格导入' }).click()
  const dialog = page.getByRole('dialog')
  const rows = [`${home},YYXY-B2b,达到,演示县人社局,2026-06-20,`, `${home},YYXY-3,未达到,演示县人社局,2026-06-20,`]
  const sheet = ['单位代码,创建标准编号,结果,审核单位,审核日期,说明', ...rows].join('\n')
  await dialog.locator('input[type=file]').setInputFiles({ name: 'reviews.csv', mimeType: 'text/csv', buffer: Buffer.from(sheet) })
  await dialog.getByText('都要写明原因').waitFor()
  const act = dialog.getByRole('button', { name: '用表格导入' })
  await expect.poll(() => act.isDisabled()).toBe(true)
  await dialog.getByRole('checkbox', { name: '只导入没有错误的行' }).check()
  await sound(page, 'good rows')
  await act.click()
  await dialog.getByText('有 1 行没有导入').waitFor()
  await dialog.getByRole('button', { name: '关闭' }).last().click()
  await page.getByRole('button', { name: 'YYXY-B2b' }).click()
  const panel = page.getByRole('region', { name: 'YYXY-B2b' })
  await panel.getByText('没有引用佐证').waitFor()
  await panel.getByRole('button', { name: '引用佐证' }).click()
  await panel.getByRole('button', { name: '引用：培训现场' }).click()
  await panel.getByRole('button', { name: '撤回引用：培训现场' }).waitFor()
  await sound(page, 'review')
  await panel.getByRole('button', { name: '收起' }).click()
  // The village reads it where everything that is known of it stands.
  const village = await pageOf('secretary')
  await village.goto(`${trial.url}/desk/facts`)
  await village.getByRole('button', { name: 'YYXY-B2b' }).click()
  const seen = village.getByRole('region', { name: 'YYXY-B2b' })
  await seen.getByText('培训现场').waitFor()
  await expect.poll(() => seen.getByRole('button', { name: '引用佐证' }).count()).toBe(0)
  await sound(village, 'review of the village')
})

test('certificates, cases and definitions in English and in large text, without a finding', async () => {
  const page = await pageOf('countyAdmin', { 'lx-language': 'en', 'lx-text': 'large' })
  for (const [view, button] of [
    ['certificates', 'Record a certificate'],
    ['cases', 'Record a decision'],
    ['definitions', 'Define a datum'],
  ] as const) {
    await page.goto(`${trial.url}/desk/facts?view=${view}`)
    await page.getByRole('button', { name: button }).click()
    await page.getByRole('region', { name: button }).waitFor()
    await sound(page, view)
  }
})

test('where some villages hold a datum, one tap asks the others alone', async () => {
  await done(trial, 'secretary', 'facts.state', {
    body: { id: randomUUID(), unit: home, definition: 'service-points', period: '2026-Q3', value: '4' },
  })
  const page = await pageOf('officer')
  await page.goto(`${trial.url}/desk/form-demands?open=register`)
  const form = page.getByRole('region', { name: '登记填报事项' })
  await form.getByLabel(/^表名/).fill('便民服务点统计表')
  await form.getByLabel(/^要表的单位/).fill('晨光街道办')
  await form.getByLabel(/^依据/).fill('示例：晨街办〔2026〕3号')
  await form.getByLabel(/^要哪些数据/).fill('便民服务点')
  await form.getByLabel(/^停止日期/).fill('2026-12-31')
  await form.getByLabel(/^每填一次/).fill('10')
  await form.getByText('便民服务点：1 个村（社区）已报（朝霞社区），最早 2026-09-08，所报时间到 2026-09-30').waitFor()
  await sound(page, 'held by some')
  await form.getByRole('button', { name: '只要没有报过的 1 个村（社区）填' }).click()
  await form.getByText('1 个已经报过的村（社区）不用填。').waitFor()
  await form.getByText('10 分钟 × 1 个村（社区）× 1 次').waitFor()
  await form.getByRole('button', { name: '登记填报事项' }).click()
  const panel = page.getByRole('region', { name: '便民服务点统计表' })
  await panel.getByText('不用填的', { exact: true }).waitFor()
  await panel.getByText('朝霞社区').waitFor()
})
