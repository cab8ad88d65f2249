// For the journey of a whole round: ten judges with phones, to each of whom something befalls; how one scores with a thumb,
// and what the phone then says has arrived.

import type { Page } from '@playwright/test'
import { expect } from 'vitest'
import type { Browsing, View, ViewOptions } from '#ground/trial/browser.ts'
import { openLine } from '#ground/trial/line.ts'
import { diceOf, fillStorage, loseAnswers, openBadLine, openPhoneProcess, setClockWrong } from '#ground/trial/misfortune.ts'

/** Another name of this machine, which a browser takes for an address like any other. */
export const hallName = 'hall.example'
const weChat =
  'Mozilla/5.0 (Linux; Android 14; V2309A; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/116.0.0.0 Mobile Safari/537.36 MicroMessenger/8.0.49.2600(0x28003156) WeChat/arm64 NetType/WIFI Language/zh_CN'
const day = 86_400_000

/** Where the judges are. */
export interface Hall {
  readonly browser: Browsing
  readonly url: string
  /** Units by name, in the order in which they come. */
  readonly units: readonly string[]
  /** The link's token of the judge with this number. */
  token(number: number): string
  /** What is closed when all is over. */
  readonly ends: (() => Promise<unknown>)[]
}

export interface Judge {
  readonly number: number
  /** By the unit's name: what was typed, criterion by criterion. */
  readonly typed: Map<string, readonly string[]>
  /** The page that is open now; a killed phone gets another. */
  page: Page
  /** Happens before each criterion. */
  befalls(unit: string, criterion: number): Promise<void>
  /** Nothing befalls any more; whatever the misfortune was, it must have happened, and nothing worse. */
  end(): Promise<void>
}

const nothing = (): Promise<void> => Promise.resolve()
const bar = (page: Page, words: string) => page.locator('.honest').getByText(words)
const points = (page: Page, nth: number) => page.locator('.stepper input').nth(nth)

/** Comes by a seat's link. */
export async function enter(page: Page, address: string, token: string): Promise<void> {
  await page.goto(`${address}/pocket/open#${token}`)
  await page.waitForURL(/\/(pocket\/(seat|count)|stage\/round)$/)
}

const phone = (hall: Hall, options: ViewOptions = {}): Promise<View> => hall.browser.open('nobody', { width: 360, height: 640, ...options })

async function undisturbed(hall: Hall, number: number, address: string, options: ViewOptions = {}): Promise<Judge> {
  const { page, faults } = await phone(hall, options)
  await enter(page, address, hall.token(number))
  await bar(page, '已连接').waitFor()
  // Over plain http a browser remarks that it ignores a header meant for https.
  const end = async (): Promise<void> =>
    expect(
      faults.filter((fault) => !fault.includes('Cross-Origin-Opener-Policy')),
      `评委${number}`,
    ).toEqual([])
  return { page, number, typed: new Map(), befalls: nothing, end }
}

async function onBadLine(hall: Hall, number: number): Promise<Judge> {
  const line = await openBadLine(hall.url, number)
  hall.ends.push(() => line.cut())
  const judge = await undisturbed(hall, number, line.url)
  return {
    ...judge,
    befalls: line.chance,
    end: async () => {
      expect(await line.end(), `breaks of the line of 评委${number}`).toBeGreaterThan(1)
      await judge.end()
    },
  }
}

/** Killed in the middle of the fifth unit, without a line; opened again without one, which comes back two units later. */
async function killed(hall: Hall, number: number): Promise<Judge> {
  const [line, browser] = [await openLine(hall.url), await openPhoneProcess()]
  hall.ends.push(
    () => browser.remove(),
    () => line.cut(),
  )
  const open = async (address: string): Promise<Page> => {
    const page = await (await browser.start()).newPage()
    await page.goto(address)
    return page
  }
  const first = await open('about:blank')
  await enter(first, line.url, hall.token(number))
  await first.locator('.foot').getByText('可离线').waitFor()
  let killings = 0
  const judge: Judge = {
    // A phone that was put away and taken out again: its browser has had the time to write down who sits on the seat.
    page: await open(`${line.url}/pocket/seat`),
    number,
    typed: new Map(),
    befalls: async (unit, criterion) => {
      const at = `${hall.units.indexOf(unit) + 1}.${criterion + 1}`
      if (at === '5.1') await line.cut()
      if (at === '7.3') await line.mend()
      if (at !== '5.4') return
      await bar(judge.page, '已保存在本机 1').waitFor()
      await browser.kill()
      killings += 1
      judge.page = await open(`${line.url}/pocket/seat`)
      await bar(judge.page, '未连接').waitFor()
      await bar(judge.page, '已保存在本机 1').waitFor()
      await toSheet(judge.page, unit)
      for (const [nth, value] of (judge.typed.get(unit) ?? []).entries()) expect(await points(judge.page, nth).inputValue()).toBe(value)
    },
    end: async () => expect(killings).toBe(1),
  }
  return judge
}

