// A star is suspended: the unit reads why, appeals within the days, and another person answers; upheld, it is restored.

import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { cast } from '#ground/trial/cast.ts'
import type { PlayerName } from '#ground/trial/cast.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { queueOf } from '../queue.ts'
import { beside, home, playing } from '../trial-cycle.ts'

const trial = useTrial()
const dayMs = 86_400_000
let play: ReturnType<typeof playing>
let honour: string

beforeAll(async () => {
  play = playing(trial)
  await play.seat()
  // A second officer of the county: who answers is not who suspended.
  await trial.owner.query("update posts set role = 'county-officer', unit = '990101', district = '990101' where id = $1", [cast.judge.post])
  const cycle = await play.open({ parameters: { publicityKind: 'calendar', publicityDays: 1 } })
  const at = await play.publicised(cycle)
  trial.clock.advance(dayMs)
  await play.fullEmployment()
  honour = (await play.take('countyAdmin', 'certify', at)).id
})

const at = () => ({ unit: home, id: honour })
const step = (body: object) => play.done('countyAdmin', 'stars.honourStep', { params: at(), body })
const stepCode = (body: object) => play.code('countyAdmin', 'stars.honourStep', { params: at(), body })
const appeal = (id: string, by: PlayerName = 'secretary') =>
  play.call(by, 'stars.appealHonour', { params: at(), body: { appeal: id, reason: '整改已按期完成' } })
const answer = (by: PlayerName, id: string, body: object) =>
  play.call(by, 'stars.answerHonourAppeal', { params: at(), body: { appeal: id, answer: '验收单属实', ...body } })
const record = async (by: PlayerName) =>
  (await play.done(by, 'stars.honourRecord', { params: at() })) as unknown as {
    steps: { verb: string; basis: string; document: string | null; due: string | null }[]
    appeals: { state: string; answer: string | null }[]
    mayAppeal: boolean
    appealUntil: string | null
    reports: { id: string; against: number; said: string }[]
    mayReport: boolean
    mayWithdraw: string | null
  }
const waits = async (by: PlayerName, what = '申诉待答复'): Promise<number> =>
  (await trial.sql(by, async (db) => queueOf(db, await trial.actorOf(by)))).find((one) => one.title.zh.endsWith(what))?.count ?? 0

test('a warning takes nothing, so there is nothing to appeal', async () => {
  await step({ verb: 'warn', document: '演组〔2026〕7号', basis: '投诉上升' })
  expect((await appeal(randomUUID())).body.code).toBe(5794)
  expect((await record('secretary')).mayAppeal).toBe(false)
})

test('the unit reads basis, document and term; others elsewhere read nothing', async () => {
  await step({ verb: 'order', document: '演组〔2026〕7号', basis: '投诉没有办结', due: '2026-09-12' })
  const read = await record('secretary')
  expect(read.steps.map((one) => one.verb)).toEqual(['warn', 'order'])
  expect(read.steps[1]).toMatchObject({ basis: '投诉没有办结', due: '2026-09-12' })
  expect(read).toMatchObject({ mayAppeal: true, appealUntil: '2026-09-19' })
  expect((await record('officer')).mayAppeal).toBe(false)
  expect(await play.code('outsider', 'stars.honourRecord', { params: at() })).toBe(102)
})

test('while an appeal is open nothing further is taken; another person answers, and not linked to the unit', async () => {
  const id = randomUUID()
  expect((await appeal(id, 'officer')).status).toBe(403)
  expect(
    await play.code('secretary', 'stars.appealHonour', { params: { unit: beside, id: honour }, body: { appeal: id, reason: '是' } }),
  ).toBe(102)
  expect((await appeal(id)).body).toMatchObject({ state: 'open', verb: 'order' })
  expect((await appeal(id)).body).toMatchObject({ id })
  expect((await appeal(randomUUID())).body.code).toBe(5795)
  trial.clock.advance(4 * dayMs)
  expect(await stepCode({ verb: 'suspend', basis: '逾期', document: '演组〔2026〕20号' })).toBe(5798)
  expect(await waits('countyAdmin')).toBe(1)
  expect(await waits('officer')).toBe(0)
  expect((await answer('countyAdmin', id, { upheld: false })).body.code).toBe(5754)
  expect((await answer('judge', id, { upheld: false, answer: '还有两件没有办结' })).body).toMatchObject({ state: 'dismissed' })
  expect((await answer('judge', id, { upheld: true })).body.code).toBe(5797)
  expect((await record('secretary')).appeals).toMatchObject([{ state: 'dismissed', answer: '还有两件没有办结' }])
  expect(await waits('countyAdmin')).toBe(0)
})

test('a suspension is appealed on its own; upheld, the star is restored by a document', async () => {
  await step({ verb: 'suspend', basis: '逾期', document: '演组〔2026〕20号' })
  const id = randomUUID()
  expect((await appeal(id)).status).toBe(200)
  expect((await answer('judge', id, { upheld: true })).body.code).toBe(5782)
  expect((await answer('judge', id, { upheld: true, document: '演组〔2026〕22号' })).body).toMatchObject({ state: 'upheld' })
  const read = await record('secretary')
  expect(read.steps.at(-1)).toMatchObject({ verb: 'restore', document: '演组〔2026〕22号' })
  const plaque = (await play.done('nobody', 'stars.held', { query: { below: home } }))['rows'] as { state: string; to: string | null }[]
  expect(plaque).toMatchObject([{ state: 'held', to: null }])
})

