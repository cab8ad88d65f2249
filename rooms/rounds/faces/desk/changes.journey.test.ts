// In a real browser: what is changed on record. An order set by hand, scoring thawed, a published result corrected by other
// rules and counted again beside the old, an award with its basis, a vote cast and closed on phones, a round cancelled; and
// every reason is read by everybody on the public page.

import type { Page } from '@playwright/test'
import { beforeAll, describe, expect, test } from 'vitest'
import { seriousFindings } from '#ground/trial/axe.ts'
import { useBrowser } from '#ground/trial/browser.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { playRound, tell } from '../../trial.ts'
import type { PlayedRound, PlayedSeat } from '../../trial.ts'

const trial = useTrial()
const browser = useBrowser(trial)

const addressOf = ({ where }: PlayedRound, step: string): string => `${trial.url}/desk/rounds/${where.unit}/${where.id}?step=${step}`

/** Opens the dialog of an act, fills what it asks, and does it. */
async function act(page: Page, name: string, fill: (dialog: ReturnType<Page['getByRole']>) => Promise<unknown>): Promise<void> {
  await page.getByRole('button', { name, exact: true }).first().click()
  const dialog = page.getByRole('dialog')
  await fill(dialog)
  expect(await seriousFindings(page)).toEqual([])
  await dialog.getByRole('button', { name, exact: true }).click()
  await dialog.waitFor({ state: 'hidden' })
}

const record = (page: Page) => page.locator('section', { has: page.getByRole('heading', { name: '更正和变动记录' }) })

async function publicText(round: PlayedRound): Promise<string> {
  const { page } = await browser.open('nobody')
  await page.goto(`${trial.url}/rounds/${round.where.unit}/${round.where.id}`)
  expect(await seriousFindings(page)).toEqual([])
  const text = await page.locator('main').innerText()
  await page.close()
  return text
}

async function phone(seat: PlayedSeat, path: string): Promise<Page> {
  const { page, context } = await browser.open('nobody', { width: 412, height: 915 })
  await context.addCookies([{ name: 'lx-seat', value: seat.device, url: trial.url }])
  await page.goto(`${trial.url}${path}`)
  return page
}

