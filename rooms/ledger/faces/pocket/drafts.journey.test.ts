// What was written on a phone is not lost by a tap, and what one post wrote is not shown to the next that holds the phone.

import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { expect, test } from 'vitest'
import { seriousFindings } from '#ground/trial/axe.ts'
import { useBrowser } from '#ground/trial/browser.ts'
import { cast } from '#ground/trial/cast.ts'
import { openLine } from '#ground/trial/line.ts'
import { scenePicture } from '#ground/trial/pictures.ts'
import { onDevice } from '#ground/trial/misfortune.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { useWorker } from '#ground/trial/worker.ts'

const trial = useTrial()
const browsing = useBrowser(trial)
useWorker(trial)
const phoneSize = { width: 360, height: 740 }

async function rectifying(problem: string): Promise<string> {
  const id = randomUUID()
  const body = { id, unit: '990101001', subject: '990101001001', problem, sourceKind: 'inspection', days: 5 }
  expect((await trial.as('officer').call('ledger.assign', { body })).status).toBe(200)
  expect((await trial.as('secretary').call('ledger.accept', { params: { unit: '990101001', id }, body: {} })).status).toBe(200)
  return id
}
const picture = async (seed: number) => ({ name: `${seed}.jpg`, mimeType: 'image/jpeg', buffer: await scenePicture(seed) })
const act = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
/** Keys and values that lie in a store of the phone, as text. */
const lying = (page: Page, store: string): Promise<readonly string[]> =>
  page.evaluate(
    (name) =>
      new Promise<readonly string[]>((resolve, reject) => {
        const opening = indexedDB.open(name)
        opening.addEventListener('error', () => reject(opening.error ?? new Error('not opened')))
        opening.addEventListener('success', () => {
          const values = opening.result.transaction('values').objectStore('values')
          const found: string[] = []
          values.openCursor().addEventListener('success', ({ target }) => {
            const cursor = (target as IDBRequest<IDBCursorWithValue | null>).result
            if (cursor === null) {
              opening.result.close()
              resolve(found)
            } else {
              found.push(`${JSON.stringify(cursor.key)} ${JSON.stringify(cursor.value)}`)
              cursor.continue()
            }
          })
        })
      }),
    store,
  )
const about = async (page: Page, id: string): Promise<number> => (await lying(page, 'lx-ledger')).filter((one) => one.includes(id)).length
const bytesOn = async (page: Page): Promise<number> =>
  (await lying(page, 'lx-ledger-pictures')).filter((one) => one.startsWith('"bytes/')).length

test('nothing that was written goes without a question, and what is taken back is kept', { timeout: 120_000 }, async () => {
  const id = await rectifying('楼道堆放杂物。')
  const line = await openLine(trial.url)
  const { page, context } = await browsing.open('secretary', phoneSize)
  try {
    await context.addCookies([{ name: 'lx-session', value: cast.secretary.token, url: line.url, httpOnly: true }])
    await page.goto(`${line.url}/pocket/ledger#${id}`)
    // Nothing written: it goes at once.
    await act(page, '报告整改').click()
    await act(page, '取消').click()
    await act(page, '报告整改').click()
    await page.getByLabel('拍或选整改后').setInputFiles([await picture(51), await picture(52)])
    await page.getByText('已保存在本机', { exact: true }).nth(1).waitFor()
    // Pictures without a word are something, too.
    await expect.poll(() => act(page, '取消').count()).toBe(0)
    await act(page, '不要这份草稿').click()
    await page.getByRole('alert').getByText('写的内容和照片会从本机删除').waitFor()
    await expect.poll(() => act(page, '保留').evaluate((button) => button === document.activeElement)).toBe(true)
    expect(await seriousFindings(page), 'asked').toEqual([])
    await act(page, '保留').click()
    await expect.poll(() => page.locator('.tiles img').count()).toBe(2)
    await page.locator('.foot').getByText('可离线', { exact: true }).waitFor()
    await line.cut()
    await page.getByLabel('整改情况', { exact: true }).fill('已清走。')
    await act(page, '报告整改').click()
    await page.getByText('报告整改：已保存在本机').waitFor()
    await act(page, '撤下，先不送').click()
    const report = page.getByLabel('整改情况', { exact: true })
    await expect.poll(() => report.inputValue()).toBe('已清走。')
    await page.locator('.tiles img').nth(1).waitFor()
    // That it was taken back lies on the phone, too.
    const waits = async (): Promise<boolean> =>
      (await onDevice(page)).some((one) => {
        const { verb, state } = (one ?? {}) as { verb?: unknown; state?: unknown }
        return verb === 'rectify' && state === 'waiting'
      })
    await expect.poll(waits).toBe(false)
    await page.reload()
    await expect.poll(() => report.inputValue()).toBe('已清走。')
    await page.locator('.tiles img').nth(1).waitFor()
    await expect.poll(() => bytesOn(page)).toBe(2)
    await act(page, '不要这份草稿').click()
    await act(page, '删除').click()
    await act(page, '报告整改').waitFor()
    await expect.poll(() => bytesOn(page), { timeout: 20_000 }).toBe(0)
  } finally {
    await context.close()
    await line.cut()
  }
})

