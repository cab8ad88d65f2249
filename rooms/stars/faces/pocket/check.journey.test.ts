// A secretary in a village without a line: a self-check with two photos, a phone that dies, an answer that is lost; everything
// arrives once, is submitted, comes back with one row, is mended and submitted again.

import { beforeAll, describe, expect, test } from 'vitest'
import type { Page } from '@playwright/test'
import sharp from 'sharp'
import { seriousFindings } from '#ground/trial/axe.ts'
import { useBrowser } from '#ground/trial/browser.ts'
import { openLine } from '#ground/trial/line.ts'
import { loseAnswers, openPhoneProcess } from '#ground/trial/misfortune.ts'
import { phonePicture } from '#ground/trial/pictures.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { useWorker } from '#ground/trial/worker.ts'
import { playing, rowsOfYyxy } from '../../trial-cycle.ts'
import { putEvidence } from '../../trial-evidence.ts'
import { addPhoto, atServer, bar, isThumbable, signIn, signInByForm, submissionsOf, tap, tapAll, toRow } from '../../trial-phone.ts'

const trial = useTrial()
useWorker(trial)
const browser = useBrowser(trial)
let play: ReturnType<typeof playing>

beforeAll(async () => {
  play = playing(trial)
  await play.seat()
})
/** Noise does not pack: a picture that travels in several pieces. */
async function largePicture(): Promise<Buffer> {
  const [width, height] = [900, 700]
  const noise = Buffer.alloc(width * height * 3)
  for (let at = 0; at < noise.length; at += 1) noise[at] = (Math.imul(at, 2_654_435_761) >>> 13) & 255
  return sharp(noise, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 95 })
    .toBuffer()
}

const offlineReady = (page: Page): Promise<void> => page.locator('.foot').getByText('可离线', { exact: true }).waitFor()

