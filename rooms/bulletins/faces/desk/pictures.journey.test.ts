// In a real browser: the county words its bulletins, a picture that was published is taken down with its reason, and the evidence
// says in words where it is cited.

import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { expect, test } from 'vitest'
import { sound, soundForAll } from '#ground/trial/axe.ts'
import { shot, useBrowser } from '#ground/trial/browser.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { pictured, written } from '../../trial-bulletins.ts'

const trial = useTrial()
const browsing = useBrowser(trial)

async function seen(page: Page, name: string, check = sound): Promise<void> {
  await check(page, name)
  await shot(page, name)
}

const views = [
  ['zh', {}],
  ['en', { language: 'en' }],
  ['zh-large', { large: true }],
] as const

test('the county keeps its own words for bulletins from the ledger', { timeout: 300_000 }, async () => {
  const { page } = await browsing.open('countyAdmin')
  await page.goto(`${trial.url}/desk/bulletins?open=heads`)
  const panel = page.getByRole('region', { name: '模板' })
  await panel.getByLabel('主送').fill('各乡镇党委')
  await panel.getByLabel('标题 3').fill('有关要求')
  await panel.getByRole('button', { name: '保存用语' }).click()
  await panel.getByRole('status').getByText('已保存').waitFor()
  for (const [name, options] of views) {
    const { page: again } = await browsing.open('officer', options)
    await again.goto(`${trial.url}/desk/bulletins?open=heads`)
    const kept = again.locator('input[value="各乡镇党委"]')
    await kept.waitFor()
    await kept.scrollIntoViewIfNeeded()
    await seen(again, `${name}-templates`)
  }
})

test(
  'a published picture is taken down, which the bulletin then says itself; its evidence names the bulletin',
  { timeout: 300_000 },
  async () => {
    const item = await pictured(trial, 'officer', '990101001', '示例：服务点')
    const params = { unit: '990101001', id: randomUUID() }
    const officer = trial.as('officer')
    await officer.call('bulletins.draft', { body: { ...written, ...params, audience: 'public' } })
    const body = { id: randomUUID(), item, caption: '图1 服务点', confirmed: true }
    await officer.call('bulletins.addPicture', { params, body })
    await trial.as('countyAdmin').call('bulletins.signOff', { params })
    expect((await officer.call('bulletins.publish', { params, body: { prefix: '晨图' } })).status).toBe(200)
    const address = `${trial.url}/desk/bulletins?open=${params.unit}.${params.id}`

    for (const [name, options] of views) {
      const { page } = await browsing.open('officer', options)
      await page.goto(`${trial.url}/desk/evidence?period=2026&unit=${item.unit}&open=${item.unit}.${item.id}`)
      const cited = page.getByRole('link', { name: '晨图〔2026〕1号《关于第三季度亮赛比情况的通报》' })
      await cited.scrollIntoViewIfNeeded()
      await seen(page, `${name}-cited`)
      await cited.click()
      const picture = page.getByRole('article').getByRole('figure')
      await picture.scrollIntoViewIfNeeded()
      await seen(page, `${name}-picture`)
    }
    // Erased after the publication, the picture is to be taken down: the work queue leads to the bulletin, where it is marked.
    const reason = { reason: '监护人要求删除' }
    expect((await trial.as('countyAdmin').call('evidence.erase', { params: item, body: reason })).status).toBe(200)
    for (const [name, options] of views) {
      const { page } = await browsing.open('officer', options)
      await page.goto(`${trial.url}/desk`)
      const waiting = page.getByRole('link', { name: /^(通报图片待撤下|Bulletin pictures to take down)$/ })
      await waiting.waitFor()
      await seen(page, `${name}-queue`)
      await waiting.click()
      const mark = page.getByRole('article').getByText(/佐证在印发后被遮挡或删除|Evidence masked or erased since/)
      await mark.scrollIntoViewIfNeeded()
      await seen(page, `${name}-withdrawn`)
    }
    const { page } = await browsing.open('officer')
    await page.goto(address)
    await page.getByRole('article').getByRole('button', { name: '撤下图片' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox').fill('监护人要求删除')
    await seen(page, 'zh-taking-down')
    await dialog.getByRole('button', { name: '撤下图片' }).click()
    await page.getByText('（此处图片已于2026年9月8日撤下：监护人要求删除）').waitFor()
    for (const [name, options] of views) {
      const { page: again } = await browsing.open('officer', options)
      await again.goto(address)
      const gone = again.getByText(/监护人要求删除/)
      await gone.scrollIntoViewIfNeeded()
      await seen(again, `${name}-gone`)
      await again.goto(`${trial.url}/bulletins/${params.unit}/${params.id}`)
      await again.getByText(/监护人要求删除/).waitFor()
      await seen(again, `${name}-public`, soundForAll)
    }
  },
)
