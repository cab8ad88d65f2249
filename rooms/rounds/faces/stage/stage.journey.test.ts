// The big screen in a real browser: a round is played in front of it, its server goes and comes back, its line breaks.

import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { afterAll, describe, expect, test } from 'vitest'
import { buildServer } from '#ground/http/server.ts'
import { loadShell } from '#ground/http/shell.ts'
import { seriousFindings } from '#ground/trial/axe.ts'
import { useBrowser } from '#ground/trial/browser.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { stickingOut } from './sticking-out.ts'
import { communities, playRound } from '../../trial.ts'
import type { PlayedRound } from '../../trial.ts'

const trial = useTrial()
const browser = useBrowser(trial)
const [first, second] = ['朝霞社区', '和风社区']

interface Server {
  readonly url: string
  readonly port: number
  stop(): Promise<void>
}
const servers: Server[] = []
afterAll(async () => {
  for (const server of servers) await server.stop()
})

/** A server process's work on the trial's database, at a port that another one may take over. */
async function serve(port = 0): Promise<Server> {
  const app = await buildServer({
    kit: trial.instance.kit,
    house: trial.house,
    hub: trial.instance.hub,
    shell: await loadShell(trial.house.root),
    facesFolder: `${trial.house.root}/dist`,
    publicFolder: `${trial.house.root}/faces/public/static`,
    logLevel: 'silent',
    perMinute: 1_000_000,
    latestMs: 0,
  })
  const url = await app.listen({ host: '127.0.0.1', port })
  let stopped: Promise<void> | undefined
  const server = { url, port: Number(new URL(url).port), stop: () => (stopped ??= app.close()) }
  servers.push(server)
  return server
}

const scene = (page: Page, kind: string) => page.locator(`[data-scene="${kind}"]`)
const line = (page: Page, state: string) => page.locator(`[data-line="${state}"]`)
const named = (page: Page, name: string) => page.getByRole('heading', { name })

/** Opens the stage of a round, as whoever has followed the link. */
async function open(round: PlayedRound, url: string, size: { width: number; height: number }, language: 'zh' | 'en' = 'zh') {
  const view = await browser.open('nobody', { language, ...size })
  await view.context.addCookies([{ name: 'lx-seat', value: round.seat('stage').device, url }])
  await view.page.goto(`${url}/stage/round`)
  return view
}

/** Notes every heading that was ever on the page, from now on. */
async function noteHeadings(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const seen: string[] = []
    const look = (): void => {
      for (const one of document.querySelectorAll('h1')) {
        const text = one.textContent
        if (seen.at(-1) !== text) seen.push(text)
      }
    }
    look()
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true })
    Object.assign(globalThis, { seenHeadings: seen })
  })
  return () => page.evaluate(() => (globalThis as unknown as { seenHeadings: string[] }).seenHeadings)
}

async function sign(round: PlayedRound): Promise<void> {
  const teller = round.seat('teller')
  const counted = await teller.caller.call<{ id: string; inputDigest: string }>('rounds.tally', {
    body: { seat: teller.id, id: randomUUID() },
  })
  const { id: tally, inputDigest } = counted.body
  for (const seat of [teller, round.seat('supervisor')])
    expect((await seat.caller.call('rounds.sign', { body: { seat: seat.id, tally, inputDigest } })).status).toBe(200)
}

