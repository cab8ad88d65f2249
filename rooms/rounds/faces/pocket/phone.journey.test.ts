// A judge's phone in use: from the code to the first score, in two sizes and languages, in two tabs, on two devices; and a
// remark that is written without a network.

import { randomUUID } from 'node:crypto'
import type { BrowserContext, Page } from '@playwright/test'
import { describe, expect, test } from 'vitest'
import { seriousFindings } from '#ground/trial/axe.ts'
import { useBrowser } from '#ground/trial/browser.ts'
import type { ViewOptions } from '#ground/trial/browser.ts'
import { laidDown } from '#ground/trial/misfortune.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { arrivedOf } from '../../trial-arrived.ts'
import { communities } from '../../trial.ts'
import type { PlayedSeat } from '../../trial.ts'
import { bar, openSeatPage, points, seatCookie, toSheet, useJudges } from '../../trial-judges.ts'

const trial = useTrial()
const browser = useBrowser(trial)
const judges = useJudges(trial, 3)

/** A judge's seat that nobody has opened yet, and its link. */
async function invited(): Promise<{ id: string; token: string }> {
  const id = randomUUID()
  await judges.round.move('addSeats', { seats: [{ id, kind: 'judge', panel: 'leaders', holder: '演示·评委', person: null, home: null }] })
  const { token } = (await judges.round.move('inviteSeat', undefined, { seat: id })) as { token: string }
  return { id, token }
}

async function phone(seat: PlayedSeat, options: ViewOptions = {}): Promise<{ page: Page; context: BrowserContext }> {
  const view = await browser.open('nobody', { width: 360, height: 640, ...options })
  await view.context.addCookies([seatCookie(trial, seat)])
  await openSeatPage(view.page, judges)
  return view
}

