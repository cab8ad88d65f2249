// What follows a certification, in a real browser: filed with the level above, counted on the ladders above, awards.

import type { Locator, Page } from '@playwright/test'
import { beforeAll, expect, test } from 'vitest'
import { seriousFindings } from '#ground/trial/axe.ts'
import { useBrowser } from '#ground/trial/browser.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { playing } from '../../../trial-cycle.ts'

const trial = useTrial()
const browsing = useBrowser(trial)
const dayMs = 86_400_000
let play: ReturnType<typeof playing>
let page: Page

const button = (where: Page | Locator, name: string): Locator => where.getByRole('button', { name, exact: true })
async function sound(where: string): Promise<void> {
  expect((await seriousFindings(page)).map((one) => `${where}: ${one}`)).toEqual([])
}

beforeAll(async () => {
  play = playing(trial)
  await play.seat()
  const cycle = await play.open()
  const at = await play.publicised(cycle)
  trial.clock.advance(20 * dayMs)
  await play.fullEmployment()
  await play.take('countyAdmin', 'certify', at, { document: '' })
  page = (await browsing.open('countyAdmin', { width: 1440, height: 900 })).page
})

test('a certified star is filed with the level above, once', async () => {
  await page.goto(`${trial.url}/desk/stars/honours`)
  const list = page.getByRole('region', { name: '已认定的星' })
  await list.getByText('未备案').waitFor()
  await list.getByRole('checkbox').nth(1).check()
  await button(page, '报上级备案').click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(/^备案文号/).fill('演组〔2026〕21号')
  await sound('filing')
  await button(dialog, '报上级备案').click()
  await dialog.waitFor({ state: 'hidden' })
  await list.getByText(/^第 1 批/).waitFor()
  await list.getByRole('checkbox').nth(1).check()
  await button(page, '报上级备案').click()
  await dialog.getByLabel(/^备案文号/).fill('演组〔2026〕22号')
  await button(dialog, '报上级备案').click()
  await dialog
    .getByText(/已备案|已经备案/)
    .first()
    .waitFor()
})

test('a star that is held shows the years of its unit, and its certificate is printed', async () => {
  await page.goto(`${trial.url}/desk/stars/honours`)
  await button(page.getByRole('region', { name: '已认定的星' }), '朝霞社区').click()
  const panel = page.getByRole('region', { name: '朝霞社区 · 宜业兴业星' })
  await panel.getByText('2026年 1 颗').waitFor()
  await sound('held')
  const [file] = await Promise.all([page.waitForEvent('download'), button(panel, '打印证书').click()])
  expect(file.suggestedFilename()).toMatch(/^星级认定证书 .*\.pdf$/)
})

test('from the stars that are held to the bulletin drafted from them; a secretary, who drafts none, has no such button', async () => {
  await page.goto(`${trial.url}/desk/stars/honours`)
  await button(page, '由星级名单起草').click()
  const panel = page.getByRole('region', { name: '由星级名单起草' })
  await panel.getByText('列出本单位和下级当年有效的星级').waitFor()
  await sound('to the draft')
  await button(panel, '生成草稿').click()
  await page.getByText('朝霞社区').first().waitFor()
  await page.goto(`${trial.url}/desk/stars/publicity`)
  await button(page, '由星级名单起草').waitFor()
  const { page: other } = await browsing.open('secretary', { width: 1440, height: 900 })
  await other.goto(`${trial.url}/desk/stars/honours`)
  await other.getByRole('region', { name: '已认定的星' }).getByText('朝霞社区').waitFor()
  await expect.poll(() => button(other, '由星级名单起草').count()).toBe(0)
})

test('the ladders above say what a township lacks', async () => {
  await page.goto(`${trial.url}/desk/stars/ladders`)
  const list = page.getByRole('region', { name: '乡镇（街道）和县（区）的达标情况' })
  await list.getByText('未达到').first().waitFor()
  await button(list, '晨光街道').click()
  await page
    .getByRole('region', { name: '晨光街道' })
    .getByText(/要求至少/)
    .first()
    .waitFor()
  await sound('ladders')
})

test('an award is recorded with its basis, is public, and is withdrawn with a reason', async () => {
  await page.goto(`${trial.url}/desk/stars/awards`)
  await page.getByText('这里将列出登记的表彰。').waitFor()
  await button(page, '登记表彰').click()
  const form = page.getByRole('region', { name: '登记表彰' })
  await form.getByLabel(/^名称/).fill('第三季度流动红旗')
  await form.getByLabel(/^依据/).fill('第三季度亮赛比先进')
  await form.getByLabel(/^日期/).fill('2026-09-20')
  await sound('award')
  await button(form, '登记表彰').click()
  const awards = page.getByRole('region', { name: '表彰登记' })
  await awards.getByText('有效').waitFor()
  const { rows } = await play.done('nobody', 'stars.awards', { query: { below: '990101' } })
  expect(rows).toMatchObject([{ title: '第三季度流动红旗', withdrawnOn: null }])
  await button(awards, '演示县').first().click()
  await button(page, '撤回').first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(/^理由/).fill('单位登记有误')
  await button(dialog, '撤回').click()
  await dialog.waitFor({ state: 'hidden' })
  await awards.getByText(/撤回$/).waitFor()
})

test('ladders and awards stand in English and in large text without a finding', async () => {
  const english = (await browsing.open('countyAdmin', { language: 'en', large: true, width: 1440 })).page
  for (const path of ['/desk/stars/ladders', '/desk/stars/awards']) {
    await english.goto(`${trial.url}${path}`)
    await english.getByText('晨光街道').or(english.getByText('第三季度流动红旗')).first().waitFor()
    expect((await seriousFindings(english)).map((one) => `${path}: ${one}`)).toEqual([])
  }
})
