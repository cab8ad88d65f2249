import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import type { AnswerOf } from '#ground/http/contract.ts'
import { addDays } from '#ground/kernel/days.ts'
import { writeXlsx } from '#ground/sheets/xlsx-write.ts'
import type { PlayerName } from '#ground/trial/cast.ts'
import { useTrial } from '#ground/trial/trial.ts'
import type { contract } from '../contract.ts'
import { beside, defineData, done, home, refusal } from '../trial-facts.ts'

const trial = useTrial()
type C = typeof contract

beforeAll(() => defineData(trial))

interface Imported {
  readonly added: number
  readonly unchanged: number
  readonly code?: number
  readonly errors: readonly { line: number; detail: string }[]
}
const upload = (endpoint: string, lines: readonly string[] | Uint8Array, options: object = {}, player: PlayerName = 'countyAdmin') => {
  const bytes = lines instanceof Uint8Array ? lines : lines.join('\n')
  return trial.as(player).call<Imported>(endpoint, { body: options, file: { name: 'list', bytes } })
}
const exported = async (endpoint: string): Promise<string> =>
  (await trial.as('countyAdmin').call<string>(endpoint, { query: { format: 'csv' } })).body
const count = async (table: string): Promise<number> => (await trial.owner.query(`select 1 from ${table}`)).rows.length

const certificates = [
  '单位代码,证书名称,级别,发证单位,文号,起日,止日',
  `${home},民主法治社区,省级,演示省司法厅,,2024-01-01,2026-12-31`,
  `${home},书香社区,村级,,,2024-02-30,`,
  `990101001999,书香社区,县级,演示县文旅局,,2024-01-01,`,
]

test('every fault of a row is told by its column, and the good rows alone are taken only when the user says so', async () => {
  const dry = await upload('facts.importCertificates', certificates, { dryRun: true, skipBad: true })
  expect(dry.body.added).toBe(1)
  expect(dry.body.errors.map(({ line, detail }) => [line, detail.split('：')[0]])).toEqual([
    [3, '级别'],
    [3, '发证单位'],
    [3, '起日'],
    [4, '没有代码为 990101001999 的单位。没有登记，请重新选择。'],
  ])
  expect((await upload('facts.importCertificates', certificates)).body.code).toBe(5241)
  expect(await count('fact_certificates')).toBe(0)
  const taken = await upload('facts.importCertificates', certificates, { skipBad: true })
  expect([taken.status, taken.body.added, taken.body.errors.length]).toEqual([200, 1, 4])
  expect(await count('fact_certificates')).toBe(1)
  expect((await upload('facts.importCertificates', certificates.slice(0, 2))).body).toEqual({ added: 0, unchanged: 1, errors: [] })
})

test('a text longer than its column is told, not lost in the database', async () => {
  const long = [certificates[0] ?? '', `${home},${'长'.repeat(101)},省级,演示省司法厅,,2024-01-01,`]
  expect((await upload('facts.importCertificates', long, { dryRun: true })).body.errors).toEqual([
    { line: 2, detail: '证书名称：超过 100 字，请缩短。' },
  ])
})

test('the same decision weighs once, however often its sheet comes in', async () => {
  const cases = [
    '单位代码,类型,认定日期,被投诉单位,认定单位,认定的事实,文号',
    `${home},商户投诉,2026-06-01,朝霞社区居委会,演示县城管局,占道收费。,演城管〔2026〕1号`,
  ]
  expect((await upload('facts.importCases', cases)).body.added).toBe(1)
  expect((await upload('facts.importCases', [...cases, cases[1] ?? ''])).body).toEqual({ added: 0, unchanged: 2, errors: [] })
  const body = {
    id: randomUUID(),
    unit: home,
    type: 'merchant-complaint',
    on: '2026-06-01',
    against: '朝霞社区居委会',
    decidedBy: '演示县城管局',
    basis: '占道收费。',
    document: '演城管〔2026〕1号',
  }
  expect(await refusal(trial, 'countyAdmin', 'facts.recordCase', { body })).toBe(5245)
  expect(await count('fact_cases')).toBe(1)
})

const header = '单位代码,创建标准编号,结果,审核单位,审核日期,说明'

