// (r) From scanning the code to the first score that has arrived: a phone that has never been here opens the link, the judge
// taps the unit before the hall and gives points. On loopback, and on a phone four times slower behind a slow line.

import { chromium } from '@playwright/test'
import type { Browser } from '@playwright/test'
import { ownerClient } from '#ground/postgres/database.ts'
import { launchOptions } from '#tools/browser/launch.ts'
import type { Case, Figure, Setting } from '../case.ts'
import { atMost } from '../case.ts'
import { median } from '../figures.ts'
import { seatOfficials } from '../officials.ts'
import { openRound } from '../open-round.ts'

const county = '990101'
const aimSeconds = 10

/** 1.6 Mbit/s, 150 ms there and back: what a hall's corner gives. */
const slowLine = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 94_000 }
const slowBy = 4

async function firstScore(browser: Browser, link: string, slow: boolean): Promise<number> {
  const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 360, height: 640 }, hasTouch: true })
  try {
    const page = await context.newPage()
    if (slow) {
      const inspector = await context.newCDPSession(page)
      await inspector.send('Network.enable')
      await inspector.send('Network.emulateNetworkConditions', slowLine)
      await inspector.send('Emulation.setCPUThrottlingRate', { rate: slowBy })
    }
    const begun = performance.now()
    await page.goto(link, { waitUntil: 'commit' })
    await page.locator('.main-act').tap()
    await page.locator('.stepper button').nth(1).tap()
    await page.locator('.honest').getByText('已送达 1').waitFor()
    return (performance.now() - begun) / 1000
  } finally {
    await context.close()
  }
}

async function run({ quick, places, say }: Setting): Promise<Figure[]> {
  const { dataDir } = await places.demo()
  const instance = await places.open(dataDir)
  const owner = await ownerClient(instance.database.ownerUrl)
  const [official] = await seatOfficials(owner, 1, county)
  await owner.end()
  if (official === undefined) throw new Error('the demo county has no villages')
  const served = await places.serve({ dataDir, demo: false })
  const browser = await chromium.launch(await launchOptions())
  try {
    const round = await openRound(`http://127.0.0.1:${served.port}`, official)
    const figures: Figure[] = []
    for (const slow of [false, true]) {
      const what = slow ? 'slow phone behind a slow line' : 'phone on loopback'
      say(what)
      const all: number[] = []
      for (let nth = 0; nth < (quick ? 3 : 9); nth += 1) all.push(await firstScore(browser, await round.link(), slow))
      const value = median(all)
      figures.push({
        what: `code scanned to first score arrived, ${what}`,
        value,
        unit: 's',
        limit: { what: 'aim', value: aimSeconds },
        ratio: value / aimSeconds,
        aim: atMost(value, aimSeconds, 's'),
        note: `worst ${Math.max(...all).toFixed(1)} s; the judge's own reading and thinking is not counted`,
      })
    }
    return figures
  } finally {
    await browser.close()
    await served.stop()
    await instance.close()
  }
}

export const firstScores: Case = { letter: 'r', title: 'First score', run }
