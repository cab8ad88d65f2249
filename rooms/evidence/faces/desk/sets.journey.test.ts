// In a real browser: a spot before and after with a divide, a hint that only the township reads, a face covered by hand so
// that others see the copy alone, 本期无 in one step, and an item erased by the county.

import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { seriousFindings } from '#ground/trial/axe.ts'
import { useBrowser } from '#ground/trial/browser.ts'
import type { ViewOptions } from '#ground/trial/browser.ts'
import type { PlayerName } from '#ground/trial/cast.ts'
import { pagePdf, scenePicture } from '#ground/trial/pictures.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { putEvidence } from '../../trial-pictures.ts'
import type { Put } from '../../trial-pictures.ts'
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

async function open(player: PlayerName, path: string, options: ViewOptions = {}): Promise<{ page: Page; faults: string[] }> {
  const { page, faults } = await browsing.open(player, options)
  await page.goto(`${trial.url}${path}`)
  return { page, faults }
}

const openAddress = ({ unit, id }: Put): string => `/desk/evidence?period=2026&unit=${unit}&open=${unit}.${id}`

test('a spot is compared before and after', { timeout: 120_000 }, async () => {
  const spot = { spot: '小广场' }
  await putEvidence(trial, 'secretary', await scenePicture(41), { ...spot, phase: 'before', shows: '地砖破损', effectiveOn: '2026-07-01' })
  await putEvidence(trial, 'secretary', await scenePicture(42), { ...spot, phase: 'during', shows: '正在铺装', effectiveOn: '2026-08-01' })
  await putEvidence(trial, 'secretary', await scenePicture(43), { ...spot, phase: 'after', shows: '铺装完工', effectiveOn: '2026-09-01' })
  for (const [name, options] of [
    ['zh', {}],
    ['en', { language: 'en' }],
    ['zh-large', { large: true }],
  ] as const) {
    const { page, faults } = await open('officer', '/desk/evidence/spots?period=2026', options)
    const divide = page.getByRole('slider')
    await divide.waitFor()
    const over = page.locator('.lx-evidence-stack img').nth(1)
    await divide.focus()
    await page.keyboard.press('Home')
    expect(await over.evaluate((image) => image.style.clipPath)).toBe('inset(0px 100% 0px 0px)')
    await page.keyboard.press('End')
    expect(await over.evaluate((image) => image.style.clipPath)).toBe('inset(0px 0% 0px 0px)')
    await divide.fill('50')
    await expect.poll(() => over.getAttribute('alt')).toContain('地砖破损')
    // The picture of in between takes the left place.
    await page.locator('.lx-evidence-phases section').nth(1).getByRole('button').click()
    await expect.poll(() => over.getAttribute('alt')).toContain('正在铺装')
    await page.locator('.lx-evidence-phases img').nth(2).waitFor()
    expect(await seriousFindings(page)).toEqual([])
    await shot(page, `${name}-spots`)
    expect(faults).toEqual([])
  }
})

test('a hint is read by the township and not by the village', { timeout: 120_000 }, async () => {
  const picture = await scenePicture(44, { takenOn: '2024-05-01' })
  const mine = await putEvidence(trial, 'secretary', picture, { shows: '议事会现场' })
  await putEvidence(trial, 'officer', await sharp(picture).resize(700).jpeg().toBuffer(), { unit: '990101001002', shows: '议事会' })
  await putEvidence(trial, 'secretary', pagePdf(), { media: 'application/pdf', shows: '会议记录' })
  const found = async (): Promise<number> =>
    (await trial.owner.query('select 1 from evidence_hints where item = $1', [mine.id])).rows.length
  await expect.poll(found, { timeout: 30_000 }).toBe(2)
  for (const [name, options] of [
    ['zh', {}],
    ['en', { language: 'en' }],
    ['zh-large', { large: true }],
  ] as const) {
    const { page, faults } = await open('officer', openAddress(mine), options)
    const hints = page.getByRole('region', { name: /供审核参考|For reviewers/ })
    await hints.locator('li').nth(1).waitFor()
    await hints.getByRole('link', { name: /和风社区/ }).waitFor()
    await page.locator('.lx-evidence-large').waitFor()
    expect(await seriousFindings(page)).toEqual([])
    await shot(page, `${name}-hints`)
    expect(faults).toEqual([])
  }
  const { page } = await open('secretary', openAddress(mine))
  await page.locator('.lx-evidence-large').waitFor()
  await expect.poll(() => page.getByText('供审核参考').count()).toBe(0)
  await expect.poll(() => page.getByText('有提示').count()).toBe(0)
})

