// (t) The campaign: a self-check row saved, the last night before the deadline, and boards at every level of a province while
// rows are written.

import { setTimeout as pause } from 'node:timers/promises'
import type { Client } from 'pg'
import { ownerClient } from '#ground/postgres/database.ts'
import { openAside } from '../aside.ts'
import { fillProvince, rows, seatCampaign, seatReader } from '../campaign.ts'
import type { Campaign } from '../campaign.ts'
import type { Case, Figure, Setting } from '../case.ts'
import { atMost } from '../case.ts'
import { percentile } from '../figures.ts'
import type * as HttpChecks from '../parts/http-checks.ts'
import type * as HttpReads from '../parts/http-reads.ts'

const clients = 200
const writesMeanwhile = 100

/** Waits until the server's own task has added up the counties of a cycle, which it does every minute; in seconds. */
async function addedUp(owner: Client, cycle: string): Promise<number> {
  const since = performance.now()
  for (;;) {
    // The row of the cycle's own unit is written when all of its counties are.
    const done = await owner.query(`select 1 from star_totals where cycle = $1 and length(unit) < 6`, [cycle])
    if (done.rows.length > 0) return (performance.now() - since) / 1000
    if (performance.now() - since > 180_000) throw new Error('the counties are not added up')
    await pause(200)
  }
}

async function count(owner: Client, sql: string, values: unknown[]): Promise<number> {
  return (await owner.query<{ count: number }>(sql, values)).rows[0]?.count ?? Number.NaN
}

/** Every row and submission of the night is there, once. */
async function checked(owner: Client, { cycle, villages }: Campaign): Promise<string> {
  const kept = await count(
    owner,
    `select count(*)::int as count from self_check_rows r join star_candidacies c on c.district = r.district and c.id = r.candidacy where c.cycle = $1`,
    [cycle],
  )
  const submitted = await count(
    owner,
    `select count(*)::int as count from star_candidacies where cycle = $1 and state = 'first' and submissions = 1`,
    [cycle],
  )
  const [wanted, units] = [villages.length * rows.length, villages.length]
  if (kept !== wanted || submitted !== units) throw new Error(`${kept} of ${wanted} rows, ${submitted} of ${units} submissions`)
  return `${kept} rows and ${submitted} submissions there once each`
}

async function saving(http: ReturnType<typeof openAside<typeof HttpChecks>>, quick: boolean): Promise<Figure[]> {
  await http.ask('save', { seconds: 3, warm: 0 })
  const load = await http.ask('save', { seconds: quick ? 5 : 15, warm: 1 })
  if (load.failures > 0) throw new Error(`saving: ${load.failures} failed, first: ${load.failure ?? ''}`)
  const mean = (clients * 1000) / load.perSecond
  const p99 = percentile(load.milliseconds, 99)
  return [
    { what: `self-check rows saved, ${clients} clients in a closed loop`, value: load.perSecond, unit: '/s' },
    {
      what: 'p99 of a row saved',
      value: p99,
      unit: 'ms',
      limit: { what: `mean wait at this rate: ${clients} clients ÷ rate`, value: mean },
      ratio: p99 / mean,
      aim: atMost(p99, 250, 'ms'),
    },
  ]
}

async function run({ quick, places, say }: Setting): Promise<Figure[]> {
  const { dataDir } = await places.demo()
  const instance = await places.open(dataDir)
  const owner = await ownerClient(instance.database.ownerUrl)
  say('seating secretaries')
  const villages = quick ? 400 : 2_400
  const warm = await seatCampaign(owner, clients)
  const campaign = await seatCampaign(owner, villages)
  const served = await places.serve({ dataDir, demo: false })
  const [http, writers, reads] = [
    openAside<typeof HttpChecks>('http-checks'),
    openAside<typeof HttpChecks>('http-checks'),
    openAside<typeof HttpReads>('http-reads'),
  ]
  const figures: Figure[] = []
  await writers.ask('open', { port: served.port, clients, campaign: warm })
  say('saving rows')
  figures.push(...(await saving(writers, quick)))

  say('the last night')
  await http.ask('open', { port: served.port, clients, campaign })
  const night = await http.ask('night')
  figures.push({
    what: `deadline night: ${villages} villages × ${rows.length} rows and the submission`,
    value: night.requests / night.seconds,
    unit: '/s',
    note: `${night.seconds.toFixed(1)} s, p99 ${percentile(night.milliseconds, 99).toFixed(0)} ms; ${await checked(owner, campaign)}`,
  })

  say('filling a province')
  const province = await fillProvince(owner, quick ? 20 : 197)
  const seconds = await addedUp(owner, province.cycle)
  const waited = { what: '… its counties added up by the task of every minute', value: seconds, unit: 's' }
  figures.push({ ...waited, note: `${province.units} units × 5 stars, from nothing; waiting for the minute included` })
  await owner.query('vacuum analyze star_candidacies, star_targets, self_check_rows, star_totals')
  // The server has closed those that were silent while the province was filled.
  await writers.ask('open', { port: served.port, clients, campaign: warm })
  const token = await seatReader(owner, '41')
  const county = await owner.query<{ code: string }>(
    `select left(code, 6) as code from unit_versions where level = 5 and valid_to is null and code ^@ '41' group by 1 order by count(*) desc limit 1`,
  )
  const largest = county.rows[0]?.code ?? '410102'
  const path = (below: string): string => `/api/v1/stars/cycles/41/${province.cycle}/board?below=${below}&quarter=2026Q4`
  const loop = { port: served.port, clients: 4, seconds: quick ? 3 : 10, warm: 0.5, headers: { cookie: `lx-session=${token}` } }
  const floor = await reads.ask('read', { ...loop, headers: {}, paths: ['/healthz'], expects: '' })
  const limit = { what: 'p95 of /healthz', value: percentile(floor.milliseconds, 95) }
  for (const [level, below] of [
    ['province', '41'],
    ['prefecture', largest.slice(0, 4)],
    ['county (the largest)', largest],
    ['township', `${largest}100`],
  ] as const) {
    say(`board of a ${level}`)
    const writing = writers.ask('writeFor', { seconds: loop.seconds + 1, rate: writesMeanwhile })
    const load = await reads.ask('read', { ...loop, paths: [path(below)], expects: '"asOf"' })
    const written = await writing
    if (load.failures > 0) throw new Error(`board: ${load.failures} failed, first: ${load.failure ?? ''}`)
    const value = percentile(load.milliseconds, 95)
    const note = `${province.units} units, ${province.rows.toLocaleString('en')} rows; p50 ${percentile(load.milliseconds, 50).toFixed(1)} ms, ${load.perSecond.toFixed(0)}/s, ${written.toFixed(0)} rows/s written meanwhile`
    figures.push({ what: `p95 board of a ${level}`, value, unit: 'ms', limit, aim: atMost(value, 300, 'ms'), note })
  }
  await Promise.all([http.close(), writers.close(), reads.close()])
  await served.stop()
  await owner.end()
  await instance.close()
  return figures
}

export const campaigning: Case = { letter: 't', title: 'Campaign', run }
