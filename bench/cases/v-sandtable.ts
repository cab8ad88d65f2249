// (v) The sand table of a province: 52,378 units added up to their counties, in a headless Chromium. A county is clicked and
// one goes back, many times; the clock runs in the page from the click until the new map and card are painted.

import { chromium } from '@playwright/test'
import type { Page } from '@playwright/test'
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
    const value = Number(slider.value) === Number(slider.max) ? Number(slider.max) - 1 : Number(slider.max)
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(slider, String(value))
    slider.dispatchEvent(new Event('input', { bubbles: true }))
  }
  look()
})`

const timed = (page: Page, doing: Doing): Promise<number> =>
  page.evaluate((given) => (globalThis as unknown as { benchTimed(doing: unknown): Promise<number> }).benchTimed(given), doing)

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

async function run({ quick, places, say }: Setting): Promise<Figure[]> {
  const { dataDir } = await places.demo()
  const instance = await places.open(dataDir)
  const owner = await ownerClient(instance.database.ownerUrl)
  say('filling a province')
  const { units, honours } = await fillHeld(owner, chinaDay(Date.now()))
  const token = await seatReader(owner, province)
  const { rows } = await owner.query<{ all: number; counties: number }>(
    `select count(*)::int as all, (count(*) filter (where level = 3))::int as counties from unit_versions where valid_to is null and code ^@ $1`,
    [province],
  )
  const served = await places.serve({ dataDir, demo: false })
  const origin = `http://127.0.0.1:${served.port}`
  const browser = await chromium.launch(await launchOptions())
  try {
    const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1366, height: 820 } })
    await context.addCookies([{ name: 'lx-session', value: token, url: origin }])
    const page = await context.newPage()
    await page.addInitScript({ content: timing })
    await page.goto(`${origin}/desk/sandtable?unit=${province}`)
    await page.locator(`.sand-columns[data-drawn="${province}"][data-card="${province}"] .lx-map [data-code]`).first().waitFor()
    const codes = await page
      .locator('.lx-map [data-code]')
      .evaluateAll((parts) => parts.map((part) => part.getAttribute('data-code') ?? ''))
    const [down, up, quarters]: [number[], number[], number[]] = [[], [], []]
    const chosen = codes.filter((_code, nth) => !quick || nth % 5 === 0)
    say(`clicking ${chosen.length} counties`)
    for (const unit of chosen) {
      down.push(await timed(page, { act: 'choose', unit, quarter: null }))
      up.push(await timed(page, { act: 'up', unit: province, quarter: null }))
    }
    say('turning quarters')
    const table = page.locator('.sand-columns')
    const now = (await table.getAttribute('data-quarter')) ?? ''
    const before = (await table.getAttribute('data-before')) ?? ''
    for (let nth = 0; nth < (quick ? 4 : 10); nth += 1) {
      const unit = chosen[nth % chosen.length] ?? ''
      // Asked anew each time: what was kept of a quarter is forgotten with the page.
      await page.goto(`${origin}/desk/sandtable?unit=${province}&n=${unit}`)
      await page.locator(`.sand-columns[data-drawn="${province}"][data-card="${province}"] .lx-map [data-code]`).first().waitFor()
      quarters.push(await timed(page, { act: 'quarter', unit: province, quarter: before }))
    }
    const size = `${rows[0]?.all ?? 0} units of ${rows[0]?.counties ?? 0} counties, ${units} with targets, ${honours.toLocaleString('en')} stars held since some day of a year`
    return [
      figureOf('a county clicked', down, `${size}; map and card of the county, asked over HTTP`),
      figureOf('back to the province', up, 'what was asked in the last half minute is shown at once'),
      figureOf('another quarter of the province', quarters, `from ${now} to ${before}, added up when asked`),
    ]
  } finally {
    await browser.close()
    await served.stop()
    await owner.end()
    await instance.close()
  }
}

export const sandTable: Case = { letter: 'v', title: 'Sand table', run }
