// (l) The ledger at a million entries (a fifth of them in the quick run) over HTTP: list, filters and search as posts of a province, a prefecture, a county, a
// township and a village ask for them, each kind by itself.

import { chinaDay } from '#ground/kernel/clock.ts'
import { ownerClient } from '#ground/postgres/database.ts'
import { quartersUpTo } from '#rooms/sandtable/core/time.ts'
import { openAside } from '../aside.ts'
import { seatReader } from '../campaign.ts'
import type { Case, Figure, Setting } from '../case.ts'
import { atMost } from '../case.ts'
import { commonWords, fillLedger, missingWords, words } from '../entries.ts'
import { percentile } from '../figures.ts'
import type * as HttpReads from '../parts/http-reads.ts'

const clients = 4
const entries = { quick: 200_000, whole: 1_000_000 }

async function run({ quick, places, say }: Setting): Promise<Figure[]> {
  const { dataDir } = await places.demo()
  const instance = await places.open(dataDir)
  const owner = await ownerClient(instance.database.ownerUrl)
  say('filling the ledger')
  const { county, village, count } = await fillLedger(owner, quick ? entries.quick : entries.whole)
  const [province, prefecture, township] = ['41', county.slice(0, 4), village.slice(0, 9)]
  const tokens = new Map<string, string>()
  for (const unit of [province, prefecture, county, township, village]) tokens.set(unit, await seatReader(owner, unit))
  const served = await places.serve({ dataDir, demo: false })
  const reads = openAside<typeof HttpReads>('http-reads')
  const loop = { port: served.port, clients, seconds: quick ? 2 : 10, warm: 0.5 }
  const floor = await reads.ask('read', { ...loop, paths: ['/healthz'], expects: '' })
  const limit = { what: 'p95 of /healthz', value: percentile(floor.milliseconds, 95) }
  const year = new Date().getFullYear()
  const time = `from=${year}-01-01&to=${year}-12-31`
  const path = (query: string): string => `/api/v1/ledger?limit=100&${time}${query === '' ? '' : `&${query}`}`
  const asked = (texts: readonly string[]): string[] => texts.map((text) => path(`q=${encodeURIComponent(text)}`))
  const searched = asked(words)
  const kinds: readonly (readonly [what: string, unit: string, paths: readonly string[]])[] = [
    ['list of a province', province, [path('')]],
    ['list of a prefecture', prefecture, [path('')]],
    ['list of a county (the largest)', county, [path('')]],
    ['list of a township', township, [path('')]],
    ['list of a village', village, [path('')]],
    ['province, only what awaits a check', province, [path('state=checking')]],
    ['province, one star', province, [path('star=PAFZ')]],
    ['province, only late ones', province, [path('late=true')]],
    ['province, one register', province, [path('kind=no-management')]],
    ['prefecture, what was closed out', prefecture, [path('state=closed')]],
    ['county, one source', county, [path('sourceKind=inspection')]],
    ['search in a county (the largest)', county, searched],
    ['search in a township', township, searched],
    ['search in a prefecture', prefecture, searched],
    ['search in a province', province, searched],
    ['search in a province, of two words', province, asked(words.map((word) => `${word.slice(0, -3)} ${word.slice(-3)}`))],
    ['search in a province, of common words', province, asked(commonWords)],
    ['search in a province, of what is not there', province, asked(missingWords)],
  ]
  const figures: Figure[] = []
  for (const [what, unit, paths] of kinds) {
    say(what)
    const headers = { cookie: `lx-session=${tokens.get(unit) ?? ''}` }
    const load = await reads.ask('read', { ...loop, headers, paths, expects: '"asOf"' })
    if (load.failures > 0) throw new Error(`${what}: ${load.failures} failed, first: ${load.failure ?? ''}`)
    const value = percentile(load.milliseconds, 95)
    const note = `${count.toLocaleString('en')} entries; p50 ${percentile(load.milliseconds, 50).toFixed(1)} ms, ${load.perSecond.toFixed(0)}/s by ${clients} clients`
    figures.push({ what: `p95 ${what}`, value, unit: 'ms', limit, aim: atMost(value, 100, 'ms'), note })
  }
  say('sums on the card of the sand table')
  for (const [what, unit] of [
    ['province', province],
    ['prefecture', prefecture],
  ] as const) {
    const headers = { cookie: `lx-session=${tokens.get(unit) ?? ''}` }
    const milliseconds: number[] = []
    // Each quarter once: what was added up is kept.
    for (const quarter of quartersUpTo(chinaDay(Date.now()))) {
      const began = performance.now()
      const answer = await fetch(`http://127.0.0.1:${served.port}/api/v1/sandtable/sums?unit=${unit}&quarter=${quarter}`, { headers })
      if (answer.status !== 200) throw new Error(`sums of a ${what}: ${answer.status} ${await answer.text()}`)
      await answer.arrayBuffer()
      milliseconds.push(performance.now() - began)
    }
    const note = `${milliseconds.length} quarters, nothing kept; p50 ${percentile(milliseconds, 50).toFixed(0)} ms; the card is there before them`
    figures.push({ what: `p95 sums on the sand table’s card of a ${what}`, value: percentile(milliseconds, 95), unit: 'ms', limit, note })
  }
  await reads.close()
  await served.stop()
  await owner.end()
  await instance.close()
  return figures
}

export const ledgering: Case = { letter: 'l', title: 'Ledger', run }
