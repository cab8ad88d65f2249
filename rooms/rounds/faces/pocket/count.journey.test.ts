// The tellers' table from the first sheet to the second signature: what is missing is seen, paper is entered twice, points
// are taken with a reason, the supervisor signs last, and what is downloaded gives the same result again.

import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { beforeAll, describe, expect, test } from 'vitest'
import { seriousFindings } from '#ground/trial/axe.ts'
import { useBrowser } from '#ground/trial/browser.ts'
import type { ViewOptions } from '#ground/trial/browser.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { tally } from '../../core/tally.ts'
import { communities, playRound } from '../../trial.ts'
import type { PlayedRound, PlayedSeat } from '../../trial.ts'

const trial = useTrial()
const browser = useBrowser(trial)
const sheet = { pledges: '18', change: '27', theme: '17', governance: '13', report: '9', mended: '4' }

async function table(seat: PlayedSeat, options: ViewOptions = { width: 412, height: 915 }): Promise<Page> {
  const { page, context } = await browser.open('nobody', options)
  await context.addCookies([{ name: 'lx-seat', value: seat.device, url: trial.url }])
  await page.goto(`${trial.url}/pocket/count`)
  await page.locator('.tabs').waitFor()
  return page
}

const part = (page: Page, name: string) => page.locator('.tabs').getByRole('button', { name, exact: true }).click()
const cell = (page: Page, name: string) => page.locator('.grid').getByRole('button', { name })

/** Opens a form, types the sheet and hands it in. */
async function typeSheet(page: Page, form: string, submit: string, points: readonly string[] = Object.values(sheet)): Promise<void> {
  await page.getByText(form, { exact: true }).click()
  const fields = page.locator('details.act[open] input')
  for (const [nth, value] of points.entries()) await fields.nth(nth).fill(value)
  await page.getByRole('button', { name: submit }).click()
}

