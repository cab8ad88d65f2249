// A film chosen on a phone without a line: it lies there, is played from there, and arrives by itself with its picture.

import type { Page } from '@playwright/test'
import { expect, test } from 'vitest'
import { seriousFindings } from '#ground/trial/axe.ts'
import { shot, useBrowser } from '#ground/trial/browser.ts'
import { openLine } from '#ground/trial/line.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { useWorker } from '#ground/trial/worker.ts'
import { signIn } from '#rooms/stars/trial-phone.ts'
import { blanked, readFilm } from '../../core/video.ts'
import { fixtureFilm, longFilm } from '../../trial-films.ts'

const trial = useTrial()
const browsing = useBrowser(trial)
useWorker(trial)

test('kept, played, sent; what is no film is said', { timeout: 120_000 }, async () => {
  const line = await openLine(trial.url)
  const { page, context } = await browsing.open('nobody', { width: 390, height: 844 })
  await signIn(context, line.url, 'secretary')
  await page.goto(`${line.url}/pocket/evidence`)
  await page.locator('.honest').getByText('● 已连接').waitFor()
  // What reads a film comes after what the first screen needs.
  await page.locator('.foot').getByText('可离线', { exact: true }).waitFor()
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

/** From now on the page says how many bytes of a file it held at once. */
const countReads = (page: Page): Promise<void> =>
  page.addInitScript(() => {
    const seen = { most: 0 }
    Object.assign(globalThis, { readAtOnce: seen })
    const note = (body: unknown): void => {
      if (body instanceof Blob) seen.most = Math.max(seen.most, body.size)
    }
    const { arrayBuffer } = Blob.prototype
    Blob.prototype.arrayBuffer = function held(this: Blob) {
      note(this)
      return arrayBuffer.call(this)
    }
    globalThis.Response = class extends Response {
      constructor(body?: BodyInit | null, init?: ResponseInit) {
        note(body)
        super(body, init)
      }
    }
    const { readAsArrayBuffer } = FileReader.prototype
    FileReader.prototype.readAsArrayBuffer = function held(this: FileReader, body: Blob) {
      note(body)
      readAsArrayBuffer.call(this, body)
    }
  })
const readAtOnce = (page: Page): Promise<number> =>
  page.evaluate(() => (globalThis as unknown as { readAtOnce: { most: number } }).readAtOnce.most)

/** What lies on the phone as bytes: what kind of thing, and how large. */
const lying = (page: Page): Promise<readonly string[]> =>
  page.evaluate(
    () =>
      new Promise<readonly string[]>((resolve, reject) => {
        const opening = indexedDB.open('lx-evidence-pictures')
        opening.addEventListener('error', () => reject(opening.error ?? new Error('not opened')))
        opening.addEventListener('success', () => {
          const values = opening.result.transaction('values').objectStore('values')
          const found: string[] = []
          values.openCursor().addEventListener('success', ({ target }) => {
            const cursor = (target as IDBRequest<IDBCursorWithValue | null>).result
            if (cursor === null) {
              opening.result.close()
              return resolve(found)
            }
            const content = cursor.value as unknown
            if ((cursor.key as string).startsWith('bytes/')) found.push(content instanceof Blob ? `file ${content.size}` : 'held')
            cursor.continue()
          })
        })
      }),
  )

test('a long film is laid down as a file, hashed and sent in pieces, and never held whole', { timeout: 120_000 }, async () => {
  const film = await longFilm(trial)
  const line = await openLine(trial.url)
  const { page, context } = await browsing.open('nobody', { width: 390, height: 844 })
  await countReads(page)
  await signIn(context, line.url, 'secretary')
  await page.goto(`${line.url}/pocket/evidence`)
  await page.locator('.honest').getByText('● 已连接').waitFor()
  await page.locator('.foot').getByText('可离线', { exact: true }).waitFor()
  await line.cut()
  await page.getByLabel('反映的内容').fill('小广场铺装全过程')
  await page.getByLabel('从相册选').setInputFiles([{ name: 'VID.mp4', mimeType: 'video/mp4', buffer: film }])
  await page.locator('.honest').getByText('已保存在本机 1').waitFor()
  // The still beside it is small and is held.
  expect(await lying(page)).toEqual(expect.arrayContaining([`file ${film.length}`]))
  const mostHeld = 1_048_576
  const first = await readAtOnce(page)
  expect(first).toBeGreaterThan(0)
  expect(first).toBeLessThanOrEqual(mostHeld)
  // Another page, later: the file is found where it lies.
  await page.reload()
  await page.locator('.honest').getByText('已保存在本机 1').waitFor()
  await line.mend()
  await page.getByText('张照片已全部送达').waitFor({ timeout: 60_000 })
  const second = await readAtOnce(page)
  expect(second).toBeGreaterThan(0)
  expect(second).toBeLessThanOrEqual(mostHeld)
  expect(await lying(page)).toEqual([])
  const { rows } = await trial.owner.query<{ file: string }>('select file from evidence_items where bytes = $1', [film.length])
  const arrived = Buffer.from(await trial.instance.files.part(rows[0]?.file ?? '', 0, film.length))
  const read = await readFilm('video/mp4', async (at, length) => film.subarray(at, at + length), film.length)
  expect(read?.blanks.length).toBeGreaterThan(0)
  expect(arrived.equals(Buffer.from(blanked(film, 0, read?.blanks ?? [])))).toBe(true)
})
