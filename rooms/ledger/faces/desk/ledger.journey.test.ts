// In a real browser: the township assigns a problem, the village accepts and reports, the township closes it out and prints
// the four lists; every screen on the way without a finding of axe, also in English and in large text.

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

async function pageOf(player: PlayerName, cookies: Readonly<Record<string, string>> = {}): Promise<Page> {
  // axe brings script of its own, which the pages' policy would refuse.
  const context = await browser.newContext({
    viewport: { width: 1400, height: 900 },
    locale: 'zh-CN',
    bypassCSP: true,
    reducedMotion: 'reduce',
  })
  const all = { 'lx-session': cast[player].token, ...cookies }
  await context.addCookies(Object.entries(all).map(([name, value]) => ({ name, value, url: trial.url })))
  return context.newPage()
}

const problem = '公示栏三个月没有更新。'

test('from a problem to its close-out, by two people', async () => {
  const officer = await pageOf('officer')
  await officer.goto(`${trial.url}/desk/ledger`)
  await officer.getByText('这个单位没有台账条目').waitFor()
  await sound(officer, 'empty')
  await officer.getByRole('button', { name: '登记交办' }).click()
  const form = officer.getByRole('region', { name: '登记交办' })
  await form.getByLabel(/^问题/).fill(problem)
  await form.getByRole('button', { name: /晨光街道/ }).click()
  await officer.getByRole('dialog').getByText('朝霞社区').click()
  await form.getByLabel(/^责任人/).fill('社区副书记')
  await sound(officer, 'assign')
  await form.getByRole('button', { name: '登记交办' }).click()
  const panel = officer.getByRole('region', { name: '台账', exact: true })
  await panel.getByText('还有 10 个工作日').waitFor()
  await sound(officer, 'panel')

  const secretary = await pageOf('secretary')
  await secretary.goto(`${trial.url}/desk/ledger`)
  await secretary.getByText('台账待接收').waitFor()
  await secretary.getByRole('button', { name: problem }).click()
  await secretary.getByRole('button', { name: '接收', exact: true }).click()
  await secretary.getByRole('dialog').getByRole('button', { name: '接收', exact: true }).click()
  await secretary.getByRole('button', { name: '报告整改' }).click()
  const report = secretary.getByRole('dialog')
  await report.getByLabel(/^整改情况/).fill('已更新，专人负责。')
  // What was typed outlives the page.
  await secretary.reload()
  await secretary.getByRole('button', { name: '报告整改' }).click()
  await expect.poll(() => report.getByLabel(/^整改情况/).inputValue()).toBe('已更新，专人负责。')
  await sound(secretary, 'report')
  await report.getByRole('button', { name: '报告整改' }).click()
  await secretary.getByText('待复核').first().waitFor()
  await expect.poll(() => secretary.getByRole('button', { name: '销号' }).count()).toBe(0)

  // The township's screen hears of it by itself.
  await officer.getByRole('button', { name: '销号' }).click()
  const close = officer.getByRole('dialog')
  await close.getByLabel(/^复核情况/).fill('现场看过。')
  await close.getByRole('button', { name: '销号' }).click()
  await panel.getByText('已销号').waitFor()
  await panel.getByText('2026-12-08 回头看').waitFor()
  await officer.getByText('所选时间到期 1 条，已销号 1 条').waitFor()
})

test('the four lists on paper, with every row and the printed-at line; in English and in large text', async () => {
  const officer = await pageOf('officer')
  await officer.goto(`${trial.url}/desk/ledger/print?list=all`)
  for (const name of ['任务清单', '责任清单', '措施清单', '时间清单'])
    await officer.getByRole('table', { name }).getByText(problem).waitFor()
  await officer.emulateMedia({ media: 'print' })
  await officer.getByText(/打印于/).waitFor()
  await expect.poll(() => officer.getByRole('button', { name: '打印', exact: true }).isVisible()).toBe(false)
  // On paper stands what the list on the screen shows: kind of source, search and what is late go along.
  await officer.emulateMedia({ media: null })
  const shown = async (filters: string): Promise<boolean> => {
    await officer.goto(`${trial.url}/desk/ledger?${filters}`)
    await officer.getByRole('button', { name: '打印清单' }).click()
    await officer.waitForURL('**/desk/ledger/print?*')
    const table = officer.getByRole('table', { name: '任务清单' })
    await table.waitFor()
    return (await table.getByText(problem).count()) > 0
  }
  const { rows } = await trial.owner.query<{ kind: string }>('select source_kind as kind from ledger_entries where problem = $1', [problem])
  const kind = rows[0]?.kind ?? ''
  const other = kind === 'inspection' ? 'remark' : 'inspection'
  const filters = ['', `source=${kind}`, `source=${other}`, `q=${problem.slice(0, 3)}`, 'q=没有这样的条目', 'late=late']
  const found = []
  for (const one of filters) found.push(await shown(one))
  expect(found).toEqual([true, true, false, true, false, false])
  const english = await pageOf('officer', { 'lx-language': 'en', 'lx-text': 'large' })
  await english.goto(`${trial.url}/desk/ledger?list=duties`)
  await english.getByRole('button', { name: problem }).click()
  await english.getByRole('region', { name: 'Ledger', exact: true }).getByText('What happened').waitFor()
  await sound(english, 'English, large')
})
