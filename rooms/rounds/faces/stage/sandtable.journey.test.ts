// A round at the sand table in real browsers: the operator at the desk turns pictures by keys, the stage follows and never
// shows what was on before, a judge scores sheet T3 on a phone, and no point of it reaches the hall.

import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { beforeAll, expect, test } from 'vitest'
import { seriousFindings } from '#ground/trial/axe.ts'
import { useBrowser } from '#ground/trial/browser.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { putSpot, viewsMade } from '#rooms/evidence/trial-spots.ts'
import { useWorker } from '#rooms/evidence/trial-worker.ts'
import { arrivedOf } from '../../trial-arrived.ts'
import { communities, playCommitment, playRound } from '../../trial.ts'
import type { PlayedRound } from '../../trial.ts'
import { stickingOut } from './sticking-out.ts'

const trial = useTrial()
const browser = useBrowser(trial)
useWorker(trial)
const shots = process.env['SHOTS']
const [first, second] = communities

async function shot(page: Page, name: string): Promise<void> {
  if (shots === undefined) return
  mkdirSync(shots, { recursive: true })
  await page.screenshot({ path: join(shots, `${name}.png`) })
}

const shown = (page: Page) => page.locator('.lx-spot-head h2')
const loaded = (page: Page, count: number) =>
  page
    .locator('.lx-spot-picture[data-state="there"]')
    .nth(count - 1)
    .waitFor()
const onStage = (page: Page, spot: string) => page.locator('.lx-spot-head h2', { hasText: spot }).waitFor()

async function stageOf(round: PlayedRound, size: { width: number; height: number }, language: 'zh' | 'en' = 'zh') {
  const view = await browser.open('nobody', { language, ...size })
  await view.context.addCookies([{ name: 'lx-seat', value: round.seat('stage').device, url: trial.url }])
  await view.page.goto(`${trial.url}/stage/round`)
  return view
}

/** Notes every spot and picture that stands on the page from now on, with the version under which it stood. */
async function noteShown(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const seen: string[] = []
    const look = (): void => {
      const spot = document.querySelector('.lx-spot-head h2')?.textContent
      if (spot === undefined || spot === null) return
      const pictures = [...document.querySelectorAll('[data-picture]')].map((one) => one.getAttribute('data-picture'))
      const line = `${spot} ${pictures.join(' ')}`
      if (seen.at(-1) !== line) seen.push(line)
    }
    look()
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true })
    Object.assign(globalThis, { seenShown: seen })
  })
  return () => page.evaluate(() => (globalThis as unknown as { seenShown: string[] }).seenShown)
}

beforeAll(async () => {
  await playCommitment(trial)
  await putSpot(trial, '小广场', { before: '2026-05-01', during: '2026-06-20', after: '2026-09-05' }, 800)
  await putSpot(trial, '北门停车棚', { before: '2026-08-01', after: '2026-09-01' }, 900)
  await viewsMade(trial, 5)
}, 120_000)

