// The table as different posts see it, and as it was at the end of past quarters.

import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import type { AnswerOf } from '#ground/http/contract.ts'
import type { Actor } from '#ground/http/handler.ts'
import { chinaDay } from '#ground/kernel/clock.ts'
import { nobody } from '#ground/postgres/actor.ts'
import { cast } from '#ground/trial/cast.ts'
import type { PlayerName } from '#ground/trial/cast.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { useWorker } from '#ground/trial/worker.ts'
import { playCommitment, playRound } from '#rooms/rounds/trial.ts'
import { home, playing } from '#rooms/stars/trial-cycle.ts'
import type { contract } from '../contract.ts'
import { putSpot, viewsMade } from '#rooms/evidence/trial-spots.ts'
import { sums as sumsHandler } from './sums.ts'

type Layer = AnswerOf<(typeof contract)['layer']>
type Card = AnswerOf<(typeof contract)['card']>
type Sums = AnswerOf<(typeof contract)['sums']>

const trial = useTrial()
useWorker(trial)
const dayMs = 86_400_000
const street = '990101001'
const reads = ['sandtable.read', 'rounds.read', 'ledger.read', 'evidence.read', 'stars.read']

const ask = async <T>(by: PlayerName, endpoint: 'layer' | 'card' | 'sums', query: Record<string, string>) => {
  const answer = await trial.as(by).call<T & { code?: number }>(`sandtable.${endpoint}`, { query })
  return { status: answer.status, ...answer.body }
}
const layer = (by: PlayerName, unit: string, quarter?: string) =>
  ask<Layer>(by, 'layer', { unit, ...(quarter === undefined ? {} : { quarter }) })
const card = (by: PlayerName, unit: string, quarter?: string) =>
  ask<Card>(by, 'card', { unit, ...(quarter === undefined ? {} : { quarter }) })
const sums = (by: PlayerName, unit: string, quarter?: string) =>
  ask<Sums>(by, 'sums', { unit, ...(quarter === undefined ? {} : { quarter }) })
const starOf = ({ stars }: Card) => stars.find((star) => star.code === 'YYXY')

let entry: string
let honour: string
const play = playing(trial)

beforeAll(async () => {
  // Quarters pass below; nobody has to sign in again.
  await trial.owner.query("update sessions set expires_at = expires_at + interval '1 year'")
  await play.seat()
  // Somebody who looks from the prefecture and reads every room.
  await trial.owner.query("update posts set role = 'supervisor' where id = $1", [cast.gridWorker.post])
  const cycle = await play.open()
  await play.done('secretary', 'stars.setTarget', {
    params: { unit: home },
    body: { cycle: cycle.id, quarter: '2026Q3', stars: ['YYXY'], plan: { strengths: '', met: '', gaps: '', goal: '', measures: '' } },
  })
  await playCommitment(trial)
  await putSpot(trial, '小广场', { before: '2026-05-01', during: '2026-06-20', after: '2026-09-05' }, 100)
  await putSpot(trial, '北门', { before: '2026-08-01', during: '2026-08-20', after: '2026-09-01' }, 200)
  entry = randomUUID()
  await play.done('officer', 'ledger.assign', {
    body: { id: entry, unit: street, subject: home, problem: '公示栏没有更新。', sourceKind: 'remark', days: 60 },
  })
  const at = await play.publicised(cycle)
  trial.clock.advance(7 * dayMs)
  await play.fullEmployment()
  await play.done('countyAdmin', 'stars.certify', { params: { ...at }, body: {} })
  honour = (await trial.owner.query<{ id: string }>('select id from star_honours where candidacy = $1', [at.id])).rows[0]?.id ?? ''
  await viewsMade(trial, 6)
}, 120_000)

