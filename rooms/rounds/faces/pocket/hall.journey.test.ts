// What a hall's network decides: over plain http, in a chat program's own web view, a phone cannot work offline; it says so
// and keeps every tap all the same. Over https, with the server's own certificate, it can.

import { chromium } from '@playwright/test'
import type { Browser, BrowserContext, Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildServer } from '#ground/http/server.ts'
import { loadShell } from '#ground/http/shell.ts'
import { seriousFindings } from '#ground/trial/axe.ts'
import { testCertificate } from '#ground/trial/certificate.ts'
import { openLine } from '#ground/trial/line.ts'
import type { Line } from '#ground/trial/line.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { launchOptions } from '#tools/browser/launch.ts'
import { arrivedOf } from '../../trial-arrived.ts'
import { communities, playRound } from '../../trial.ts'
import type { PlayedRound } from '../../trial.ts'

const trial = useTrial()
const hall = 'hall.example'
const weChat =
  'Mozilla/5.0 (Linux; Android 14; V2309A; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/116.0.0.0 Mobile Safari/537.36 XWEB/1160117 MMWEBSDK/20240404 MicroMessenger/8.0.49.2600(0x28003156) WeChat/arm64 Weixin NetType/WIFI Language/zh_CN ABI/arm64'

let browser: Browser
let line: Line
let round: PlayedRound
beforeAll(async () => {
  const options = await launchOptions()
  // The hall's name leads to this machine, so the browser takes it for an address like any other.
  const args = [...options.args, `--host-resolver-rules=MAP ${hall} 127.0.0.1`, '--ignore-certificate-errors']
  browser = await chromium.launch({ ...options, args })
  line = await openLine(trial.url)
  round = await playRound(trial, { judges: { leaders: 2 } })
  await round.move('present', { subject: communities[0], component: 'field' })
})
afterAll(async () => {
  await browser.close()
  await line.cut()
})

async function come(
  address: string,
  judge: number,
  userAgent?: string,
): Promise<{ page: Page; context: BrowserContext; faults: string[] }> {
  const context = await browser.newContext({
    viewport: { width: 360, height: 640 },
    locale: 'zh-CN',
    reducedMotion: 'reduce',
    ...(userAgent === undefined ? {} : { userAgent }),
  })
  await context.addCookies([{ name: 'lx-seat', value: round.seat('judge', judge).device, url: address }])
  const page = await context.newPage()
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  await page.goto(`${address}/pocket/seat`)
  await page.locator('.honest').waitFor()
  return { page, context, faults }
}

const bar = (page: Page, words: string) => page.locator('.honest').getByText(words)
const points = (page: Page, nth: number) => page.locator('.stepper input').nth(nth)

/** The points that lie in the phone's own store. */
const inStore = (page: Page): Promise<unknown> =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        const opening = indexedDB.open('lx-pocket')
        opening.addEventListener('success', () => {
          const all = opening.result.transaction('values').objectStore('values').getAll(IDBKeyRange.bound('sheet/', 'sheet/~'))
          all.addEventListener('success', () => resolve((all.result as { points: unknown }[]).map((sheet) => sheet.points)))
        })
      }),
  )

describe('a phone in a hall', () => {
  test('over plain http, in a chat program: says that it cannot work offline and what to do, and keeps every tap', async () => {
    const { page, faults } = await come(line.url.replace('127.0.0.1', hall), 1, weChat)
    expect(
      await page.evaluate(() => [isSecureContext, 'serviceWorker' in navigator, 'randomUUID' in crypto, 'locks' in navigator]),
    ).toEqual([false, false, false, false])
    await page.locator('.notice').getByText('此处不能离线').click()
    await page.getByText('选“在浏览器打开”').waitFor()
    expect(await seriousFindings(page)).toEqual([])
    await page.locator('.main-act').click()
    await points(page, 0).fill('13')
    await bar(page, '已送达 1').waitFor()
    await line.cut()
    await points(page, 1).fill('22')
    await bar(page, '已保存在本机 1').waitFor()
    await expect.poll(() => inStore(page)).toEqual([{ pledges: '13', change: '22' }])
    await line.mend()
    await bar(page, '已送达 1').waitFor()
    // Opened again, it knows what was tapped.
    await page.reload()
    await page.locator('.main-act').click()
    await expect.poll(() => points(page, 1).inputValue()).toBe('22')
    expect(await arrivedOf(trial, round.seat('judge', 1))).toEqual([{ subject: communities[0], points: { pledges: '13', change: '22' } }])
    expect(faults).toEqual([])
  })

  test('over https with the server’s own certificate works offline', async () => {
    const { cert, key } = testCertificate
    const { kit, hub } = trial.instance
    const { root } = trial.house
    const app = await buildServer({
      kit,
      hub,
      house: trial.house,
      shell: await loadShell(root),
      facesFolder: `${root}/dist`,
      publicFolder: `${root}/faces/public/static`,
      logLevel: 'silent',
      latestMs: 0,
      tls: { cert, key },
    })
    const address = (await app.listen({ host: '127.0.0.1', port: 0 })).replace('127.0.0.1', hall)
    expect(address).toMatch(/^https:/)
    const { page, context } = await come(address, 2)
    await page.locator('.foot').getByText('可离线').waitFor()
    await expect.poll(() => page.locator('.notice').count()).toBe(0)
    await context.setOffline(true)
    await app.close()
    await page.reload()
    await page.locator('.main-act').click()
    await points(page, 0).fill('19')
    await bar(page, '已保存在本机 1').waitFor()
  })
})
