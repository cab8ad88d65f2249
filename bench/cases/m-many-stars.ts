// (m) A county's decisions over many stars at once: 400 villages with five stars each are publicised, certified anew and filed,
// and a prefecture closes its cycle, with which stars of the year before end. Each is one request, and a client gives a request
// 30 seconds; meanwhile secretaries save rows of other self-checks.

import { randomUUID } from 'node:crypto'
import type { Client } from 'pg'
import { ownerClient } from '#ground/postgres/database.ts'
import { openAside } from '../aside.ts'
import { seatCampaign } from '../campaign.ts'
import type { Campaign } from '../campaign.ts'
import type { Case, Figure, Setting } from '../case.ts'
import { atMost } from '../case.ts'
import { percentile } from '../figures.ts'
import { candidaciesIn, fillStars, honoursOf, letDaysPass } from '../many-stars.ts'
import type { At, Place } from '../many-stars.ts'
import { seatRole } from '../officials.ts'
import type * as HttpChecks from '../parts/http-checks.ts'

const savers = 50
const rate = 50
/** Half of the time that clients give a request, for a machine that is slower or busier than this one. */
const aim = 15

interface Asked {
  readonly seconds: number
  readonly answer: Readonly<Record<string, unknown>>
  /** What those who saved rows meanwhile waited. */
  readonly waits: readonly number[]
}

interface Asking {
  readonly port: number
  readonly token: string
  readonly writers: ReturnType<typeof openAside<typeof HttpChecks>>
  readonly campaign: Campaign
}