describe('what is shown today', () => {
  test('a county by its townships, a township by its communities, each with its stars', async () => {
    const county = await layer('countyAdmin', '990101')
    expect(county.parts.map(({ code, villages, certified, aimed }) => [code, villages, certified, aimed])).toEqual([
      [street, 2, 1, 1],
      ['990101101', 2, 0, 0],
    ])
    expect(county).toMatchObject({ quarter: '2026Q3', asOf: '2026-09-15', path: [] })
    expect(county.quarters).toHaveLength(8)
    const below = await layer('countyAdmin', street)
    expect(below.parts.map(({ code, certified }) => [code, certified])).toEqual([
      [home, 1],
      ['990101001002', 0],
    ])
    expect(below.path).toEqual([{ code: '990101', name: '演示县' }])
  })

  test('a community with its star, commitments, open entry and spots; a place above it with the sums', async () => {
    const own = await card('officer', home)
    expect(starOf(own)).toEqual({ code: 'YYXY', name: '宜业兴业星', certified: 1, aimed: 1 })
    expect(own.commitments).toMatchObject({
      units: 1,
      all: 1,
      partly: 1,
      rows: [{ text: '改造背街小巷两条', now: 'partly', confirmed: true }],
    })
    expect(own.entries).toMatchObject({ open: 1, rows: [{ id: entry, subjectName: '朝霞社区', problem: '公示栏没有更新。' }] })
    expect(own.spots?.rows.map(({ spot, pictures: all }) => [spot, all.map(({ phase, on }) => `${phase} ${on}`)])).toEqual([
      ['小广场', ['before 2026-05-01', 'during 2026-06-20', 'after 2026-09-05']],
      ['北门', ['before 2026-08-01', 'during 2026-08-20', 'after 2026-09-01']],
    ])
    const above = await card('countyAdmin', '990101')
    expect(above.commitments).toMatchObject({ units: 1, all: 1, rows: [] })
    expect([above.entries?.open, above.spots?.all, above.villages]).toEqual([1, 2, 4])
    expect(JSON.stringify(own)).not.toMatch(/[0-9a-f]{64}/)
  })
})

describe('what was there at the end of a past quarter', () => {
  test('pictures, entries and stars of later days are not there', async () => {
    const spring = await card('officer', home, '2026Q2')
    expect(spring).toMatchObject({ asOf: '2026-06-30', entries: { open: 0 }, commitments: { all: 0, rows: [] } })
    expect(spring.spots?.rows.map(({ spot, pictures: all }) => [spot, all.map(({ phase }) => phase)])).toEqual([
      ['小广场', ['before', 'during']],
    ])
    expect(starOf(spring)).toMatchObject({ certified: 0, aimed: 0 })
    expect((await layer('countyAdmin', '990101', '2026Q2')).parts.every((part) => part.certified + part.aimed === 0)).toBe(true)
  })

  test('what was closed out or suspended since is shown as it was, and as it is', async () => {
    trial.clock.advance(30 * dayMs)
    for (const [by, verb, body] of [
      ['secretary', 'accept', {}],
      ['secretary', 'rectify', { report: '已更新' }],
      ['officer', 'closeOut', {}],
    ] as const)
      await play.done(by, `ledger.${verb}`, { params: { unit: street, id: entry }, body })
    const step = (body: Record<string, unknown>) =>
      play.done('countyAdmin', 'stars.honourStep', { params: { unit: home, id: honour }, body: { basis: '示例：检查发现', ...body } })
    await step({ verb: 'order', document: '演组〔2026〕7号', due: '2026-10-20' })
    trial.clock.advance(10 * dayMs)
    await step({ verb: 'suspend', document: '演组〔2026〕9号' })
    const then = await card('officer', home, '2026Q3')
    expect([then.asOf, starOf(then)?.certified, then.entries?.open]).toEqual(['2026-09-30', 1, 1])
    expect(then.entries?.rows[0]?.due).toBeNull()
    const now = await card('officer', home)
    expect([now.quarter, starOf(now)?.certified, now.entries?.open]).toEqual(['2026Q4', 0, 0])
    expect((await layer('countyAdmin', street, '2026Q3')).parts[0]?.certified).toBe(1)
    expect((await layer('countyAdmin', street)).parts[0]?.certified).toBe(0)
  })

  test('a quarter that has not begun is refused, and so is a unit that never was', async () => {
    expect(await card('officer', home, '2027Q1')).toMatchObject({ status: 422, code: 7401 })
    expect(await layer('countyAdmin', '990101777')).toMatchObject({ status: 404, code: 7400 })
  })
})

