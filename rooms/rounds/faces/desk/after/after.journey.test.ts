// In a real browser: what a round leaves behind. Its remarks go into the ledger with measures, persons and working days, the
// bulletin is drafted from the publication, the workbook is taken, and everybody's pages are found. Without a finding of axe.

import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { chromium } from '@playwright/test'
import type { Browser, BrowserContext, Page } from '@playwright/test'
import { readXlsx } from 'hucre'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sound } from '#ground/trial/axe.ts'
import { cast } from '#ground/trial/cast.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { launchOptions } from '#tools/browser/launch.ts'
import { communities, playPublished, playRound } from '../../../trial.ts'
import type { PlayedRound } from '../../../trial.ts'

const trial = useTrial()
let browser: Browser
let context: BrowserContext
let page: Page
let round: PlayedRound

const addressOf = ({ where }: PlayedRound): string => `${trial.url}/desk/rounds/${where.unit}/${where.id}`

beforeAll(async () => {
  round = (await playPublished(trial)).round
  browser = await chromium.launch(await launchOptions())
  context = await browser.newContext({ viewport: { width: 1400, height: 900 }, locale: 'zh-CN', bypassCSP: true, reducedMotion: 'reduce' })
  await context.clock.setFixedTime(trial.clock.now())
  await context.addCookies([{ name: 'lx-session', value: cast.officer.token, url: trial.url }])
  page = await context.newPage()
}, 120_000)

afterAll(() => browser.close())

const remarksTable = () => page.getByRole('region', { name: '本轮的点评和过筛子发现' })

test('several remarks go into the ledger at once, one value filled into all of them', async () => {
  await page.goto(`${addressOf(round)}?step=close`)
  await page.getByText('还有 2 条没有转台账').waitFor()
  await remarksTable().getByRole('checkbox', { name: '选择全部' }).check()
  await page.getByRole('button', { name: '转台账', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: '2 条点评转台账' })
  const act = dialog.getByRole('button', { name: '转台账', exact: true })
  await act.click()
  await expect.poll(() => dialog.getByText('请写明怎样整改。').count()).toBe(2)
  await sound(page, 'dialog with what is missing')
  const all = dialog.getByRole('group', { name: '统一填写' })
  await all.getByRole('textbox', { name: /^整改措施/ }).fill('每月更新一次')
  await all.getByRole('textbox', { name: /^时限/ }).fill('5')
  await all.getByRole('button', { name: '填入全部 2 条' }).click()
  const rows = dialog.getByRole('group', { name: '朝霞社区：公示栏没有更新。' })
  await rows
    .nth(1)
    .getByRole('textbox', { name: /^督办人/ })
    .fill('组织办')
  await sound(page, 'dialog')
  await act.click()
  await dialog.waitFor({ state: 'hidden' })
  await page.getByText('都已转台账。').waitFor()
  const { rows: entries } = await trial.owner.query(
    'select measure, responsible, supervisor from ledger_entries where source = $1 order by supervisor',
    [`round:${round.where.id}`],
  )
  const plan = { measure: '每月更新一次', responsible: '党组织书记' }
  expect(entries).toEqual(expect.arrayContaining(['党建办', '组织办'].map((supervisor) => ({ ...plan, supervisor }))))
  expect(entries).toHaveLength(2)
  await sound(page, 'all in the ledger')
})

test('what is in the ledger is not offered again, and opens there', async () => {
  await remarksTable().getByRole('checkbox', { name: '选择全部' }).check()
  await page.getByText('所选的都已转台账。').waitFor()
  await remarksTable().getByRole('link', { name: '查看条目' }).first().click()
  await page.waitForURL(/\/desk\/ledger\?.*open=/)
  await page.locator('.lx-panel').getByText('公示栏没有更新。').first().waitFor()
  await page.goBack()
  await page.getByRole('link', { name: '打印本轮四个清单' }).click()
  await page.getByText('同一来源转来的全部条目，不分单位和时间。').waitFor()
  await page.getByRole('table', { name: '任务清单' }).getByText('公示栏没有更新。').first().waitFor()
  await expect.poll(() => page.getByRole('table').count()).toBe(4)
  await expect.poll(() => page.getByRole('table', { name: '任务清单' }).getByText('公示栏没有更新。').count()).toBe(2)
  await sound(page, 'four lists')
})