async function ask({ port, token, writers, campaign }: Asking, path: string, body: object): Promise<Asked> {
  // The server has closed those that were silent since the last one.
  await writers.ask('open', { port, clients: savers, campaign })
  await writers.ask('beginWriting', { rate })
  const headers = { cookie: `lx-session=${token}`, 'content-type': 'application/json', 'idempotency-key': randomUUID() }
  const since = performance.now()
  const said = await fetch(`http://127.0.0.1:${port}/api/v1/stars/${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
  const text = await said.text()
  const seconds = (performance.now() - since) / 1000
  const load = await writers.ask('endWriting')
  if (said.status !== 200) throw new Error(`${path} ${said.status} ${text.slice(0, 300)}`)
  if (load.failures > 0) throw new Error(`saving meanwhile: ${load.failures} failed, first: ${load.failure ?? ''}`)
  return { seconds, answer: JSON.parse(text) as Asked['answer'], waits: load.milliseconds }
}

/** How long plain SQL takes to write once more the steps, lines and acts that a verb has written, one statement each. */
async function floorOf(owner: Client, verb: string, { cycle }: Place): Promise<number> {
  const of = `(select id from star_candidacies where cycle = '${cycle}' union all select id from star_honours where cycle = '${cycle}')`
  const acts = `insert into acts (district, unit, id, at, actor, post, room, verb, subject, digest, salt, payload, reason)
    select district, unit, gen_random_uuid(), at, actor, post, room, verb, subject, digest, salt, payload, reason from acts
    where room = 'stars' and verb = $1 and at > now() - interval '2 minutes' returning district, id`
  const since = performance.now()
  await owner.query('begin')
  await owner.query(
    `insert into star_steps (district, unit, id, candidacy, seq, at, on_day, verb, by, by_unit, by_role, rows, reason, due, other)
     select district, unit, gen_random_uuid(), candidacy, seq + 1000, at, on_day, verb, by, by_unit, by_role, rows, reason, due, other
     from star_steps where verb = $1 and candidacy in ${of}`,
    [verb],
  )
  await owner.query(
    `insert into star_honour_steps (district, unit, id, honour, seq, on_day, verb, by, by_unit, basis, document, due)
     select district, unit, gen_random_uuid(), honour, seq + 1000, on_day, verb, by, by_unit, basis, document, due
     from star_honour_steps where verb = $1`,
    [verb],
  )
  await owner.query(`with act as (${acts}) insert into acts_unsealed (district, id) select district, id from act`, [
    verb === 'end' ? 'honourStep' : verb,
  ])
  await owner.query('rollback')
  return (performance.now() - since) / 1000
}

async function counted(owner: Client, sql: string, values: unknown[], wanted: number): Promise<void> {
  const { rows } = await owner.query<{ count: number }>(`select count(*)::int as count from ${sql}`, values)
  if (rows[0]?.count !== wanted) throw new Error(`${rows[0]?.count ?? 'nothing'} of ${wanted}: ${sql}`)
}

async function run({ quick, places, say }: Setting): Promise<Figure[]> {
  const { dataDir } = await places.demo()
  const instance = await places.open(dataDir)
  const owner = await ownerClient(instance.database.ownerUrl)
  say('filling a county and a prefecture')
  const many = quick ? { county: 80, prefecture: 400 } : { county: 400, prefecture: 2_000 }
  const { county, prefecture } = await fillStars(owner, many)
  const campaign = await seatCampaign(owner, savers)
  const office = await seatRole(owner, county.unit, 'county-admin')
  const above = await seatRole(owner, prefecture.unit, 'prefecture-officer')
  const served = await places.serve({ dataDir, demo: false })
  const writers = openAside<typeof HttpChecks>('http-checks')
  const asking = { port: served.port, token: office.token, writers, campaign }
  const figures: Figure[] = []
  const note = async (what: string, verb: string, of: Place, { seconds, waits }: Asked): Promise<void> => {
    const floor = await floorOf(owner, verb, of)
    figures.push({
      what,
      value: seconds,
      unit: 's',
      limit: { what: 'its steps and acts written once more by plain SQL', value: floor },
      ratio: seconds / floor,
      aim: atMost(seconds, aim, 's'),
      note: `one request; rows saved meanwhile, ${rate}/s by the clock: p99 ${percentile(waits, 99).toFixed(0)} ms, worst ${Math.max(...waits).toFixed(0)} ms`,
    })
  }

  say('publicising')
  const agreed: At[] = await candidaciesIn(owner, county.cycle, 'agreed')
  const stars = agreed.length
  const publicity = randomUUID()
  const shown = await ask(asking, `cycles/${county.unit}/${county.cycle}/publicise`, { publicity, candidacies: agreed })
  await counted(owner, `star_notices where publicity = $1 and state = 'shown'`, [publicity], stars)
  await counted(
    owner,
    `acts where room = 'stars' and verb = 'publicise' and subject like 'candidacy:%' and district = $1`,
    [county.unit],
    stars,
  )
  await note(`${stars.toLocaleString('en')} stars publicised`, 'publicise', county, shown)

  say('certifying')
  await letDaysPass(owner, county.cycle)
  const certifying = { candidacies: agreed, document: '压测〔2026〕1号' }
  const certified = await ask(asking, `cycles/${county.unit}/${county.cycle}/certify`, certifying)
  if (certified.answer['certified'] !== stars) throw new Error(JSON.stringify(certified.answer).slice(0, 300))
  await counted(owner, `star_honours where cycle = $1 and state = 'held'`, [county.cycle], stars)
  await counted(owner, `star_honour_steps where verb = 'end' and unit ^@ $1`, [county.unit], stars)
  await note(`${stars.toLocaleString('en')} stars certified, and as many of the year before ended`, 'certify', county, certified)

  say('filing')
  const honours = await honoursOf(owner, county.cycle)
  const filed = await ask(asking, `cycles/${county.unit}/${county.cycle}/file`, {
    filing: randomUUID(),
    document: '压测〔2026〕2号',
    honours,
  })
  figures.push({ what: `${stars.toLocaleString('en')} stars filed`, value: filed.seconds, unit: 's', aim: atMost(filed.seconds, aim, 's') })

  say('closing')
  const closed = await ask({ ...asking, token: above.token }, `cycles/${prefecture.unit}/${prefecture.cycle}/close`, {
    document: '压测〔2026〕3号',
  })
  const ended = many.prefecture * 5
  if (closed.answer['ended'] !== ended) throw new Error(JSON.stringify(closed.answer))
  await counted(owner, `star_honour_steps where verb = 'end' and unit ^@ $1`, [prefecture.unit], ended)
  await note(`a cycle closed with which ${ended.toLocaleString('en')} stars of the year before end`, 'end', prefecture, closed)

  await writers.close()
  await served.stop()
  await owner.end()
  await instance.close()
  return figures
}

export const manyStars: Case = { letter: 'm', title: 'Many stars', run }