describe('in a hall', () => {
  test('a seat is told the stars of the unit that is on, a suspended one not among them, and of no other', async () => {
    const round = await playRound(trial, { template: 'T3', mode: 'sandtable' })
    const told = async () => (await round.seat('stage').caller.call<AnswerOf<(typeof contract)['presented']>>('sandtable.presented')).body
    expect(await told()).toMatchObject({ subject: null, stars: [] })
    await round.move('present', { subject: home, component: 'sandtable' })
    // Suspended above.
    expect(await told()).toMatchObject({ subject: home, stars: [{ code: 'YYXY', name: '宜业兴业星', certified: 0, aimed: 1 }] })
    const english = await trial.as('countyAdmin').call<Card>('sandtable.card', { query: { unit: home }, language: 'en' })
    expect(starOf(english.body)?.name).toBe('Good for Work and Business')
    await round.move('present', { subject: '990101001002', component: 'sandtable' })
    expect(await told()).toMatchObject({ subject: '990101001002', stars: [] })
    expect((await trial.as('officer').call('sandtable.presented')).status).toBe(401)
  })
})

describe('posts and scopes', () => {
  test('nobody looks beyond their posts, and nobody without the permission at all', async () => {
    for (const [by, unit] of [
      ['outsider', street],
      ['secretary', '990101001002'],
      ['secretary', street],
      ['resident', home],
    ] as const)
      expect([by, (await card(by, unit)).status, (await layer(by, unit)).status]).toEqual([by, 403, 403])
    expect((await card('secretary', home)).entries).not.toBeNull()
    expect((await card('outsider', '990102')).spots).toEqual({ all: 0, rows: [] })
  })
})

