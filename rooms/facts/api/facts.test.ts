import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import type { AnswerOf } from '#ground/http/contract.ts'
import type { PlayerName } from '#ground/trial/cast.ts'
import { cast } from '#ground/trial/cast.ts'
import { useTrial } from '#ground/trial/trial.ts'
import type { contract } from '../contract.ts'
import { queueOf } from '../queue.ts'
import { beside, defineData, done, home, incomeBody, pointsBody, refusal } from '../trial-facts.ts'

const trial = useTrial()
type C = typeof contract
type Fact = AnswerOf<C['state']>
type Sheet = AnswerOf<C['unitSheet']>

beforeAll(() => defineData(trial))

const stateBody = (changes: object = {}) => ({
  body: {
    id: randomUUID(),
    unit: home,
    definition: 'collective-income',
    period: '2025',
    value: '36.50',
    voucher: '演农〔2026〕3号',
    ...changes,
  },
})
const sheetOf = (player: PlayerName, unit = home): Promise<Sheet> => done<Sheet>(trial, player, 'facts.unitSheet', { params: { unit } })

test('a county states, corrects with a reason, and withdraws; every statement stays on record', async () => {
  const first = await done<Fact>(trial, 'countyAdmin', 'facts.state', stateBody())
  expect(first).toMatchObject({
    period: '2025',
    stated: { state: 'value', value: '36.50' },
    source: '农业农村局',
    byUnit: '演示县',
    unit: { name: '朝霞社区' },
  })
  expect(await refusal(trial, 'countyAdmin', 'facts.state', stateBody({ value: '40' }))).toBe(5231)
  expect((await done<Fact>(trial, 'reviewer', 'facts.state', stateBody({ value: '36.5' }))).id).toBe(first.id)
  const correct = (params: object, body: object) => ({ params, body: { id: randomUUID(), reason: '补上光伏收入。', ...body } })
  const at = { unit: home, id: first.id }
  const value = { state: 'value', value: '38.20' }
  expect(await refusal(trial, 'countyAdmin', 'facts.correct', correct(at, { stated: { state: 'value', value: '36.5' } }))).toBe(5243)
  expect(await refusal(trial, 'countyAdmin', 'facts.correct', correct(at, { stated: { state: 'value', value: '约 38' } }))).toBe(5214)
  const second = await done<Fact>(trial, 'countyAdmin', 'facts.correct', correct(at, { stated: value }))
  expect(second).toMatchObject({ corrects: first.id, reason: '补上光伏收入。', voucher: '演农〔2026〕3号' })
  expect(await refusal(trial, 'countyAdmin', 'facts.correct', correct(at, { stated: value }))).toBe(5232)
  expect(await refusal(trial, 'countyAdmin', 'facts.correct', correct({ unit: beside, id: first.id }, { stated: value }))).toBe(5230)
  const all = await done<AnswerOf<C['list']>>(trial, 'countyAdmin', 'facts.list', { query: { below: home, history: 'true' } })
  expect(all.rows.map(({ id, supersededBy }) => [id, supersededBy])).toEqual(
    expect.arrayContaining([
      [first.id, second.id],
      [second.id, null],
    ]),
  )
  const last = await done<Fact>(
    trial,
    'countyAdmin',
    'facts.correct',
    correct({ unit: home, id: second.id }, { stated: { state: 'withdrawn' } }),
  )
  expect(last.stated).toEqual({ state: 'withdrawn' })
  const { rows } = await trial.owner.query<{ verb: string; reason: string | null }>(
    "select verb, reason from acts where room = 'facts' and subject like 'fact:%' order by verb desc, reason nulls last",
  )
  expect(rows.map(({ verb }) => verb)).toEqual(['state', 'correct', 'correct'])
  expect(rows[1]?.reason).toBe('补上光伏收入。')
})

test('a list of a time holds its periods and, where nothing newer came, the last one before', async () => {
  for (const period of ['2019', '2020']) await done(trial, 'countyAdmin', 'facts.state', stateBody({ unit: beside, period, value: period }))
  const periods = async (from: string, to: string) =>
    (await done<AnswerOf<C['list']>>(trial, 'countyAdmin', 'facts.list', { query: { below: beside, from, to } })).rows.map(
      ({ period }) => period,
    )
  expect(await periods('2026-01-01', '2026-12-31')).toEqual(['2020'])
  expect(await periods('2019-01-01', '2019-12-31')).toEqual(['2019'])
  expect(await periods('2019-06-01', '2020-06-30')).toEqual(['2020', '2019'])
  expect(await periods('2018-01-01', '2018-12-31')).toEqual([])
})

