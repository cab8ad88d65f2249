// A judge's phone in a hall where everything goes wrong that can: no network, a killed browser, a full storage, a wrong
// clock, a lost answer. What was tapped counts once, and as it was tapped last.

import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import type { BrowserContext, Page } from '@playwright/test'
import { describe, expect, test } from 'vitest'
import { useBrowser } from '#ground/trial/browser.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { launchOptions } from '#tools/browser/launch.ts'
import { arrivedOf, scoreActsOf } from '../../trial-arrived.ts'
import { communities } from '../../trial.ts'
import type { PlayedSeat } from '../../trial.ts'
import { bar, openSeatPage, points, seatCookie, toSheet, useJudges } from '../../trial-judges.ts'

const trial = useTrial()
const browser = useBrowser(trial)
const judges = useJudges(trial, 5)

async function phone(seat: PlayedSeat): Promise<{ page: Page; context: BrowserContext }> {
  const view = await browser.open('nobody', { width: 360, height: 640 })
  await view.context.addCookies([seatCookie(trial, seat)])
  await openSeatPage(view.page, judges)
  return view
}

describe('a judge with a phone', () => {
  test('without a network opens again, keeps every tap, and sends it once when the line is back', async () => {
    const seat = judges.next()
    const { page } = await phone(seat)
    await page.locator('.foot').getByText('可离线').waitFor()
    await judges.line.cut()
    await page.reload()
    await bar(page, '未连接').waitFor()
    await toSheet(page)
    await points(page, 0).fill('18')
    await bar(page, '已保存在本机 1').waitFor()
    await page.reload()
    await toSheet(page)
    await expect.poll(() => points(page, 0).inputValue()).toBe('18')
    await points(page, 1).fill('27')
    await bar(page, '已保存在本机 1').waitFor()
    expect(await arrivedOf(trial, seat)).toEqual([])
    await judges.line.mend()
    await bar(page, '已送达 1').waitFor()
    expect(await arrivedOf(trial, seat)).toEqual([{ subject: communities[0], points: { pledges: '18', change: '27' } }])
    expect(await scoreActsOf(trial, seat)).toBe(1)
  })

  test('whose browser is killed right after the first scan finds every tap, and its seat, when it opens again', async () => {
    const seat = { id: randomUUID(), kind: 'judge', panel: 'leaders', holder: '演示·评委', person: null, home: null }
    await judges.round.move('addSeats', { seats: [seat] })
    const { token } = (await judges.round.move('inviteSeat', undefined, { seat: seat.id })) as { token: string }
    const profile = await mkdtemp(join(tmpdir(), 'lx-phone-'))
    const start = async (): Promise<BrowserContext> =>
      chromium.launchPersistentContext(profile, { ...(await launchOptions()), locale: 'zh-CN', viewport: { width: 360, height: 640 } })
    try {
      const killed = await start()
      const page = await killed.newPage()
      await page.goto(`${judges.line.url}/pocket/open#${token}`)
      await page.waitForURL(/\/pocket\/seat$/)
      await page.locator('.main-act').waitFor()
      await page.locator('.foot').getByText('可离线').waitFor()
      await judges.line.cut()
      await toSheet(page)
      await points(page, 0).fill('16.5')
      await points(page, 2).fill('12')
      await bar(page, '已保存在本机 1').waitFor()
      const inspector = await killed.browser()?.newBrowserCDPSession()
      const { processInfo } = (await inspector?.send('SystemInfo.getProcessInfo')) ?? { processInfo: [] }
      const ending = processInfo.find(({ type }) => type === 'browser')
      const gone = once(killed, 'close')
      process.kill(ending?.id ?? 0, 'SIGKILL')
      await gone

      const after = await start()
      // A browser writes its cookies late; one that had the time is made to lose it all the same.
      await after.clearCookies({ name: 'lx-seat' })
      const again = await after.newPage()
      await openSeatPage(again, judges)
      await bar(again, '已保存在本机 1').waitFor()
      await toSheet(again)
      await expect.poll(() => points(again, 0).inputValue()).toBe('16.5')
      await expect.poll(() => points(again, 2).inputValue()).toBe('12')
      await judges.line.mend()
      await bar(again, '已送达 1').waitFor()
      expect(await arrivedOf(trial, seat)).toEqual([{ subject: communities[0], points: { pledges: '16.5', theme: '12' } }])
      await expect.poll(() => again.getByText('席位已不在本机').count()).toBe(0)
      await again.goto(`${judges.line.url}/pocket/open#${token}`)
      await again.waitForURL(/\/pocket\/seat$/)
      await after.close()
    } finally {
      await rm(profile, { recursive: true, force: true, maxRetries: 5 })
    }
  })

  test('whose storage is full is told so, and what was tapped arrives all the same', async () => {
    const seat = judges.next()
    const { page, context } = await browser.open('nobody', { width: 360, height: 640 })
    await context.addCookies([seatCookie(trial, seat)])
    const inspector = await context.newCDPSession(page)
    await inspector.send('Storage.overrideQuotaForOrigin', { origin: judges.line.url, quotaSize: 1 })
    await openSeatPage(page, judges)
    await toSheet(page)
    await bar(page, '已连接').waitFor()
    // It says in time that this page was not kept, and does not prepare for ever.
    await page.locator('.foot').getByText('没能存到本机，不能离线').waitFor()
    await judges.line.cut()
    await points(page, 0).fill('14')
    await bar(page, '本机存储已满，1 项只在本页').waitFor()
    await bar(page, '已保存在本机 0').waitFor()
    await judges.line.mend()
    await bar(page, '已送达 1').waitFor()
    expect(await arrivedOf(trial, seat)).toEqual([{ subject: communities[0], points: { pledges: '14' } }])
    // Room again: the next tap is kept, and so is everything that was not.
    await inspector.send('Storage.overrideQuotaForOrigin', { origin: judges.line.url })
    await points(page, 1).fill('20')
    await page.locator('.honest').getByText('本机存储已满').waitFor({ state: 'detached' })
    // And the page is kept the next time it is opened.
    await page.reload()
    await page.locator('.foot').getByText('可离线').waitFor()
  })

  test('whose clock is a day wrong, forwards and then backwards, loses no tap', async () => {
    const seat = judges.next()
    const { page } = await phone(seat)
    await toSheet(page)
    await page.clock.setFixedTime(Date.now() + 86_400_000)
    await points(page, 0).fill('10')
    await bar(page, '已送达 1').waitFor()
    await page.clock.setFixedTime(Date.now() - 86_400_000)
    await points(page, 0).fill('11')
    await bar(page, '已保存在本机 1').waitFor()
    await bar(page, '已送达 1').waitFor()
    expect(await arrivedOf(trial, seat)).toEqual([{ subject: communities[0], points: { pledges: '11' } }])
  })

  test('who loses the answer after the server has given it sends again, and it counts once', async () => {
    const seat = judges.next()
    const { page } = await phone(seat)
    await toSheet(page)
    let lost = 0
    await page.route(
      '**/rounds/seat/score',
      async (route) => {
        expect((await route.fetch()).status()).toBe(200)
        lost += 1
        await route.abort()
      },
      { times: 1 },
    )
    await points(page, 0).fill('12.5')
    await bar(page, '已送达 1').waitFor()
    expect(lost).toBe(1)
    expect(await arrivedOf(trial, seat)).toEqual([{ subject: communities[0], points: { pledges: '12.5' } }])
    expect(await scoreActsOf(trial, seat)).toBe(1)
  })
})