describe('a round in front of the hall', () => {
  test.each([
    { language: 'zh', width: 1920, height: 1080 },
    { language: 'en', width: 1024, height: 768 },
  ] as const)('every scene comes by itself, within its margins, without a serious finding: %o', async ({ language, ...size }) => {
    const round = await playRound(trial, { judges: { leaders: 3 }, others: ['teller', 'supervisor', 'stage', 'voter'] })
    const { page, faults } = await open(round, trial.url, size, language)
    const look = async (kind: string): Promise<void> => {
      await scene(page, kind).waitFor()
      expect(await seriousFindings(page), kind).toEqual([])
      expect(await stickingOut(page), kind).toEqual([])
    }
    await look('idle')
    await round.move('show', { kind: 'order', draw: null })
    await look('order')
    const draw = randomUUID()
    await round.move('sealDraw', {
      id: draw,
      kind: 'speaking',
      title: '抽取发言顺序',
      pool: null,
      sources: ['9月10日福彩3D开奖号码'],
      hash: 'sha256',
      take: 2,
      repeats: null,
      reason: '',
    })
    await round.move('show', { kind: 'draw', draw })
    await look('draw')
    await round.move('enterDraw', { values: ['3 8 1'] }, { draw })
    const teller = round.seat('teller')
    await teller.caller.call('rounds.witnessDraw', { body: { seat: teller.id, draw, values: ['3 8 1'] } })
    await page.locator('.lines li').nth(1).waitFor()
    await look('draw')
    await round.move('present', { subject: communities[0], component: 'field' })
    await named(page, first ?? '').waitFor()
    await round.move('setTimer', { verb: 'start', seconds: 60 })
    await page.getByText(language === 'zh' ? '剩余时间' : 'Time left').waitFor()
    await expect.poll(() => page.locator('.timer-figure').textContent()).toMatch(/^00:5\d|^01:00$/)
    await expect
      .poll(() => page.locator('.unit-name h1').evaluate((one) => Number.parseFloat(getComputedStyle(one).fontSize)))
      .toBeGreaterThanOrEqual(72)
    await look('unit')
    await round.move('setTimer', { verb: 'pause' })
    trial.clock.advance(75_000)
    await round.move('setTimer', { verb: 'start' })
    trial.clock.advance(75_000)
    await round.move('setTimer', { verb: 'pause' })
    await page.getByText(language === 'zh' ? '▲ 超时' : '▲ over time').waitFor()
    await look('unit')
    await round.scoreAll((judge, unit) => 0.95 - judge * 0.02 - unit * 0.04)
    await round.move('freeze')
    await look('pause')
    await sign(round)
    await round.move('openVote', { id: randomUUID() })
    await look('vote')
    await expect.poll(() => page.locator('.figure').textContent()).toMatch(/4/)
    await round.move('reveal', { form: 'ranks', all: false })
    await named(page, second ?? '').waitFor()
    await expect.poll(() => page.getByText(first ?? '').count()).toBe(0)
    await look('reveal')
    await round.move('reveal', { form: 'ranks', all: false })
    await named(page, first ?? '').waitFor()
    await round.move('publish', { id: randomUUID(), form: 'ranks', reason: '会议决定' })
    await look('board')
    await page.locator('.ranks li').nth(1).waitFor()
    expect(faults).toEqual([])
  })

  test('nothing moves for those who want less motion, and 300 to 800 ms otherwise; F is full screen', async () => {
    const round = await playRound(trial)
    await round.move('present', { subject: communities[0], component: 'field' })
    const { page } = await open(round, trial.url, { width: 1280, height: 720 })
    await named(page, first ?? '').waitFor()
    const motion = () => page.locator('.arrive').evaluate((one) => getComputedStyle(one).animation)
    expect(await motion()).toMatch(/^none/)
    await page.emulateMedia({ reducedMotion: 'no-preference' })
    expect(await motion()).toMatch(/^0?\.[3-8]\d*s/)
    await page.keyboard.press('f')
    await page.waitForFunction(() => document.fullscreenElement !== null)
    await page.locator('.choices').waitFor({ state: 'detached' })
    await page.keyboard.press('f')
    await page.locator('.choices').waitFor()
  })

  test('without a seat it says what to do, and begins by itself once the link was followed', async () => {
    const round = await playRound(trial)
    const { page, context } = await browser.open('nobody')
    await page.goto(`${trial.url}/stage/round`)
    await scene(page, 'no-seat').waitFor()
    expect(await seriousFindings(page)).toEqual([])
    const { token } = (await round.move('inviteSeat', undefined, { seat: round.seat('stage').id })) as { token: string }
    const phone = await context.newPage()
    await phone.goto(`${trial.url}/pocket/open#${token}`)
    await phone.waitForURL(/\/stage\/round$/)
    await scene(phone, 'idle').waitFor()
    await scene(page, 'idle').waitFor()
  })
})