test('values, periods and units that do not fit are refused by name, and nothing is entered', async () => {
  for (const [changes, code] of [
    [{ definition: 'no-such' }, 5213],
    [{ value: true }, 5214],
    [{ value: '1e3' }, 5214],
    [{ period: '2025-Q1' }, 5215],
    [{ period: '2027' }, 5215],
    [{ unit: '990101001999' }, 5233],
  ] as const)
    expect(await refusal(trial, 'countyAdmin', 'facts.state', stateBody({ period: '2024', ...changes })), JSON.stringify(changes)).toBe(
      code,
    )
  expect(await refusal(trial, 'outsider', 'facts.state', stateBody({ period: '2024' }))).toBe(102)
  expect((await trial.as('judge').call('facts.list')).status).toBe(403)
  expect((await trial.as('nobody').call('facts.list')).status).toBe(401)
})

test('a village states what is left to it, in one tap when there was nothing, and nothing else', async () => {
  expect(await refusal(trial, 'secretary', 'facts.state', stateBody({ period: '2023' }))).toBe(5217)
  const body = { id: randomUUID(), unit: home, definition: 'service-points', period: '2026-Q2' }
  const none = await done<Fact>(trial, 'secretary', 'facts.nothing', { body })
  expect(none.stated).toEqual({ state: 'nothing' })
  await done(trial, 'secretary', 'facts.state', stateBody({ definition: 'service-points', period: '2026-Q3', value: '3' }))
  await done(trial, 'officer', 'facts.state', stateBody({ unit: beside, definition: 'service-points', period: '2026-Q3', value: '2' }))
  const correction = {
    params: { unit: home, id: none.id },
    body: { id: randomUUID(), stated: { state: 'value', value: '1' }, reason: '有一个。' },
  }
  await done(trial, 'secretary', 'facts.correct', correction)
  expect(
    (await sheetOf('secretary')).facts.filter(({ definition }) => definition === 'service-points').map(({ stated }) => stated),
  ).toEqual([
    { state: 'value', value: '3' },
    { state: 'value', value: '1' },
  ])
  const choice = {
    ...pointsBody,
    id: 'road-surface',
    name: '道路路面',
    type: 'choice',
    measure: null,
    choices: ['水泥', '沥青'],
    period: 'day',
  }
  await done(trial, 'countyAdmin', 'facts.addDefinition', { body: choice })
  expect(
    await refusal(trial, 'secretary', 'facts.nothing', {
      body: { ...body, id: randomUUID(), definition: 'road-surface', period: '2026-09-01' },
    }),
  ).toBe(5216)
})

test('a unit sees all that is known of it, and none of the next', async () => {
  const own = await sheetOf('secretary')
  expect(own.unit).toEqual({ code: home, name: '朝霞社区' })
  expect(own.facts.every(({ unit }) => unit.code === home)).toBe(true)
  expect((await trial.as('secretary').call('facts.unitSheet', { params: { unit: beside } })).status).toBe(403)
  const list = await done<AnswerOf<C['list']>>(trial, 'secretary', 'facts.list', { query: { below: '990101' } })
  expect(new Set(list.rows.map(({ unit }) => unit.code))).toEqual(new Set([home]))
  expect(JSON.stringify(own)).not.toContain(cast.secretary.id)
})

