// The sample of the prefecture in a real browser: sealed by one person, entered by two, read by a stranger.

import { beforeAll, expect, test } from 'vitest'
import { seriousFindings } from '#ground/trial/axe.ts'
import { useBrowser } from '#ground/trial/browser.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { playing } from '../../trial-cycle.ts'

const trial = useTrial()
const browsing = useBrowser(trial)
let play: ReturnType<typeof playing>

beforeAll(async () => {
  play = playing(trial)
  await play.seat()
})

test('a pool is sealed, two persons enter the same values, and what was drawn waits for its confirmation', async () => {
  const cycle = await play.open({ parameters: { samplingPercent: 100 } })
  const at = await play.agreed(cycle)
  const { page } = await browsing.open('supervisor', { width: 1440, height: 900 })
  await page.goto(`${trial.url}/desk/stars/sample`)
  await page.getByRole('button', { name: '封存名单' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(/^随机来源/).fill('9月9日福彩3D开奖号码')
  await dialog.getByRole('button', { name: '封存名单' }).click()
  await page.getByRole('button', { name: '1 颗星中抽 1 颗' }).click()
  expect(await seriousFindings(page)).toEqual([])
  const second = (await browsing.open('gridWorker', { width: 1440, height: 900 })).page
  await second.goto(page.url())
  for (const [one, values] of [
    [page, '3 8 1'],
    [second, '3 8 1'],
  ] as const) {
    await one.getByRole('button', { name: '录入数值' }).click()
    await one
      .getByRole('dialog')
      .getByLabel(/^9月9日/)
      .fill(values)
    await one.getByRole('dialog').getByRole('button', { name: '录入数值' }).click()
    await one.getByRole('dialog').waitFor({ state: 'hidden' })
  }
  await second.getByRole('region', { name: '1 颗星中抽 1 颗' }).getByText('已抽出').waitFor()
  await second.goto(`${trial.url}/desk/stars/queue?mine=no&open=${at.unit}.${at.id}`)
  await second.getByRole('button', { name: '抽查确认' }).click()
  await second.getByRole('dialog').getByRole('button', { name: '抽查确认' }).click()
  await second.getByRole('dialog').waitFor({ state: 'hidden' })
  await second.getByRole('listitem').getByText('抽查确认', { exact: true }).waitFor()

  const stranger = (await browsing.open('nobody', { script: false })).page
  await stranger.goto(`${trial.url}/stars/samples/${cycle.id}`)
  await stranger.getByText('liangxing draw --pool pool-1.txt --take 1 --entropy "1.3.8./" --hash sha256').waitFor()
})
