// Two hundred photos taken in a village without a line: kept on the phone, which is killed twice, and each arrives exactly
// once, freed of its place. Then what the page looks like, what it weighs, and what it says when a photo is not taken.

import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Page } from '@playwright/test'
import { expect, test } from 'vitest'
import { seriousFindings } from '#ground/trial/axe.ts'
import { shot, useBrowser } from '#ground/trial/browser.ts'
import { openLine } from '#ground/trial/line.ts'
import { loseAnswers, openPhoneProcess } from '#ground/trial/misfortune.ts'
import { scenePicture } from '#ground/trial/pictures.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { signIn } from '#rooms/stars/trial-phone.ts'
import { withoutLocation } from '../../core/location.ts'

const trial = useTrial()
const browser = useBrowser(trial)
const count = 200

const bar = (page: Page, words: string) => page.locator('.honest').getByText(words, { exact: true })
/** What the bar says lies on the phone. */
const keptOn = async (page: Page): Promise<number> => Number(/\d+/.exec(await page.locator('.counts .chip').first().innerText())?.[0])
const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const offlineReady = (page: Page): Promise<void> =>
  page
    .locator('.foot')
    .getByText(/^可离线$|^Works offline/)
    .waitFor()

interface Stored {
  readonly file: string
  readonly id: string
}
const stored = async (): Promise<Stored[]> =>
  (await trial.owner.query<Stored>("select file, id from evidence_items where shows = '小广场铺装完工'")).rows

test('two hundred photos without a line, on a phone that is killed twice, arrive once each', { timeout: 300_000 }, async () => {
  const photos = await Promise.all(Array.from({ length: count }, (_, at) => scenePicture(1000 + at, { width: 120, takenOn: '2026-09-01' })))
  const line = await openLine(trial.url)
  const phone = await openPhoneProcess()
  try {
    const first = await phone.start()
    await signIn(first, line.url, 'secretary')
    const page = await first.newPage()
    await page.goto(`${line.url}/pocket/evidence`)
    await bar(page, '● 已连接').waitFor()
    await offlineReady(page)
    await line.cut()

    const out = await first.newPage()
    await out.goto(`${line.url}/pocket/evidence`)
    await bar(out, '▲ 未连接，先存本机').waitFor()
    await out.getByLabel('反映的内容').fill('小广场铺装完工')
    await out.getByLabel('点位（选填）').fill('小广场')
    await out.getByLabel('整改后').check()
    const files = photos.map((buffer, at) => ({ name: `IMG_${at}.jpg`, mimeType: 'image/jpeg', buffer }))
    const choose = out.getByLabel('从相册选')
    await choose.setInputFiles(files.slice(0, 120))
    await bar(out, '已保存在本机 120').waitFor({ timeout: 120_000 })
    // Killed while the rest is being laid down: what was said to be kept is there, what was not is chosen again.
    await choose.setInputFiles(files.slice(120))
    await expect.poll(() => keptOn(out), { timeout: 60_000, interval: 20 }).toBeGreaterThanOrEqual(130)
    await phone.kill()

    // A browser writes its cookies late: one that was killed may have lost its session.
    const second = await phone.start()
    await signIn(second, line.url, 'secretary')
    const again = await second.newPage()
    await again.goto(`${line.url}/pocket/evidence`)
    await bar(again, '▲ 未连接，先存本机').waitFor()
    await expect.poll(() => keptOn(again)).toBeGreaterThanOrEqual(130)
    await expect.poll(() => again.getByLabel('反映的内容').inputValue()).toBe('小广场铺装完工')
    await again.getByLabel('从相册选').setInputFiles(files)
    await again.getByText('有照片已经加过，没有重复加入。').waitFor({ timeout: 120_000 })
    await bar(again, `已保存在本机 ${count}`).waitFor()
    expect(await stored()).toEqual([])

    // The line is back, every second answer is lost, and the phone dies in the middle of sending.
    const lost = await Promise.all(['**/finish', '**/evidence'].map((from) => loseAnswers(again, from)))
    await line.mend()
    const arrived = async (): Promise<number> => (await stored()).length
    await expect.poll(arrived, { timeout: 60_000, interval: 50 }).toBeGreaterThan(3)
    await again.unrouteAll({ behavior: 'wait' })
    await expect.poll(arrived, { timeout: 60_000, interval: 50 }).toBeGreaterThan(20)
    await phone.kill()
    for (const times of lost) expect(times()).toBeGreaterThan(0)
    expect((await stored()).length).toBeLessThan(count)

    const third = await phone.start()
    await signIn(third, line.url, 'secretary')
    const last = await third.newPage()
    await last.goto(`${line.url}/pocket/evidence`)
    await last.getByText(`${count} 张照片已全部送达`).waitFor({ timeout: 200_000 })
    await bar(last, '已保存在本机 0').waitFor()
    const there = await stored()
    expect(there).toHaveLength(count)
    expect(there.map(({ file }) => file).toSorted()).toEqual(photos.map((photo) => hashOf(withoutLocation('image/jpeg', photo))).toSorted())
    // Nothing is left lying on the phone but the small pictures, until these are cleared, too.
    const left = (): Promise<string[]> =>
      last.evaluate(
        () =>
          new Promise<string[]>((resolve) => {
            const opening = indexedDB.open('lx-evidence-pictures')
            opening.addEventListener('success', () => {
              const asked = opening.result.transaction('values').objectStore('values').getAllKeys()
              asked.addEventListener('success', () => resolve(asked.result.map(String)))
            })
          }),
      )
    await expect.poll(async () => (await left()).filter((key) => key.startsWith('bytes/'))).toEqual([])
    await last.getByRole('button', { name: '清除已送达的记录' }).click()
    await last.getByText('拍下或选好的照片会列在这里').waitFor()
    await expect.poll(async () => (await left()).length, { timeout: 30_000 }).toBe(0)
  } finally {
    await phone.remove()
    await line.cut()
  }
})