test('a unit asks for correction; the office corrects, or says why not', async () => {
  const fact = await done<Fact>(trial, 'countyAdmin', 'facts.state', stateBody({ period: '2022', value: '10' }))
  const ask = (record: string, reason: string) => ({ body: { id: randomUUID(), unit: home, kind: 'fact', record, reason } })
  const asked = await done<AnswerOf<C['doubt']>>(trial, 'secretary', 'facts.doubt', ask(fact.id, '少算一笔。'))
  expect(await refusal(trial, 'secretary', 'facts.doubt', ask(fact.id, '再说一遍。'))).toBe(5239)
  expect(await refusal(trial, 'secretary', 'facts.doubt', ask(randomUUID(), '没有这条。'))).toBe(5230)
  expect(await trial.sql('reviewer', async (db) => queueOf(db, await trial.actorOf('reviewer')))).toMatchObject([{ count: 1 }])
  expect(await trial.sql('secretary', async (db) => queueOf(db, await trial.actorOf('secretary')))).toEqual([])
  const waiting = await done<AnswerOf<C['doubts']>>(trial, 'countyAdmin', 'facts.doubts', { query: { waiting: 'true' } })
  expect(waiting.rows.map(({ id, reason }) => [id, reason])).toEqual([[asked.id, '少算一笔。']])
  expect((await sheetOf('secretary')).facts.find(({ id }) => id === fact.id)?.doubted).toBe(true)
  const params = { unit: home, id: asked.id }
  expect((await trial.as('secretary').call('facts.decline', { params, body: { reason: '我自己答。' } })).status).toBe(403)
  const declined = await done<AnswerOf<C['decline']>>(trial, 'countyAdmin', 'facts.decline', {
    params,
    body: { reason: '那一笔属下一年。' },
  })
  expect(declined).toMatchObject({ state: 'declined', answer: '那一笔属下一年。', answeredBy: '演示县' })
  expect(await refusal(trial, 'countyAdmin', 'facts.decline', { params, body: { reason: '再答一次。' } })).toBe(5240)
  trial.clock.advance(1000)
  await done(trial, 'secretary', 'facts.doubt', ask(fact.id, '文件写明属这一年。'))
  const correction = { id: randomUUID(), stated: { state: 'value', value: '12' }, reason: '核实后补上。' }
  await done(trial, 'countyAdmin', 'facts.correct', { params: { unit: home, id: fact.id }, body: correction })
  expect(await refusal(trial, 'secretary', 'facts.doubt', ask(fact.id, '旧的那条。'))).toBe(5232)
  const { doubts, facts } = await sheetOf('secretary')
  expect(doubts.filter(({ record }) => record === fact.id).map(({ state, answer }) => [state, answer])).toEqual([
    ['corrected', '核实后补上。'],
    ['declined', '那一笔属下一年。'],
  ])
  expect(facts.find(({ corrects }) => corrects === fact.id)?.stated).toEqual({ state: 'value', value: '12' })
})

test('acts folded again give what stands in the table', async () => {
  const { rows: acts } = await trial.owner.query<{ subject: string; payload: { state: string; value?: unknown; corrects: string | null } }>(
    "select subject, payload from acts where room = 'facts' and verb in ('state', 'correct')",
  )
  const replaced = new Set(acts.map(({ payload }) => payload.corrects))
  const folded = acts.flatMap(({ subject, payload }) => {
    const id = subject.slice('fact:'.length)
    return replaced.has(id) ? [] : [`${id} ${payload.state} ${typeof payload.value === 'string' ? payload.value : ''}`]
  })
  const { rows: living } = await trial.owner.query<{ line: string }>(
    "select id || ' ' || state || ' ' || coalesce(number::text, choice, '') as line from facts where superseded_by is null",
  )
  expect(living.length).toBeGreaterThan(5)
  expect(living.map(({ line }) => line).sort()).toEqual(folded.sort())
})

test('a datum is defined once, under no name twice; retiring frees its names', async () => {
  const add = (changes: object) => ({ body: { ...incomeBody, ...changes } })
  await done(trial, 'countyAdmin', 'facts.addDefinition', add({}))
  expect(await refusal(trial, 'countyAdmin', 'facts.addDefinition', add({ measure: '元' }))).toBe(5211)
  expect(
    await refusal(trial, 'countyAdmin', 'facts.addDefinition', add({ id: 'income', name: '村办企业收入', aliases: [] })),
  ).toBeUndefined()
  expect(
    await refusal(trial, 'countyAdmin', 'facts.addDefinition', add({ id: 'income-again', name: '本村 集体收入（万元）', aliases: [] })),
  ).toBe(5212)
  expect(await refusal(trial, 'countyAdmin', 'facts.addDefinition', add({ id: 'x', name: '别的', aliases: [], measure: 'kg' }))).toBe(5210)
  expect((await trial.as('officer').call('facts.addDefinition', add({ id: 'y' }))).status).toBe(403)
  const params = { id: 'income' }
  await done(trial, 'countyAdmin', 'facts.retireDefinition', { params, body: { reason: '重复。' } })
  expect(await refusal(trial, 'countyAdmin', 'facts.retireDefinition', { params, body: { reason: '重复。' } })).toBe(5213)
  expect(await refusal(trial, 'countyAdmin', 'facts.entrustDefinition', { params, body: { statedBy: 'unit' } })).toBe(5213)
  const entrusted = { params: { id: 'collective-income' }, body: { statedBy: 'unit' } }
  expect(await done(trial, 'countyAdmin', 'facts.entrustDefinition', entrusted)).toMatchObject({ statedBy: 'unit' })
  await done(trial, 'secretary', 'facts.state', stateBody({ period: '2021' }))
  const ids = async (query: object) =>
    (await done<AnswerOf<C['definitions']>>(trial, 'officer', 'facts.definitions', { query })).definitions.map(({ id }) => id)
  expect(await ids({})).not.toContain('income')
  expect(await ids({ retired: 'true' })).toContain('income')
})