describe('when the server or the line is gone', () => {
  const size = { width: 1280, height: 720 }

  test('keeps what is on with the time of it, and comes back with the present at the same address', async () => {
    const round = await playRound(trial)
    const before = await serve()
    await round.move('present', { subject: communities[0], component: 'field' })
    const { page } = await open(round, before.url, size)
    await named(page, first ?? '').waitFor()
    await line(page, 'open').waitFor()
    await before.stop()
    await line(page, 'lost').waitFor()
    await expect.poll(() => page.locator('.foot-line').textContent()).toMatch(/截至 \d\d:\d\d:\d\d · ■ 未连接/)
    await expect.poll(() => named(page, first ?? '').count()).toBe(1)
    await round.move('present', { subject: communities[1], component: 'field' })
    const seen = await noteHeadings(page)
    await serve(before.port)
    await named(page, second ?? '').waitFor()
    await line(page, 'open').waitFor()
    await expect.poll(() => seen()).toEqual([first, second])
    await page.reload()
    const afterwards = await noteHeadings(page)
    await named(page, second ?? '').waitFor()
    expect(await afterwards()).not.toContain(first)
  })

  test('a unit that is announced but cannot be fetched leaves no trace of the one before', async () => {
    const round = await playRound(trial)
    await round.move('present', { subject: communities[0], component: 'field' })
    const { page } = await open(round, trial.url, size)
    await named(page, first ?? '').waitFor()
    await line(page, 'open').waitFor()
    await page.route('**/rounds/seat/stage', (route) => route.abort())
    await round.move('present', { subject: communities[1], component: 'field' })
    await scene(page, 'recovering').waitFor()
    await expect.poll(() => page.getByText(first ?? '').count()).toBe(0)
    const seen = await noteHeadings(page)
    await page.unroute('**/rounds/seat/stage')
    await named(page, second ?? '').waitFor()
    await expect.poll(() => seen()).toEqual(['正在恢复', second])
  })

  test('an older picture is never shown, not while it runs and not after a reload', async () => {
    const round = await playRound(trial)
    await round.move('present', { subject: communities[0], component: 'field' })
    const { page } = await open(round, trial.url, size)
    await named(page, first ?? '').waitFor()
    const answer = await round.seat('stage').caller.call<{ version: number }>('rounds.stage')
    const [old, { version }] = [JSON.stringify(answer.body), answer.body]
    await round.move('present', { subject: communities[1], component: 'field' })
    await named(page, second ?? '').waitFor()
    const seen = await noteHeadings(page)
    await page.route('**/rounds/seat/stage', (route) => route.fulfill({ contentType: 'application/json', body: old }))
    const fetched = page.waitForResponse(/rounds\/seat\/stage/)
    await round.move('setTimer', { verb: 'start' })
    await (await fetched).finished()
    await expect.poll(() => seen()).toEqual([second])
    await page.reload()
    await page.getByText('不予显示').waitFor()
    const afterwards = await noteHeadings(page)
    await page.unroute('**/rounds/seat/stage')
    await named(page, second ?? '').waitFor()
    expect(await afterwards()).toEqual(['正在恢复', second])
    await expect.poll(() => page.locator('[data-version]').getAttribute('data-version')).toBe(String(version + 2))
  })

  test('where streams are held back it asks by the clock and says so', async () => {
    const round = await playRound(trial)
    const view = await browser.open('nobody', size)
    await view.context.addCookies([{ name: 'lx-seat', value: round.seat('stage').device, url: trial.url }])
    await view.page.route('**/api/v1/live', (route) => route.abort())
    await view.page.goto(`${trial.url}/stage/round`)
    await scene(view.page, 'idle').waitFor()
    await line(view.page, 'polling').waitFor()
    await round.move('present', { subject: communities[1], component: 'field' })
    await named(view.page, second ?? '').waitFor()
    await expect.poll(() => view.page.locator('.foot-line').textContent()).toContain('定时更新')
  })
})