test('the bulletin is drafted after publication and opens in its own room', async () => {
  await page.goto(`${addressOf(round)}?step=close`)
  await page.getByRole('button', { name: '起草通报' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '起草通报' }).click()
  const drafted = page.getByRole('list', { name: '通报' }).getByRole('link', { name: /“亮赛比”情况的通报$/ })
  await drafted.waitFor()
  // It stands there for whoever comes later, not only for the page that drafted it.
  await page.reload()
  await page.getByRole('list', { name: '通报' }).getByText('草稿').waitFor()
  await sound(page, 'with its bulletin')
  await drafted.click()
  await page.waitForURL(/\/desk\/bulletins\?.*open=/)
  await page
    .locator('.lx-panel')
    .getByText(/2026年第三季度“亮赛比”/)
    .first()
    .waitFor()
})

test('the workbook is taken where exports are, and the public pages are found', async () => {
  await page.goto(addressOf(round))
  const taken = page.waitForEvent('download')
  await page.getByRole('button', { name: /^导出/ }).click()
  await page.getByRole('menuitem', { name: '导出工作簿（XLSX）' }).click()
  const file = await taken
  expect(file.suggestedFilename()).toBe('第三季度亮赛比.xlsx')
  expect((await readXlsx(await readFile(await file.path()))).sheets.map(({ name }) => name)).toContain('公布1')
  await page.getByRole('link', { name: '公开抽签', exact: true }).click()
  await page.waitForURL(/\/rounds\/990101001\/[0-9a-f-]+\/draws$/)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.goBack()
  await page.getByRole('link', { name: '公开页', exact: true }).click()
  await page.getByRole('heading', { name: '第三季度亮赛比', level: 1 }).waitFor()
})

test('a remark of a round under way goes into the ledger at once; what is typed for it outlives the page', async () => {
  const other = await playRound(trial)
  const [subject] = communities
  await other.move('noteRemark', { id: randomUUID(), subject, kind: 'finding', text: '消防通道堆放杂物' })
  await page.goto(`${addressOf(other)}?step=live`)
  const remark = page.getByRole('listitem').filter({ hasText: '消防通道堆放杂物' })
  await remark.getByRole('button', { name: '转台账' }).click()
  await page
    .getByRole('dialog')
    .getByRole('textbox', { name: /^整改措施/ })
    .fill('三日内清走，设禁放标识')
  await page.reload()
  await remark.getByRole('button', { name: '转台账' }).click()
  const dialog = page.getByRole('dialog')
  await expect.poll(() => dialog.getByRole('textbox', { name: /^整改措施/ }).inputValue()).toBe('三日内清走，设禁放标识')
  await sound(page, 'dialog while live')
  await dialog.getByRole('button', { name: '转台账' }).click()
  await dialog.waitFor({ state: 'hidden' })
  await remark.getByRole('link', { name: '已转台账，查看条目' }).waitFor()
  await sound(page, 'in the ledger while live')
  const { rows } = await trial.owner.query('select measure, source_kind from ledger_entries where source = $1', [`round:${other.where.id}`])
  expect(rows).toEqual([{ measure: '三日内清走，设禁放标识', source_kind: 'finding' }])
  await remark.getByRole('link', { name: '已转台账，查看条目' }).click()
  await page.locator('.lx-panel').getByText('消防通道堆放杂物').first().waitFor()
})

test('a round under way offers the ledger from its remarks, and no bulletin yet', async () => {
  const other = await playRound(trial)
  await page.goto(`${addressOf(other)}?step=live`)
  await page.getByRole('link', { name: '几条一起转台账，去“办结”' }).click()
  await page.getByText('结果公布以后才能起草通报。').waitFor()
  await page.getByText('点评和过筛子发现将列在这里。').waitFor()
  await expect.poll(() => page.getByRole('button', { name: '起草通报' }).count()).toBe(0)
  await sound(page, 'under way')
})

test('in English and in large text', async () => {
  await context.addCookies([
    { name: 'lx-language', value: 'en', url: trial.url },
    { name: 'lx-text', value: 'large', url: trial.url },
  ])
  await page.goto(`${addressOf(round)}?step=close`)
  await page.getByText('All are in the ledger.').waitFor()
  await sound(page, 'in English')
  const other = await playRound(trial)
  const [subject] = communities
  await other.move('noteRemark', {
    id: randomUUID(),
    subject,
    kind: 'remark',
    text: '背街小巷整治不彻底，垃圾桶周边常有散落，请一周内拿出办法。',
  })
  await page.goto(`${addressOf(other)}?step=close`)
  await page.getByRole('checkbox', { name: 'Select all' }).check()
  await page.getByRole('button', { name: 'Enter in ledger' }).click()
  await page
    .getByRole('dialog')
    .getByRole('textbox', { name: /^Measure/ })
    .waitFor()
  await sound(page, 'dialog in English')
})
