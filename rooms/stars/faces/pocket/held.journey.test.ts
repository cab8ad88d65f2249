// A star that is held is taken in question: the secretary reads on the phone what was decided, on what ground, by which document
// and until when; says that it is mended; appeals, and takes the appeal back. Without a line what was read is still there.

import { beforeAll, expect, test } from 'vitest'
import type { Page } from '@playwright/test'
import { seriousFindings } from '#ground/trial/axe.ts'
import { useBrowser } from '#ground/trial/browser.ts'
import { laidDown } from '#ground/trial/misfortune.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { home, playing } from '../../trial-cycle.ts'
import { isThumbable } from '../../trial-phone.ts'

const trial = useTrial()
const browser = useBrowser(trial)
let play: ReturnType<typeof playing>
let honour: string

beforeAll(async () => {
  play = playing(trial)
  await play.seat()
  const cycle = await play.open({ parameters: { publicityKind: 'calendar', publicityDays: 1 } })
  const at = await play.publicised(cycle)
  trial.clock.advance(86_400_000)
  await play.fullEmployment()
  honour = (await play.take('countyAdmin', 'certify', at)).id
})

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const summary = (page: Page, name: string) => page.locator('summary', { hasText: name })
const params = () => ({ unit: home, id: honour })
const step = (body: object) => play.done('countyAdmin', 'stars.honourStep', { params: params(), body })
interface Read {
  readonly reports: readonly { readonly said: string }[]
  readonly appeals: readonly { readonly state: string; readonly reason: string }[]
}
const record = async (): Promise<Read> => (await play.done('secretary', 'stars.honourRecord', { params: params() })) as unknown as Read
async function sound(page: Page, least: number): Promise<void> {
  expect(await seriousFindings(page)).toEqual([])
  await isThumbable(page, least)
}

test('from the list to the star: nothing has happened, then an order with its day stands there by itself', async () => {
  const { page } = await browser.open('secretary', { phone: true })
  await page.goto(`${trial.url}/pocket/stars`)
  await page.getByRole('heading', { name: '已认定的星' }).waitFor()
  await page.getByText('● 有效').waitFor()
  await sound(page, 48)
  await page.getByRole('link', { name: /宜业兴业星 · 2026年/ }).click()
  await page.getByText('认定以后没有变动。').waitFor()
  await step({ verb: 'warn', basis: '商户投诉上升', document: '演组〔2026〕7号' })
  await page.getByText('依据：商户投诉上升').waitFor()
  await step({ verb: 'order', basis: '三件投诉没有办结', document: '演组〔2026〕8号', due: '2026-09-20' })
  await page.getByText('▲ 限期整改').waitFor()
  await page.getByText('文号：演组〔2026〕8号').waitFor()
  await page.getByText('改到 2026年9月20日，还有').waitFor()
  await sound(page, 48)
})

test('the unit reports what it mended; words that were typed are still there when the page is opened again', async () => {
  const { page } = await browser.open('secretary', { phone: true, large: true })
  await page.goto(`${trial.url}/pocket/stars?held=${home}.${honour}`)
  await summary(page, '报告整改').click()
  await expect.poll(() => button(page, '报告整改').isDisabled()).toBe(true)
  await page.getByLabel('整改情况（必填）').fill('三件都已办结，附验收单')
  await laidDown(page, '三件都已办结，附验收单')
  await page.reload()
  const said = page.getByLabel('整改情况（必填）')
  await said.waitFor()
  await expect.poll(() => said.inputValue()).toBe('三件都已办结，附验收单')
  await sound(page, 60)
  await button(page, '报告整改').click()
  await page.getByText('报告写进这颗星的经过').waitFor()
  await button(page, '报告整改').click()
  await page.getByText('● 已报告整改，等核实').waitFor()
  await page.locator('.held-said', { hasText: '三件都已办结，附验收单' }).waitFor()
  expect((await record()).reports).toMatchObject([{ said: '三件都已办结，附验收单' }])
})

test('it appeals within the days and takes the appeal back; a decision is appealed once', async () => {
  const { page } = await browser.open('secretary', { phone: true })
  await page.goto(`${trial.url}/pocket/stars?held=${home}.${honour}`)
  await summary(page, '提出申诉').click()
  await page.getByText(/前可以申诉，还有 \d+ 天/).waitFor()
  await page.getByLabel('申诉理由（必填）').fill('投诉不是本社区的商户')
  await button(page, '提出申诉').click()
  await page.getByText('申诉提交后由另一个人答复').waitFor()
  await button(page, '提出申诉').click()
  await page.getByText('● 已提出申诉，等答复').waitFor()
  await page.locator('.held-said', { hasText: '待答复' }).waitFor()
  await summary(page, '撤回申诉').click()
  await button(page, '撤回申诉').click()
  await page.getByText('也不能对它再申诉').waitFor()
  await sound(page, 48)
  await button(page, '撤回申诉').click()
  await page.getByText('● 申诉已撤回').waitFor()
  await page.locator('.held-said', { hasText: '已撤回' }).waitFor()
  await expect.poll(() => summary(page, '提出申诉').count()).toBe(0)
  expect((await record()).appeals).toMatchObject([{ state: 'withdrawn', reason: '投诉不是本社区的商户' }])
})

test('what was read is there without a line, in English too, and verbs wait for it', async () => {
  const { page, context } = await browser.open('secretary', { phone: true, language: 'en' })
  await page.goto(`${trial.url}/pocket/stars?held=${home}.${honour}`)
  await page.getByText('Ordered to mend').first().waitFor()
  await page.locator('.foot').getByText('Works offline', { exact: true }).waitFor()
  await sound(page, 48)
  await context.setOffline(true)
  await page.reload()
  await page.getByText(/No line: this is how it stood/).waitFor()
  await page.getByText('Document: 演组〔2026〕8号').waitFor()
  await summary(page, 'Report as mended').click()
  await page.getByLabel('What was mended (needed)').fill('more')
  await expect.poll(() => button(page, 'Report as mended').isDisabled()).toBe(true)
})

test('a township that reviews finds no such page of its own', async () => {
  const { page } = await browser.open('officer', { phone: true })
  await page.goto(`${trial.url}/pocket/stars?held=${home}.${honour}`)
  await page.getByText('没有这件申报，或不在当前岗位能看的范围内。').waitFor()
})