test(
  'desk, stage and a phone: pictures are turned by keys, sheet T3 is scored, the hall sees no point of it',
  { timeout: 180_000 },
  async () => {
    const round = await playRound(trial, { template: 'T3', mode: 'sandtable', judges: { leaders: 1 } })
    const desk = await browser.open('officer', { width: 1440, height: 900 })
    await desk.page.goto(`${trial.url}/desk/rounds/${round.where.unit}/${round.where.id}?step=live`)
    const stage = await stageOf(round, { width: 1920, height: 1080 })
    await desk.page.getByRole('button', { name: '请下一个：朝霞社区' }).click()
    await onStage(stage.page, '小广场')
    await loaded(stage.page, 3)
    const seen = await noteShown(stage.page)
    const exhibits = desk.page.getByRole('region', { name: '沙盘点位' })
    await exhibits.getByText('第 1 处，共 2 处').waitFor()
    await desk.page.keyboard.press('PageDown')
    await onStage(stage.page, '北门停车棚')
    await loaded(stage.page, 2)
    await exhibits.getByText('第 2 处，共 2 处').waitFor()
    await exhibits.getByRole('button', { name: '已是最后一处' }).waitFor()
    // Past the end nothing happens.
    await desk.page.keyboard.press('PageDown')
    await shot(desk.page, 'round-desk')
    expect(await seriousFindings(desk.page)).toEqual([])
    await desk.page.keyboard.press('PageUp')
    await onStage(stage.page, '小广场')
    await loaded(stage.page, 3)
    const lines = await seen()
    expect(lines.map((line) => line.split(' ')[0])).toEqual(['小广场', '北门停车棚', '小广场'])
    // No picture of one spot ever stood under the name of another.
    expect(lines[0]).toBe(lines[2])
    expect(lines[1]?.split(' ')).toHaveLength(3)

    // The stage in a window of the operator's own browser hands the clicker's keys on.
    const beside = await desk.context.newPage()
    await desk.context.addCookies([{ name: 'lx-seat', value: round.seat('stage').device, url: trial.url }])
    await beside.goto(`${trial.url}/stage/round`)
    await onStage(beside, '小广场')
    await beside.keyboard.press('PageDown')
    await onStage(stage.page, '北门停车棚')
    await onStage(beside, '北门停车棚')
    await beside.keyboard.press('PageUp')
    await onStage(stage.page, '小广场')
    await beside.close()

    const judge = await browser.open('nobody', { width: 360, height: 640 })
    await judge.context.addCookies([{ name: 'lx-seat', value: round.seat('judge').device, url: trial.url }])
    await judge.page.goto(`${trial.url}/pocket/seat`)
    await judge.page.locator('.row-button').filter({ hasText: '朝霞社区' }).click()
    await judge.page.getByRole('heading', { level: 1, name: '朝霞社区' }).waitFor()
    for (const [nth, points] of ['37.5', '22', '13', '18.5'].entries()) await judge.page.locator('.stepper input').nth(nth).fill(points)
    await judge.page.locator('.honest').getByText('已送达 1').waitFor()
    await shot(judge.page, 'round-phone')
    const [sheet] = await arrivedOf(trial, round.seat('judge'))
    expect(sheet?.points).toEqual({ compare: '37.5', progress: '22', answers: '13', report: '18.5' })
    for (const page of [stage.page, desk.page]) expect(await page.evaluate(() => document.body.innerText)).not.toMatch(/37\.5|18\.5/)

    await exhibits.getByRole('button', { name: '收起照片，看承诺' }).click()
    await stage.page.locator('.commitments').waitFor()
    await expect.poll(() => shown(stage.page).count()).toBe(0)
    await desk.page.getByRole('button', { name: '请下一个：和风社区' }).click()
    await stage.page.getByRole('heading', { name: '和风社区' }).waitFor()
    await expect.poll(() => stage.page.locator('[data-picture]').count()).toBe(0)
    await desk.page.getByText('这个单位还没有同一点位不同阶段的照片').waitFor()
    for (const { faults } of [desk, stage, judge]) expect(faults).toEqual([])
  },
)

test.each([
  { language: 'zh', width: 1920, height: 1080 },
  { language: 'en', width: 1920, height: 1080 },
  { language: 'zh', width: 1024, height: 768 },
] as const)('pictures and card stand within the margins: %o', { timeout: 120_000 }, async ({ language, ...size }) => {
  const round = await playRound(trial, { template: 'T3', mode: 'sandtable' })
  const { page, faults } = await stageOf(round, size, language)
  await round.move('present', { subject: first, component: 'sandtable' })
  await loaded(page, 3)
  expect(await stickingOut(page)).toEqual([])
  expect(await seriousFindings(page)).toEqual([])
  await shot(page, `round-stage-${language}-${size.width}`)
  await page.reload()
  await onStage(page, '小广场')
  await loaded(page, 3)
  await round.move('showExhibit', { at: { subject: first, spot: '北门停车棚' } })
  await onStage(page, '北门停车棚')
  await loaded(page, 2)
  expect(await stickingOut(page)).toEqual([])
  await shot(page, `round-stage-${language}-${size.width}-two`)
  expect(faults).toEqual([])
})

test('a turn that is announced but cannot be fetched leaves no picture of the one before', { timeout: 120_000 }, async () => {
  const round = await playRound(trial, { template: 'T3', mode: 'sandtable' })
  const { page } = await stageOf(round, { width: 1280, height: 720 })
  await round.move('present', { subject: first, component: 'sandtable' })
  await onStage(page, '小广场')
  await page.locator('[data-line="open"]').waitFor()
  await page.route('**/rounds/seat/stage', (route) => route.abort())
  await round.move('showExhibit', { at: { subject: first, spot: '北门停车棚' } })
  await page.locator('[data-scene="recovering"]').waitFor()
  await expect.poll(() => page.locator('[data-picture]').count()).toBe(0)
  await page.unroute('**/rounds/seat/stage')
  await onStage(page, '北门停车棚')
  await round.move('present', { subject: second, component: 'sandtable' })
  await page.getByRole('heading', { name: '和风社区' }).waitFor()
  await expect.poll(() => page.locator('[data-picture]').count()).toBe(0)
})
