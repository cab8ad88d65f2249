// Due process on the phone: a level says that a star does not pass, asked twice; the unit reads which rows and why, and appeals;
// another star is withdrawn. Both reasons stay on the phone until they have gone.

import { beforeAll, expect, test } from 'vitest'
import type { Page } from '@playwright/test'
import { seriousFindings } from '#ground/trial/axe.ts'
import { useBrowser } from '#ground/trial/browser.ts'
import { laidDown } from '#ground/trial/misfortune.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { playing } from '../../trial-cycle.ts'
import type { Where } from '../../trial-cycle.ts'
import { isThumbable, toRow } from '../../trial-phone.ts'

const trial = useTrial()
const browser = useBrowser(trial)
let play: ReturnType<typeof playing>
let at: Where

beforeAll(async () => {
  play = playing(trial)
  await play.seat()
  at = await play.submitted(await play.open())
})

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const stateOf = async (one: Where): Promise<string> => (await play.done('secretary', 'stars.candidacy', { params: { ...one } })).state
async function sound(page: Page, least: number): Promise<void> {
  expect(await seriousFindings(page)).toEqual([])
  await isThumbable(page, least)
}

test('a township says on site that a star does not pass: which row, why, and asked twice', async () => {
  const { page } = await browser.open('officer', { phone: true })
  await page.goto(`${trial.url}/pocket/stars/review?at=${at.unit}.${at.id}`)
  await page.getByText('作“审核不通过”的结论，先在条目里写明哪几条、为什么。').waitFor()
  await expect.poll(() => button(page, '审核不通过').isDisabled()).toBe(true)
  await toRow(page, 'YYXY-6')
  await page.getByLabel('要改什么').fill('驿站没有建')
  await page.locator('.back').click()
  await button(page, '审核不通过（1 条）').click()
  await page.getByText('将以这 1 条和所写原因作“不通过”的结论，告知单位。').waitFor()
  await sound(page, 48)
  await button(page, '先不作结论').click()
  expect(await stateOf(at)).toBe('first')
  await button(page, '审核不通过（1 条）').click()
  await button(page, '审核不通过（1 条）').click()
  await page.getByText('已作不通过的结论，单位可以申诉').waitFor()
  expect(await stateOf(at)).toBe('refused')
})

test('the unit reads the reason and appeals; the reason is still there when the page is opened again', async () => {
  const { page } = await browser.open('secretary', { phone: true, large: true })
  const address = `${trial.url}/pocket/stars/check?at=${at.unit}.${at.id}`
  await page.goto(address)
  await page.getByText('审核不通过，不通过的条目和原因：').waitFor()
  await page.getByText('标准 YYXY-6 驿站没有建').waitFor()
  await page.getByLabel('申诉理由（必填）').fill('驿站八月已经开放，有照片')
  await laidDown(page, '驿站八月已经开放，有照片')
  await page.reload()
  const reason = page.getByLabel('申诉理由（必填）')
  await reason.waitFor()
  await expect.poll(() => reason.inputValue()).toBe('驿站八月已经开放，有照片')
  await sound(page, 60)
  await button(page, '提出申诉').click()
  await page.getByText('申诉提交后，由另一人重看').waitFor()
  await button(page, '提出申诉').click()
  await page.getByText('现在是“申诉中”').waitFor()
  expect(await stateOf(at)).toBe('appealed')
})

test('a star that the unit does not stand for is withdrawn with a reason, in English too', async () => {
  const other = await play.begin(await play.open())
  const { page } = await browser.open('secretary', { phone: true, language: 'en' })
  await page.goto(`${trial.url}/pocket/stars/check?at=${other.unit}.${other.id}`)
  await page.locator('summary', { hasText: 'Withdraw' }).click()
  await expect.poll(() => button(page, 'Withdraw').isDisabled()).toBe(true)
  await page.getByLabel('Why (needed)').fill('今年不具备条件')
  await button(page, 'Withdraw').click()
  await page.getByText('After that this self-check is not reviewed any more.').waitFor()
  await sound(page, 48)
  await button(page, 'Withdraw').click()
  await expect.poll(() => stateOf(other)).toBe('withdrawn')
})
