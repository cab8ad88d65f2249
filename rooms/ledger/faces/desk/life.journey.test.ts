// In a real browser, a whole life: a remark of a round becomes an entry, is refused with a basis, arbitrated by the level above,
// extended, mended with pictures of before and after, closed out by a second person, comes back and is linked both ways; the
// bulletin of it is drafted. Nobody reloads a page: each side hears of the other's steps.

import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startWorker } from '#ground/jobs/worker.ts'
import type { Worker } from '#ground/jobs/worker.ts'
import { seriousFindings } from '#ground/trial/axe.ts'
import { useBrowser } from '#ground/trial/browser.ts'
import { phonePicture } from '#ground/trial/pictures.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { playPublished } from '#rooms/rounds/trial.ts'

const trial = useTrial()
const browsing = useBrowser(trial)
const shots = process.env['SHOTS']
const problem = '公示栏没有更新。'
let worker: Worker

beforeAll(async () => {
  worker = await startWorker(trial.instance, (error) => {
    throw error
  })
})
afterAll(() => worker.close())

async function shot(page: Page, name: string): Promise<void> {
  if (shots === undefined) return
  mkdirSync(shots, { recursive: true })
  await page.screenshot({ path: join(shots, `${name}.png`) })
}

const panelOf = (page: Page): Locator => page.getByRole('region', { name: '台账', exact: true })

/** Opens the dialog of a verb, fills it, and sends it by its own button. */
async function take(page: Page, verb: string, fill: (dialog: Locator) => Promise<void>, name?: string): Promise<void> {
  await panelOf(page).getByRole('button', { name: verb, exact: true }).click()
  const dialog = page.getByRole('dialog')
  await fill(dialog)
  expect(await seriousFindings(page), verb).toEqual([])
  if (name !== undefined) await shot(page, name)
  await dialog.getByRole('button', { name: verb, exact: true }).click()
  await dialog.waitFor({ state: 'hidden' })
}

async function picture(place: Locator, name: string): Promise<void> {
  await place.locator('input[type=file]').setInputFiles([{ name, mimeType: 'image/jpeg', buffer: await phonePicture() }])
  await place.locator('.ledger-sent li').filter({ hasText: name }).getByText('已送达').waitFor()
}

test('refused, arbitrated, extended, mended, closed out, relapsed: with pictures and both links', { timeout: 240_000 }, async () => {
  const { round } = await playPublished(trial)
  const { body } = await trial
    .as('officer')
    .call<{ remarks: readonly { id: string; kind: string }[] }>('rounds.remarks', { params: round.where })
  const remark = body.remarks.find(({ kind }) => kind === 'remark')?.id
  const { page: officer, faults } = await browsing.open('officer')
  await officer.goto(`${trial.url}/desk/ledger`)
  await officer.getByText('这个单位没有台账条目').waitFor()
  await round.move('toLedger', {
    entries: [{ remark, measure: '每月更新一次', responsible: '社区书记', supervisor: '党建办', days: 10 }],
  })
  await officer.getByRole('button', { name: problem }).click()
  await panelOf(officer).getByText('还有 10 个工作日').waitFor()
  await panelOf(officer).getByText('点评', { exact: true }).waitFor()

  const { page: secretary, faults: others } = await browsing.open('secretary')
  await secretary.goto(`${trial.url}/desk/ledger`)
  await secretary.getByRole('button', { name: problem }).click()
  await take(secretary, '不予接收', (dialog) => dialog.getByLabel(/^依据/).fill('职责清单第七条：公示栏由物业负责。'))
  await panelOf(secretary).getByText('不予接收，待裁定').waitFor()

  const { page: county } = await browsing.open('countyAdmin')
  await county.goto(`${trial.url}/desk/ledger`)
  await county.getByText('台账待裁定').waitFor()
  await county.getByRole('button', { name: problem }).click()
  await take(county, '裁定', (dialog) => dialog.getByLabel(/^理由/).fill('楼院无物业，由社区牵头。'), 'zh-arbitrate')
  await panelOf(county).getByText('不成立，限期整改').waitFor()

  // The village's open page hears that the county decided.
  await panelOf(secretary).getByText('不成立，限期整改').waitFor()
  await panelOf(secretary)
    .getByText(/^截至 /)
    .waitFor()
  await take(secretary, '申请延期', async (dialog) => {
    await dialog.getByRole('textbox', { name: /^延到哪一天/ }).fill('2026-10-16')
    await dialog.getByLabel(/^理由/).fill('等新展板。')
  })
  await panelOf(officer).getByRole('button', { name: '答复延期' }).waitFor()
  // What one types is not lost to somebody else's step: the dialog stays, and the server says why it is too late.
  await panelOf(secretary).getByRole('button', { name: '定责任和措施', exact: true }).click()
  await take(officer, '答复延期', async () => undefined)
  await secretary.getByRole('dialog').getByRole('button', { name: '返回' }).click()
  await panelOf(secretary).getByText('2026-10-16').first().waitFor()
  await take(
    secretary,
    '报告整改',
    async (dialog) => {
      await dialog.getByLabel(/^整改情况/).fill('已更新，专人负责。')
      await picture(dialog, 'after.jpg')
      await dialog.getByText('整改前', { exact: true }).click()
      await picture(dialog, 'before.jpg')
    },
    'zh-rectify',
  )
  await panelOf(secretary).getByText('待复核').first().waitFor()
  await expect.poll(() => secretary.getByRole('button', { name: '销号' }).count()).toBe(0)
  await panelOf(officer).getByRole('button', { name: '销号', exact: true }).waitFor()
  await take(officer, '销号', (dialog) => dialog.getByLabel(/^复核情况/).fill('现场看过，两面都已更新。'))
  for (const phase of ['整改前', '整改后']) await panelOf(officer).getByRole('region', { name: phase }).locator('img').waitFor()
  await panelOf(officer).getByText('已销号').first().waitFor()
  await shot(officer, 'zh-closed')

  await take(officer, '回头看', async (dialog) => {
    await dialog.getByText('反弹', { exact: true }).click()
    await dialog.getByLabel(/^复核情况/).fill('又三个月没有更新。')
  })
  await panelOf(officer).getByText('反弹后另立').waitFor()
  await shot(officer, 'zh-relapsed')
  await panelOf(officer).getByRole('button', { name: '打开' }).click()
  await panelOf(officer).getByText('由它反弹而来').waitFor()
  await panelOf(officer)
    .getByText(/已交办/)
    .first()
    .waitFor()
  expect(await seriousFindings(officer)).toEqual([])
  await panelOf(officer).getByRole('button', { name: '打开' }).click()
  await panelOf(officer).getByText('反弹后另立').waitFor()
  await panelOf(secretary).getByText('反弹后另立').waitFor()

  await officer.goto(`${trial.url}/desk/bulletins`)
  await officer.getByRole('button', { name: '由台账起草' }).click()
  await officer.getByRole('button', { name: '生成草稿' }).click()
  await officer
    .getByRole('article')
    .getByText(/朝霞社区/)
    .first()
    .waitFor()
  await shot(officer, 'zh-bulletin')
  expect([...faults, ...others]).toEqual([])
})

