// (p) Five hundred spectators of one stage seat, each on a device of its own. The convener turns to the next unit once a
// second; the wait is from the act's own time, before its commit, until the spectator has the new picture.

import { setTimeout as pause } from 'node:timers/promises'
import { ownerClient } from '#ground/postgres/database.ts'
import { openAside } from '../aside.ts'
import type { Case, Figure, Setting } from '../case.ts'
import { atMost } from '../case.ts'
import { added, percentileOf } from '../figures.ts'
import { openHall } from '../hall.ts'
import { seatOfficials } from '../officials.ts'
import type * as BareStream from '../parts/bare-stream.ts'
import type * as Listeners from '../parts/listeners.ts'
import type * as Spectators from '../parts/spectators.ts'

const spectators = 500
const county = '990101'
const warmTurns = 3
const patienceMs = 20_000

interface Seen {
  readonly histogram: readonly number[]
  readonly received: number
  readonly living: number
}

/** Waits until everybody has everything; a picture that is missing is a failure, not a good time. */
async function all(ask: () => Promise<readonly Seen[]>, wanted: number): Promise<readonly number[]> {
  const until = performance.now() + patienceMs
  for (;;) {
    const parts = await ask()
    const received = parts.reduce((sum, part) => sum + part.received, 0)
    if (received >= wanted) return added(parts.map((part) => part.histogram))
    if (performance.now() > until)
      throw new Error(
        `${received} of ${wanted} arrived, ${parts.reduce((sum, part) => sum + part.living, 0)} of ${spectators} streams live`,
      )
    await pause(100)
  }
}

async function bare(turns: number): Promise<readonly number[]> {
  const server = openAside<typeof BareStream>('bare-stream')
  const crowd = openAside<typeof Listeners>('listeners')
  await crowd.ask('open', { port: await server.ask('start'), count: spectators, path: '/', tokens: [''], network: 1 })
  let seen: readonly number[] = []
  for (const seconds of [warmTurns, turns]) {
    await crowd.ask('begin')
    await server.ask('send', { rate: 1, seconds })
    seen = await all(async () => [await crowd.ask('heard')], spectators * seconds)
  }
  await crowd.close()
  await server.close()
  return seen
}

async function run({ quick, places, say }: Setting): Promise<Figure[]> {
  const turns = quick ? 10 : 30
  say('a bare server')
  const floor = await bare(turns)
  const { dataDir } = await places.demo()
  const instance = await places.open(dataDir)
  const owner = await ownerClient(instance.database.ownerUrl)
  const [official] = await seatOfficials(owner, 1, county)
  if (official === undefined) throw new Error('no official')
  const served = await places.serve({ dataDir, demo: false, env: { TRUST_PROXY: '1' } })
  say('the hall fills')
  const hall = await openHall(served.port, official, spectators)
  const crowd = [1, 2].map(() => openAside<typeof Spectators>('spectators'))
  const half = spectators / crowd.length
  await Promise.all(
    crowd.map((some, nth) =>
      some.ask('open', { port: served.port, devices: hall.devices.slice(nth * half, (nth + 1) * half), network: nth + 1 }),
    ),
  )
  say('a unit a second')
  let seen: readonly number[] = []
  try {
    for (const count of [warmTurns, turns]) {
      await Promise.all(crowd.map((some) => some.ask('begin')))
      for (let nth = 0; nth < count; nth += 1) {
        await hall.turn()
        await pause(1000)
      }
      seen = await all(() => Promise.all(crowd.map((some) => some.ask('heard'))), spectators * count)
    }
  } finally {
    await Promise.all(crowd.map((some) => some.close()))
    await served.stop()
    await owner.end()
    await instance.close()
  }
  const [p99, limit] = [percentileOf(seen, 99), percentileOf(floor, 99)]
  return [
    {
      what: `p99 from act to picture, ${spectators} spectators`,
      value: p99,
      unit: 'ms',
      limit: { what: 'p99, bare server writing one frame to each', value: limit },
      ratio: p99 / Math.max(1, limit),
      aim: atMost(p99, 300, 'ms'),
      note: `p50 ${percentileOf(seen, 50)} ms, worst ${percentileOf(seen, 100)} ms, ${turns} units, ${(spectators * turns).toLocaleString('en-US')} pictures, none lost`,
    },
  ]
}

export const hall: Case = { letter: 'p', title: 'Hall', run }
