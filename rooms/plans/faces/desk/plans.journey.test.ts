// In a real browser: a plan comes in from a sheet after a dry run with its bad rows, a township hands a task on, the village
// reports it, the township confirms it, and the county sees it added up.

import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from 'vitest'
import { writeXlsx } from '#ground/sheets/xlsx-write.ts'
import { seriousFindings } from '#ground/trial/axe.ts'
import { useBrowser } from '#ground/trial/browser.ts'
import { useTrial } from '#ground/trial/trial.ts'

const trial = useTrial()
const browsing = useBrowser(trial)
const shots = process.env['SHOTS']
const header = ['编号', '行动', '任务', '责任单位代码', '完成时限', '所需工作日']
const good = [
  ['1.1', '阵地提升行动', '党群服务中心达标', '990101001', '2026-12-18', '30'],
  ['1.2', '阵地提升行动', '公示栏统一改版', '990101101', '2027-06-30', ''],
  ['2.1', '治理提升行动', '楼院物业全覆盖', '990101001', '2027-12-31', ''],
]

async function shot(page: Page, name: string): Promise<void> {
  if (shots === undefined) return
  mkdirSync(shots, { recursive: true })
  await page.screenshot({ path: join(shots, `${name}.png`) })
}

const file = async (rows: readonly (readonly string[])[]) => ({
  name: 'tasks.xlsx',
  mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  buffer: Buffer.from(await writeXlsx({ sheet: '任务', header, rows })),
})

test('from the sheet to what the county sees added up', { timeout: 240_000 }, async () => {
  const { page: county, faults } = await browsing.open('countyAdmin')
  await county.goto(`${trial.url}/desk/plans`)
  await county.getByText('本单位没有承担计划任务').waitFor()
  await county.getByRole('button', { name: '新建计划' }).click()
  const form = county.getByRole('region', { name: '新建计划' })
  await form.getByLabel(/^计划名称/).fill('三年行动计划')
  await form.getByRole('textbox', { name: /^开始日期/ }).fill('2026-01-01')
  await form.getByRole('textbox', { name: /^结束日期/ }).fill('2028-12-31')
  await form.getByRole('button', { name: '新建计划' }).click()
  await county.getByText('这个计划还没有任务').waitFor()
  await county.getByRole('button', { name: '导入任务' }).click()
  const dialog = county.getByRole('dialog')
  await dialog
    .locator('input[type=file]')
    .setInputFiles(await file([...good, ['2.2', '治理提升行动', '代码不对', '990101009', '2027-12-31', '']]))
  await dialog.getByText('没有代码为 990101009 的单位。').waitFor()
  expect(await seriousFindings(county), 'bad rows').toEqual([])
  await shot(county, 'zh-bad-rows')
  await dialog.locator('input[type=file]').setInputFiles(await file(good))
  await dialog.getByRole('button', { name: /导入/ }).last().click()
  await dialog.getByRole('button', { name: '关闭' }).last().click()
  await dialog.waitFor({ state: 'hidden' })
  await county.getByText('共 3 项，已完成 0 项').waitFor()
  await shot(county, 'zh-imported')

  const { page: officer } = await browsing.open('officer')
  await officer.goto(`${trial.url}/desk/plans`)
  await officer.getByRole('button', { name: '1.1 党群服务中心达标' }).click()
  await officer.getByRole('button', { name: '分解', exact: true }).click()
  const handing = officer.getByRole('dialog').first()
  await handing.getByRole('button', { name: /晨光街道/ }).click()
  await officer.getByRole('dialog').last().getByText('朝霞社区').click()
  await handing.getByRole('button', { name: '加入单位' }).click()
  await handing.getByRole('button', { name: '去掉朝霞社区' }).waitFor()
  await shot(officer, 'zh-hand-on')
  await handing.getByRole('button', { name: '分解', exact: true }).click()
  await handing.waitFor({ state: 'hidden' })

  const { page: secretary } = await browsing.open('secretary')
  await secretary.goto(`${trial.url}/desk/plans`)
  await secretary.getByText('计划任务待办').waitFor()
  await secretary.getByRole('button', { name: '1.1 党群服务中心达标' }).click()
  await secretary.getByRole('button', { name: '报告完成' }).click()
  await secretary
    .getByRole('dialog')
    .getByLabel(/^完成情况/)
    .fill('已达标，验收单在案。')
  await secretary.getByRole('dialog').getByRole('button', { name: '报告完成' }).click()
  await secretary.getByText('待确认').first().waitFor()
  expect(await seriousFindings(secretary), 'secretary').toEqual([])

  await county.getByRole('button', { name: '1.1 党群服务中心达标' }).nth(1).click()
  await county.getByRole('button', { name: '确认完成' }).click()
  await county.getByRole('dialog').getByRole('button', { name: '确认完成' }).click()
  await county.getByText('共 3 项，已完成 1 项').waitFor()
  expect(await seriousFindings(county), 'county').toEqual([])
  await shot(county, 'zh-done')
  expect(faults).toEqual([])
  const { page: english } = await browsing.open('countyAdmin', { language: 'en', large: true })
  await english.goto(`${trial.url}/desk/plans`)
  await english.getByText('1 of 3 done').waitFor()
  expect(await seriousFindings(english), 'English, large').toEqual([])
  await shot(english, 'en-large')
})