describe('above the county', () => {
  test('sums of commitments and entries, and the latest pairs, for whoever may read them', async () => {
    const now = await sums('gridWorker', '9901')
    expect(now).toMatchObject({ unit: '9901', quarter: '2026Q4', entries: { open: 0, late: 0, closed: 1 } })
    const then = await sums('gridWorker', '9901', '2026Q3')
    expect(then).toMatchObject({
      asOf: '2026-09-30',
      commitments: { units: 1, all: 1, partly: 1 },
      entries: { open: 1, late: null, closed: 0 },
    })
    const paired = then.spots?.map(({ subjectName, spot, pictures: all }) => [subjectName, spot, all.map(({ phase }) => phase)])
    expect(paired).toEqual([
      ['朝霞社区', '小广场', ['before', 'during', 'after']],
      ['朝霞社区', '北门', ['before', 'during', 'after']],
    ])
    expect((await sums('gridWorker', '9901', '2026Q2')).spots?.map(({ pictures: all }) => all.map(({ phase }) => phase))).toEqual([
      ['before', 'during'],
    ])
    expect(await sums('gridWorker', '99')).toMatchObject({ status: 403 })
  })

  test('an officer of the prefecture reads what is below it, and a neighbour nothing of it', async () => {
    const officers = await sums('supervisor', '9901', '2026Q3')
    expect(officers).toMatchObject({
      status: 200,
      commitments: { units: 1, all: 1, partly: 1 },
      entries: { open: 1, late: null, closed: 0 },
    })
    expect(officers.spots?.map(({ spot }) => spot)).toEqual(['小广场', '北门'])
    const county = await card('supervisor', '990101', '2026Q3')
    expect([county.commitments?.all, county.entries?.open, county.spots?.all]).toEqual([1, 1, 2])
    expect(starOf(county)?.certified).toBe(1)
    // The neighbour reads every room, and nothing of this county.
    expect(await sums('outsider', '990102', '2026Q3')).toMatchObject({
      commitments: { all: 0 },
      entries: { open: 0, closed: 0 },
      spots: [],
    })
  })

  test('what a wider reader was told is not handed to one of fewer rights, nor to one who reaches less', async () => {
    const { clock, postgres } = trial.instance
    const wide: Actor = {
      ...nobody,
      id: cast.supervisor.id,
      post: cast.supervisor.post,
      scopes: ['9901'],
      subjects: ['9901'],
      grants: reads,
    }
    const told = (actor: Actor) =>
      postgres.transaction(actor, async ({ db }) => {
        const may = (grant: string): boolean => actor.grants.includes(grant)
        const query = { unit: '9901', quarter: '2026Q3' }
        const answer = await sumsHandler({ db, clock, today: chinaDay(clock.now()), actor, may, query } as never)
        return { keep: false, value: answer.ok ? answer.value : null }
      })
    expect(await told(wide)).toMatchObject({ commitments: { all: 1 }, entries: { open: 1 }, spots: [{}, {}] })
    for (const [cut, lost] of [
      ['rounds.read', 'commitments'],
      ['ledger.read', 'entries'],
      ['evidence.read', 'spots'],
    ] as const)
      expect([cut, await told({ ...wide, grants: reads.filter((one) => one !== cut) })]).toMatchObject([cut, { [lost]: null }])
    const elsewhere = { scopes: ['990102'], subjects: ['990102'] }
    expect(await told({ ...wide, ...elsewhere })).toMatchObject({ commitments: { all: 0 }, entries: { open: 0 }, spots: [] })
    expect(await told(wide)).toMatchObject({ commitments: { all: 1 }, entries: { open: 1 }, spots: [{}, {}] })
  })

  test('what was added up is kept a minute, and for one reader', async () => {
    const body = { id: randomUUID(), unit: street, subject: home, problem: '路灯不亮。', sourceKind: 'remark', days: 5 }
    const before = (await sums('gridWorker', '9901')).entries?.open
    await play.done('officer', 'ledger.assign', { body })
    expect((await sums('gridWorker', '9901')).entries?.open).toBe(before)
    expect((await sums('countyAdmin', '990101')).entries?.open).toBe(1)
    trial.clock.advance(61_000)
    expect((await sums('gridWorker', '9901')).entries).toMatchObject({ open: (before ?? 0) + 1, late: 0 })
    trial.clock.advance(30 * dayMs)
    expect((await sums('gridWorker', '9901')).entries).toMatchObject({ open: 1, late: 1 })
    trial.clock.advance(-30 * dayMs)
  })

  test('a prefecture by its counties, added up once a minute', async () => {
    const before = await layer('supervisor', '9901')
    expect(before.parts.map(({ code, villages, certified }) => [code, villages, certified])).toEqual([
      ['990101', 4, 0],
      ['990102', 1, 0],
    ])
    const whole = await card('supervisor', '9901')
    expect([whole.villages, whole.commitments, whole.entries, whole.spots]).toEqual([5, null, null, null])
    await play.done('countyAdmin', 'stars.honourStep', {
      params: { unit: home, id: honour },
      body: { verb: 'restore', basis: '示例：整改到位', document: '演组〔2026〕12号' },
    })
    expect((await layer('supervisor', '9901')).parts[0]?.certified).toBe(0)
    trial.clock.advance(61_000)
    expect((await layer('supervisor', '9901')).parts[0]?.certified).toBe(1)
    expect(starOf(await card('supervisor', '9901'))?.certified).toBe(1)
  })

  test('where two cycles reach a community, its star counts once', async () => {
    await trial.owner.query(
      `insert into star_targets (district, unit, id, cycle, quarter, stars, version, set_at)
        select district, unit, gen_random_uuid(), gen_random_uuid(), quarter, array['YYXY', 'PAFZ'], 1, now() from star_targets where quarter = '2026Q3'`,
    )
    expect(starOf(await card('countyAdmin', '990101', '2026Q3'))?.aimed).toBe(1)
    expect((await layer('countyAdmin', '990101', '2026Q3')).parts[0]?.aimed).toBe(2)
  })
})