test('results of reviews on paper come in, out and in again; those of a cycle are only read', async () => {
  const sheet = [header, `${home},YYXY-B2b,达到,演示县人社局,2026-06-20,`, `${beside},YYXY-B2b,未达到,演示县人社局,2026-06-20,台账不全。`]
  const bad = [
    `${home},CYXW-2,未达到,演示县人社局,2026-06-20,`,
    `${home},CYXW-2,差不多,演示县人社局,2026-06-20,`,
    `${home},CYXW-2,达到,演示县人社局,2026-12-20,`,
  ]
  const dry = await upload('facts.importReviews', [...sheet, ...bad], { dryRun: true })
  expect([dry.body.added, dry.body.errors.map(({ line }) => line)]).toEqual([2, [4, 5, 6]])
  expect((await upload('facts.importReviews', sheet, {}, 'reviewer')).body.added).toBe(2)
  await trial.owner.query(
    `insert into fact_reviews
    (district, unit, id, criterion, result, by_office, on_day, reason, source, stated_on, at)
    values ('990101', $1, gen_random_uuid(), 'CYXW-1', 'met', '组织部', '2026-07-01', '', 'cycle:2026', '2026-07-01', '2026-07-01')`,
    [home],
  )
  const again = (await exported('facts.exportReviews')).trim().split('\n')
  expect(again).toHaveLength(4)
  expect(again.join()).toContain('paper:2026')
  expect((await upload('facts.importReviews', again)).body).toEqual({ added: 0, unchanged: 3, errors: [] })
  const ofCycle = [`${header},审核编号`, `${home},CYXW-9,达到,组织部,2026-07-01,,cycle:2026`]
  expect((await upload('facts.importReviews', ofCycle, { dryRun: true })).body.errors[0]?.detail).toContain('创建周期里的审核')
  const other = [header, `${home},YYXY-B2b,未达到,演示县人社局,2026-06-20,另有结论。`]
  expect((await upload('facts.importReviews', other, { dryRun: true })).body.errors).toHaveLength(1)
  expect((await upload('facts.importReviews', sheet, {}, 'officer')).status).toBe(403)
})

test('a review on paper is corrected with its reason', async () => {
  const { rows } = await done<AnswerOf<C['reviews']>>(trial, 'countyAdmin', 'facts.reviews', { query: { below: beside } })
  const [old] = rows
  const body = { id: randomUUID(), result: 'met', by: '演示县人社局', on: '2026-07-20', reason: '台账已补齐。' }
  const place = { params: { unit: beside, id: old?.id ?? '' } }
  expect(await done(trial, 'countyAdmin', 'facts.correctReview', { ...place, body })).toMatchObject({
    result: 'met',
    corrects: old?.id,
    reason: '台账已补齐。',
  })
  expect(await refusal(trial, 'countyAdmin', 'facts.correctReview', { ...place, body: { ...body, id: randomUUID() } })).toBe(5232)
  expect((await trial.as('officer').call('facts.correctReview', { ...place, body })).status).toBe(403)
  const after = await done<AnswerOf<C['reviews']>>(trial, 'secretary', 'facts.reviews', {})
  expect(new Set(after.rows.map(({ unit }) => unit.code))).toEqual(new Set([home]))
})

const demandHeader = '表名,要表的单位,依据,多久一次,开始日期,停止日期,每填一次（分钟）,要哪些数据,填报范围代码,村或社区'
const demand = (title: string, data: string, below = '990101') =>
  `${title},演示县民政局,示例：演民〔2026〕2号,每季度一次,2026-10-01,2027-09-30,20,${data},${below},`

test('form demands come in as a sheet; two rows that ask for one datum are refused like two forms', async () => {
  const sheet = [
    demandHeader,
    demand('设施情况表', '便民设施个数；长椅个数'),
    demand('长椅情况表', '长椅个数'),
    demand('收入表', '集体收入'),
    demand('邻县表', '路灯数', '990102'),
  ]
  const dry = await upload('facts.importDemands', sheet, { dryRun: true })
  expect([dry.body.added, dry.body.errors.map(({ line }) => line)]).toEqual([1, [3, 4, 5]])
  expect(dry.body.errors[0]?.detail).toContain('演示县民政局《设施情况表》')
  expect(dry.body.errors[1]?.detail).toContain('农业农村局')
  expect((await upload('facts.importDemands', sheet, { skipBad: true })).body.added).toBe(1)
  const again = (await exported('facts.exportDemands')).trim().split('\n')
  expect((await upload('facts.importDemands', again)).body).toEqual({ added: 0, unchanged: 1, errors: [] })
  expect((await upload('facts.importDemands', sheet, {}, 'secretary')).status).toBe(403)
})