describe('a secretary with a phone', () => {
  test('checks a star without a line, is killed in the middle, and everything arrives once', { timeout: 180_000 }, async () => {
    const at = await play.begin(await play.open())
    const line = await openLine(trial.url)
    const phone = await openPhoneProcess()
    try {
      const first = await phone.start()
      const before = await first.newPage()
      await before.goto(`${line.url}/pocket/stars`)
      await before.getByRole('heading', { name: '请先登录' }).waitFor()
      await signInByForm(before, 'secretary')
      await offlineReady(before)
      // Carried along without having been opened: the list alone was.
      await before.getByText('已填 0／11 条').waitFor()
      await line.cut()
      const page = await first.newPage()
      await page.goto(`${line.url}/pocket/stars`)
      await bar(page, '未连接').waitFor()
      await page.locator('.star-line').filter({ hasText: '宜业兴业星' }).click()
      await toRow(page, 'B1')
      await tap(page, '已达到')
      await toRow(page, 'B2')
      await page.getByText('不得录入、拍摄涉密信息').first().waitFor()
      await addPhoto(page, await phonePicture(21))
      await page.locator('.pictures li').getByText('待送达').waitFor()
      await addPhoto(page, await phonePicture(21))
      await page.getByText('已经在这一条里').waitFor()
      await tap(page, '不涉及')
      await page.getByLabel('为什么不涉及').fill('没有商户')
      await bar(page, '已保存在本机 3').waitFor()
      await phone.kill()

      const after = await phone.start()
      // A browser writes its cookies late; one that had the time is made to lose it all the same.
      await after.clearCookies({ name: 'lx-session' })
      const again = await after.newPage()
      await again.goto(`${line.url}/pocket/stars/check?at=${at.unit}.${at.id}`)
      await bar(again, '已保存在本机 3').waitFor()
      await again.getByText('已填 2／11 条').waitFor()
      await toRow(again, 'B2')
      await expect.poll(() => again.getByLabel('为什么不涉及').inputValue()).toBe('没有商户')
      await again.locator('.pictures img').waitFor()
      await toRow(again, 'YYXY-6')
      await tap(again, '尚未达到')
      await addPhoto(again, await phonePicture(22))
      await again.locator('.pictures li').getByText('待送达').waitFor()
      await tapAll(again, rowsOfYyxy.slice(2, 8))
      await tapAll(again, rowsOfYyxy.slice(9))
      await again.getByText('提交要有网络').waitFor()
      await expect.poll(() => again.getByRole('button', { name: '提交申报' }).isDisabled()).toBe(true)
      expect(await atServer(trial, at)).toEqual({ rows: {}, cited: [], items: 0 })
      // Every second answer of what it sends is lost on its way back.
      const lost = await Promise.all(['**/rows', '**/evidence', '**/cite', '**/finish'].map((from) => loseAnswers(again, from)))
      await line.mend()
      await again.getByText('登录已过期').waitFor()
      await signInByForm(again, 'secretary')
      await bar(again, '已保存在本机 0').waitFor({ timeout: 90_000 })
      for (const times of lost) expect(times()).toBeGreaterThan(0)
      const there = await atServer(trial, at)
      expect(there.cited).toEqual(['B2', 'YYXY-6'])
      expect(there.items).toBe(2)
      expect(Object.keys(there.rows)).toHaveLength(11)
      expect(there.rows).toMatchObject({ B1: 'met', B2: 'not-applicable 没有商户', 'YYXY-6': 'not-yet', 'YYXY-8': 'met' })
      const { rows: items } = await trial.owner.query(
        'select effective_on::text as day, shows from evidence_items where unit = $1 order by shows',
        [at.unit],
      )
      // The phone's clock is ahead of the server's: the server's day stands.
      expect(items.map(({ day }) => day)).toEqual(['2026-09-08', '2026-09-08'])

      await again.unrouteAll({ behavior: 'wait' })
      const submitLost = await loseAnswers(again, '**/submit')
      await again.getByText('可以提交').waitFor()
      await again.getByRole('button', { name: '提交申报' }).click()
      await again.getByText('之后再改，要等退回').waitFor()
      await again.getByRole('button', { name: '提交申报' }).click()
      await again.getByText('待乡镇初审').waitFor()
      expect(submitLost()).toBe(1)
      expect(await submissionsOf(trial, at)).toBe(1)

      await play.take('officer', 'return', at, { rows: [{ row: 'B2', reason: '门口两家商户没有算' }], due: '2026-12-01' })
      await again.getByText('退回修改').waitFor()
      await toRow(again, 'B2')
      await again.getByText('门口两家商户没有算').waitFor()
      await tap(again, '已达到')
      await again.locator('.back').click()
      await again.getByText('可以提交').waitFor()
      await again.getByRole('button', { name: '提交申报' }).click()
      await again.getByRole('button', { name: '提交申报' }).click()
      await again.getByText('待乡镇初审').waitFor()
      const shown = await play.done('officer', 'stars.candidacy', { params: { ...at } })
      expect(shown).toMatchObject({ state: 'first', changed: ['B2'] })
      expect(await submissionsOf(trial, at)).toBe(2)
      await after.close()
    } finally {
      await phone.remove()
      await line.cut()
    }
  })

  test('is killed while a photo is on its way, and it arrives once', { timeout: 120_000 }, async () => {
    const at = await play.begin(await play.open())
    const before = (await atServer(trial, at)).items
    const phone = await openPhoneProcess()
    try {
      const open = async (): Promise<Page> => {
        const context = await phone.start()
        await signIn(context, trial.url, 'secretary')
        const page = await context.newPage()
        await page.goto(`${trial.url}/pocket/stars/check?at=${at.unit}.${at.id}#B2`)
        await page.locator('.add-photo').waitFor()
        return page
      }
      const page = await open()
      const second = page.waitForRequest(/chunks\?offset=131072$/)
      await addPhoto(page, await largePicture())
      await second
      await phone.kill()
      expect((await atServer(trial, at)).cited).toEqual([])
      const again = await open()
      await again.locator('.pictures img').waitFor()
      await again.locator('.pictures li').getByText('● 已送达').waitFor({ timeout: 60_000 })
      expect(await atServer(trial, at)).toEqual({ rows: {}, cited: ['B2'], items: before + 1 })
    } finally {
      await phone.remove()
    }
  })

  test('is shown what another device answered meanwhile, and nothing is overwritten before it has chosen', async () => {
    const at = await play.begin(await play.open())
    const { page, context, faults } = await browser.open('secretary', { width: 360, height: 640 })
    await page.goto(`${trial.url}/pocket/stars/check?at=${at.unit}.${at.id}`)
    await toRow(page, 'B1')
    await context.setOffline(true)
    await tap(page, '已达到')
    await play.done('secretary', 'stars.keepRows', {
      params: { ...at },
      body: { rows: [{ row: 'B1', answer: 'not-yet', reason: '电脑上写的', revision: Date.now() }] },
    })
    await context.setOffline(false)
    await page.getByText('两台设备填得不一样').waitFor()
    await page.getByText('电脑上写的').waitFor()
    expect(await seriousFindings(page)).toEqual([])
    expect((await atServer(trial, at)).rows).toEqual({ B1: 'not-yet 电脑上写的' })
    await page.getByRole('button', { name: '用本机的' }).click()
    await bar(page, '已保存在本机 0').waitFor()
    await expect.poll(async () => (await atServer(trial, at)).rows).toEqual({ B1: 'met' })
    expect(faults).toEqual([])
  })

  test('whose star was submitted elsewhere keeps what it typed, says so, and may give it up', async () => {
    const at = await play.begin(await play.open())
    await play.answerAll(at)
    const { page, context, faults } = await browser.open('secretary', { width: 360, height: 640 })
    await page.goto(`${trial.url}/pocket/stars/check?at=${at.unit}.${at.id}`)
    await toRow(page, 'B1')
    await context.setOffline(true)
    await tap(page, '尚未达到')
    await play.take('secretary', 'submit', at)
    await context.setOffline(false)
    await page.locator('.back').click()
    await page.getByText('现在是“待乡镇初审”').waitFor()
    await page.getByText('本机还有 1 项没有送达').waitFor()
    await bar(page, '已保存在本机 1').waitFor()
    expect((await atServer(trial, at)).rows).toMatchObject({ B1: 'met' })
    expect(await seriousFindings(page)).toEqual([])
    await page.getByRole('button', { name: '放弃本机没有送达的' }).click()
    await bar(page, '已保存在本机 0').waitFor()
    await expect.poll(() => page.locator('.star-line').first().textContent()).toContain('● 已达到')
    expect(faults.filter((fault) => !fault.startsWith('409 '))).toEqual([])
  })

  test('cites what is there already without sending it again, takes it off, and finds the way by thumb in large text', async () => {
    const at = await play.begin(await play.open())
    await putEvidence(play, 'secretary', '充分就业社区牌匾', 44)
    const before = (await atServer(trial, at)).items
    const view = await browser.open('secretary', { width: 360, height: 640, large: true })
    const { page } = view
    await page.goto(`${trial.url}/pocket/stars`)
    await page.locator('.star-line').first().waitFor()
    await isThumbable(page, 60)
    expect(await seriousFindings(page)).toEqual([])
    await page.goto(`${trial.url}/pocket/stars/check?at=${at.unit}.${at.id}`)
    await page.locator('.star-line').first().waitFor()
    await isThumbable(page, 60)
    expect(await seriousFindings(page)).toEqual([])
    await toRow(page, 'B2')
    await page.getByText('引用已有佐证').click()
    await page.getByRole('button', { name: '引用：充分就业社区牌匾' }).click()
    await page.locator('.pictures li').getByText('● 已送达').waitFor()
    await expect.poll(async () => (await atServer(trial, at)).cited).toEqual(['B2'])
    expect((await atServer(trial, at)).items).toBe(before)
    await page.locator('.pictures img').waitFor()
    await isThumbable(page, 60)
    expect(await seriousFindings(page)).toEqual([])
    await page.getByRole('button', { name: '移除第 1 件佐证' }).click()
    await expect.poll(async () => (await atServer(trial, at)).cited).toEqual([])
    await page.reload()
    await page.getByText('引用已有佐证').waitFor()
    await expect.poll(() => page.locator('.pictures li').count()).toBe(0)
    expect(view.faults).toEqual([])
  })
})

