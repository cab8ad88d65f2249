// On a phone in a real browser: planned, filed and begun on the desk; items seen without a line, kept on the device, sent by
// themselves when the line is back; a fault is in the ledger, and the list of the day has written itself.

import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from 'vitest'
import { seriousFindings } from '#ground/trial/axe.ts'
import { useBrowser } from '#ground/trial/browser.ts'
import { useTrial } from '#ground/trial/trial.ts'

const trial = useTrial()
const browsing = useBrowser(trial)
const shots = process.env['SHOTS']

async function shot(page: Page, name: string): Promise<void> {
  if (shots === undefined) return
  mkdirSync(shots, { recursive: true })
  await page.screenshot({ path: join(shots, `${name}.png`) })
}

test('planned and begun on the desk, done on the phone without a line, and the lists write themselves', { timeout: 240_000 }, async () => {
  const { page: desk, faults } = await browsing.open('officer')
  await desk.goto(`${trial.url}/desk/inspections`)
  await desk.getByText('还没有督查').waitFor()
  await desk.getByRole('button', { name: '计划督查' }).click()
  const form = desk.getByRole('region', { name: '计划督查' })
  await form.getByLabel(/^名称/).fill('9 月社区日常督查')
  await form.getByLabel(/^依据/).fill('街道 2026 年督查计划')
  await form.getByRole('combobox', { name: '督查清单' }).click()
  await desk.getByTitle('社区日常督查', { exact: true }).click()
  await form.getByRole('textbox', { name: /^开始日期/ }).fill('2026-09-08')
  await form.getByRole('textbox', { name: /^结束日期/ }).fill('2026-09-30')
  await form.getByRole('button', { name: /晨光街道/ }).click()
  await desk.getByRole('dialog').getByText('朝霞社区').click()
  await form.getByRole('button', { name: '加入单位' }).click()
  await form.getByRole('button', { name: '去掉朝霞社区' }).waitFor()
  expect(await seriousFindings(desk), 'plan').toEqual([])
  await shot(desk, 'zh-plan')
  await form.getByRole('button', { name: '计划督查' }).click()
  const panel = desk.getByRole('region', { name: '督查', exact: true })
  for (const verb of ['备案', '开始']) {
    await panel.getByRole('button', { name: verb, exact: true }).click()
    await desk.getByRole('dialog').getByRole('button', { name: verb, exact: true }).click()
    await desk.getByRole('dialog').waitFor({ state: 'hidden' })
  }
  await panel.getByText('进行中').waitFor()

  const { page: phone, context } = await browsing.open('officer', { width: 390, height: 844 })
  await phone.goto(`${trial.url}/pocket/inspections`)
  await phone.getByRole('button', { name: /朝霞社区/ }).waitFor()
  await shot(phone, 'zh-phone-list')
  await phone.getByRole('button', { name: /朝霞社区/ }).click()
  await context.setOffline(true)
  const item = (name: string) => phone.locator('li.criterion', { hasText: name })
  await item('公示栏按月更新').getByRole('button', { name: '无问题' }).click()
  await item('消防通道畅通').getByRole('button', { name: '有问题' }).click()
  await item('消防通道畅通').getByLabel('在哪里、差什么').fill('2 号楼楼道堆放杂物。')
  await phone.getByText('已保存在本机 2').waitFor()
  await item('消防通道畅通').getByRole('button', { name: '登记并转入台账' }).click()
  await item('消防通道畅通').getByText('已保存在本机').waitFor()
  expect(await seriousFindings(phone), 'phone').toEqual([])
  await shot(phone, 'zh-phone-offline')
  expect((await trial.owner.query('select 1 from inspection_findings')).rows).toEqual([])
  await context.setOffline(false)
  await phone.getByText('已送达 2').waitFor()
  // What was noted outlives the page.
  await phone.reload()
  await phone.getByText('已送达 2').waitFor()
  await phone.getByRole('button', { name: /朝霞社区/ }).click()
  await shot(phone, 'zh-phone-arrived')
  expect((await trial.owner.query('select 1 from inspection_findings')).rows).toHaveLength(2)

  await panel.getByText('已看 2 项次，有问题 1 项').waitFor()
  expect(await seriousFindings(desk), 'panel').toEqual([])
  await shot(desk, 'zh-panel')
  await panel.getByRole('button', { name: '2026-09-08' }).click()
  await desk
    .getByRole('table', { name: /9 月社区日常督查/ })
    .getByText('2 号楼楼道堆放杂物')
    .waitFor()
  await desk.getByText('其中已销号 0 项，未销号 1 项，逾期 0 项。').waitFor()
  expect(await seriousFindings(desk), 'day').toEqual([])
  await shot(desk, 'zh-day')
  await desk.goto(`${trial.url}/desk/inspections/month?month=2026-09`)
  await desk.getByRole('row', { name: /9 月社区日常督查 晨光街道/ }).waitFor()
  await shot(desk, 'zh-month')
  const { page: secretary } = await browsing.open('secretary')
  await secretary.goto(`${trial.url}/desk/ledger`)
  await secretary.getByText('楼道、消防通道畅通：2 号楼楼道堆放杂物。').waitFor()
  // What was noted on paper is written down at the desk.
  const { unit, id } = (await trial.owner.query<{ unit: string; id: string }>('select unit, id from inspections')).rows[0] ?? {}
  await desk.goto(`${trial.url}/desk/inspections?open=${unit}.${id}`)
  await panel.getByRole('button', { name: '登记所见' }).click()
  const dialog = desk.getByRole('dialog')
  await dialog.getByRole('radio', { name: '有问题' }).check()
  await dialog.getByLabel(/^在哪里、差什么/).fill('值班表没有上墙。')
  await dialog.getByRole('textbox', { name: /^日期/ }).fill('2026-09-08')
  expect(await seriousFindings(desk), 'by desk').toEqual([])
  await shot(desk, 'zh-by-desk')
  await dialog.getByRole('button', { name: '登记所见' }).click()
  await panel.getByText('已看 3 项次，有问题 2 项').waitFor()
  await panel.getByText('值班表没有上墙。').waitFor()
  expect(faults).toEqual([])
})

test('in English and in large text', { timeout: 120_000 }, async () => {
  const { page } = await browsing.open('officer', { language: 'en', large: true, width: 390, height: 844 })
  await page.goto(`${trial.url}/pocket/inspections`)
  await page.getByRole('button', { name: /朝霞社区/ }).click()
  await page.getByRole('button', { name: 'Look again' }).first().waitFor()
  expect(await seriousFindings(page)).toEqual([])
  await shot(page, 'en-large-phone')
  const desk = await browsing.open('officer', { language: 'en', large: true })
  await desk.page.goto(`${trial.url}/desk/inspections`)
  await desk.page.getByRole('button', { name: '9 月社区日常督查' }).click()
  await desk.page.getByText('3 items seen, 2 faults').waitFor()
  expect(await seriousFindings(desk.page)).toEqual([])
  await shot(desk.page, 'en-large-desk')
})
