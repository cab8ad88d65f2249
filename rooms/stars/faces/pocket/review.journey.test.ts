// A township's officer goes to the village with a phone: reads the rows and the pictures without a line, notes one, is killed,
// returns it when there is a line; the unit mends it on its own phone, and it passes.

import type { Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { randomUUID } from 'node:crypto'
import { startWorker } from '#ground/jobs/worker.ts'
import type { Worker } from '#ground/jobs/worker.ts'
import { seriousFindings } from '#ground/trial/axe.ts'
import { useBrowser } from '#ground/trial/browser.ts'
import { openLine } from '#ground/trial/line.ts'
import { loseAnswers, openPhoneProcess } from '#ground/trial/misfortune.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { citedRow } from '../../core/cited-row.ts'
import { playing } from '../../trial-cycle.ts'
import type { Where } from '../../trial-cycle.ts'
import { putEvidence } from '../../trial-evidence.ts'
import { addPhoto, atServer, bar, isThumbable, signIn, tap, toRow } from '../../trial-phone.ts'
import { phonePicture } from '#ground/trial/pictures.ts'

/** Another name of this machine, which a browser takes for an address like any other: plain http, nothing works offline. */
const plainName = 'village.example'

const trial = useTrial()
const browser = useBrowser(trial, [`--host-resolver-rules=MAP ${plainName} 127.0.0.1`])
const troubles: string[] = []
let play: ReturnType<typeof playing>
let worker: Worker

beforeAll(async () => {
  play = playing(trial)
  await play.seat()
  worker = await startWorker(trial.instance, (error) => troubles.push(error.message))
})
afterAll(async () => {
  await worker.close()
  expect(troubles).toEqual([])
})

async function submittedWithPicture(seed: number): Promise<Where> {
  const at = await play.begin(await play.open())
  const item = await putEvidence(play, 'secretary', '爱心驿站', seed)
  await play.done('secretary', 'evidence.cite', { params: item, body: { id: randomUUID(), target: citedRow(at.id, 'YYXY-6') } })
  await expect
    .poll(async () => (await play.done('secretary', 'evidence.get', { params: item }))['preview'], { timeout: 20_000 })
    .toBe('made')
  await play.answerAll(at)
  await play.take('secretary', 'submit', at)
  return at
}
/** Kinds of what the phone keeps of stars. */
const keptBeginnings = (page: Page): Promise<string[]> =>
  page.evaluate(
    () =>
      new Promise<string[]>((resolve, reject) => {
        const asked = indexedDB.open('lx-stars')
        asked.addEventListener('error', () => reject(new Error('no store')))
        asked.addEventListener('success', () => {
          const keys = asked.result.transaction('values').objectStore('values').getAllKeys()
          keys.addEventListener('success', () =>
            resolve(keys.result.map((key) => (typeof key === 'string' ? key : '').split('/')[0] ?? '')),
          )
        })
      }),
  )
const stateOf = async (at: Where): Promise<string> => (await play.done('countyAdmin', 'stars.candidacy', { params: { ...at } })).state

describe('a township on site', () => {
  test('reads and notes without a line, returns one row, which is mended, and passes it', { timeout: 180_000 }, async () => {
    const at = await submittedWithPicture(61)
    const line = await openLine(trial.url)
    const phone = await openPhoneProcess()
    try {
      const context = await phone.start()
      await signIn(context, line.url, 'officer')
      const before = await context.newPage()
      await before.goto(`${line.url}/pocket/stars/review?at=${at.unit}.${at.id}`)
      await before.locator('.foot').getByText('可离线', { exact: true }).waitFor()
      await toRow(before, 'YYXY-6')
      await before.locator('.pictures img').waitFor()
      await expect.poll(() => keptBeginnings(before)).toContain('review')
      await line.cut()
      await before.goto(`${line.url}/pocket/stars`)
      await bar(before, '未连接').waitFor()
      await before.locator('.star-line').filter({ hasText: '朝霞社区 · 宜业兴业星' }).click()
      await toRow(before, 'YYXY-6')
      await before.locator('.pictures img').waitFor()
      await before.getByLabel('要改什么').fill('驿站下午没有开门')
      await toRow(before, 'B1')
      await before.getByLabel('看过，没有问题').check()
      await bar(before, '已保存在本机 1').waitFor()
      await phone.kill()

      const after = await phone.start()
      await signIn(after, line.url, 'officer')
      const page = await after.newPage()
      await page.goto(`${line.url}/pocket/stars/review?at=${at.unit}.${at.id}`)
      await bar(page, '已保存在本机 1').waitFor()
      await page.getByText('● 看过').waitFor()
      await page.getByText('YYXY-6 驿站下午没有开门').waitFor()
      await page.getByText('通过和退回要有网络').waitFor()
      await page.getByRole('button', { name: '15天后，2026年9月23日' }).click()
      const sendBack = page.getByRole('button', { name: '退回修改（1 条）' })
      await expect.poll(() => sendBack.isDisabled()).toBe(true)
      expect(await stateOf(at)).toBe('first')
      await line.mend()
      await bar(page, '已连接').waitFor()
      const lost = await loseAnswers(page, '**/return')
      await sendBack.click()
      // The answer was lost and asked for again: it was done once.
      await page.getByText('● 已退回，改到 2026年9月23日').waitFor()
      expect(lost()).toBe(1)
      expect(await play.done('secretary', 'stars.candidacy', { params: { ...at } })).toMatchObject({
        state: 'returned',
        due: '2026-09-23',
        rows: [{ row: 'YYXY-6', reason: '驿站下午没有开门' }],
      })

      const unit = await browser.open('secretary', { width: 360, height: 640 })
      await unit.page.goto(`${trial.url}/pocket/stars`)
      await unit.page.getByText('指出 1 条 · 改到 2026年9月23日，还有 15 天').click()
      await unit.page.getByText('驿站下午没有开门').first().waitFor()
      await toRow(unit.page, 'YYXY-6')
      await tap(unit.page, '尚未达到')
      await unit.page.getByLabel('说明').fill('已调整开放时间')
      await unit.page.locator('.back').click()
      await unit.page.getByText('可以提交').waitFor()
      await unit.page.getByRole('button', { name: '提交申报' }).click()
      await unit.page.getByRole('button', { name: '提交申报' }).click()
      await unit.page.getByText('待乡镇初审').waitFor()
      expect(unit.faults).toEqual([])

      await page.locator('.back').click()
      await page.locator('.star-line').filter({ hasText: '朝霞社区 · 宜业兴业星' }).click()
      await page.getByText('与上次提交不同').waitFor()
      await toRow(page, 'YYXY-6')
      await page.getByText('上次退回：驿站下午没有开门').waitFor()
      await page.getByText('已调整开放时间').waitFor()
      // The note has done its work.
      await expect.poll(() => page.getByLabel('要改什么').inputValue()).toBe('')
      await page.locator('.back').click()
      await page.getByRole('button', { name: '审核通过' }).click()
      await page.getByText('● 已审核通过').waitFor()
      expect(await stateOf(at)).toBe('office')
      // What was decided is not carried about any longer.
      await expect.poll(() => keptBeginnings(page)).not.toContain('review')
      await after.close()
    } finally {
      await phone.remove()
      await line.cut()
    }
  })

  test('finds its way by thumb, and whoever only waits for it is told so', async () => {
    const at = await submittedWithPicture(62)
    for (const language of ['zh', 'en'] as const) {
      const view = await browser.open('officer', { width: 360, height: 640, large: true, language })
      const { page } = view
      await page.goto(`${trial.url}/pocket/stars/review?at=${at.unit}.${at.id}`)
      await page.locator('.star-line').first().waitFor()
      await isThumbable(page, 60)
      expect(await seriousFindings(page)).toEqual([])
      await page.locator('.star-line').nth(1).click()
      await page.locator('textarea').fill('x')
      await page.locator('.back').click()
      await page.locator('.days button').first().click()
      await isThumbable(page, 60)
      expect(await seriousFindings(page)).toEqual([])
      await page.goto(`${trial.url}/pocket/stars/review?at=${at.unit}.${at.id}#YYXY-6`)
      await page.locator('.pictures img').waitFor()
      await isThumbable(page, 60)
      expect(await seriousFindings(page)).toEqual([])
      expect(view.faults).toEqual([])
    }
    const office = await browser.open('reviewer', { width: 360, height: 640 })
    await office.page.goto(`${trial.url}/pocket/stars/review?at=${at.unit}.${at.id}`)
    await office.page.getByText('没有这件申报').waitFor()
  })

  test('finds a hint beside the picture that it is about, as does nobody of the unit', { timeout: 120_000 }, async () => {
    const at = await submittedWithPicture(67)
    await trial.owner.query(
      `insert into evidence_hints (district, unit, item, kind, taken_on, found_at)
        select district, unit, id, 'day', '2025-03-01', now() from evidence_items where shows = '爱心驿站'`,
    )
    const hint = '供参考（第 1 件）：照片记录的拍摄日期是 2025-03-01，反映日期是 2026-09-05'
    const { page } = await browser.open('officer', { phone: true })
    await page.goto(`${trial.url}/pocket/stars/review?at=${at.unit}.${at.id}#YYXY-6`)
    await page.getByText(hint).waitFor()
    expect(await seriousFindings(page)).toEqual([])
    const unit = await browser.open('secretary', { phone: true })
    await unit.page.goto(`${trial.url}/pocket/stars/check?at=${at.unit}.${at.id}#YYXY-6`)
    await unit.page.locator('.pictures img').waitFor()
    await expect.poll(() => unit.page.getByText('供参考').count()).toBe(0)
  })
})

describe('a phone that cannot work offline', () => {
  test('says so over plain http, keeps what is tapped, and brings it in after a reload', async () => {
    const at = await play.begin(await play.open())
    const url = trial.url.replace('127.0.0.1', plainName)
    const { page, context } = await browser.open('nobody', { width: 360, height: 640 })
    await signIn(context, url, 'secretary')
    await page.goto(`${url}/pocket/stars/check?at=${at.unit}.${at.id}`)
    await page.getByText('此处不能离线').first().waitFor()
    expect(await page.evaluate(() => [Reflect.get(globalThis, 'isSecureContext'), 'locks' in navigator])).toEqual([false, false])
    await toRow(page, 'B1')
    await page.locator('.add-photo').waitFor()
    await context.setOffline(true)
    await tap(page, '已达到')
    await toRow(page, 'YYXY-6')
    await addPhoto(page, await phonePicture(77))
    await page.locator('.pictures li').getByText('待送达').waitFor()
    await bar(page, '已保存在本机 2').waitFor()
    expect(await atServer(trial, at)).toMatchObject({ rows: {}, cited: [] })
    await context.setOffline(false)
    await page.reload()
    await bar(page, '已保存在本机 0').waitFor()
    await expect.poll(() => atServer(trial, at)).toMatchObject({ rows: { B1: 'met' }, cited: ['YYXY-6'] })
  })
})