test('the page in both languages and large text, with photos that wait and one that is no photo', { timeout: 120_000 }, async () => {
  for (const [name, options] of [
    ['zh', {}],
    ['en', { language: 'en' }],
    ['zh-large', { large: true }],
  ] as const) {
    const { page, context, faults } = await browser.open('gridWorker', { ...options, width: 360, height: 760 })
    await page.goto(`${trial.url}/pocket/evidence`)
    await page
      .locator('.honest')
      .getByText(/已连接|Connected/)
      .waitFor()
    await page.waitForFunction(() => document.querySelector('.camera-saying input') !== null)
    await shot(page, `${name}-pocket-empty`)
    await expect.poll(() => page.getByLabel(/从相册选|Choose photos/).isDisabled()).toBe(true)
    await page.getByLabel(/^反映的内容|^What it shows/).fill('北门清理')
    await offlineReady(page)
    await context.setOffline(true)
    const photo = await scenePicture(61, { width: 400 })
    const files = [photo, await scenePicture(62, { width: 400 }), Buffer.from('<svg onload=alert(1)>')]
    await page
      .getByLabel(/从相册选|Choose photos/)
      .setInputFiles(files.map((buffer, at) => ({ name: `IMG_${at}.jpg`, mimeType: 'image/jpeg', buffer })))
    await page.getByText(/有文件不是能收的照片或视频|A file is no picture or film/).waitFor()
    await page.locator('.pictures img').nth(1).waitFor()
    expect(await seriousFindings(page)).toEqual([])
    await shot(page, `${name}-pocket`)
    await page.locator('.pictures').scrollIntoViewIfNeeded()
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight))
    await shot(page, `${name}-pocket-below`)
    await page
      .getByRole('button', { name: /^去掉|^Take off/ })
      .first()
      .click()
    await page
      .locator('.honest')
      .getByText(/本机 1$|phone 1$/)
      .waitFor()
    expect(faults).toEqual([])
    await context.close()
  }
})

test('the page weighs no more than 90 KB of script', { timeout: 60_000 }, async () => {
  const { page } = await browser.open('secretary')
  const scripts = new Set<string>()
  page.on('response', (answer) => {
    if (answer.request().resourceType() === 'script' && !answer.url().endsWith('/sw.js')) scripts.add(new URL(answer.url()).pathname)
  })
  await page.goto(`${trial.url}/pocket/evidence`)
  await bar(page, '● 已连接').waitFor()
  const folder = join(trial.house.root, 'dist', 'assets', 'pocket')
  const there = new Set(readdirSync(folder))
  const sizes = [...scripts].map((path) => path.slice(path.lastIndexOf('/') + 1)).filter((name) => there.has(name))
  expect(sizes.length).toBeGreaterThan(2)
  const bytes = sizes.reduce((sum, name) => sum + gzipSync(readFileSync(join(folder, name))).length, 0)
  expect(bytes / 1024).toBeLessThan(90)
})
