// (d) Two thousand live screens on one server process, all of them entitled to every event, twenty events a second: forty
// thousand deliveries. The time is that of the act itself, before its commit, so the commit is inside the figure.

import { setTimeout as pause } from 'node:timers/promises'
import { chinaDay } from '#ground/kernel/clock.ts'
import { ownerClient } from '#ground/postgres/database.ts'
import { openAside } from '../aside.ts'
import type { Aside } from '../aside.ts'
import type { Case, Figure, Setting } from '../case.ts'
import { atMost } from '../case.ts'
import { added, percentileOf } from '../figures.ts'
import { seatOfficials } from '../officials.ts'
import type * as BareStream from '../parts/bare-stream.ts'
import type * as HttpWrites from '../parts/http-writes.ts'
import type * as Listeners from '../parts/listeners.ts'

const screens = 2_000
const rate = 20
const county = '990101'
const warmSeconds = 3
const patienceMs = 20_000

interface Heard {
  readonly histogram: readonly number[]
  readonly received: number
}

type Crowd = readonly Aside<typeof Listeners>[]

async function gather(port: number, path: string, tokens: readonly string[]): Promise<Crowd> {
  const crowd = [1, 2].map(() => openAside<typeof Listeners>('listeners'))
  await Promise.all(crowd.map((some, nth) => some.ask('open', { port, count: screens / crowd.length, path, tokens, network: nth + 1 })))
  return crowd
}

/** Waits until every screen has heard of every event; missing ones are a failure, not a good time. */
async function hear(crowd: Crowd, events: number): Promise<Heard> {
  const until = performance.now() + patienceMs
  for (;;) {
    const parts = await Promise.all(crowd.map((some) => some.ask('heard')))
    const received = parts.reduce((sum, part) => sum + part.received, 0)
    const living = parts.reduce((sum, part) => sum + part.living, 0)
    if (received >= events * screens) return { histogram: added(parts.map((part) => part.histogram)), received }
    if (performance.now() > until)
      throw new Error(`${received} of ${events * screens} deliveries arrived, ${living} of ${screens} streams live`)
    await pause(200)
  }
}

/** Warms both sides up with events that do not count, then measures. */
async function measure(crowd: Crowd, seconds: number, send: (seconds: number) => Promise<unknown>): Promise<Heard> {
  for (const part of [warmSeconds, seconds]) {
    await Promise.all(crowd.map((some) => some.ask('begin')))
    await send(part)
    const heard = await hear(crowd, rate * part)
    if (part === seconds) return heard
  }
  throw new Error('nothing was measured')
}

const dismiss = (crowd: Crowd): Promise<unknown> => Promise.all(crowd.map((some) => some.close()))

async function bare(seconds: number): Promise<Heard> {
  const server = openAside<typeof BareStream>('bare-stream')
  const crowd = await gather(await server.ask('start'), '/', [''])
  const heard = await measure(crowd, seconds, (part) => server.ask('send', { rate, seconds: part }))
  await dismiss(crowd)
  await server.close()
  return heard
}

async function run({ quick, places, say }: Setting): Promise<Figure[]> {
  const seconds = quick ? 10 : 30
  say('a bare server')
  const floor = await bare(seconds)
  const { dataDir } = await places.demo()
  const instance = await places.open(dataDir)
  const owner = await ownerClient(instance.database.ownerUrl)
  const officials = await seatOfficials(owner, 100, county)
  const served = await places.serve({ dataDir, demo: false, env: { TRUST_PROXY: '1' } })
  say(`${screens} screens come`)
  const began = performance.now()
  const crowd = await gather(
    served.port,
    '/api/v1/live',
    officials.map(({ token }) => token),
  )
  const coming = (performance.now() - began) / 1000
  const writer = openAside<typeof HttpWrites>('http-writes')
  await writer.ask('open', { port: served.port, officials: officials.slice(0, 20), day: chinaDay(Date.now()) })
  say(`${rate} events a second`)
  const ours = await measure(crowd, seconds, async (part) => {
    const load = await writer.ask('byClock', { rate, seconds: part, warm: 0 })
    if (load.failures > 0) throw new Error(load.failure ?? '')
  })
  await Promise.all([dismiss(crowd), writer.close()])
  await served.stop()
  await owner.end()
  await instance.close()
  const p99 = percentileOf(ours.histogram, 99)
  const limit = percentileOf(floor.histogram, 99)
  return [
    {
      what: `p99 from act to screen, ${screens} screens × ${rate}/s`,
      value: p99,
      unit: 'ms',
      limit: { what: 'p99, bare server writing the same frames', value: limit },
      ratio: p99 / limit,
      aim: atMost(p99, 500, 'ms'),
      note: `p50 ${percentileOf(ours.histogram, 50)} ms, worst ${percentileOf(ours.histogram, 100)} ms, ${ours.received.toLocaleString('en-US')} deliveries, none lost`,
    },
    { what: `${screens} screens connected`, value: coming, unit: 's' },
  ]
}

export const live: Case = { letter: 'd', title: 'Live events', run }