describe('a round that goes its whole way with changes', () => {
  let round: PlayedRound
  let page: Page
  let faults: string[]
  beforeAll(async () => {
    round = await playRound(trial, { judges: { leaders: 3, offices: 3 }, others: ['teller', 'supervisor', 'stage', 'voter'] })
    ;({ page, faults } = await browser.open('officer', { width: 1400, height: 900 }))
  })

  test('the order of speaking is set by hand: what is left out is named, the reason is kept where everybody reads it', async () => {
    await page.goto(addressOf(round, 'live'))
    await page.getByRole('button', { name: '排定顺序' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox', { name: /^一行一个单位/ }).fill('和风社区')
    await dialog.getByText('不在参加单位里，或有重复、遗漏：朝霞社区').waitFor()
    await dialog.getByRole('textbox', { name: /^一行一个单位/ }).fill('和风社区\n朝霞社区')
    await dialog.getByRole('textbox', { name: /理由/ }).fill('朝霞社区还在布置现场')
    await dialog.getByRole('button', { name: '排定顺序' }).click()
    await dialog.waitFor({ state: 'hidden' })
    await page.getByRole('button', { name: '请下一个：和风社区' }).waitFor()
    await record(page).getByText('理由：朝霞社区还在布置现场').waitFor()
    expect(await publicText(round)).toContain('手工排定顺序 理由：朝霞社区还在布置现场')
  })

  test('frozen scoring is thawed with a reason, and frozen again', async () => {
    await round.scoreAll((_judge, unit) => 0.92 - unit * 0.2)
    await page.goto(addressOf(round, 'freeze'))
    await act(page, '封存评分', async () => {})
    await page.getByText('评分已封存。').waitFor()
    await page.getByRole('button', { name: '恢复评分' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: '恢复评分' }).click()
    await expect.poll(() => dialog.isVisible()).toBe(true)
    await dialog.getByRole('textbox', { name: /理由/ }).fill('一名评委漏评')
    await dialog.getByRole('button', { name: '恢复评分' }).click()
    await dialog.waitFor({ state: 'hidden' })
    await record(page).getByText('理由：一名评委漏评').waitFor()
    await act(page, '封存评分', async () => {})
    await page.getByText('评分已封存。').waitFor()
  })

  test('the meeting votes on phones; a teller closes the vote, and the desk has the counts', async () => {
    await round.count()
    await page.goto(addressOf(round, 'count'))
    await act(page, '发起测评', async () => {})
    await page.getByText('正在测评，已投 0 席。').waitFor()
    for (const seat of [round.seat('judge', 1), round.seat('judge', 2), round.seat('voter')]) {
      const ballot = await phone(seat, '/pocket/seat')
      for (const unit of ['朝霞社区', '和风社区']) await ballot.getByRole('group', { name: unit }).getByLabel('较好').check()
      await ballot.getByRole('button', { name: '投出测评票' }).click()
      await ballot.getByText('已投票').first().waitFor()
      await ballot.close()
    }
    await page.getByText('正在测评，已投 3 席。').waitFor()
    const teller = await phone(round.seat('teller'), '/pocket/count')
    await teller.locator('.tabs').getByRole('button', { name: '结果', exact: true }).click()
    await teller.getByRole('button', { name: '结束测评' }).click()
    await page.getByText('已结束，共投 3 席。').waitFor()
    const counts = page.getByRole('table', { name: '测评' })
    await expect.poll(() => counts.getByRole('row', { name: /朝霞社区/ }).innerText()).toMatch(/朝霞社区\s+0\s+3\s+0\s+0/)
    expect(await seriousFindings(page)).toEqual([])
  })

  test('a published result is corrected: rules change on record, the count is made again, old and new stand side by side', async () => {
    await round.move('reveal', { form: 'bands', all: true })
    await round.move('publish', { id: crypto.randomUUID(), form: 'bands', reason: '' })
    await page.goto(addressOf(round, 'rules'))
    await page.getByText('要更正规则，先由计票人作废计票').waitFor()
    await page.goto(addressOf(round, 'close'))
    await act(page, '更正结果', (dialog) => dialog.getByRole('textbox', { name: /理由/ }).fill('先进起点与文件不一致'))
    await page.goto(addressOf(round, 'rules'))
    await page.getByRole('button', { name: '更正规则' }).click()
    await page.getByLabel(/^加减分上限/).fill('3')
    await page.getByRole('button', { name: '更正规则', exact: true }).last().click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox', { name: /理由/ }).fill('文件规定上限为3分')
    expect(await seriousFindings(page)).toEqual([])
    await dialog.getByRole('button', { name: '更正规则' }).click()
    await dialog.waitFor({ state: 'hidden' })
    await record(page).getByText('理由：文件规定上限为3分').waitFor()
    await page.getByText('规则已固定并公布。').waitFor()
    expect(await publicText(round)).toContain('理由：先进起点与文件不一致')
    await tell(round, 'bands')
    await page.goto(addressOf(round, 'publish'))
    await page.getByRole('heading', { name: /^第 2 次公布/ }).waitFor()
    await page.getByRole('heading', { name: /^第 1 次公布/ }).waitFor()
    await record(page).getByText('理由：先进起点与文件不一致').waitFor()
    expect(await seriousFindings(page)).toEqual([])
    const text = await publicText(round)
    expect(text).toContain('更正理由：先进起点与文件不一致')
    expect(text).toContain('计票办法有变更，按新办法重新计票')
    expect(text).toContain('更正规则 理由：文件规定上限为3分')
  })

  test('an award is recorded with its basis and stands on the public page', async () => {
    await page.goto(addressOf(round, 'close'))
    await page.getByRole('button', { name: '登记表彰' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: '登记表彰' }).click()
    await expect.poll(() => dialog.isVisible()).toBe(true)
    await dialog.getByRole('combobox', { name: /^单位/ }).click()
    await page
      .getByRole('option', { name: '朝霞社区' })
      .or(page.locator('.ant-select-item-option', { hasText: '朝霞社区' }))
      .last()
      .click()
    await dialog.getByRole('textbox', { name: /^依据/ }).fill('晨街办〔2026〕3号，本轮先进单位')
    await dialog.getByRole('textbox', { name: /^文号/ }).fill('晨街办〔2026〕5号')
    expect(await seriousFindings(page)).toEqual([])
    await dialog.getByRole('button', { name: '登记表彰' }).click()
    await dialog.waitFor({ state: 'hidden' })
    await page.getByText('流动红旗 · 晨街办〔2026〕3号，本轮先进单位 · 晨街办〔2026〕5号').waitFor()
    expect(await publicText(round)).toMatch(/朝霞社区 流动红旗 依据：晨街办〔2026〕3号，本轮先进单位/)
  })

  test('nothing on the way was refused but what was meant to be', () => {
    expect(faults.filter((fault) => !fault.endsWith('awards'))).toEqual([])
  })
})

test('a round is cancelled with a reason: no result, and everybody reads why', async () => {
  const round = await playRound(trial, { open: false })
  const { page, faults } = await browser.open('officer', { width: 1400, height: 900 })
  await page.goto(addressOf(round, 'plan'))
  await act(page, '取消本轮', (dialog) => dialog.getByRole('textbox', { name: /理由/ }).fill('与防汛工作冲突'))
  await page.getByText('本轮已取消。').waitFor()
  await record(page).getByText('理由：与防汛工作冲突').waitFor()
  await page.goto(addressOf(round, 'close'))
  await page.getByText('本轮已取消，不产生结果。').waitFor()
  await expect.poll(() => page.getByRole('button', { name: '本轮办结' }).count()).toBe(0)
  expect(await seriousFindings(page)).toEqual([])
  const text = await publicText(round)
  expect(text).toContain('取消本轮 理由：与防汛工作冲突')
  expect(faults).toEqual([])
})
