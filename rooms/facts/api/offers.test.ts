import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import type { Kysely } from 'kysely'
import type { RoomRequest } from '#ground/http/handler.ts'
import type { PlayerName } from '#ground/trial/cast.ts'
import { useTrial } from '#ground/trial/trial.ts'
import type { Database } from '#ground/postgres/database.gen.ts'
import { valueOn } from '../core/as-of.ts'
import type { FactDefinition } from '../core/definition.ts'
import { listFacts } from '../data/facts.ts'
import { define, factSheetsOf, recordReview, registerDemand, sourcesOf, supersedeReview } from '../offers.ts'
import type { Recorder } from '../offers.ts'
import { beside, defineData, done, home, incomeBody } from '../trial-facts.ts'

const trial = useTrial()

beforeAll(() => defineData(trial))

/** What another room does in its own request: a transaction of the player, its acts counted. */
async function inside<T>(player: PlayerName, work: (recorder: Recorder, acts: string[]) => Promise<T>): Promise<T> {
  const actor = await trial.actorOf(player)
  const acts: string[] = []
  return trial.sql(
    player,
    (db: Kysely<Database>) => {
      const act: RoomRequest['act'] = (draft) => {
        acts.push(draft.verb)
        return Promise.resolve(randomUUID())
      }
      const dice = { bytes: (count: number) => crypto.getRandomValues(new Uint8Array(count)) }
      const may = (permission: string): boolean => actor.grants.includes(permission)
      return work({ db, actor, act, clock: trial.clock, dice, today: '2026-09-08', may }, acts)
    },
    true,
  )
}

const income = { ...incomeBody, choices: [] } as unknown as FactDefinition
const jobs: FactDefinition = { ...income, id: 'jobs', name: '公益岗位', aliases: [], measure: '个' }

test('a standard brings its data once, however often it is installed', async () => {
  expect(await inside('countyAdmin', (recorder) => define(recorder, [income, jobs]))).toEqual({ ok: true, value: { added: 1 } })
  expect(await inside('countyAdmin', (recorder) => define(recorder, [income, jobs]))).toEqual({ ok: true, value: { added: 0 } })
  const differs = await inside('countyAdmin', (recorder) => define(recorder, [{ ...jobs, period: 'month', source: '人社局' }]))
  expect(differs).toMatchObject({
    ok: false,
    problem: { code: 5211, detail: { en: expect.stringContaining('period, source') as unknown } },
  })
  const twice = await inside('countyAdmin', (recorder) =>
    define(recorder, [
      { ...jobs, id: 'new', name: '新项' },
      { ...jobs, id: 'other', name: '本村公益岗位' },
    ]),
  )
  expect(twice).toMatchObject({ ok: false, problem: { code: 5212 } })
})

test('English for choices that comes with a later edition is taken up once, and changes nothing that has it', async () => {
  const grade: FactDefinition = {
    ...income,
    id: 'grade',
    name: '考核等次',
    aliases: [],
    type: 'choice',
    measure: null,
    choices: ['甲', '乙'],
  }
  const english = async (choicesEn?: readonly string[]) => {
    const one = choicesEn === undefined ? grade : { ...grade, choicesEn }
    const added = await inside('countyAdmin', (recorder) => define(recorder, [one]))
    const { definitions } = await done<{ definitions: FactDefinition[] }>(trial, 'countyAdmin', 'facts.definitions')
    return [added.ok, definitions.find(({ id }) => id === 'grade')?.choicesEn]
  }
  expect(await english()).toEqual([true, undefined])
  expect(await english(['First', 'Second'])).toEqual([true, ['First', 'Second']])
  expect(await english(['A', 'B'])).toEqual([true, ['First', 'Second']])
  expect(await english()).toEqual([true, ['First', 'Second']])
})

