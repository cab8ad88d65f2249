import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import type { AnswerOf } from '#ground/http/contract.ts'
import type { PlayerName } from '#ground/trial/cast.ts'
import { useTrial } from '#ground/trial/trial.ts'
import type { contract } from '../contract.ts'
import { demandFor } from '../offers.ts'
import { beside, defineData, done, home, refusal } from '../trial-facts.ts'

const trial = useTrial()
type C = typeof contract
type Demand = AnswerOf<C['registerDemand']>
const dayMs = 86_400_000

beforeAll(() => defineData(trial))

const demandBody = (changes: object = {}) => ({
  id: randomUUID(),
  unit: '990101001',
  title: '志愿服务情况表',
  issuer: '晨光街道办',
  basis: '示例：晨街办〔2026〕2号',
  frequency: 'month',
  from: '2026-09-08',
  sunset: '2026-12-31',
  minutes: 15,
  texts: ['志愿者人数'],
  below: '990101001',
  ...changes,
})
const register = (player: PlayerName, changes: object = {}) =>
  trial.as(player).call<Demand & { code?: number; errors?: { detail: string }[] }>('facts.registerDemand', { body: demandBody(changes) })

test('a form that asks for a held datum is refused, and told who holds it and since when', async () => {
  const { body } = await register('officer', { texts: ['本村集体经济收入（万元）', '志愿者人数'] })
  expect(body.code).toBe(5260)
  expect(body.errors?.map(({ detail }) => detail)).toEqual(['“村集体经济收入”由农业农村局提供，自 2026-09-08 起。'])
  expect((await trial.owner.query('select 1 from form_demands')).rows).toHaveLength(0)
})

test('what units have stated themselves is not asked of them again, for the days they stated it for', async () => {
  const body = { id: randomUUID(), unit: home, definition: 'service-points', period: '2026-Q3', value: '4' }
  await done(trial, 'secretary', 'facts.state', { body })
  const refused = await register('officer', { texts: ['便民服务点'] })
  expect(refused.body.code).toBe(5260)
  expect(refused.body.errors?.map(({ detail }) => detail)).toEqual([
    '“便民服务点”已有 1 个村（社区）报过（朝霞社区），最早 2026-09-08 登记，所报时间到 2026-09-30。可以改为只要没有报过的填。',
  ])
  expect((await register('officer', { texts: ['便民服务点'], kind: 'village' })).status).toBe(200)
  const free = await register('officer', { texts: ['便民服务点'], kind: 'community', from: '2026-10-01' })
  expect(free.status).toBe(200)
  for (const id of [free.body.id])
    await done(trial, 'officer', 'facts.withdrawDemand', { params: { unit: '990101001', id }, body: { reason: '试' } })
  await trial.owner.query(`delete from form_demands`)
})

test('where some units hold it, the others alone are asked; who is spared neither sees the form nor is asked by it', async () => {
  const { title: _title, issuer: _issuer, basis: _basis, id: _id, ...asks } = demandBody({ texts: ['便民服务点', '灯箱'] })
  const preview = (spared: readonly string[]) =>
    done<AnswerOf<C['previewDemand']>>(trial, 'officer', 'facts.previewDemand', { body: { ...asks, spared } })
  const [found] = (await preview([])).duplicates
  expect(found).toMatchObject({ kind: 'units', units: 1, holders: [home], names: ['朝霞社区'] })
  expect(await preview([home])).toMatchObject({ cost: { units: 1, minutes: 60 }, duplicates: [] })
  const wanted = { texts: ['便民服务点', '灯箱'], form: 'check:9' }
  // Nobody is spared who holds nothing of it, or is not asked.
  expect((await register('officer', { ...wanted, spared: [home, beside] })).body.code).toBe(5270)
  expect((await register('officer', { ...wanted, spared: [home, '990101101201'] })).body.code).toBe(5270)
  const { status, body } = await register('officer', { ...wanted, spared: [home, home] })
  expect(status, JSON.stringify(body)).toBe(200)
  expect(body).toMatchObject({ spared: [{ code: home, name: '朝霞社区' }], cost: { units: 1, minutes: 60 } })
  const find = (unit: string) => trial.sql('countyAdmin', (db) => demandFor(db, { unit, form: 'check:9', day: '2026-09-08' }))
  expect([(await find(beside))?.id, await find(home)]).toEqual([body.id, null])
  const sheet = await done<AnswerOf<C['unitSheet']>>(trial, 'secretary', 'facts.unitSheet', { params: { unit: home } })
  expect(sheet.demands).toEqual([])
  // The one who is spared may be asked the rest by a form of its own.
  expect((await register('officer', { texts: ['灯箱'], below: home })).status).toBe(200)
  expect((await register('officer', { texts: ['灯箱'], below: beside })).body.code).toBe(5260)
  // Nobody is left to be asked where everybody holds it.
  expect((await register('officer', { texts: ['便民服务点'], below: home, spared: [home] })).body.code).toBe(5271)
  await trial.owner.query(`delete from form_demands`)
})