test('taken back while it was on its way, it has arrived with its pictures', { timeout: 120_000 }, async () => {
  const id = await rectifying('路灯不亮。')
  const { page, context } = await browsing.open('secretary', phoneSize)
  try {
    let release = (): void => {}
    const released = new Promise<void>((resolve) => (release = resolve))
    let begin = (): void => {}
    const begun = new Promise<void>((resolve) => (begin = resolve))
    await page.route('**/rectify', async (route) => {
      const response = await route.fetch()
      begin()
      await released
      await route.fulfill({ response })
    })
    await page.goto(`${trial.url}/pocket/ledger#${id}`)
    await act(page, '报告整改').click()
    await page.getByLabel('整改情况', { exact: true }).fill('已修复。')
    await page.getByLabel('拍或选整改后').setInputFiles([await picture(53)])
    await page.getByText('已保存在本机', { exact: true }).waitFor()
    await act(page, '报告整改').click()
    await begun
    await act(page, '撤下，先不送').click()
    release()
    await page.getByText('报告整改：已送达').waitFor()
    await page.getByText('已送达 2').waitFor()
  } finally {
    await context.close()
  }
})

test('a phone that changes hands shows nothing of the post before, and keeps it for that post', { timeout: 120_000 }, async () => {
  const id = await rectifying('消防通道停放车辆。')
  const { page, context } = await browsing.open('secretary', phoneSize)
  const holds = (token: string) => context.addCookies([{ name: 'lx-session', value: token, url: trial.url, httpOnly: true }])
  try {
    await page.goto(`${trial.url}/pocket/ledger#${id}`)
    await act(page, '报告整改').click()
    await page.getByLabel('整改情况', { exact: true }).fill('已劝离。')
    await page.getByText('已保存在本机 1').waitFor()
    await holds(cast.judge.token)
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
    await page.getByText('当前岗位不办理台账').waitFor()
    await expect.poll(() => page.getByText('消防通道停放车辆。').count()).toBe(0)
    await holds(cast.secretary.token)
    await page.reload()
    await page.getByText('消防通道停放车辆。').waitFor()
    await expect.poll(() => page.getByLabel('整改情况', { exact: true }).inputValue()).toBe('已劝离。')
  } finally {
    await context.close()
  }
})

test(
  'a picture that was not taken is shown until somebody decides; what has left the list leaves the phone',
  { timeout: 120_000 },
  async () => {
    const problem = '公示栏没有更新。'
    const id = await rectifying(problem)
    const params = { unit: '990101001', id }
    const { page, context } = await browsing.open('secretary', phoneSize)
    const refusal = { type: 'about:blank', title: '没有收下', status: 422, detail: '没有收下。', code: 3804 }
    const says = async (verb: string, body: object): Promise<void> => {
      expect((await trial.as('officer').call(`ledger.${verb}`, { params, body })).status).toBe(200)
    }
    const report = async (said: string, name?: Awaited<ReturnType<typeof picture>>): Promise<void> => {
      await act(page, '报告整改').click()
      await page.getByLabel('整改情况', { exact: true }).fill(said)
      if (name !== undefined) {
        await page.getByLabel('拍或选整改后').setInputFiles([name])
        await page.getByText('已保存在本机', { exact: true }).waitFor()
      }
      await act(page, '报告整改').click()
      await page.getByText('等待晨光街道到现场复核。').waitFor()
    }
    try {
      await page.route(`**/ledger/*/${id}/pictures`, (route) =>
        route.fulfill({ status: 422, contentType: 'application/problem+json', body: JSON.stringify(refusal) }),
      )
      await page.goto(`${trial.url}/pocket/ledger#${id}`)
      await report('已更新。', await picture(54))
      await page.getByText('未收下', { exact: true }).waitFor()
      await says('return', { reason: '日期不对。', days: 5 })
      await report('日期已改。')
      await page.getByText('未收下', { exact: true }).waitFor()
      await says('closeOut', { found: '', lookBackMonths: 0 })
      await act(page, '‹ 返回列表').click()
      // Off the list, but not without what was not taken.
      await page.getByRole('heading', { name: '已报告，待复核（1）' }).waitFor()
      await page.getByText('有照片没有收下').click()
      await page.reload()
      await expect.poll(() => about(page, id)).toBeGreaterThan(2)
      await act(page, '去掉照片 1').click()
      await page.getByText('未收下', { exact: true }).waitFor({ state: 'detached' })
      await act(page, '‹ 返回列表').click()
      await page.reload()
      await expect.poll(() => about(page, id), { timeout: 20_000 }).toBe(0)
      await expect.poll(() => lying(page, 'lx-ledger-pictures'), { timeout: 20_000 }).toEqual([])
    } finally {
      await context.close()
    }
  },
)
