// In a real browser: the township drafts, the county signs off, the township publishes, the village reads and downloads it;
// every screen on the way without a finding of axe.

import { randomUUID } from 'node:crypto'
import { chromium } from '@playwright/test'
import type { Browser, Page } from '@playwright/test'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sound } from '#ground/trial/axe.ts'
import type { PlayerName } from '#ground/trial/cast.ts'
import { cast } from '#ground/trial/cast.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { launchOptions } from '#tools/browser/launch.ts'

const trial = useTrial()
let browser: Browser

beforeAll(async () => {
  browser = await chromium.launch(await launchOptions())
})

afterAll(() => browser.close())

async function pageOf(player: PlayerName): Promise<Page> {
  // axe brings script of its own, which the pages' policy would refuse.
  const context = await browser.newContext({
    viewport: { width: 1400, height: 900 },
    locale: 'zh-CN',
    bypassCSP: true,
    reducedMotion: 'reduce',
  })
  await context.addCookies([{ name: 'lx-session', value: cast[player].token, url: trial.url }])
  const page = await context.newPage()
  await page.goto(`${trial.url}/desk/bulletins`)
  return page
}

interface Drafted {
  readonly id: string
  readonly title: string
  readonly addressee: string
  readonly issuer: string
  readonly blocks: readonly object[]
}

const title = '关于第三季度情况的通报'

test('drafted, signed off by another, published, and read below', async () => {
  const officer = await pageOf('officer')
  await officer.getByText('还没有通报').waitFor()
  await officer.getByRole('button', { name: '起草通报' }).click()
  const form = officer.getByRole('region', { name: '起草通报' })
  await form.getByLabel(/^标题/).fill(title)
  await form.getByLabel('第 1 段', { exact: true }).fill('现将情况通报如下。')
  await sound(officer, 'writing')
  await form.getByRole('button', { name: '保存' }).click()
  await officer.getByRole('article').getByText('现将情况通报如下。').waitFor()
  await expect.poll(() => officer.getByRole('button', { name: '签发' }).count()).toBe(0)
  await sound(officer, 'draft')

  const county = await pageOf('countyAdmin')
  await county.getByText('通报待签发').waitFor()
  await county.getByRole('button', { name: title }).click()
  await county.getByRole('button', { name: '签发', exact: true }).click()
  await county.getByRole('dialog').getByRole('button', { name: '签发', exact: true }).click()
  await county.getByText('已签发').first().waitFor()

  await officer.getByRole('button', { name: '编号印发' }).click()
  const dialog = officer.getByRole('dialog')
  await dialog.getByLabel(/^机关代字/).fill('晨街办')
  await sound(officer, 'publish')
  await dialog.getByRole('button', { name: '编号印发' }).click()
  await officer.getByRole('article').getByText('晨街办〔2026〕1号').waitFor()

  const secretary = await pageOf('secretary')
  await secretary.getByRole('button', { name: title }).click()
  await secretary.getByRole('article').getByText('现将情况通报如下。').waitFor()
  await sound(secretary, 'reading')
  const [download] = await Promise.all([secretary.waitForEvent('download'), secretary.getByRole('button', { name: '下载 DOCX' }).click()])
  expect(download.suggestedFilename()).toBe(`晨街办〔2026〕1号${title}.docx`)
})

test('a head is kept and chosen, the ledger becomes a draft, and a figure says where it comes from', async () => {
  const entry = { id: randomUUID(), unit: '990101001', subject: '990101001001', problem: '公示栏没有更新。', sourceKind: 'remark', days: 5 }
  await trial.as('officer').call('ledger.assign', { body: entry })
  const officer = await pageOf('officer')
  await officer.getByRole('button', { name: '模板' }).click()
  const heads = officer.getByRole('region', { name: '模板' })
  for (const [label, value] of [
    [/^名称/, '办公室文件'],
    [/^发文机关标志/, '晨光街道党建办文件'],
    [/^印发机关/, '晨光街道党建办'],
  ] as const)
    await heads.getByLabel(label).fill(value)
  await sound(officer, 'heads')
  await heads.getByRole('button', { name: '保存版头' }).click()
  await heads.getByText('办公室文件 ·').waitFor()

  await officer.getByRole('button', { name: '由台账起草' }).click()
  await sound(officer, 'ledger')
  await officer.getByRole('button', { name: '生成草稿' }).click()
  await officer.getByRole('button', { name: '修改', exact: true }).click()
  await officer.getByRole('combobox', { name: /^版头/ }).click()
  await officer.getByTitle('办公室文件').click()
  await officer.getByRole('radio', { name: '印发后向社会公开' }).check()
  await sound(officer, 'head chosen')
  await officer.getByRole('button', { name: '保存', exact: true }).click()
  await officer.getByRole('article').getByText('晨光街道党建办文件').waitFor()
  await officer.getByRole('article').getByRole('button', { name: '1', exact: true }).first().focus()
  await officer.getByRole('tooltip').getByText('台账按季统计').waitFor()
  await sound(officer, 'figure')
  await officer.getByRole('button', { name: '插入图片' }).click()
  await officer.getByText('还没有可用的佐证图片').waitFor()
  await sound(officer, 'picture')
})

test('a published bulletin is corrected with figures taken anew, the old ones beside them', async () => {
  const drafted = await trial
    .as('officer')
    .call<Drafted>('bulletins.draftLedger', { body: { id: randomUUID(), unit: '990101001', quarter: '2026Q3' } })
  const params = { unit: '990101001', id: drafted.body.id }
  // Written by hand before it was signed.
  const { title: heading, addressee, issuer, blocks } = drafted.body
  const words = { kind: 'paragraph', text: '请各社区学习朝霞社区做法。' }
  const revised = await trial
    .as('officer')
    .call('bulletins.revise', { params, body: { title: heading, addressee, issuer, blocks: [...blocks, words], audience: 'below' } })
  expect(revised.status, JSON.stringify(revised.body)).toBe(200)
  await trial.as('countyAdmin').call('bulletins.signOff', { params, body: {} })
  await trial.as('officer').call('bulletins.publish', { params, body: { prefix: '晨台办' } })
  const officer = await pageOf('officer')
  await officer.goto(`${trial.url}/desk/bulletins?open=${params.unit}.${params.id}`)
  await officer.getByRole('button', { name: '另发更正' }).click()
  const dialog = officer.getByRole('dialog')
  await expect.poll(() => dialog.getByRole('radio', { name: /^文字不动/ }).isChecked()).toBe(true)
  await sound(officer, 'correcting')
  await dialog.getByRole('button', { name: '另发更正' }).click()
  await officer.getByRole('article').getByText('数字更正对照').waitFor()
  await officer.getByRole('article').getByText('请各社区学习朝霞社区做法。').waitFor()
  await sound(officer, 'corrected')
  await officer.goto(`${trial.url}/desk/bulletins?open=stars`)
  await officer.getByRole('region', { name: '由星级名单起草' }).getByRole('button', { name: '生成草稿' }).click()
  await officer.getByText('没有可以汇总的数据').waitFor()
  await sound(officer, 'stars')
})