test('sheets hold what is known of each unit on the day, complete and in few questions', async () => {
  const state = (unit: string, definition: string, period: string, value: string) =>
    done<{ id: string }>(trial, 'countyAdmin', 'facts.state', { body: { id: randomUUID(), unit, definition, period, value } })
  await state(home, 'collective-income', '2024', '30')
  const wrong = await state(home, 'collective-income', '2025', '36.50')
  const correction = { id: randomUUID(), stated: { state: 'value', value: '38.20' }, reason: '更正。' }
  await done(trial, 'countyAdmin', 'facts.correct', { params: { unit: home, id: wrong.id }, body: correction })
  await state(beside, 'collective-income', '2025', '7')
  await done(trial, 'countyAdmin', 'facts.nothing', {
    body: { id: randomUUID(), unit: home, definition: 'service-points', period: '2026-Q2' },
  })
  const certificate = {
    id: randomUUID(),
    unit: home,
    name: '充分就业社区',
    level: 'county',
    issuer: '人社局',
    from: '2025-06-01',
    to: null,
  }
  await done(trial, 'countyAdmin', 'facts.certify', { body: certificate })
  const back = { id: randomUUID(), from: '2026-09-01', reason: '收回。' }
  await done(trial, 'countyAdmin', 'facts.withdrawCertificate', { params: { unit: home, id: certificate.id }, body: back })
  const upheld = {
    id: randomUUID(),
    unit: home,
    type: 'merchant-complaint',
    on: '2026-05-12',
    against: '居委会',
    decidedBy: '市场监管局',
    basis: '属实。',
  }
  await done(trial, 'countyAdmin', 'facts.recordCase', { body: upheld })
  const units = [
    { code: home, kind: 'community' as const },
    { code: beside, kind: 'community' as const },
    { code: '990101101201', kind: 'village' as const },
  ]
  const sheets = await trial.sql('reviewer', (db) => factSheetsOf(db, units, '2026-09-08'))
  expect(sheets.get(home)).toEqual({
    unit: units[0],
    asOf: '2026-09-08',
    facts: { 'collective-income': '38.20', 'service-points': '0' },
    cases: [{ type: 'merchant-complaint', on: '2026-05-12', upheld: true }],
    certificates: [{ name: '充分就业社区', level: 'county', from: '2025-06-01', to: '2026-08-31' }],
    reviews: [],
  })
  expect(sheets.get(beside)?.facts).toEqual({ 'collective-income': '7' })
  expect(sheets.get('990101101201')).toMatchObject({ facts: {}, cases: [], certificates: [], reviews: [] })
  const before = await trial.sql('reviewer', (db) => factSheetsOf(db, units, '2024-06-30'))
  expect(before.get(home)).toMatchObject({ facts: { 'collective-income': '30' }, cases: [] })
  // A secretary's sheet of the next village is as empty as the secretary's view of it.
  expect((await trial.sql('secretary', (db) => factSheetsOf(db, units, '2026-09-08'))).get(beside)?.facts).toEqual({})
  // The database picks what the rule picks.
  for (const day of ['2023-12-31', '2024-01-01', '2025-12-31', '2026-09-08']) {
    const all = await trial.sql('reviewer', (db) => listFacts(db, { below: [home], definition: 'collective-income', limit: 100 }))
    const held = await trial.sql('reviewer', (db) => sourcesOf(db, home, ['collective-income'], day))
    const rule = valueOn(all, day)?.stated
    expect(held.get('collective-income')?.value, day).toBe(rule?.state === 'value' ? rule.value : undefined)
  }
})

test('a form fills itself from what is held, with its source', async () => {
  const held = await trial.sql('secretary', (db) => sourcesOf(db, home, ['collective-income', 'service-points', 'jobs'], '2026-09-08'))
  expect([...held.keys()].sort()).toEqual(['collective-income', 'service-points'])
  expect(held.get('collective-income')).toMatchObject({
    value: '38.20',
    period: '2025',
    source: '农业农村局',
    voucher: '',
    statedAt: new Date(trial.clock.now()),
  })
  expect(held.get('service-points')).toMatchObject({ value: null, period: '2026-Q2' })
})

test('a review is recorded once a cycle, and superseded with a reason', async () => {
  const wanted = {
    id: randomUUID(),
    unit: home,
    criterion: 'YYXY-B2b',
    result: 'not-met',
    by: '演示县人社局',
    on: '2026-09-01',
    reason: '材料不全。',
    source: 'cycle:2026',
  } as const
  expect(await inside('reviewer', (recorder) => recordReview(recorder, wanted))).toEqual({ ok: true, value: { id: wanted.id } })
  expect(await inside('reviewer', (recorder) => recordReview(recorder, { ...wanted, id: randomUUID() }))).toMatchObject({
    problem: { code: 5238 },
  })
  const next = {
    id: randomUUID(),
    unit: home,
    old: wanted.id,
    result: 'met',
    by: '演示县人社局',
    on: '2026-09-05',
    reason: '材料补齐。',
  } as const
  const verbs = await inside('reviewer', async (recorder, acts) => {
    expect(await supersedeReview(recorder, next)).toEqual({ ok: true, value: { id: next.id } })
    return acts
  })
  expect(verbs).toEqual(['supersedeReview'])
  expect(await inside('reviewer', (recorder) => supersedeReview(recorder, { ...next, id: randomUUID() }))).toMatchObject({
    problem: { code: 5232 },
  })
  expect(await inside('reviewer', (recorder) => supersedeReview(recorder, { ...next, old: randomUUID() }))).toMatchObject({
    problem: { code: 5230 },
  })
  const sheets = await trial.sql('reviewer', (db) => factSheetsOf(db, [{ code: home, kind: 'community' }], '2026-09-08'))
  expect(sheets.get(home)?.reviews).toEqual([{ criterion: 'YYXY-B2b', result: 'met', by: '演示县人社局', on: '2026-09-05' }])
})

test('a cycle registers its self-check, and is refused like anybody where it asks again', async () => {
  const wanted = {
    id: randomUUID(),
    unit: '990101',
    form: 'self-check:2026',
    title: '创建自查表',
    issuer: '演示县委组织部',
    basis: '示例',
    frequency: 'once',
    from: '2026-09-08',
    sunset: '2026-12-31',
    minutes: 60,
    definitions: [],
    texts: [],
    below: '990101',
    kind: 'community',
  } as const
  expect(await inside('countyAdmin', (recorder) => registerDemand(recorder, wanted))).toMatchObject({
    ok: true,
    value: { units: 2, times: 1 },
  })
  const again = { ...wanted, id: randomUUID(), form: 'self-check:2027', definitions: ['collective-income'] }
  expect(await inside('countyAdmin', (recorder) => registerDemand(recorder, again))).toMatchObject({ problem: { code: 5260 } })
})
