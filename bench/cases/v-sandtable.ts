// (v) The sand table of a province: 52,378 units added up to their counties, in a headless Chromium. A county is clicked and
// one goes back, many times; quarters are turned, those that nobody asked for since the server started, and those that the page
// asked for ahead. The clock runs in the page from the click until the new map and card are painted.

import { setTimeout as pause } from 'node:timers/promises'
import { chromium } from '@playwright/test'
import type { Browser, Page } from '@playwright/test'
import { chinaDay } from '#ground/kernel/clock.ts'
import { ownerClient } from '#ground/postgres/database.ts'
import { launchOptions } from '#tools/browser/launch.ts'
import { seatReader } from '../campaign.ts'
import type { Case, Figure, Setting } from '../case.ts'
import { atMost } from '../case.ts'
import { percentile } from '../figures.ts'
import { fillHeld } from '../stars-held.ts'

const province = '41'
const aimMs = 200
const patienceMs = 30_000

/** What is done in the page, and when it is painted: map and card of the unit (and the quarter) stand there, and two frames have passed. */
interface Doing {
  readonly act: 'choose' | 'up' | 'quarter'
  /** The unit that must stand there afterwards. */
  readonly unit: string
  readonly quarter: string | null
}

// Runs inside the page, hence a text.
const timing = `window.benchTimed = ({ act, unit, quarter }) => new Promise((resolve, reject) => {
  const there = () => {
    const table = document.querySelector('.sand-columns')
    return table !== null && table.dataset.drawn === unit && table.dataset.card === unit && (quarter === null || table.dataset.quarter === quarter)
      && document.querySelector('.lx-map [data-code^="' + unit + '"]') !== null
  }
  const began = performance.now()
  const painted = () => requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - began)))
  const look = () => {
    if (there()) painted()
    else if (performance.now() - began > ${patienceMs}) reject(new Error('nothing was painted for ' + unit))
    else requestAnimationFrame(look)
  }
  if (act === 'choose') document.querySelector('[data-code="' + unit + '"]').dispatchEvent(new MouseEvent('click', { bubbles: true }))
  else if (act === 'up') document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }))
  else {
    const slider = document.querySelector('.sand-time input')
    const value = document.querySelector('.sand-columns').dataset.quarters.split(' ').indexOf(quarter)
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(slider, String(value))
    slider.dispatchEvent(new Event('input', { bubbles: true }))
  }
  look()
})`

// A page that is never idle asks nothing ahead.
const busy = 'window.requestIdleCallback = () => 0'

/** The page has so long for each thing: what is stuck is said, not waited for. */
async function within<T>(what: string, work: Promise<T>): Promise<T> {
  const late = new AbortController()
  const tooLate = pause(2 * patienceMs, undefined, { signal: late.signal }).then(() => {
    throw new Error(`${what} took longer than ${(2 * patienceMs) / 1000} s`)
  })
  tooLate.catch(() => {})
  try {
    return await Promise.race([work, tooLate])
  } finally {
    late.abort()
  }
}

const askPage = (page: Page, doing: Doing): Promise<number> =>
  page.evaluate((given) => (globalThis as unknown as { benchTimed(doing: unknown): Promise<number> }).benchTimed(given), doing)

const timed = (page: Page, doing: Doing): Promise<number> =>
  within(`${doing.act} ${doing.unit} ${doing.quarter ?? ''}`, askPage(page, doing))

function figureOf(what: string, milliseconds: readonly number[], note: string): Figure {
  const value = percentile(milliseconds, 95)
  const p50 = percentile(milliseconds, 50)
  return {
    what: `${what}: p95 until painted`,
    value,
    unit: 'ms',
    limit: { what: 'the aim itself', value: aimMs },
    ratio: value / aimMs,
    aim: atMost(value, aimMs, 'ms'),
    note: `p50 ${p50.toFixed(0)} ms of ${milliseconds.length}; ${note}`,
  }
}

interface Table {
  readonly page: Page
  /** Opens the table of the province, with nothing left over from the page before. */
  open(): Promise<void>
  close(): Promise<void>
}

async function tableOf(browser: Browser, origin: string, token: string, scripts: readonly string[]): Promise<Table> {
  const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1366, height: 820 } })
  await context.addCookies([{ name: 'lx-session', value: token, url: origin }])
  const page = await context.newPage()
  for (const content of [timing, ...scripts]) await page.addInitScript({ content })
  let visits = 0
  return {
    page,
    open: async () => {
      await page.goto(`${origin}/desk/sandtable?unit=${province}&n=${(visits += 1)}`)
      await page.locator(`.sand-columns[data-drawn="${province}"][data-card="${province}"] .lx-map [data-code]`).first().waitFor()
    },
    close: () => context.close(),
  }
}

