// (a) Writes per second over HTTP beside the same transaction by plain SQL and the bare insert, in turns, so that whatever
// else the machine does meets all three. Then by the clock at 500 a second.

import { setTimeout as pause } from 'node:timers/promises'
import type { Client } from 'pg'
import { chinaDay } from '#ground/kernel/clock.ts'
import { ownerClient } from '#ground/postgres/database.ts'
import { openAside } from '../aside.ts'
import type { Case, Figure, Setting } from '../case.ts'
import { atLeast, atMost } from '../case.ts'
import { median, percentile } from '../figures.ts'
import type { Load } from '../load.ts'
import { officialRole, seatOfficials } from '../officials.ts'
import { cpuSeconds } from '../processes.ts'
import type * as HttpWrites from '../parts/http-writes.ts'
import type * as PlainWrites from '../parts/plain-writes.ts'
import { bareTable } from '../writes.ts'

const clients = 200
const connections = 20
const rate = 500
const warmWrites = 4_000
const warming = { seconds: 2, warm: 0 }

interface Round {
  readonly http: Load
  readonly plain: Load
  readonly bare: Load
  readonly serverMs: number | null
}

function sound(load: Load, what: string): Load {
  if (load.failures > 0) throw new Error(`${what}: ${load.failures} failed, first: ${load.failure ?? ''}`)
  return load
}

/** Repeats until the code has been compiled by use, as in a server that has run for a minute. */
async function warmed(once: () => Promise<Load>): Promise<void> {
  const until = performance.now() + 20_000
  for (let done = 0; done < warmWrites && performance.now() < until;) done += sound(await once(), 'warming up').milliseconds.length
}

/** Waits until the server has sealed the acts of the plain transactions, so that they do not burden its own. */
async function sealed(owner: Client): Promise<void> {
  const until = performance.now() + 60_000
  for (;;) {
    const { rows } = await owner.query('select 1 from acts_unsealed limit 1')
    if (rows.length === 0) return
    if (performance.now() > until) throw new Error('the sealer does not keep up')
    await pause(100)
  }
}

function figuresOf(rounds: readonly Round[], clock: Load, plainClock: Load): Figure[] {
  const rateOf = (pick: (round: Round) => number): number => median(rounds.map(pick))
  const toPlain = rateOf(({ http, plain }) => http.perSecond / plain.perSecond)
  const toBare = rateOf(({ http, bare }) => http.perSecond / bare.perSecond)
  const waits = rounds.flatMap(({ http }) => [...http.milliseconds])
  const value = rateOf(({ http }) => http.perSecond)
  // So many clients in a closed loop wait so long on average at whatever a server manages: no p99 can be lower.
  const meanWait = (clients * 1000) / value
  const [p99, clockP99, plainP99] = [waits, clock.milliseconds, plainClock.milliseconds].map((all) => percentile(all, 99))
  const cpu = rounds.flatMap(({ serverMs }) => serverMs ?? [])
  const note = `median of ${rounds.length} rounds in turns`
  return [
    {
      what: `writes over HTTP, ${clients} clients in a closed loop`,
      value,
      unit: '/s',
      limit: { what: `same transaction, plain SQL, ${connections} connections`, value: rateOf(({ plain }) => plain.perSecond) },
      ratio: toPlain,
      aim: atLeast(toPlain, 0.5, '× plain'),
      note,
    },
    {
      what: '… beside the bare insert',
      value,
      unit: '/s',
      limit: { what: 'bare insert', value: rateOf(({ bare }) => bare.perSecond) },
      ratio: toBare,
      note,
    },
    {
      what: `p99 of ${clients} clients in a closed loop`,
      value: p99 ?? NaN,
      unit: 'ms',
      limit: { what: `mean wait at this rate: ${clients} clients ÷ rate`, value: meanWait },
      ratio: (p99 ?? NaN) / meanWait,
      aim: atMost(p99 ?? NaN, 250, 'ms'),
      note: `the aim needs at least ${((clients * 1000) / 250).toFixed(0)}/s, perfectly even`,
    },
    {
      what: `p99 at ${rate}/s by the clock`,
      value: clockP99 ?? NaN,
      unit: 'ms',
      limit: { what: `same transaction, plain SQL, at ${rate}/s by the clock`, value: plainP99 ?? NaN },
      ratio: (clockP99 ?? NaN) / (plainP99 ?? NaN),
      aim: atMost(clockP99 ?? NaN, 50, 'ms'),
      note: `answered ${clock.perSecond.toFixed(0)}/s, p50 ${percentile(clock.milliseconds, 50).toFixed(1)} ms; waits counted from when each was due`,
    },
    ...(cpu.length === 0 ? [] : [{ what: 'CPU of the server process per write', value: median(cpu), unit: 'ms' }]),
  ]
}

async function run({ quick, places, say }: Setting): Promise<Figure[]> {
  const { dataDir } = await places.demo()
  const instance = await places.open(dataDir)
  const owner = await ownerClient(instance.database.ownerUrl)
  const day = chinaDay(Date.now())
  const officials = await seatOfficials(owner, clients)
  await owner.query(bareTable)
  const served = await places.serve({ dataDir, demo: false })
  const http = openAside<typeof HttpWrites>('http-writes')
  const plain = openAside<typeof PlainWrites>('plain-writes')
  const { ownerUrl } = instance.database
  const grants = instance.house.grantsOf(officialRole)
  await plain.ask('open', { loginUrl: instance.database.urlOf('liangxing_login'), ownerUrl, connections, officials, grants, day })
  await http.ask('open', { port: served.port, officials, day })
  const loop = quick ? { seconds: 3, warm: 0.5 } : { seconds: 10, warm: 1 }
  say('warming up')
  await warmed(() => plain.ask('plain', warming))
  await warmed(() => http.ask('closed', warming))
  const rounds: Round[] = []
  for (let nth = 0; nth < (quick ? 5 : 9); nth += 1) {
    say(`round ${nth + 1}`)
    const bare = sound(await plain.ask('bare', { ...loop, seconds: loop.seconds / 2 }), 'bare insert')
    const plainly = sound(await plain.ask('plain', loop), 'plain SQL')
    await sealed(owner)
    const before = cpuSeconds(served.pid)
    const overHttp = sound(await http.ask('closed', loop), 'HTTP')
    const after = cpuSeconds(served.pid)
    // The time of warming up is inside the CPU time, so its writes are estimated by the rate.
    const writes = overHttp.perSecond * (loop.seconds + loop.warm)
    rounds.push({
      http: overHttp,
      plain: plainly,
      bare,
      serverMs: before === null || after === null ? null : ((after - before) * 1000) / writes,
    })
  }
  say(`${rate}/s by the clock`)
  const byClock = { rate, seconds: quick ? 8 : 30, warm: 2 }
  const clock = sound(await http.ask('byClock', byClock), 'HTTP by the clock')
  const plainClock = sound(await plain.ask('plainByClock', byClock), 'plain SQL by the clock')
  await Promise.all([http.close(), plain.close()])
  await served.stop()
  await owner.end()
  await instance.close()
  return figuresOf(rounds, clock, plainClock)
}

export const writes: Case = { letter: 'a', title: 'Writes', run }
