// A secretary reads why a star was suspended and appeals, in a real browser; a second officer answers and the star is restored.

import type { Page } from '@playwright/test'
import { beforeAll, expect, test } from 'vitest'
import { cast } from '#ground/trial/cast.ts'
import { seriousFindings } from '#ground/trial/axe.ts'
import { useBrowser } from '#ground/trial/browser.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { home, playing } from '../../../trial-cycle.ts'

const trial = useTrial()
const browsing = useBrowser(trial)
const dayMs = 86_400_000
let play: ReturnType<typeof playing>
let honour: string

beforeAll(async () => {
  play = playing(trial)
  await play.seat()
  await trial.owner.query("update posts set role = 'county-officer', unit = '990101', district = '990101', star = null where id = $1", [
    cast.judge.post,
  ])
  const at = await play.publicised(await play.open())
  trial.clock.advance(20 * dayMs)
  await play.fullEmployment()
  honour = (await play.take('countyAdmin', 'certify', at)).id
  const step = (body: object) => play.done('countyAdmin', 'stars.honourStep', { params: { unit: home, id: honour }, body })
  await step({ verb: 'order', document: '演组〔2026〕7号', basis: '商户投诉没有办结', due: '2026-09-30' })
  trial.clock.advance(5 * dayMs)
  await step({ verb: 'suspend', basis: '逾期没有整改到位', document: '演组〔2026〕20号' })
})

const panelOf = async (page: Page) => {
  await page.goto(`${trial.url}/desk/stars/honours?open=${home}.${honour}`)
  return page.getByRole('region', { name: '朝霞社区 · 宜业兴业星' })
}
const sound = async (page: Page) => expect(await seriousFindings(page)).toEqual([])

test('the unit reads basis, document and day, says what it has mended, and appeals', { timeout: 60_000 }, async () => {
  const { page } = await browsing.open('secretary')
  const panel = await panelOf(page)
  await panel.getByText('逾期没有整改到位').waitFor()
  await panel.getByText(/演组〔2026〕20号/).waitFor()
  await sound(page)
  await panel.getByRole('button', { name: '报告整改' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(/^整改情况/).fill('三件投诉都已办结')
  await sound(page)
  await dialog.getByRole('button', { name: '报告整改' }).click()
  await dialog.waitFor({ state: 'hidden' })
  await panel.getByText('单位报告整改：三件投诉都已办结').waitFor()
  await panel.getByRole('button', { name: '提出申诉' }).click()
  await dialog.getByRole('textbox').fill('整改在期限内已经完成，附验收单')
  await dialog.getByRole('button', { name: '提出申诉' }).click()
  await panel.getByText('待答复').waitFor()
  await expect.poll(() => panel.getByRole('button', { name: '提出申诉' }).count()).toBe(0)
  await panel.getByRole('button', { name: '撤回申诉' }).waitFor()
})

test('another officer finds it in the queue, upholds it with a document, and the star is restored', { timeout: 60_000 }, async () => {
  const { page } = await browsing.open('judge', { width: 1440 })
  await page.goto(`${trial.url}/desk`)
  await page
    .getByRole('link', { name: /申诉待答复/ })
    .first()
    .click()
  await page.getByRole('region', { name: '报告整改待核的星' }).getByText('三件投诉都已办结').waitFor()
  await page.getByRole('region', { name: '对已认定的星的申诉' }).getByRole('button', { name: '朝霞社区' }).click()
  const panel = page.getByRole('region', { name: '朝霞社区 · 宜业兴业星' })
  await panel.getByText('整改在期限内已经完成，附验收单').waitFor()
  await sound(page)
  await panel.getByRole('button', { name: '答复申诉' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('支持，恢复星级').click()
  await dialog.getByLabel(/^答复（写明理由）/).fill('核对验收单，整改在期限内完成')
  await dialog.getByLabel(/^恢复星级的文号/).fill('演组〔2026〕22号')
  await sound(page)
  await dialog.getByRole('button', { name: '答复申诉' }).click()
  await dialog.waitFor({ state: 'hidden' })
  await panel.getByText('支持', { exact: true }).waitFor()
  await panel.getByText('有效', { exact: true }).first().waitFor()
})