const quartersOn = async (page: Page): Promise<string[]> =>
  ((await page.locator('.sand-columns').getAttribute('data-quarters')) ?? '').split(' ')

/** Counties are clicked, and one goes back. */
async function clicked({ page, open }: Table, quick: boolean): Promise<{ down: number[]; up: number[] }> {
  await open()
  const codes = await page.locator('.lx-map [data-code]').evaluateAll((parts) => parts.map((part) => part.getAttribute('data-code') ?? ''))
  const [down, up]: [number[], number[]] = [[], []]
  for (const unit of codes.filter((_code, nth) => !quick || nth % 5 === 0)) {
    down.push(await timed(page, { act: 'choose', unit, quarter: null }))
    up.push(await timed(page, { act: 'up', unit: province, quarter: null }))
  }
  return { down, up }
}

/** Every past quarter, each for the first time since the server started. */
async function turnedFirst({ page, open }: Table): Promise<number[]> {
  await open()
  const turned: number[] = []
  for (const quarter of (await quartersOn(page)).slice(0, -1)) {
    await open()
    turned.push(await timed(page, { act: 'quarter', unit: province, quarter }))
  }
  return turned
}

/** The quarter before, when the page has been idle for long enough to have asked for it. */
async function turnedAhead({ page, open }: Table, times: number): Promise<number[]> {
  const turned: number[] = []
  for (let nth = 0; nth < times; nth += 1) {
    // What the page before still asks would be taken for this one's, and never come.
    await page.goto('about:blank')
    const asked = (['layer', 'card'] as const).map((what) =>
      page.waitForResponse((answer) => new RegExp(`/sandtable/${what}\\?.*quarter=`).test(answer.url())),
    )
    await open()
    for (const answer of await within('asking ahead', Promise.all(asked))) await within('an answer asked ahead', answer.finished())
    const before = (await quartersOn(page)).at(-2) ?? ''
    turned.push(await timed(page, { act: 'quarter', unit: province, quarter: before }))
  }
  return turned
}

async function run({ quick, places, say }: Setting): Promise<Figure[]> {
  const { dataDir } = await places.demo()
  const instance = await places.open(dataDir)
  const owner = await ownerClient(instance.database.ownerUrl)
  say('filling a province')
  const { units, honours, targets } = await fillHeld(owner, chinaDay(Date.now()))
  const token = await seatReader(owner, province)
  const { rows } = await owner.query<{ all: number; counties: number }>(
    `select count(*)::int as all, (count(*) filter (where level = 3))::int as counties from unit_versions where valid_to is null and code ^@ $1`,
    [province],
  )
  const browser = await chromium.launch(await launchOptions())
  const first: number[] = []
  try {
    // A server that has just started has added nothing up.
    for (let times = quick ? 1 : 3; times > 0; times -= 1) {
      const served = await places.serve({ dataDir, demo: false })
      const table = await tableOf(browser, `http://127.0.0.1:${served.port}`, token, [busy])
      say('turning to quarters that nobody asked for')
      first.push(...(await turnedFirst(table)))
      await table.close()
      await served.stop()
    }
    const served = await places.serve({ dataDir, demo: false })
    const table = await tableOf(browser, `http://127.0.0.1:${served.port}`, token, [])
    say('clicking counties')
    const { down, up } = await clicked(table, quick)
    say('turning to the quarter before')
    const ahead = await turnedAhead(table, quick ? 10 : 20)
    await served.stop()
    const size = `${rows[0]?.all ?? 0} units of ${rows[0]?.counties ?? 0} counties, ${units} with targets (${targets.toLocaleString('en')} in eight quarters), ${honours.toLocaleString('en')} stars held since some day of a year`
    return [
      figureOf('a county clicked', down, `${size}; map and card of the county, asked over HTTP`),
      figureOf('back to the province', up, 'what was asked in the last half minute is shown at once'),
      figureOf('another quarter of the province, asked by nobody before', first, 'nothing asked ahead, nothing kept: added up when asked'),
      figureOf('the quarter before, asked for ahead by an idle page', ahead, 'the page shows what it has'),
    ]
  } finally {
    await browser.close()
    await owner.end()
    await instance.close()
  }
}

export const sandTable: Case = { letter: 'v', title: 'Sand table', run }
