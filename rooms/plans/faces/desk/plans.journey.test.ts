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

  // The township follows its queue to the task, whichever plan it is of, and returns it with a reason.
  await officer.goto(`${trial.url}/desk/plans`)
  await officer.getByText('计划任务待确认').click()
  await officer.getByRole('button', { name: '1.1 党群服务中心达标' }).click()
  await officer.getByRole('button', { name: '退回', exact: true }).click()
  await officer.getByRole('dialog').getByRole('textbox').fill('缺验收单。')
  await officer.getByRole('dialog').getByRole('button', { name: '退回', exact: true }).click()
  await officer.getByText(/缺验收单。/).waitFor()
  // The village reads why, on the way from its own queue.
  for (const [name, options] of [
    ['en', { language: 'en' }],
    ['zh-large', { large: true }],
  ] as const) {
    const { page } = await browsing.open('secretary', options)
    await page.goto(`${trial.url}/desk/plans?plan=mine&side=doing&state=open`)
    await page.getByRole('button', { name: '1.1 党群服务中心达标' }).click()
    await page.getByText(/缺验收单。/).waitFor()
    expect(await seriousFindings(page), name).toEqual([])
    await shot(page, `${name}-returned`)
  }
  await secretary.goto(`${trial.url}/desk/plans`)
  await secretary.getByText('计划任务待办').click()
  await secretary.getByRole('button', { name: '1.1 党群服务中心达标' }).click()
  await secretary.getByText(/缺验收单。/).waitFor()
  await shot(secretary, 'zh-returned')
  await secretary.getByRole('button', { name: '报告完成' }).click()
  await secretary
    .getByRole('dialog')
    .getByLabel(/^完成情况/)
    .fill('验收单已补。')
  await secretary.getByRole('dialog').getByRole('button', { name: '报告完成' }).click()
  await secretary.getByRole('dialog').waitFor({ state: 'hidden' })

  await county.getByRole('button', { name: '1.1 党群服务中心达标' }).nth(1).click()
  await county.getByRole('button', { name: '确认完成' }).click()
  await county.getByRole('dialog').getByRole('button', { name: '确认完成' }).click()
  await county.getByText('共 3 项，已完成 1 项').waitFor()
  expect(await seriousFindings(county), 'county').toEqual([])
  await shot(county, 'zh-done')

  // Revised and dropped, each with its reason; the dropped one leaves the sum and stays to be seen.
  await county
    .getByRole('button', { name: /^1\.2 / })
    .first()
    .click()
  await county.getByRole('button', { name: '修改任务', exact: true }).click()
  const revising = county.getByRole('dialog')
  await revising.getByRole('textbox', { name: /^完成时限/ }).fill('2026-10-30')
  await revising.getByLabel(/^所需工作日/).fill('20')
  await revising.getByLabel(/^修改理由/).fill('提前到国庆后完成。')
  expect(await seriousFindings(county), 'revise').toEqual([])
  await shot(county, 'zh-revise')
  await revising.getByRole('button', { name: '修改任务', exact: true }).click()
  await revising.waitFor({ state: 'hidden' })
  await county.getByText(/提前到国庆后完成。/).waitFor()
  await shot(county, 'zh-revised')
  await county.getByRole('button', { name: '路线图', exact: true }).click()
  await county
    .getByRole('img', { name: /^时间表/ })
    .first()
    .waitFor()
  expect(await seriousFindings(county), 'schedule').toEqual([])
  await shot(county, 'zh-timetable')
  for (const view of ['路线图', '施工图']) {
    await county.getByRole('radiogroup', { name: '路线图、时间表、施工图' }).getByText(view, { exact: true }).click()
    await county.getByRole('table', { name: view }).waitFor()
    await shot(county, `zh-${view}`)
  }
  await county.emulateMedia({ media: 'print' })
  await county.getByText(/打印于/).waitFor()
  await expect.poll(() => county.getByRole('button', { name: '打印', exact: true }).isVisible()).toBe(false)
  await shot(county, 'zh-print')
  await county.emulateMedia({ media: 'screen' })
  await county.getByRole('button', { name: '回到计划' }).click()
  await county
    .getByRole('button', { name: /^1\.2 / })
    .first()
    .click()
  await county.getByRole('button', { name: '取消任务', exact: true }).click()
  await county
    .getByRole('dialog')
    .getByLabel(/^原因|^理由/)
    .fill('上级调整，不再实施。')
  await county.getByRole('dialog').getByRole('button', { name: '取消任务', exact: true }).click()
  await county.getByText('共 2 项，已完成 1 项').waitFor()
  await county.getByText(/上级调整，不再实施。/).waitFor()
  await shot(county, 'zh-dropped')
  // Taken back, it counts again; and is dropped for good.
  for (const [verb, sum] of [
    ['恢复任务', /共 3 项，已完成 1 项/],
    ['取消任务', '共 2 项，已完成 1 项'],
  ] as const) {
    await county.getByRole('button', { name: verb, exact: true }).click()
    await county
      .getByRole('dialog')
      .getByLabel(/^原因|^理由/)
      .fill('上级调整，不再实施。')
    expect(await seriousFindings(county), verb).toEqual([])
    await county.getByRole('dialog').getByRole('button', { name: verb, exact: true }).click()
    await county.getByText(sum).waitFor()
  }
  expect(faults).toEqual([])
  const { page: english } = await browsing.open('countyAdmin', { language: 'en', large: true })
  await english.goto(`${trial.url}/desk/plans`)
  await english.getByText('1 of 2 done').waitFor()
  expect(await seriousFindings(english), 'English, large').toEqual([])
  await shot(english, 'en-large')
  await english.goto(`${trial.url}/desk/plans`)
  await english.getByRole('button', { name: 'Roadmap', exact: true }).click()
  await english
    .getByRole('img', { name: /^Timetable/ })
    .first()
    .waitFor()
  expect(await seriousFindings(english), 'English, large, schedule').toEqual([])
  await shot(english, 'en-large-timetable')
  const { page: narrow } = await browsing.open('countyAdmin', { width: 390, height: 844 })
  await narrow.goto(`${trial.url}/desk/plans`)
  await narrow.getByRole('button', { name: '路线图', exact: true }).click()
  await narrow
    .getByRole('img', { name: /^时间表/ })
    .first()
    .waitFor()
  expect(await seriousFindings(narrow), 'narrow').toEqual([])
  await shot(narrow, 'zh-narrow-timetable')
})
