// In a real browser: a secretary uploads two photos and a page that pretends to be one, the line breaks in the middle of it,
// and what arrived stands on the page, upright and without its place; the township takes a citation back.

import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { seriousFindings } from '#ground/trial/axe.ts'
import { useBrowser } from '#ground/trial/browser.ts'
import { phonePicture } from '#ground/trial/pictures.ts'
import { useTrial } from '#ground/trial/trial.ts'
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

const file = (name: string, buffer: Buffer) => ({ name, mimeType: 'image/jpeg', buffer })

/** A photo of more than one chunk. */
const largePhoto = (): Promise<Buffer> =>
  sharp({ create: { width: 1600, height: 1200, channels: 3, background: '#888', noise: { type: 'gaussian', mean: 128, sigma: 60 } } })
    .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '35/1 12/1 0/1' } })
    .jpeg({ quality: 98 })
    .toBuffer()

test('from the phone’s photos to evidence that is cited', { timeout: 180_000 }, async () => {
  const { page, faults } = await browsing.open('secretary')
  await page.goto(`${trial.url}/desk/evidence?period=2026`)
  await page.getByText('这段时间没有佐证').waitFor()
  await shot(page, 'zh-empty')
  await page.getByRole('button', { name: '上传佐证' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('不得录入涉密信息。').waitFor()
  const large = await largePhoto()
  expect(large.length).toBeGreaterThan(1_048_576)
  await dialog
    .locator('input[type=file]')
    .setInputFiles([
      file('IMG_1.jpg', await phonePicture()),
      file('IMG_2.jpg', large),
      file('IMG_3.jpg', Buffer.from('<svg onload=alert(1)>')),
    ])
  await dialog.getByText('这种文件不能作佐证').waitFor()
  await dialog.getByRole('button', { name: '去掉 IMG_3.jpg' }).click()
  await dialog.getByLabel(/^反映的内容/).fill('小广场铺装完工')
  await dialog.getByLabel(/^反映日期/).fill('2026-09-05')
  await dialog.getByLabel(/^点位/).fill('小广场')
  await dialog.getByText('整改后').click()
  expect(await seriousFindings(page)).toEqual([])
  await shot(page, 'zh-upload')

  // The line breaks after the first chunk of the second photo.
  let chunks = 0
  await page.route('**/chunks?*', (route) => {
    chunks += 1
    return chunks === 3 ? route.abort() : route.continue()
  })
  await dialog.getByRole('button', { name: '上传并登记' }).click()
  await dialog.getByText('中断，可继续上传').waitFor()
  await dialog.getByText('已送达').waitFor()
  await shot(page, 'zh-interrupted')
  await dialog.getByRole('button', { name: '继续上传' }).click()
  await dialog.waitFor({ state: 'hidden' })
  const { rows } = await trial.owner.query<{ bytes: number; received: number }>('select bytes, received from evidence_uploads')
  expect(rows).toHaveLength(2)
  expect(rows.every(({ bytes, received }) => bytes === received)).toBe(true)

  const cards = page.getByRole('list', { name: '佐证列表' }).getByRole('button')
  await cards.nth(1).locator('img').waitFor()
  await cards.nth(0).locator('img').waitFor()
  await expect.poll(() => cards.count()).toBe(2)
  expect(await seriousFindings(page)).toEqual([])

  const stored = await trial.owner.query<{ file: string; unit: string; id: string; height: number }>(
    'select file, unit, id, height from evidence_items order by bytes',
  )
  for (const row of stored.rows) {
    const original = await trial.instance.files.part(row.file, 0, 10_000_000)
    // 35° as it stands in the EXIF of the photo that was chosen.
    expect(Buffer.from(original).includes(Buffer.from([35, 0, 0, 0, 1, 0, 0, 0]))).toBe(false)
  }
  const [first] = stored.rows
  expect(first?.height).toBe(600)
  const target = 'commitment:01990a00-0000-7000-8000-0000000000c1'
  await trial.as('secretary').call('evidence.cite', {
    params: { unit: first?.unit ?? '', id: first?.id ?? '' },
    body: { id: '01990a00-0000-7000-8000-0000000000d1', target },
  })
  await page.getByText('引用 1 处').click()
  const panel = page.getByRole('region', { name: '小广场铺装完工' })
  await panel.getByText(/^承诺/).waitFor()
  await panel.getByRole('img', { name: '小广场铺装完工' }).waitFor()
  expect(await seriousFindings(page)).toEqual([])
  await shot(page, 'zh-panel')
  expect(faults.filter((fault) => !fault.includes('ERR_FAILED'))).toEqual([])

  for (const [name, options] of [
    ['en', { language: 'en' }],
    ['zh-large', { large: true }],
  ] as const) {
    const view = await browsing.open('officer', options)
    await view.page.goto(`${trial.url}/desk/evidence?period=2026&unit=990101001&open=${first?.unit}.${first?.id}`)
    await view.page.locator('.lx-evidence-large').waitFor()
    await view.page.locator('.lx-evidence-grid img').nth(1).waitFor()
    expect(await seriousFindings(view.page)).toEqual([])
    await shot(view.page, `${name}-panel`)
    await view.page.getByRole('button', { name: /^上传佐证$|^Upload evidence$/ }).click()
    await view.page.getByRole('dialog').locator('label').first().waitFor()
    await shot(view.page, `${name}-upload`)
    expect(view.faults).toEqual([])
  }

  const township = await browsing.open('officer')
  await township.page.goto(`${trial.url}/desk/evidence?period=2026&unit=990101001&open=${first?.unit}.${first?.id}`)
  const theirs = township.page.getByRole('region', { name: '小广场铺装完工' })
  await theirs.getByRole('button', { name: '撤回引用' }).click()
  await township.page.getByRole('dialog').getByRole('button', { name: '撤回引用' }).click()
  await theirs.getByText(/撤回$/).waitFor()
  expect(township.faults).toEqual([])
})
