// A film chosen on a phone without a line: it lies there, is played from there, and arrives by itself with its picture.

import { expect, test } from 'vitest'
import { seriousFindings } from '#ground/trial/axe.ts'
import { shot, useBrowser } from '#ground/trial/browser.ts'
import { openLine } from '#ground/trial/line.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { signIn } from '#rooms/stars/trial-phone.ts'
import { fixtureFilm } from '../../trial-films.ts'
import { useWorker } from '#ground/trial/worker.ts'

const trial = useTrial()
const browsing = useBrowser(trial)
useWorker(trial)

test('kept, played, sent; what is no film is said', { timeout: 120_000 }, async () => {
  const line = await openLine(trial.url)
  const { page, context } = await browsing.open('nobody', { width: 390, height: 844 })
  await signIn(context, line.url, 'secretary')
  await page.goto(`${line.url}/pocket/evidence`)
  await page.locator('.honest').getByText('● 已连接').waitFor()
  await line.cut()
  await page.getByLabel('反映的内容').fill('小广场铺装过程')
  const choose = page.getByLabel('从相册选')
  await choose.setInputFiles([
    { name: 'VID.mp4', mimeType: 'video/mp4', buffer: await fixtureFilm(trial) },
    { name: 'SOUND.mp4', mimeType: 'video/mp4', buffer: await fixtureFilm(trial, 'sound.mp4') },
  ])
  await page.getByText('有照片或视频读不出来，没有加入。请重新选一次。').waitFor()
  await page.locator('.honest').getByText('已保存在本机 1').waitFor()
  await page.getByRole('button', { name: /^播放/ }).click()
  const played = () => page.locator('video').evaluate((player) => (player as unknown as { readyState: number }).readyState)
  await expect.poll(played, { timeout: 20_000 }).toBeGreaterThanOrEqual(2)
  expect(await seriousFindings(page)).toEqual([])
  await page.locator('video').scrollIntoViewIfNeeded()
  await shot(page, 'zh-pocket-film')
  await line.mend()
  await page.getByText('张照片已全部送达').waitFor({ timeout: 60_000 })
  const made = async () =>
    (await trial.owner.query<{ media: string; preview: string }>('select media, preview from evidence_items')).rows.map(
      ({ media, preview }) => `${media} ${preview}`,
    )
  await expect.poll(made, { timeout: 20_000 }).toEqual(['video/mp4 made'])
})