describe('a phone that changes hands', () => {
  test('asks who it is, and shows and sends nothing of whoever held it before', async () => {
    const at = await play.begin(await play.open())
    const { page, context } = await browser.open('secretary', { width: 360, height: 640 })
    const address = `${trial.url}/pocket/stars/check?at=${at.unit}.${at.id}`
    await page.goto(address)
    await toRow(page, 'B1')
    await context.setOffline(true)
    await tap(page, '已达到')
    await bar(page, '已保存在本机 1').waitFor()
    await context.clearCookies({ name: 'lx-session' })
    await context.setOffline(false)
    await page.getByText('登录已过期').waitFor()
    // What is being typed is not taken from under the thumb.
    await expect.poll(() => page.locator('.answers').getByLabel('已达到', { exact: true }).isChecked()).toBe(true)
    await page.reload()
    await page.getByRole('heading', { name: '请先登录' }).waitFor()
    await expect.poll(() => page.locator('.answers, .star-line').count()).toBe(0)
    await expect
      .poll(() => page.getByRole('link', { name: '登录后继续' }).getAttribute('href'))
      .toContain('/sign-in?next=%2Fpocket%2Fstars')
    await signIn(context, trial.url, 'operator')
    await page.goto(`${trial.url}/pocket/stars`)
    await page.getByText('当前岗位不办理星级创建').waitFor()
    await signIn(context, trial.url, 'officer')
    await page.goto(`${trial.url}/pocket/stars`)
    await bar(page, '已保存在本机 0').waitFor()
    expect((await atServer(trial, at)).rows).toEqual({})
    await signIn(context, trial.url, 'secretary')
    await page.goto(address)
    await expect.poll(async () => (await atServer(trial, at)).rows).toEqual({ B1: 'met' })
    await bar(page, '已保存在本机 0').waitFor()
  })
})