test('after the days nobody appeals any more', async () => {
  await step({ verb: 'order', document: '演组〔2026〕7号', basis: '又有投诉', due: '2026-09-30' })
  trial.clock.advance(11 * dayMs)
  expect((await appeal(randomUUID())).body.code).toBe(5796)
})

test('the unit says what it mended, as often as there is something to say; whoever decides finds it until the next step', async () => {
  const say = (report: string, by: PlayerName = 'secretary') =>
    play.call(by, 'stars.reportMended', { params: at(), body: { report, said: '投诉已办结' } })
  const report = randomUUID()
  expect((await say(report, 'officer')).status).toBe(403)
  expect((await say(report)).body).toMatchObject({ id: report, said: '投诉已办结' })
  expect((await say(report)).status).toBe(200)
  const read = await record('secretary')
  expect(read.reports).toMatchObject([{ id: report, against: read.steps.length }])
  expect([read.mayReport, (await record('countyAdmin')).mayReport]).toEqual([true, false])
  expect([await waits('countyAdmin', '报告整改待核'), await waits('officer', '报告整改待核')]).toEqual([1, 0])
  expect((await play.done('countyAdmin', 'stars.honourReports', { params: { unit: '990101' } }))['rows']).toMatchObject([
    { said: '投诉已办结', honour: { id: honour, unitName: '朝霞社区', state: 'mending' } },
  ])
  await step({ verb: 'restore', basis: '整改到位', document: '演组〔2026〕30号' })
  expect(await waits('countyAdmin', '报告整改待核')).toBe(0)
  expect((await say(randomUUID())).body.code).toBe(5804)
  expect((await record('secretary')).mayReport).toBe(false)
})

test('an appeal is taken back by its unit while nobody has answered; it holds nothing up any more and is not filed again', async () => {
  await step({ verb: 'order', document: '演组〔2026〕31号', basis: '又有投诉', due: '2026-10-02' })
  const id = randomUUID()
  await appeal(id)
  expect((await record('secretary')).mayWithdraw).toBe(id)
  expect((await record('countyAdmin')).mayWithdraw).toBeNull()
  const withdraw = (by: PlayerName) =>
    play.call(by, 'stars.withdrawHonourAppeal', { params: at(), body: { appeal: id, reason: '情况已查清' } })
  expect((await withdraw('officer')).status).toBe(403)
  expect((await withdraw('secretary')).body).toMatchObject({ state: 'withdrawn' })
  expect((await withdraw('secretary')).body.code).toBe(5797)
  expect((await answer('judge', id, { upheld: false })).body.code).toBe(5797)
  expect([await waits('countyAdmin'), (await record('secretary')).mayAppeal]).toEqual([0, false])
  expect((await appeal(randomUUID())).body.code).toBe(5795)
  trial.clock.advance(12 * dayMs)
  expect((await step({ verb: 'suspend', basis: '逾期', document: '演组〔2026〕32号' })).state).toBe('suspended')
})

test('appeals are listed and go out to whoever decides, and to nobody below', async () => {
  const { rows } = (await play.done('countyAdmin', 'stars.honourAppeals', { params: { unit: '990101' } })) as unknown as { rows: object[] }
  expect(rows).toHaveLength(3)
  const file = await trial
    .as('countyAdmin')
    .call<string>('stars.exportHonourAppeals', { params: { unit: '990101' }, query: { format: 'csv' } })
  expect(file.body).toContain('整改已按期完成')
  for (const by of ['officer', 'secretary', 'outsider'] as const)
    expect((await trial.as(by).call('stars.honourAppeals', { params: { unit: '990101' } })).status).toBe(403)
})

test('the unit finds every step and every answer in its inbox, by its title and its place alone; nobody beside it does', async () => {
  const inbox = async (by: PlayerName) =>
    ((await play.done(by, 'notices.inbox')) as unknown as { rows: { title: { zh: string }; path: string; body: string }[] }).rows.filter(
      (row) => row.path.startsWith('/desk/stars/honours'),
    )
  const rows = await inbox('secretary')
  expect(rows.map((row) => row.title.zh).toSorted()).toEqual(
    [
      '宜业兴业星：提醒',
      '宜业兴业星：限期整改，改到 2026-09-12',
      '宜业兴业星：申诉未得到支持',
      '宜业兴业星：暂停星级',
      '宜业兴业星：恢复星级',
      '宜业兴业星：限期整改，改到 2026-09-30',
      '宜业兴业星：恢复星级',
      '宜业兴业星：限期整改，改到 2026-10-02',
      '宜业兴业星：暂停星级',
    ].toSorted(),
  )
  expect(new Set(rows.map((row) => row.path))).toEqual(new Set([`/desk/stars/honours?open=${home}.${honour}`]))
  expect(await inbox('officer')).toEqual([])
})

test('an appeal that is upheld after another step changes nothing of what was decided since', async () => {
  await step({ verb: 'restore', basis: '整改到位', document: '演组〔2026〕24号' })
  await step({ verb: 'order', document: '演组〔2026〕25号', basis: '投诉没有办结', due: '2026-12-30' })
  const id = randomUUID()
  expect((await appeal(id)).status).toBe(200)
  await step({ verb: 'restore', basis: '整改到位', document: '演组〔2026〕26号' })
  await step({ verb: 'order', document: '演组〔2026〕27号', basis: '另一件投诉没有办结', due: '2026-12-31' })
  const before = (await record('secretary')).steps.length
  expect((await answer('judge', id, { upheld: true, document: '演组〔2026〕28号' })).body).toMatchObject({ state: 'upheld' })
  expect((await record('secretary')).steps).toHaveLength(before)
  await step({ verb: 'restore', basis: '整改到位', document: '演组〔2026〕29号' })
})
