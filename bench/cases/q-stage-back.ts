// (q) The big screen in a real Chromium: its server is stopped and started again at the same address; from the server's
// saying that it is ready until the screen has the present picture and says so.

import { chromium } from '@playwright/test'
import { ownerClient } from '#ground/postgres/database.ts'
import { launchOptions } from '#tools/browser/launch.ts'
import type { Case, Figure, Setting } from '../case.ts'
import { atMost } from '../case.ts'
import { median } from '../figures.ts'
import { openHall } from '../hall.ts'
import { seatOfficials } from '../officials.ts'

const county = '990101'

// Runs inside the page, hence a text: when the line came back last, by the machine's clock.
const watching = `(() => {
  let lost = false
  new MutationObserver(() => {
    const { dataset } = document.documentElement
    const line = document.querySelector('[data-line]')?.getAttribute('data-line')
    if (line === 'lost' && !lost) delete dataset.back
    else if (line !== undefined && line !== 'lost' && lost) dataset.back = String(Date.now())
    lost = line === 'lost'
  }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-line'] })
})()`

async function run({ quick, places, say }: Setting): Promise<Figure[]> {
  const { dataDir } = await places.demo()
  const instance = await places.open(dataDir)
  const owner = await ownerClient(instance.database.ownerUrl)
  const [official] = await seatOfficials(owner, 1, county)
  if (official === undefined) throw new Error('no official')
  let served = await places.serve({ dataDir, demo: false })
  const { port } = served
  const hall = await openHall(port, official, 1)
  await hall.turn()
  const browser = await chromium.launch(await launchOptions())
  try {
    const url = `http://127.0.0.1:${port}`
    const context = await browser.newContext({ viewport: { width: 1920, height: 1080 } })
    await context.addCookies([{ name: 'lx-seat', value: hall.devices[0] ?? '', url }])
    const page = await context.newPage()
    await page.addInitScript({ content: watching })
    await page.goto(`${url}/stage/round`)
    const times: number[] = []
    for (let nth = 0; nth < (quick ? 3 : 9); nth += 1) {
      say(`restart ${nth + 1}`)
      await page.locator('[data-scene="unit"][data-line="open"]').waitFor()
      await served.stop()
      await page.locator('[data-line="lost"]').waitFor()
      served = await places.serve({ dataDir, demo: false, env: { PORT: String(port) } })
      const ready = Date.now()
      const back = page.locator('html[data-back]')
      await back.waitFor({ state: 'attached' })
      times.push(Math.max(0, Number(await back.getAttribute('data-back')) - ready) / 1000)
    }
    const worst = Math.max(...times)
    return [
      {
        what: 'stage back after a server restart, worst',
        value: worst,
        unit: 's',
        aim: atMost(worst, 3, 's'),
        note: `${times.length} restarts, median ${median(times).toFixed(2)} s, from the server being ready`,
      },
    ]
  } finally {
    await browser.close()
    await served.stop()
    await owner.end()
    await instance.close()
  }
}

export const stageBack: Case = { letter: 'q', title: 'Stage back', run }