describe('the tellers’ table', () => {
  let round: PlayedRound
  beforeAll(async () => {
    round = await playRound(trial, {
      judges: { leaders: 3 },
      others: ['teller', 'teller', 'supervisor'],
      rules: (rules) => ({ ...rules, panels: [{ id: 'leaders', title: '班子成员', weight: '1' }] }),
    })
    for (const judge of [1, 2] as const) {
      const { id, caller } = round.seat('judge', judge)
      const sheets = communities.map((subject) => ({ subject, component: 'field', revision: 1, points: sheet, note: '' }))
      // The second judge stopped in the middle of the second unit.
      if (judge === 2) sheets[1] = { ...sheets[1], points: { pledges: '10' } } as never
      expect((await caller.call('rounds.score', { body: { seat: id, sheets } })).status).toBe(200)
    }
  })

  test('draws when teller and supervisor enter the same values, and says when they differ', async () => {
    const draw = { id: randomUUID(), kind: 'speaking', title: '发言顺序', pool: null, take: 2, sources: ['9月10日福彩3D开奖号码'] }
    await round.move('sealDraw', { ...draw, repeats: null, reason: '' })
    const [teller, supervisor] = [await table(round.seat('teller')), await table(round.seat('supervisor'))]
    for (const page of [teller, supervisor]) await part(page, '抽签')
    const enter = async (page: Page, value: string): Promise<void> => {
      await page.locator('.card input').fill(value)
      await page.getByRole('button', { name: '录入数值' }).click()
    }
    await enter(teller, '3 8 1')
    await supervisor.getByText('一人已录入').waitFor()
    await enter(supervisor, '3 8 2')
    await supervisor.getByText('两人录入不一致').waitFor()
    await enter(teller, '3 8 1')
    await supervisor.getByText('一人已录入').waitFor()
    await enter(supervisor, '3 8 1')
    await supervisor.getByText('已抽出').waitFor()
    await teller.getByText('已抽出').waitFor()
  })

  test('from sheets and paper to a result with two signatures that anybody can recompute', async () => {
    const [teller, second, supervisor] = [
      await table(round.seat('teller')),
      await table(round.seat('teller', 2)),
      await table(round.seat('supervisor'), { width: 1024, height: 768 }),
    ]
    await teller.getByText('收齐 3/6 张').waitFor()
    await teller.getByText('未评完 1 张').waitFor()
    expect(await seriousFindings(teller)).toEqual([])

    // A supervisor looks and confirms, but offers no verb that is a teller's.
    await cell(supervisor, '评委1给朝霞社区').click()
    await supervisor.getByText('来自评委手机').waitFor()
    await expect.poll(() => supervisor.getByText('作废这张评分表').count()).toBe(0)

    // The unfinished sheet is withdrawn with its reason and replaced from paper, by two persons.
    await cell(teller, '评委2给和风社区').click()
    await teller.getByText('作废这张评分表').first().click()
    await teller.locator('details.act[open] textarea').fill('评委中途离席，改用纸质表')
    await teller.locator('details.act[open]').getByRole('button').click()
    await cell(teller, '评委2给和风社区：■ 作废').waitFor()
    await typeSheet(teller, '录入纸质评分表', '提交录入')
    await cell(second, '评委2给和风社区：○ 待核对').click()
    await expect.poll(() => second.locator('.pairs').count()).toBe(0)
    await typeSheet(second, '核对：照纸面再录一遍', '提交核对', ['17', '27', '17', '13', '9', '4'])
    await second.getByRole('alert').waitFor()
    await second.locator('details.act[open] input').first().fill('18')
    await second.getByRole('button', { name: '提交核对' }).click()
    await cell(second, '评委2给和风社区：88').waitFor()
    for (const name of ['朝霞社区', '和风社区']) {
      await cell(teller, `评委3给${name}`).click()
      await typeSheet(teller, '录入纸质评分表', '提交录入')
      await cell(supervisor, `评委3给${name}：○ 待核对`).click()
      await typeSheet(supervisor, '核对：照纸面再录一遍', '提交核对')
      await cell(supervisor, `评委3给${name}：88`).waitFor()
    }
    await teller.getByText('收齐 6/6 张').waitFor()

    await part(teller, '加减分')
    await teller.getByLabel('分数').fill('1')
    await teller.getByLabel('理由').first().fill('超时1分钟')
    await teller.getByRole('button', { name: '登记加减分' }).click()
    await teller.getByText('超时1分钟').waitFor()
    await part(teller, '评委')
    await teller.getByText('不影响结果').waitFor()
    await expect.poll(() => teller.locator('.grid tbody tr').count()).toBe(3)

    await part(teller, '结果')
    await expect.poll(() => teller.getByRole('button', { name: '计票', exact: true }).count()).toBe(0)
    await round.move('freeze')
    await teller.getByRole('button', { name: '计票', exact: true }).click()
    await teller.locator('.grid tbody tr').first().waitFor()
    await expect.poll(() => teller.locator('.grid tbody tr').first().textContent()).toContain('88.00')
    expect(await seriousFindings(teller)).toEqual([])

    await part(supervisor, '结果')
    await supervisor.getByText('等计票人先签字').waitFor()
    await teller.getByRole('button', { name: '核对无误，签字' }).click()
    await teller.getByText('等监票人签字').waitFor()
    await supervisor.getByRole('button', { name: '核对无误，签字' }).click()
    await supervisor.getByText('● 已签字').waitFor()
    await supervisor.getByText('本轮已签字').waitFor()

    const [saved] = await Promise.all([
      supervisor.waitForEvent('download'),
      supervisor.getByRole('button', { name: '下载计票输入' }).click(),
    ])
    const again = tally(JSON.parse(await readFile(await saved.path(), 'utf8')))
    const digest = await supervisor.locator('.digest code').nth(1).textContent()
    expect(again.ok && again.value.input.digest).toBe(digest)
    expect(again.ok && again.value.results.map(({ unit, total }) => [unit, total])).toEqual([
      [communities[1], '88.00'],
      [communities[0], '87.00'],
    ])

    // A tally that turns out wrong is void with its reason, and stays on record beside the next.
    await teller.getByText('作废这次计票').first().click()
    await teller.locator('details.act[open] textarea').fill('加减分登记到了别的单位')
    await teller.locator('details.act[open]').getByRole('button').click()
    await teller.getByText('作废理由：加减分登记到了别的单位').waitFor()
    await teller.getByText('本轮已封存').waitFor()
  })

  test('is not for other seats', async () => {
    const { page, context } = await browser.open('nobody', { width: 360, height: 640 })
    await context.addCookies([{ name: 'lx-seat', value: round.seat('judge').device, url: trial.url }])
    await page.goto(`${trial.url}/pocket/count`)
    await page.getByText('本席位不是计票人或监票人').waitFor()
  })
})
