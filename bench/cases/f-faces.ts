// (f) What each face costs a visitor who has never been here: gzip bytes until the first control can be used, beside the
// budget, and the time until then in a headless Chromium over loopback, beside a page with one button.

import { chromium } from '@playwright/test'
import type { Browser } from '@playwright/test'
import { ownerClient } from '#ground/postgres/database.ts'
import { launchOptions } from '#tools/browser/launch.ts'
import { openAside } from '../aside.ts'
import type { Case, Figure, Setting } from '../case.ts'
import { atMost } from '../case.ts'
import { visit } from '../browsing.ts'
import type { Cookie, Visit } from '../browsing.ts'
import { median } from '../figures.ts'
import { openHall } from '../hall.ts'
import { seatOfficials } from '../officials.ts'
import { openRound } from '../open-round.ts'
import type * as BarePage from '../parts/bare-page.ts'

const county = '990101'

interface Face {
  readonly name: string
  readonly path: string
  /** What a visitor could use first. */
  readonly controls: string
  readonly budgetKilobytes: number
  readonly as: 'nobody' | 'official' | 'judge' | 'stage seat'
}

const faces: readonly Face[] = [
  { name: 'public home', path: '/', controls: 'main a, main button, main input', budgetKilobytes: 30, as: 'nobody' },
  { name: 'sign-in page', path: '/sign-in', controls: 'main input', budgetKilobytes: 30, as: 'nobody' },
  { name: 'pocket', path: '/pocket/seat', controls: '.rows button', budgetKilobytes: 90, as: 'judge' },
  { name: 'desk', path: '/desk', controls: '#desk button, #desk a, #desk input', budgetKilobytes: 260, as: 'official' },
  { name: 'stage', path: '/stage/round', controls: '[data-scene="unit"] h1', budgetKilobytes: 90, as: 'stage seat' },
]

async function visits(
  browser: Browser,
  url: string,
  controls: string,
  count: number,
  cookie?: Cookie,
): Promise<{ last: Visit; milliseconds: number }> {
  let last = await visit(browser, url, controls, cookie)
  const all: number[] = []
  for (let nth = 0; nth < count; nth += 1) {
    last = await visit(browser, url, controls, cookie)
    all.push(last.milliseconds)
  }
  return { last, milliseconds: median(all) }
}

function figuresOf(face: Face, seen: { last: Visit; milliseconds: number }, bare: number): Figure[] {
  const kilobytes = seen.last.loaded.reduce((sum, file) => sum + file.gzipBytes, 0) / 1024
  const biggest = [...seen.last.loaded].sort((a, b) => b.gzipBytes - a.gzipBytes).slice(0, 3)
  const note = biggest.map(({ path, gzipBytes }) => `${path} ${(gzipBytes / 1024).toFixed(1)}`).join(', ')
  return [
    {
      what: `${face.name}: gzip until usable`,
      value: kilobytes,
      unit: 'KB',
      limit: { what: 'budget', value: face.budgetKilobytes },
      ratio: kilobytes / face.budgetKilobytes,
      aim: atMost(kilobytes, face.budgetKilobytes, 'KB'),
      note: `${seen.last.loaded.length} files: ${note}`,
    },
    {
      what: `${face.name}: time until usable`,
      value: seen.milliseconds,
      unit: 'ms',
      limit: { what: 'page with one button', value: bare },
      ratio: seen.milliseconds / bare,
    },
  ]
}

async function run({ quick, places, say }: Setting): Promise<Figure[]> {
  const { dataDir } = await places.demo()
  const instance = await places.open(dataDir)
  const owner = await ownerClient(instance.database.ownerUrl)
  const [official] = await seatOfficials(owner, 1, county)
  await owner.end()
  const served = await places.serve({ dataDir, demo: false })
  if (official === undefined) throw new Error('no official')
  const hall = await openHall(served.port, official, 1)
  await hall.turn()
  const button = openAside<typeof BarePage>('bare-page')
  const browser = await chromium.launch(await launchOptions())
  try {
    const count = quick ? 3 : 9
    const bare = await visits(browser, `http://127.0.0.1:${await button.ask('start')}/`, 'button', count)
    const round = await openRound(`http://127.0.0.1:${served.port}`, official)
    const cookies: Record<Face['as'], Cookie | undefined> = {
      nobody: undefined,
      official: { name: 'lx-session', value: official.token },
      judge: { name: 'lx-seat', value: await round.device() },
      'stage seat': { name: 'lx-seat', value: hall.devices[0] ?? '' },
    }
    const figures: Figure[] = []
    for (const face of faces) {
      say(face.name)
      const seen = await visits(browser, `http://127.0.0.1:${served.port}${face.path}`, face.controls, count, cookies[face.as])
      figures.push(...figuresOf(face, seen, bare.milliseconds))
    }
    return figures
  } finally {
    await browser.close()
    await button.close()
    await served.stop()
    await instance.close()
  }
}

export const faceCosts: Case = { letter: 'f', title: 'Faces', run }