test('rates, schedule and a register, in Chinese, in English and in large text', { timeout: 240_000 }, async () => {
  const { page, faults } = await browsing.open('officer')
  await page.goto(`${trial.url}/desk/ledger/board`)
  await page.getByRole('row', { name: /朝霞社区 1 1 0 100.0 1 100.0 1/ }).waitFor()
  expect(await seriousFindings(page), 'board').toEqual([])
  await shot(page, 'zh-board')
  await page.goto(`${trial.url}/desk/ledger/schedule`)
  await page.getByRole('img', { name: '时间表' }).waitFor()
  expect(await seriousFindings(page), 'schedule').toEqual([])
  await shot(page, 'zh-schedule')
  for (const view of ['路线图', '施工图']) {
    await page.getByRole('radiogroup', { name: '路线图、时间表、施工图' }).getByText(view).click()
    await page
      .getByRole('table', { name: view })
      .getByText(/公示栏/)
      .first()
      .waitFor()
    await shot(page, `zh-${view}`)
  }
  await page.goto(`${trial.url}/desk/ledger?open=assign`)
  const form = page.getByRole('region', { name: '登记交办' })
  await form.getByRole('button', { name: /晨光街道/ }).click()
  await page.getByRole('dialog').getByText('和风社区').click()
  await form.getByRole('combobox', { name: /^类别/ }).click()
  await page.getByTitle('无主楼院', { exact: true }).click()
  await form.getByLabel(/^楼院名称/).fill('老纺织厂家属院')
  await form.getByLabel(/^户数/).fill('96')
  await form.getByRole('combobox', { name: /^管理现状/ }).click()
  await page.getByTitle('物业撤离', { exact: true }).click()
  await form.getByLabel(/^问题/).fill('物业撤离后无人打扫、无人维修。')
  expect(await seriousFindings(page), 'register').toEqual([])
  await shot(page, 'zh-register')
  await form.getByRole('button', { name: '登记交办' }).click()
  await panelOf(page).getByText('老纺织厂家属院').waitFor()
  await page.goto(`${trial.url}/desk/ledger?kind=no-management`)
  await page.getByRole('columnheader', { name: /楼院名称/ }).waitFor()
  await shot(page, 'zh-register-list')
  expect(faults).toEqual([])
  const english = await browsing.open('officer', { language: 'en', large: true })
  for (const path of ['board', 'schedule', 'schedule?view=works']) {
    await english.page.goto(`${trial.url}/desk/ledger/${path}`)
    await english.page.getByText('Back to the ledger').waitFor()
    await english.page
      .getByText(/Heifeng|和风社区/)
      .first()
      .waitFor()
    expect(await seriousFindings(english.page), path).toEqual([])
    await shot(english.page, `en-large-${path.replace(/\W/g, '-')}`)
  }
  await english.page.goto(`${trial.url}/desk/ledger`)
  await english.page.getByRole('button', { name: problem }).first().click()
  await english.page.getByRole('region', { name: 'Ledger', exact: true }).getByText('What happened').waitFor()
  expect(await seriousFindings(english.page)).toEqual([])
  await shot(english.page, 'en-large-panel')
})