test('its cost is told before it is registered, and stays with it', async () => {
  const { id: _id, title: _title, issuer: _issuer, basis: _basis, ...asks } = demandBody({ texts: ['集体收入', '志愿者人数'] })
  const preview = await done<AnswerOf<C['previewDemand']>>(trial, 'officer', 'facts.previewDemand', { body: asks })
  expect(preview.cost).toEqual({ units: 2, times: 4, minutes: 120 })
  expect(preview.duplicates).toMatchObject([{ asked: '集体收入', heldAs: '村集体经济收入', kind: 'source' }])
  expect((await trial.as('officer').call('facts.previewDemand', { body: { ...asks, unit: '990101' } })).status).toBe(403)
  const { body } = await register('officer')
  expect(body).toMatchObject({
    state: 'standing',
    cost: { units: 2, times: 4, minutes: 120 },
    mayWithdraw: true,
    below: { name: '晨光街道' },
  })
})

test('another office does not ask the same units for it again, nor the same form twice', async () => {
  const again = await register('countyAdmin', {
    unit: '990101',
    below: '990101',
    issuer: '演示县团委',
    title: '志愿者统计',
    texts: ['本社区志愿者人数'],
  })
  expect(again.body.errors?.[0]?.detail).toContain('晨光街道办《志愿服务情况表》')
  expect((await register('countyAdmin', { unit: '990101', below: '990101101', issuer: '演示县团委', texts: ['志愿者人数'] })).status).toBe(
    200,
  )
  expect((await register('officer', { texts: ['公益岗位'], form: 'check:1' })).status).toBe(200)
  expect((await register('officer', { texts: ['保洁员'], form: 'check:1' })).body.code).toBe(5266)
  expect((await register('officer', { texts: ['巡逻队', '本社区巡逻队'] })).body.code).toBe(5268)
})

test('who may not ask, whom one may not ask, and demands without an end', async () => {
  for (const player of ['secretary', 'supervisor'] as const) expect((await register(player, { texts: ['灯'] })).status, player).toBe(403)
  expect((await register('officer', { texts: ['灯'], below: '990101101' })).body.code).toBe(5267)
  for (const sunset of ['2026-09-07', '2029-09-09'])
    expect((await register('officer', { texts: ['灯'], sunset })).body.code, sunset).toBe(5265)
  expect((await register('officer', { texts: ['灯'], definitions: ['no-such'] })).body.code).toBe(5213)
  expect((await register('officer', { texts: [] })).status).toBe(400)
  expect((await register('officer', { texts: ['灯'], sunset: undefined })).status).toBe(400)
  expect((await register('officer', { texts: ['灯'], frequency: 'day' })).status).toBe(400)
})

test('those who are asked read the register; it is withdrawn with a reason, or ends by itself', async () => {
  const titles = async (player: PlayerName) =>
    (await done<AnswerOf<C['demands']>>(trial, player, 'facts.demands')).rows.map(({ issuer, state }) => `${issuer} ${state}`).sort()
  expect(await titles('secretary')).toEqual(['晨光街道办 standing', '晨光街道办 standing'])
  expect(await titles('outsider')).toEqual([])
  const file = await trial.as('secretary').call<string>('facts.exportDemands', { query: { format: 'csv' } })
  expect(file.body.trim().split('\n')).toHaveLength(3)
  expect(file.body).toMatch(/志愿服务情况表,晨光街道办,.*,有效,晨光街道,/)
  const { body } = await register('officer', { texts: ['临时'], form: 'check:2' })
  const find = (unit: string, day: string) => trial.sql('countyAdmin', (db) => demandFor(db, { unit, form: 'check:2', day }))
  expect((await find(home, '2026-09-08'))?.id).toBe(body.id)
  expect([await find(home, '2026-09-07'), await find(home, '2027-01-01'), await find('990101101201', '2026-09-08')]).toEqual([
    null,
    null,
    null,
  ])
  const params = { unit: body.unit.code, id: body.id }
  expect((await trial.as('secretary').call('facts.withdrawDemand', { params, body: { reason: '不想填' } })).status).toBe(403)
  expect(await done<Demand>(trial, 'officer', 'facts.withdrawDemand', { params, body: { reason: '部门已有。' } })).toMatchObject({
    state: 'withdrawn',
    mayWithdraw: false,
  })
  expect(await refusal(trial, 'officer', 'facts.withdrawDemand', { params, body: { reason: '部门已有。' } })).toBe(5264)
  expect(
    await refusal(trial, 'officer', 'facts.withdrawDemand', { params: { ...params, id: randomUUID() }, body: { reason: '没有。' } }),
  ).toBe(5263)
  expect(await find(home, '2026-09-08')).toBeNull()
  expect((await register('officer', { texts: ['临时'], form: 'check:2', kind: 'village' })).body.cost).toMatchObject({
    units: 0,
    minutes: 0,
  })
  trial.clock.advance(120 * dayMs)
  const { rows } = await trial.owner.query<{ count: number }>('select count(*)::int as count from form_demands')
  expect(rows[0]?.count).toBe(5)
  trial.clock.advance(-120 * dayMs)
  expect(beside).not.toBe(home)
})