/** Nothing can be kept on the phone; for a whole unit there is no line either. */
async function withFullStorage(hall: Hall, number: number): Promise<Judge> {
  const line = await openLine(hall.url)
  hall.ends.push(() => line.cut())
  const { page, context } = await phone(hall)
  await fillStorage(context, page, line.url)
  await enter(page, line.url, hall.token(number))
  let told = 0
  const befalls = async (unit: string, criterion: number): Promise<void> => {
    const at = `${hall.units.indexOf(unit) + 1}.${criterion + 1}`
    if (at === '3.2') await line.cut()
    if (at !== '4.2') return
    await bar(page, '本机存储已满，2 项只在本页').waitFor()
    told += 1
    await line.mend()
  }
  return { page, number, typed: new Map(), befalls, end: async () => expect(told).toBe(1) }
}

async function withWrongClock(hall: Hall, number: number): Promise<Judge> {
  const { page, context } = await phone(hall)
  await setClockWrong(context, -day)
  await enter(page, hall.url, hall.token(number))
  const slow = Date.now() - (await page.evaluate(() => Date.now()))
  return { page, number, typed: new Map(), befalls: nothing, end: async () => expect(slow).toBeGreaterThan(day / 2) }
}

async function withLostAnswers(hall: Hall, number: number): Promise<Judge> {
  const { page } = await phone(hall)
  const lost = await loseAnswers(page, '**/rounds/seat/score')
  await enter(page, hall.url, hall.token(number))
  return { page, number, typed: new Map(), befalls: nothing, end: async () => expect(lost()).toBeGreaterThan(0) }
}

async function inWeChat(hall: Hall, number: number): Promise<Judge> {
  const judge = await undisturbed(hall, number, hall.url.replace('127.0.0.1', hallName), { userAgent: weChat })
  const able = await judge.page.evaluate(() => [
    Reflect.get(globalThis, 'isSecureContext'),
    'serviceWorker' in navigator,
    'locks' in navigator,
  ])
  expect(able).toEqual([false, false, false])
  await judge.page.getByText('此处不能离线').first().waitFor()
  return judge
}

/** Nine judges in the hall, of whom seven meet with a misfortune, and one who came by a chat program. */
export function seatJudges(hall: Hall): Promise<Judge[]> {
  return Promise.all([
    ...[1, 2, 3].map((number) => onBadLine(hall, number)),
    killed(hall, 4),
    withFullStorage(hall, 5),
    withWrongClock(hall, 6),
    withLostAnswers(hall, 7),
    ...[8, 9].map((number) => undisturbed(hall, number, hall.url)),
    inWeChat(hall, 10),
  ])
}

/** From wherever the phone is to the sheet of this unit. */
async function toSheet(page: Page, unit: string): Promise<void> {
  await page.locator('.back, .row-button').first().waitFor()
  if ((await page.locator('.back').count()) > 0) await page.locator('.back').click()
  await page.locator('.row-button').filter({ hasText: unit }).click()
  await page.getByRole('heading', { level: 1, name: unit }).waitFor()
}

/** A judge scores a unit: taps the points of the first criterion, types the others. */
export async function score(judge: Judge, unit: string, maxima: readonly number[]): Promise<void> {
  const dice = diceOf(judge.number * 1000 + (unit.codePointAt(0) ?? 0))
  const typed: string[] = []
  judge.typed.set(unit, typed)
  await toSheet(judge.page, unit)
  for (const [nth, max] of maxima.entries()) {
    await judge.befalls(unit, nth)
    const { page } = judge
    const halves = Math.floor(dice() * (nth === 0 ? 4 : max * 0.6))
    typed.push(String(max - halves / 2))
    // The first tap gives the maximum; each tap of the other button takes a half.
    if (nth === 0) await page.locator('.stepper button').nth(1).click()
    if (nth === 0) for (let taps = 0; taps < halves; taps += 1) await page.locator('.stepper button').nth(0).click()
    else await points(page, nth).fill(String(max - halves / 2))
  }
  const sum = typed.reduce((all, value) => all + Number(value), 0)
  expect(await judge.page.locator('.total output').textContent()).toBe(String(sum))
}

/** The sheets that the phone says have arrived, each with the total that it shows. */
export async function seenArrived({ page, typed }: Judge): Promise<string[]> {
  await bar(page, `已送达 ${typed.size}`).waitFor({ timeout: 60_000 })
  await bar(page, '已保存在本机 0').waitFor()
  await page.locator('.back').click()
  const rows = page.locator('.row-button').filter({ hasText: '● 已送达' })
  return rows.evaluateAll((all) =>
    all.map((row) => ['.name', '.figure'].map((part) => row.querySelector(part)?.firstChild?.textContent).join(' ')),
  )
}
