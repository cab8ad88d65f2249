// In a real browser: a film is uploaded on the desk with a picture that the browser makes of it, freed of its place, and played
// there in ranges; who looks for a place in it gets that place.

import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from 'vitest'
import { seriousFindings } from '#ground/trial/axe.ts'
import { useBrowser } from '#ground/trial/browser.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { fixtureFilm, longFilm } from '../../trial-films.ts'
import { useWorker } from '../../trial-worker.ts'

const trial = useTrial()
const browsing = useBrowser(trial)
useWorker(trial)
const shots = process.env['SHOTS']

async function shot(page: Page, name: string): Promise<void> {
  if (shots === undefined) return
  mkdirSync(shots, { recursive: true })
  await page.screenshot({ path: join(shots, `${name}.png`) })
}

interface Player {
  readonly readyState: number
  readonly duration: number
  currentTime: number
}

test('a film is taken, stands with a picture of it, and is sought in by ranges', { timeout: 180_000 }, async () => {
  const { page } = await browsing.open('secretary')
  await page.goto(`${trial.url}/desk/evidence?period=2026`)
  await page.getByRole('button', { name: '上传佐证' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('视频可传可不传：MP4、MOV、WebM，不超过 200 MB。').waitFor()
  const [film, webm] = [await longFilm(trial), await fixtureFilm(trial, 'film.webm')]
  await dialog.locator('input[type=file]').setInputFiles([
    { name: 'VID_1.mp4', mimeType: 'video/mp4', buffer: film },
    { name: 'VID_2.webm', mimeType: 'video/webm', buffer: webm },
  ])
  await dialog.getByLabel(/^反映的内容/).fill('小广场铺装过程')
  await dialog.getByLabel(/^反映日期/).fill('2026-09-05')
  await shot(page, 'zh-film-upload')
  await dialog.getByRole('button', { name: '上传并登记' }).click()
  await dialog.waitFor({ state: 'hidden', timeout: 60_000 })
  const cards = page.getByRole('list', { name: '佐证列表' }).getByRole('button')
  await cards.nth(1).locator('img').waitFor()
  await cards.nth(0).locator('img').waitFor()
  const { rows } = await trial.owner.query<{ file: string; unit: string; id: string; bytes: number }>(
    "select file, unit, id, bytes from evidence_items where media = 'video/mp4'",
  )
  const [stored] = rows
  if (stored === undefined) throw new Error('the film was recorded')
  expect(stored.bytes).toBe(film.length)
  // It left the device without its place.
  expect(Buffer.from(await trial.instance.files.part(stored.file, film.length - 4000, 4000)).includes('+35.2161')).toBe(false)

  const ranges: number[] = []
  page.on('request', (request) => {
    if (request.url().endsWith('/play')) ranges.push(Number(/^bytes=(\d+)-/.exec(request.headers()['range'] ?? '')?.[1] ?? -1))
  })
  await page.goto(`${trial.url}/desk/evidence?period=2026&open=${stored.unit}.${stored.id}`)
  const video = page.locator('video')
  await video.waitFor()
  const ready = () => video.evaluate((player) => (player as unknown as Player).readyState)
  await expect.poll(ready, { timeout: 30_000 }).toBeGreaterThanOrEqual(1)
  expect(await video.evaluate((player) => Math.round((player as unknown as Player).duration))).toBe(6)
  // The index lies twelve megabytes behind the pictures: it was asked for by its place.
  expect(Math.max(...ranges)).toBeGreaterThan(1_000_000)
  await video.evaluate(async (player) => {
    const sought = new Promise((resolve) => (player as unknown as EventTarget).addEventListener('seeked', resolve, { once: true }))
    ;(player as unknown as Player).currentTime = 4
    await sought
  })
  expect(await video.evaluate((player) => (player as unknown as Player).currentTime)).toBe(4)
  await expect.poll(() => video.getAttribute('poster')).toContain('size=large')
  expect(await seriousFindings(page)).toEqual([])
  await shot(page, 'zh-film')

  for (const look of [
    { language: 'en', name: 'en-film' },
    { large: true, name: 'large-film' },
    { width: 390, height: 844, name: 'narrow-film' },
  ] as const) {
    const { name, ...options } = look
    const { page: other } = await browsing.open('officer', options)
    await other.goto(`${trial.url}/desk/evidence?period=2026&unit=990101001&open=${stored.unit}.${stored.id}`)
    await other.locator('video').waitFor()
    await shot(other, name)
  }
})