test('a face is covered by hand; others see the copy alone', { timeout: 120_000 }, async () => {
  const item = await putEvidence(trial, 'secretary', await scenePicture(45), { shows: '志愿服务', spot: '北门', phase: 'after' })
  const { page, faults } = await open('secretary', openAddress(item))
  await page.locator('.lx-evidence-large').waitFor()
  await page.getByRole('button', { name: '遮挡人脸、车牌' }).click()
  const dialog = page.getByRole('dialog')
  const board = dialog.locator('canvas')
  const box = await board.boundingBox()
  if (box === null) throw new Error('no board')
  await page.mouse.move(box.x + box.width * 0.2, box.y + box.height * 0.2)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width * 0.45, box.y + box.height * 0.6, { steps: 4 })
  await page.mouse.up()
  await dialog.getByRole('button', { name: '添加方块' }).click()
  await dialog.getByRole('button', { name: '方块 2', exact: true }).focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Shift+ArrowDown')
  await dialog.getByRole('button', { name: '去掉方块 2' }).click()
  expect(await seriousFindings(page)).toEqual([])
  await shot(page, 'zh-mask')
  await dialog.getByRole('button', { name: '另存遮挡件' }).click()
  await page.getByRole('link', { name: '查看原件' }).waitFor()
  await page.locator('.lx-evidence-large').waitFor()
  await page.getByText('原件，已有遮挡件').waitFor()
  await shot(page, 'zh-masked')
  expect(faults).toEqual([])

  const { rows } = await trial.owner.query<{ id: string; file: string }>('select id, file from evidence_items where derived_from = $1', [
    item.id,
  ])
  const copy = await trial.instance.files.part(rows[0]?.file ?? '', 0, 10_000_000)
  // One of the three squares across the block is of one colour; beside the block the picture is as it was.
  const { data, info } = await sharp(copy).greyscale().raw().toBuffer({ resolveWithObject: true })
  const range = (from: number, to: number): number => {
    const row = Math.round(info.height * 0.25) * info.width
    const seen = data.subarray(row + Math.round(info.width * from), row + Math.round(info.width * to))
    return Math.max(...seen) - Math.min(...seen)
  }
  expect(range(0.215, 0.27)).toBeLessThan(12)
  expect(range(0.5, 0.95)).toBeGreaterThan(40)

  const grid = await open('gridWorker', openAddress(item))
  await grid.page.getByText('没有这件佐证').waitFor()
  await expect.poll(() => grid.page.getByRole('list', { name: '佐证列表' }).getByText('志愿服务').count()).toBe(1)
  const township = await open('officer', openAddress(item))
  await township.page.getByText('这件原件只有审核岗位和上传者本人能看到').waitFor()
  expect(township.faults).toEqual([])
})

test('nothing this period is said in one step, and an item is erased by the county', { timeout: 120_000 }, async () => {
  const { page, faults } = await open('secretary', '/desk/evidence?period=2025-Q4&unit=990101001001')
  await page.getByText('这段时间没有佐证').waitFor()
  await page.getByRole('button', { name: '手机拍照' }).click()
  await page.getByRole('img', { name: /用手机拍照上传/ }).waitFor()
  await shot(page, 'zh-phone')
  await page.getByRole('dialog').getByRole('button', { name: '关闭', exact: true }).click()
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  await page.getByRole('button', { name: '本期无' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '本期无' }).click()
  await page.getByText('2025年10月1日 至 2025年12月31日 本期无').waitFor()
  await expect.poll(() => page.getByText('这段时间没有佐证').count()).toBe(0)
  expect(await seriousFindings(page)).toEqual([])
  await shot(page, 'zh-nothing')
  expect(faults).toEqual([])

  const item = await putEvidence(trial, 'secretary', await scenePicture(46), { shows: '误传的照片' })
  const county = await open('countyAdmin', openAddress(item))
  await county.page.getByRole('button', { name: '删除佐证' }).click()
  const dialog = county.page.getByRole('dialog')
  await dialog.getByLabel(/理由|原因/).fill('当事人要求删除')
  await dialog.getByRole('button', { name: '删除佐证' }).click()
  await county.page.getByText(/只保留记录/).waitFor()
  await shot(county.page, 'zh-erased')
  await expect.poll(() => county.page.getByText('误传的照片').count()).toBe(0)
  expect(county.faults).toEqual([])
})