describe('a judge with a phone', () => {
  test('scans the code, scores with a thumb, and sees what has arrived', async () => {
    const { id, token } = await invited()
    const { page, faults } = await browser.open('nobody', { width: 360, height: 640 })
    await page.goto(`${judges.line.url}/pocket/open#${token}`)
    await page.waitForURL(/\/pocket\/seat$/)
    expect(page.url()).not.toContain(token)
    await toSheet(page)
    const [less, more] = [page.locator('.stepper button').nth(0), page.locator('.stepper button').nth(1)]
    // The first tap gives the maximum; a tap is a step; a finger that stays goes on, and letting go adds nothing.
    await more.click()
    await less.click()
    await less.click()
    await expect.poll(() => points(page, 0).inputValue()).toBe('19')
    await less.dispatchEvent('pointerdown')
    await expect.poll(async () => Number(await points(page, 0).inputValue())).toBeLessThan(17)
    await less.dispatchEvent('pointerup')
    const held = await points(page, 0).inputValue()
    await less.dispatchEvent('click')
    await expect.poll(() => points(page, 0).inputValue()).toBe(held)
    await points(page, 1).fill('２８，５')
    await expect.poll(() => page.locator('.total output').textContent()).toBe(String(Number(held) + 28.5))
    await points(page, 2).fill('31')
    await page.getByText('最高 20 分，没有改动').waitFor()
    await bar(page, '已送达 1').waitFor()
    await bar(page, '已保存在本机 0').waitFor()
    const [sheet] = await arrivedOf(trial, { id })
    expect(sheet?.points).toEqual({ pledges: held, change: '28.5' })
    expect(await seriousFindings(page)).toEqual([])
    expect(faults).toEqual([])
    // The same phone scans the same code again, and is simply there.
    await page.goto(`${judges.line.url}/pocket/open#${token}`)
    await page.waitForURL(/\/pocket\/seat$/)
    await bar(page, '已送达 1').waitFor()
  })

  test('in large text every target is at least 60 px high, in both languages nothing runs out of the screen', async () => {
    const seat = judges.next()
    for (const options of [{ large: true }, { language: 'en' }, { large: true, language: 'en', width: 412, height: 915 }] as const) {
      const { page } = await phone(seat, options)
      for (const part of ['list', 'sheet']) {
        const lowest = () =>
          page
            .locator('main button, main a, main input')
            .evaluateAll((all) => Math.min(...all.map((one) => (one as HTMLElement).offsetHeight)))
        // The sheet may still be settling when its first field stands.
        await expect.poll(lowest, { message: part }).toBeGreaterThanOrEqual('large' in options ? 60 : 48)
        await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
        expect(await seriousFindings(page)).toEqual([])
        if ((await points(page, 0).count()) === 0) await toSheet(page)
      }
    }
  })

  test('in two tabs sees the same sheet, and both tabs’ taps count', async () => {
    const seat = judges.next()
    const { page, context } = await phone(seat)
    const other = await context.newPage()
    await openSeatPage(other, judges)
    await toSheet(page)
    await toSheet(other)
    await judges.line.cut()
    await points(page, 0).fill('9')
    await expect.poll(() => points(other, 0).inputValue()).toBe('9')
    await points(other, 1).fill('8')
    await expect.poll(() => points(page, 1).inputValue()).toBe('8')
    await judges.line.mend()
    await bar(page, '已送达 1').waitFor()
    await bar(other, '已送达 1').waitFor()
    expect(await arrivedOf(trial, seat)).toEqual([{ subject: communities[0], points: { pledges: '9', change: '8' } }])
  })

  test('moves to another device after a warning; the first one says so and keeps what it could not send', async () => {
    const { id, token } = await invited()
    const { page } = await browser.open('nobody', { width: 360, height: 640 })
    await page.goto(`${judges.line.url}/pocket/open#${token}`)
    await page.waitForURL(/\/pocket\/seat$/)
    await toSheet(page)
    await points(page, 0).fill('15')
    await bar(page, '已送达 1').waitFor()
    await page.context().setOffline(true)
    await points(page, 1).fill('3')
    await bar(page, '已保存在本机 1').waitFor()
    const second = await browser.open('nobody', { width: 412, height: 915 })
    await second.page.goto(`${judges.line.url}/pocket/open#${token}`)
    await second.page.getByText('席位已在另一台设备打开').waitFor()
    await second.page.getByRole('button', { name: '换到本机' }).click()
    await second.page.waitForURL(/\/pocket\/seat$/)
    await toSheet(second.page)
    await expect.poll(() => points(second.page, 0).inputValue()).toBe('15')
    await page.context().setOffline(false)
    await page.getByText('席位已不在本机').first().waitFor()
    await bar(page, '已保存在本机 1').waitFor()
    await expect.poll(() => points(page, 1).inputValue()).toBe('3')
    await expect.poll(() => points(page, 0).isDisabled()).toBe(true)
    await points(second.page, 0).fill('17')
    await bar(second.page, '已送达 1').waitFor()
    await expect.poll(() => arrivedOf(trial, { id })).toEqual([{ subject: communities[0], points: { pledges: '17' } }])
    // The link it keeps brings the seat back on no device but the one that has it; nor after it was revoked.
    await judges.round.move('revokeSeat', { reason: '换人' }, { seat: id })
    await second.page.getByText('席位已不在本机').first().waitFor()
    await page.reload()
    await page.getByText('席位已不在本机').first().waitFor()
  })
})

describe('who speaks on the spot', () => {
  test('writes without a network; it is kept as typed and handed in once', async () => {
    const seat = judges.round.seat('commentator')
    const { page } = await phone(seat)
    await page.locator('.foot').getByText('可离线').waitFor()
    await judges.line.cut()
    await page.locator('textarea').fill('背街小巷整治不彻底')
    await laidDown(page, '背街小巷整治不彻底')
    await page.reload()
    await expect.poll(() => page.locator('textarea').inputValue()).toBe('背街小巷整治不彻底')
    await page.getByRole('button', { name: '提交点评' }).click()
    await bar(page, '已保存在本机 1').waitFor()
    await judges.line.mend()
    await bar(page, '已送达 1').waitFor()
    expect(await seriousFindings(page)).toEqual([])
    const { body } = await trial.as('officer').call<{ remarks: { text: string }[] }>('rounds.remarks', { params: judges.round.where })
    expect(body.remarks.map(({ text }) => text)).toEqual(['背街小巷整治不彻底'])
  })
})
