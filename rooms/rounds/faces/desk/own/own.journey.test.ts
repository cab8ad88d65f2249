// In a real browser: a secretary reads the result told to the unit and asks for a recount, promises something for the year
// and says how it stands; the township confirms it. Without a finding of axe, in Chinese and in large English.

import { randomUUID } from 'node:crypto'
import { chromium } from '@playwright/test'
import type { Browser, Page } from '@playwright/test'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sound } from '#ground/trial/axe.ts'
import { cast } from '#ground/trial/cast.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { launchOptions } from '#tools/browser/launch.ts'
import { playRound } from '../../../trial.ts'

const trial = useTrial()
let browser: Browser

beforeAll(async () => {
  browser = await chromium.launch(await launchOptions())
  const round = await playRound(trial)
  await round.scoreAll()
  await round.move('freeze')
  const [teller, supervisor] = [round.seat('teller'), round.seat('supervisor')]
  const counted = await teller.caller.call<{ id: string; inputDigest: string }>('rounds.tally', {
    body: { seat: teller.id, id: randomUUID() },
  })
  const { id: tally, inputDigest } = counted.body
  for (const { id: seat, caller } of [teller, supervisor]) await caller.call('rounds.sign', { body: { seat, tally, inputDigest } })
  await round.move('reveal', { form: 'bands', all: true })
})

afterAll(() => browser.close())

async function deskOf(token: string, english = false): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1400, height: 900 },
    locale: 'zh-CN',
    bypassCSP: true,
    reducedMotion: 'reduce',
  })
  await context.clock.setFixedTime(trial.clock.now())
  const cookies = { 'lx-session': token, ...(english ? { 'lx-language': 'en', 'lx-text': 'large' } : {}) }
  await context.addCookies(Object.entries(cookies).map(([name, value]) => ({ name, value, url: trial.url })))
  return context.newPage()
}

async function act(
  page: Page,
  name: string,
  fill: (dialog: ReturnType<Page['getByRole']>) => Promise<unknown> = async () => {},
): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click()
  const dialog = page.getByRole('dialog')
  await fill(dialog)
  await dialog.getByRole('button', { name, exact: true }).click()
  await dialog.waitFor({ state: 'hidden' })
}

test('a unit sees its own result and asks for a recount', async () => {
  const page = await deskOf(cast.secretary.token)
  await page.goto(`${trial.url}/desk/own-rounds`)
  await page.getByText('先进', { exact: true }).waitFor()
  await page.getByText('还没有承诺。').waitFor()
  await sound(page, 'own page')
  await act(page, '申请复核', (dialog) => dialog.getByLabel(/理由|事由|原因/).fill('想核对环节得分'))
  await page.getByText('已申请复核，等答复').waitFor()
  const { rows } = await trial.owner.query('select subject, state from round_recounts')
  expect(rows).toEqual([{ subject: '990101001001', state: 'asked' }])
  await page.context().close()
})

test('a secretary promises and says how it stands; the township confirms', async () => {
  const secretary = await deskOf(cast.secretary.token)
  await secretary.goto(`${trial.url}/desk/own-rounds?period=2026-Q3`)
  await act(secretary, '亮一项承诺', (dialog) => dialog.getByLabel(/^内容/).fill('改造背街小巷两条'))
  await act(secretary, '说本季进展', (dialog) => dialog.getByText('部分兑现', { exact: true }).click())
  await secretary.getByText('自述：部分兑现').waitFor()
  await sound(secretary, 'stated')

  const officer = await deskOf(cast.officer.token)
  await officer.goto(`${trial.url}/desk/rounds/commitments?period=2026-Q3`)
  await officer.getByRole('button', { name: '1. 改造背街小巷两条' }).click()
  await sound(officer, 'confirm')
  await act(officer, '核实')
  await officer.getByText('核实：部分兑现').first().waitFor()
  await secretary.reload()
  await secretary.getByText('核实：部分兑现').waitFor()
  await expect.poll(() => secretary.getByRole('button', { name: '改本季进展' }).count()).toBe(0)
  await Promise.all([secretary.context().close(), officer.context().close()])
})

test('in English and in large text', async () => {
  for (const [token, path, word] of [
    [cast.secretary.token, '/desk/own-rounds?period=2026-Q3', 'confirmed: partly kept'],
    [cast.officer.token, '/desk/rounds/commitments?period=2026-Q3', 'confirmed: partly kept'],
  ] as const) {
    const page = await deskOf(token, true)
    await page.goto(trial.url + path)
    await page.getByText(word).first().waitFor()
    await sound(page, path)
    await page.context().close()
  }
})
