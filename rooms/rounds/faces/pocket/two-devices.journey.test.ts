// A seat that moves to a second device and back: what the first one had not sent does not win over what the second one wrote
// meanwhile; both are there, and the judge chooses.

import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { describe, expect, test } from 'vitest'
import { seriousFindings } from '#ground/trial/axe.ts'
import { useBrowser } from '#ground/trial/browser.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { arrivedOf, scoreActsOf } from '../../trial-arrived.ts'
import { communities } from '../../trial.ts'
import { bar, points, toSheet, useJudges } from '../../trial-judges.ts'

const trial = useTrial()
const browser = useBrowser(trial)
const judges = useJudges(trial, 1)

async function open(page: Page, token: string): Promise<void> {
  await page.goto(`${judges.line.url}/pocket/open#${token}`)
  const moving = page.getByRole('button', { name: '换到本机' })
  await moving.or(page.locator('.honest')).first().waitFor()
  if ((await moving.count()) > 0) await moving.click()
  await page.waitForURL(/\/pocket\/seat$/)
}

/** Both devices have the same sheet; the first one, without a line, goes on from there, and so does the second. */
async function apart(): Promise<{ seat: { id: string }; first: Page; second: Page; token: string }> {
  const seat = { id: randomUUID(), kind: 'judge', panel: 'leaders', holder: '演示·评委', person: null, home: null }
  await judges.round.move('addSeats', { seats: [seat] })
  const { token } = (await judges.round.move('inviteSeat', undefined, { seat: seat.id })) as { token: string }
  const { page: first } = await browser.open('nobody', { width: 360, height: 640 })
  await open(first, token)
  await toSheet(first)
  await points(first, 0).fill('15')
  await bar(first, '已送达 1').waitFor()
  await first.context().setOffline(true)
  // More than the other one will make, so that its number alone would win.
  for (const value of ['10', '11', '12', '13', '14']) await points(first, 1).fill(value)
  await bar(first, '已保存在本机 1').waitFor()
  const { page: second } = await browser.open('nobody', { width: 412, height: 915 })
  await open(second, token)
  await toSheet(second)
  await points(second, 1).fill('27')
  await bar(second, '已送达 1').waitFor()
  await expect.poll(() => arrivedOf(trial, seat)).toEqual([{ subject: communities[0], points: { pledges: '15', change: '27' } }])
  // Back on the first, which opens the link anew while its old words still wait.
  await first.context().setOffline(false)
  await open(first, token)
  await first.locator('.row-button').filter({ hasText: '两台不一样' }).waitFor()
  return { seat, first, second, token }
}

describe('a seat that comes back to its first device', () => {
  test('sends nothing over the other device’s words before the judge has chosen its own', async () => {
    const { seat, first, second } = await apart()
    await second.getByText('席位已不在本机').first().waitFor()
    const acts = await scoreActsOf(trial, seat)
    await bar(first, '已保存在本机 1').waitFor()
    await first.reload()
    await toSheet(first)
    await first.getByText('两台设备评得不一样').waitFor()
    await expect.poll(() => first.locator('.conflict .differs').first().innerText()).toMatch(/实绩变化\s+14\s+27/)
    await expect.poll(() => points(first, 1).inputValue()).toBe('14')
    expect(await seriousFindings(first)).toEqual([])
    expect(await arrivedOf(trial, seat)).toEqual([{ subject: communities[0], points: { pledges: '15', change: '27' } }])
    expect(await scoreActsOf(trial, seat)).toBe(acts)
    await first.getByRole('button', { name: '用本机的' }).click()
    await bar(first, '已送达 1').waitFor()
    await expect.poll(() => first.locator('.conflict').count()).toBe(0)
    await expect.poll(() => arrivedOf(trial, seat)).toEqual([{ subject: communities[0], points: { pledges: '15', change: '14' } }])
  })

  test('takes the other’s where the judge says so, also after further taps', async () => {
    const { seat, first } = await apart()
    await toSheet(first)
    await first.getByText('两台设备评得不一样').waitFor()
    await points(first, 2).fill('8')
    await expect.poll(() => first.locator('.conflict .differs').count()).toBe(3)
    await first.getByRole('button', { name: '用另一台的' }).click()
    await bar(first, '已送达 1').waitFor()
    await expect.poll(() => points(first, 1).inputValue()).toBe('27')
    await points(first, 2).fill('9')
    await expect
      .poll(() => arrivedOf(trial, seat))
      .toEqual([{ subject: communities[0], points: { pledges: '15', change: '27', theme: '9' } }])
  })
})
