// What screens say around a star: joint review reads what the data say already; whoever answers an objection opens the contact;
// a notice about last year's star opens it in this year's list; a cycle that closes says which stars of former years end.

import { beforeAll, expect, test } from 'vitest'
import { seriousFindings } from '#ground/trial/axe.ts'
import { useBrowser } from '#ground/trial/browser.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { staySignedIn } from '#rooms/people/trial.ts'
import { home, playing } from '../../trial-cycle.ts'

const trial = useTrial()
const browsing = useBrowser(trial)
const dayMs = 86_400_000
const short = { publicityKind: 'calendar', publicityDays: 1 }
let play: ReturnType<typeof playing>

beforeAll(async () => {
  await staySignedIn(trial)
  play = playing(trial)
  await play.seat()
})

test('joint review and publicity show what is not reached, with its rows and why', async () => {
  const cycle = await play.open({ parameters: short })
  const at = await play.submitted(cycle)
  await play.take('officer', 'pass', at)
  await play.take('reviewer', 'pass', at)
  const { page } = await browsing.open('countyAdmin', { width: 1440 })
  await page.goto(`${trial.url}/desk/stars/joint`)
  await page.getByText('未达标').waitFor()
  const list = page.getByRole('region', { name: '按现有数据还达不到标准，公示前要补齐' })
  await list.getByText('朝霞社区 · 宜业兴业星').waitFor()
  await list.getByText(/^B2 /).waitFor()
  expect(await seriousFindings(page)).toEqual([])
  await play.take('countyAdmin', 'pass', at)
  await page.goto(`${trial.url}/desk/stars/publicity`)
  await page.getByText('底线 B2 不满足或情况不明').waitFor()
  expect(await seriousFindings(page)).toEqual([])
})

test('whoever answers an objection opens the contact', async () => {
  const cycle = await play.open({ parameters: short })
  const at = await play.publicised(cycle)
  const text = '上月还有投诉没有处理'
  const body = { unit: '990101', publicity: at.publicity, candidacy: at.id, text, contact: '000-1234567', nonce: 'abcdefghijklmnop1' }
  await play.done('nobody', 'stars.object', { body })
  const { page } = await browsing.open('countyAdmin', { width: 1440 })
  await page.goto(`${trial.url}/desk/stars/publicity`)
  await page.getByRole('region', { name: '收到的异议' }).getByRole('button', { name: '朝霞社区', exact: true }).click()
  const panel = page.getByRole('region', { name: '朝霞社区 · 宜业兴业星' })
  await panel.getByText('已隐藏').waitFor()
  await panel.getByRole('button', { name: '查看完整的联系方式' }).click()
  await page.getByRole('button', { name: '查看', exact: true }).click()
  await panel.getByText('000-1234567').waitFor()
  expect(await seriousFindings(page)).toEqual([])
})

test('a notice about last year’s star opens it; a cycle that closes says what ends with it', async () => {
  const cycle = await play.open({ parameters: { ...short, formerStars: 'closed' } })
  const at = await play.publicised(cycle)
  trial.clock.advance(dayMs)
  const honour = await play.take('countyAdmin', 'certify', at)
  const { page } = await browsing.open('secretary', { width: 1440 })
  await page.goto(`${trial.url}/desk/stars/honours?period=2027&open=${home}.${honour.id}`)
  await page.getByRole('region', { name: '朝霞社区 · 宜业兴业星' }).getByText('有效').first().waitFor()
  await expect.poll(() => page.getByRole('button', { name: '届满' }).count()).toBe(0)

  const { page: county } = await browsing.open('countyAdmin', { width: 1440 })
  await county.goto(`${trial.url}/desk/stars/cycles?open=990101.${cycle.id}`)
  await county.getByRole('button', { name: '结束周期' }).click()
  await county.getByRole('dialog').getByText('往年的星届满：本周期结束时').waitFor()
  expect(await seriousFindings(county)).toEqual([])
})
