// A write over HTTP beside the same transaction by plain SQL and the bare insert, in turns, so that whatever else the
// machine does meets all three; then by the clock.

import { setTimeout as pause } from 'node:timers/promises'
import type { Client } from 'pg'
import type { Figure } from './case.ts'
import { atLeast, atMost } from './case.ts'
import { median, percentile } from './figures.ts'
import type { Load } from './load.ts'
import { cpuSeconds } from './processes.ts'

export const rate = 500
const warmWrites = 4_000
const warming = { seconds: 2, warm: 0 }

interface Loop {
  readonly seconds: number
  readonly warm: number
}

/** The three ways of one write, and the first of them by the clock. */
export interface Sides {
  http(loop: Loop): Promise<Load>
  plain(loop: Loop): Promise<Load>
  bare(loop: Loop): Promise<Load>
  byClock(given: Loop & { readonly rate: number }): Promise<Load>
}

export interface Measured {
  readonly rounds: readonly {
    readonly http: Load
    readonly plain: Load
    readonly bare: Load
    readonly serverMs: number | null
  }[]
  readonly clock: Load
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

/** Runs the turns. */
export async function inTurns(
  sides: Sides,
  given: { readonly owner: Client; readonly pid: number; readonly quick: boolean; say(line: string): void },
): Promise<Measured> {
  const { owner, pid, quick, say } = given
  const loop = quick ? { seconds: 3, warm: 0.5 } : { seconds: 10, warm: 1 }
  say('warming up')
  await warmed(() => sides.plain(warming))
  await warmed(() => sides.http(warming))
  const rounds: Measured['rounds'][number][] = []
  for (let nth = 0; nth < (quick ? 5 : 9); nth += 1) {
    say(`round ${nth + 1}`)
    const bare = sound(await sides.bare({ ...loop, seconds: loop.seconds / 2 }), 'bare insert')
    const plain = sound(await sides.plain(loop), 'plain SQL')
    await sealed(owner)
    const before = cpuSeconds(pid)
    const http = sound(await sides.http(loop), 'HTTP')
    const after = cpuSeconds(pid)
    // The time of warming up is inside the CPU time, so its writes are estimated by the rate.
    const writes = http.perSecond * (loop.seconds + loop.warm)
    rounds.push({ http, plain, bare, serverMs: before === null || after === null ? null : ((after - before) * 1000) / writes })
  }
  say(`${rate}/s by the clock`)
  const clock = sound(await sides.byClock({ rate, seconds: quick ? 8 : 30, warm: 2 }), 'HTTP by the clock')
  return { rounds, clock }
}

/** The figures of the turns; `what` is written (“writes”), by so many `clients`, against so many `connections`. */
export function figuresOf({ rounds, clock }: Measured, what: string, clients: number, connections: number): Figure[] {
  const rateOf = (pick: (round: Measured['rounds'][number]) => number): number => median(rounds.map(pick))
  const toPlain = rateOf(({ http, plain }) => http.perSecond / plain.perSecond)
  const toBare = rateOf(({ http, bare }) => http.perSecond / bare.perSecond)
  const waits = rounds.flatMap(({ http }) => [...http.milliseconds])
  const value = rateOf(({ http }) => http.perSecond)
  const cpu = rounds.flatMap(({ serverMs }) => serverMs ?? [])
  return [
    {
      what: `${what} over HTTP, ${clients} clients in a closed loop`,
      value,
      unit: '/s',
      limit: { what: `same transaction, plain SQL, ${connections} connections`, value: rateOf(({ plain }) => plain.perSecond) },
      ratio: toPlain,
      aim: atLeast(toPlain, 0.5, '× plain'),
      note: `median of ${rounds.length} rounds in turns`,
    },
    {
      what: '… beside the bare insert',
      value,
      unit: '/s',
      limit: { what: 'bare insert', value: rateOf(({ bare }) => bare.perSecond) },
      ratio: toBare,
      note: `median of ${rounds.length} rounds in turns`,
    },
    {
      what: `p99 of ${clients} clients in a closed loop`,
      value: percentile(waits, 99),
      unit: 'ms',
      aim: atMost(percentile(waits, 99), 250, 'ms'),
    },
    {
      what: `p99 at ${rate}/s by the clock`,
      value: percentile(clock.milliseconds, 99),
      unit: 'ms',
      aim: atMost(percentile(clock.milliseconds, 99), 50, 'ms'),
      note: `answered ${clock.perSecond.toFixed(0)}/s, p50 ${percentile(clock.milliseconds, 50).toFixed(1)} ms; waits counted from when each was due`,
    },
    ...(cpu.length === 0 ? [] : [{ what: 'CPU of the server process per write', value: median(cpu), unit: 'ms' }]),
  ]
}