test('a form that another page names is registered by its key, once; what only the register names has none in the sheet', async () => {
  const sheet = [
    `${demandHeader},表单编号`,
    `${demand('创建自查表', '自查情况')},self-check:year-1`,
    `${demand('又一张', '别的情况')},self-check:year-1`,
    `${demand('写错的', '第三种情况')},自查表`,
  ]
  const dry = await upload('facts.importDemands', sheet, { dryRun: true })
  expect([dry.body.added, dry.body.errors.map(({ line }) => line)]).toEqual([1, [3, 4]])
  expect((await upload('facts.importDemands', sheet, { skipBad: true })).body.added).toBe(1)
  expect((await trial.owner.query(`select title from form_demands where form = 'self-check:year-1'`)).rows).toEqual([
    { title: '创建自查表' },
  ])
  const again = (await exported('facts.exportDemands')).trim().split('\n')
  expect(again.find((line) => line.includes('创建自查表'))).toContain(',self-check:year-1,')
  expect(again.join()).not.toContain('form:')
  expect((await upload('facts.importDemands', again)).body).toMatchObject({ added: 0, errors: [] })
})

test('every list has its template, which comes in without a row', async () => {
  for (const [template, into] of [
    ['facts.template', 'facts.import'],
    ['facts.certificateTemplate', 'facts.importCertificates'],
    ['facts.caseTemplate', 'facts.importCases'],
    ['facts.reviewTemplate', 'facts.importReviews'],
    ['facts.demandTemplate', 'facts.importDemands'],
  ] as const) {
    const file = await trial.as('countyAdmin').call(template, { query: { format: 'xlsx' } })
    expect((await upload(into, file.bytes, { dryRun: true })).body, template).toMatchObject({ added: 0, errors: [] })
  }
})

test('requests for correction and definitions go out too, each as far as the post reaches', async () => {
  const { rows } = await done<AnswerOf<C['reviews']>>(trial, 'secretary', 'facts.reviews', {})
  const body = { id: randomUUID(), unit: home, kind: 'review', record: rows[0]?.id ?? '', reason: '示例：材料已经交齐。' }
  await done(trial, 'secretary', 'facts.doubt', { body })
  expect(await exported('facts.exportDoubts')).toMatch(/朝霞社区,990101001001,审核结果,示例：材料已经交齐。,2026-09-08,待答复,/)
  const outside = await trial.as('outsider').call<string>('facts.exportDoubts', { query: { format: 'csv' } })
  expect(outside.body.trim().split('\n')).toHaveLength(1)
  expect(await exported('facts.exportDefinitions')).toMatch(
    /collective-income,村集体经济收入,,集体收入,数,万元,,,每年,农业农村局,来源部门,2026-09-08,/,
  )
})

test('fifty thousand facts come in at once, and one more is too many', { timeout: 120_000 }, async () => {
  const ids = Array.from({ length: 25 }, (_id, index) => `wide-${index}`)
  for (const id of ids)
    await done(trial, 'countyAdmin', 'facts.addDefinition', {
      body: { id, name: `宽表 ${id}`, aliases: [], type: 'number', measure: '个', period: 'day', source: '民政局' },
    })
  const rows = ids.flatMap((id) =>
    [home, beside].flatMap((unit) =>
      Array.from({ length: 1000 }, (_row, day) => [unit, id, addDays('2023-01-01', day), String(day), '台账']),
    ),
  )
  const columns = ['单位代码', '数据项', '时间', '值', '凭证']
  const book = await writeXlsx({ sheet: '事实数据', header: columns, rows })
  expect((await upload('facts.import', book)).body).toEqual({ added: 50_000, unchanged: 0, errors: [] })
  expect(await count("facts where voucher = '台账'")).toBe(50_000)
  const more = await writeXlsx({ sheet: '事实数据', header: columns, rows: [...rows, [home, 'wide-0', '2026-01-01', '1', '']] })
  expect((await upload('facts.import', more, { dryRun: true })).status).toBe(413)
})
