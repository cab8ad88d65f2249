// The big screen shows at once what others decide: a commitment that is confirmed while its unit is on, the question drawn for
// it, who won the progress prize, and who is not ranked because too few judged it.

import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { expect, test } from 'vitest'
import { seriousFindings } from '#ground/trial/axe.ts'
import { useBrowser } from '#ground/trial/browser.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { sealQuestions } from '../../trial-draws.ts'
import { stickingOut } from './sticking-out.ts'
import { communities, playRound, tell } from '../../trial.ts'
import type { PlayedRound } from '../../trial.ts'

const trial = useTrial()
const browser = useBrowser(trial)
const [first, second] = communities

async function open(round: PlayedRound, language: 'zh' | 'en', size: { width: number; height: number }): Promise<Page> {
  const { page, context } = await browser.open('nobody', { language, ...size })
  await context.addCookies([{ name: 'lx-seat', value: round.seat('stage').device, url: trial.url }])
  await page.goto(`${trial.url}/stage/round`)
  await page.locator('[data-line="open"]').waitFor()
  return page
}

async function sound(page: Page): Promise<void> {
  expect(await seriousFindings(page)).toEqual([])
  expect(await stickingOut(page)).toEqual([])
}

test('a commitment that the unit states and the township confirms turns on the screen while the unit is on', async () => {
  const round = await playRound(trial)
  const secretary = trial.as('secretary')
  const params = { subject: first }
  const id = randomUUID()
  await secretary.call('rounds.promise', { params, body: { id, year: 2026, kind: 'pledge', text: '改造背街小巷两条' } })
  await round.move('present', { subject: first, component: 'field' })
  const page = await open(round, 'zh', { width: 1920, height: 1080 })
  const row = page.getByRole('row', { name: /改造背街小巷两条/ })
  await row.getByText('○ 未填报').first().waitFor()
  const quarter = { commitment: id, quarter: '2026-Q3' }
  await secretary.call('rounds.stateCommitment', { params, body: { ...quarter, stated: 'kept', note: '两条已完工' } })
  await row.getByText('本单位自述').waitFor()
  await trial.as('officer').call('rounds.confirmCommitment', { params, body: { ...quarter, confirmed: 'partly', note: '现场看到一条' } })
  await row.getByText('▲ 部分兑现').waitFor()
  await expect.poll(() => row.getByText('本单位自述').count()).toBe(0)
  await sound(page)
})

const long =
  '居民反映背街小巷晾晒、停车和垃圾收集互相占道，请说说谁来管、怎样防止整治以后反弹，下一季度先办哪一件、什么时候能让居民看到变化？'

test.each([
  { language: 'zh', width: 1920, height: 1080 },
  { language: 'en', width: 1024, height: 768 },
] as const)('a long question keeps within the margins beside unit and timer: %o', async ({ language, ...size }) => {
  const round = await playRound(trial)
  const draw = await sealQuestions(round, '4 4 6', [long])
  await round.move('present', { subject: first, component: 'field' })
  const page = await open(round, language, size)
  await round.move('turn', { id: randomUUID(), subject: first, reason: '' }, { draw })
  await page.getByRole('heading', { name: long }).waitFor()
  await sound(page)
  await round.move('show', { kind: 'draw', draw })
  await page.locator('[data-scene="draw"] .lines li').waitFor()
  await sound(page)
})

test('the board names who won the progress prize and who is not ranked, and why', async () => {
  const judges = { leaders: 3 }
  const before = await playRound(trial, { judges, template: 'T3', heldOn: '2027-02-09' })
  await before.scoreAll((_judge, unit) => 0.8 - unit * 0.1)
  await before.move('freeze')
  await tell(before, 'ranks', '会议决定')
  const round = await playRound(trial, { judges: { leaders: 4 }, template: 'T3', heldOn: '2027-02-10' })
  for (const judge of [3, 4]) {
    const away = { subject: second, reason: '亲属在该社区任职' }
    expect((await round.ask(round.seat('judge', judge), 'recuseMyself', away)).status).toBe(200)
  }
  await round.scoreAll(() => 0.9)
  await round.move('freeze')
  const page = await open(round, 'zh', { width: 1024, height: 768 })
  await round.count()
  await round.move('reveal', { form: 'ranks', all: true })
  await page.getByText('评委不足三人，不公布分数和名次：和风社区').waitFor()
  await expect.poll(() => page.getByText('进步奖').count()).toBe(0)
  await sound(page)
  await round.move('publish', { id: randomUUID(), form: 'ranks', reason: '会议决定' })
  await page.getByRole('heading', { name: '进步奖' }).waitFor()
  await expect.poll(() => page.locator('.progress p').textContent()).toBe('朝霞社区')
  await page.getByText('评委不足三人，不公布分数和名次：和风社区').waitFor()
  await sound(page)
})
