import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import type { AnswerOf } from '#ground/http/contract.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { writeXlsx } from '#ground/sheets/xlsx-write.ts'
import type { contract } from '../contract.ts'
import { enter, trialPassword } from '#rooms/people/trial.ts'
import { defineData, done, home, refusal } from '../trial-facts.ts'

const trial = useTrial()
type C = typeof contract

beforeAll(() => defineData(trial))

const given = { name: '充分就业社区', level: 'county', issuer: '演示县人社局', document: '', from: '2025-06-01', to: null }
const decided = {
  type: 'merchant-complaint',
  on: '2026-05-12',
  against: '朝霞社区居委会',
  decidedBy: '演示县市场监管局',
  basis: '收费没有依据。',
  document: '演市监〔2026〕5号',
}
const place = () => ({ id: randomUUID(), unit: home })

test('a certificate is recorded once, corrected, and taken back from a day on', async () => {
  const made = await done<AnswerOf<C['certify']>>(trial, 'countyAdmin', 'facts.certify', { body: { ...place(), ...given } })
  expect(await refusal(trial, 'countyAdmin', 'facts.certify', { body: { ...place(), ...given } })).toBe(5235)
  expect(
    await refusal(trial, 'countyAdmin', 'facts.certify', { body: { ...place(), ...given, from: '2026-01-01', to: '2025-01-01' } }),
  ).toBe(5234)
  expect(await refusal(trial, 'countyAdmin', 'facts.certify', { body: { ...place(), ...given, unit: '990101001999' } })).toBe(5233)
  expect((await trial.as('secretary').call('facts.certify', { body: { ...place(), ...given } })).status).toBe(403)
  const change = {
    params: { unit: home, id: made.id },
    body: { id: randomUUID(), ...given, issuer: '演示市人社局', level: 'prefecture', reason: '级别写错。' },
  }
  const corrected = await done<AnswerOf<C['correctCertificate']>>(trial, 'countyAdmin', 'facts.correctCertificate', change)
  expect(corrected).toMatchObject({ level: 'prefecture', corrects: made.id })
  expect(await refusal(trial, 'countyAdmin', 'facts.correctCertificate', { ...change, body: { ...change.body, id: randomUUID() } })).toBe(
    5232,
  )
  const back = { params: { unit: home, id: corrected.id }, body: { id: randomUUID(), from: '2026-09-01', reason: '文件收回。' } }
  expect(await done(trial, 'countyAdmin', 'facts.withdrawCertificate', back)).toMatchObject({
    withdrawnFrom: '2026-09-01',
    reason: '文件收回。',
  })
  const { rows } = await done<AnswerOf<C['certificates']>>(trial, 'secretary', 'facts.certificates', { query: { below: home } })
  expect(rows.map(({ level, withdrawnFrom }) => [level, withdrawnFrom])).toEqual([['prefecture', '2026-09-01']])
})

test('a complaint is recorded only when another body of the county upheld it, and can be overturned', async () => {
  const made = await done<AnswerOf<C['recordCase']>>(trial, 'countyAdmin', 'facts.recordCase', { body: { ...place(), ...decided } })
  expect(made).toMatchObject({ upheld: true, decidedUnit: '990101' })
  expect(await refusal(trial, 'countyAdmin', 'facts.recordCase', { body: { ...place(), ...decided, decidedBy: '朝霞社区 居委会' } })).toBe(
    5236,
  )
  expect(await refusal(trial, 'countyAdmin', 'facts.recordCase', { body: { ...place(), ...decided, on: '2026-09-09' } })).toBe(5234)
  const complainant = { ...decided, complainant: '某某' }
  expect((await trial.as('countyAdmin').call('facts.recordCase', { body: { ...place(), ...complainant } })).status).toBe(400)
  for (const player of ['officer', 'secretary', 'supervisor'] as const)
    expect((await trial.as(player).call('facts.recordCase', { body: { ...place(), ...decided } })).status, player).toBe(403)
  const change = { params: { unit: home, id: made.id }, body: { id: randomUUID(), ...decided, on: '2026-05-11', reason: '日期写错。' } }
  const corrected = await done<AnswerOf<C['correctCase']>>(trial, 'reviewer', 'facts.correctCase', change)
  const over = { params: { unit: home, id: corrected.id }, body: { id: randomUUID(), reason: '复议决定撤销。' } }
  expect(await done(trial, 'countyAdmin', 'facts.overturnCase', over)).toMatchObject({ upheld: false, on: '2026-05-11' })
  expect(await refusal(trial, 'countyAdmin', 'facts.overturnCase', { ...over, body: { ...over.body, id: randomUUID() } })).toBe(5232)
  const seen = await done<AnswerOf<C['cases']>>(trial, 'secretary', 'facts.cases', { query: { from: '2026-01-01', to: '2026-12-31' } })
  expect(seen.rows.map(({ upheld, reason }) => [upheld, reason])).toEqual([[false, '复议决定撤销。']])
  const { rows } = await trial.owner.query<{ payload: unknown }>("select payload from acts where verb = 'recordCase'")
  expect(JSON.stringify(rows)).not.toContain('收费没有依据')
})

type Imported = {
  readonly added: number
  readonly unchanged: number
  readonly code?: number
  readonly errors: readonly { line: number; detail: string }[]
}
const upload = (endpoint: string, bytes: string | Uint8Array, dryRun: boolean) =>
  trial.as('countyAdmin').call<Imported>(endpoint, { body: { dryRun }, file: { name: 'list.xlsx', bytes } })

test('facts come in by XLSX: every bad row with its line and why, and nothing is written if one is bad', async () => {
  const header = ['单位代码', '数据项', '时间', '值', '凭证']
  const good = [
    [home, '村集体经济收入', '2025', '36.5', '演农〔2026〕3号'],
    [home, '本村集体收入（万元）', '2024年', '1,030.25', ''],
    [home, 'service-points', '2026Q2', '本期无', ''],
  ]
  const bad = [
    ['990101001999', '集体收入', '2025', '1', ''],
    [home, '没有的', '2025', '1', ''],
    [home, '集体收入', '2025-Q1', '1', ''],
    [home, '集体收入', '2023', '约一万', ''],
    [home, '集体收入', '2025', '40', ''],
  ]
  const mixed = await writeXlsx({ sheet: '事实数据', header, rows: [...good, ...bad] })
  const dry = await upload('facts.import', mixed, true)
  expect(dry.body).toMatchObject({ added: 3, unchanged: 0 })
  expect(dry.body.errors.map(({ line }) => line)).toEqual([5, 6, 7, 8, 9])
  expect(dry.body.errors[4]?.detail).toContain('已由农业农村局登记为 36.5 万元')
  const refused = await upload('facts.import', mixed, false)
  expect(refused.body.code).toBe(5241)
  expect(refused.body.errors.map(({ line }) => line)).toEqual([5, 6, 7, 8, 9])
  expect((await trial.owner.query('select 1 from facts')).rows).toHaveLength(0)
  const whole = await writeXlsx({ sheet: '事实数据', header, rows: good })
  expect((await upload('facts.import', whole, false)).body).toEqual({ added: 3, unchanged: 0, errors: [] })
  expect((await upload('facts.import', whole, false)).body).toEqual({ added: 0, unchanged: 3, errors: [] })
  expect((await trial.as('secretary').call('facts.import', { body: { dryRun: true }, file: { name: 'x.csv', bytes: 'x' } })).status).toBe(
    403,
  )
})

test('what was exported is imported again without a change; a reader gets only what the post reaches', async () => {
  const file = await trial.as('countyAdmin').call<string>('facts.export', { query: { format: 'csv' } })
  expect(file.body.split('\n')[0]).toContain('单位,单位代码,数据项,时间,值,凭证,计量单位,来源部门')
  expect((await upload('facts.import', file.bytes, true)).body).toEqual({ added: 0, unchanged: 3, errors: [] })
  const outside = await trial.as('outsider').call<string>('facts.export', { query: { format: 'csv' } })
  expect(outside.body.trim().split('\n')).toHaveLength(1)
  for (const endpoint of ['facts.template', 'facts.certificateTemplate', 'facts.caseTemplate', 'facts.export'])
    expect((await trial.as('countyAdmin').call(endpoint, { query: { format: 'xlsx' } })).bytes.length, endpoint).toBeGreaterThan(1000)
})

test('certificates and cases come in and out in the same way', async () => {
  const certificates = [
    '单位代码,证书名称,级别,发证单位,文号,起日,止日',
    `${home},民主法治社区,省级,演示省司法厅,,2024-01-01,2026-12-31`,
    `${home},书香社区,村级,演示县文旅局,,2024-01-01,`,
    `${home},书香社区,县级,演示县文旅局,,2024-02-30,`,
  ]
  expect((await upload('facts.importCertificates', certificates.join('\n'), true)).body.errors.map(({ line }) => line)).toEqual([3, 4])
  expect((await upload('facts.importCertificates', certificates.slice(0, 2).join('\n'), false)).body.added).toBe(1)
  const cases = [
    '单位代码,类型,认定日期,被投诉单位,认定单位,认定的事实,文号',
    `${home},商户投诉,2026-06-01,朝霞社区居委会,演示县城管局,占道收费。,`,
    `${home},商户投诉,2026-06-01,朝霞社区居委会,朝霞社区居委会,自己认定。,`,
  ]
  expect((await upload('facts.importCases', cases.join('\n'), false)).body.errors.map(({ line }) => line)).toEqual([3])
  expect((await upload('facts.importCases', cases.slice(0, 2).join('\n'), false)).body.added).toBe(1)
  const out = await trial.as('countyAdmin').call<string>('facts.exportCertificates', { query: { format: 'csv' } })
  expect(out.body).toContain('民主法治社区,省级')
  const list = await trial.as('countyAdmin').call<string>('facts.exportCases', { query: { format: 'csv' } })
  expect(list.body).toContain('商户投诉,2026-06-01')
})

test('a department enters what it upheld, what it gave and what came to it from above, and corrects no other’s', async () => {
  const organisation = { type: 'department', host: 'office', effective: '2026-01-01', reason: '示例' }
  const department = { ...organisation, id: randomUUID(), unit: '990101', name: '演示县人社局' }
  await done(trial, 'countyAdmin', 'units.createOrganisation', { body: department })
  const account = { unit: '990101', name: '演示·人社', login: 'yanshi-renshe', password: trialPassword, mustChange: false }
  const post = { unit: '990101', role: 'department-officer', department: department.id }
  await done(trial, 'operator', 'people.create', { body: { ...account, post } })
  const office = await enter(trial, account.login, trialPassword)
  const code = async (endpoint: string, input: object) => (await office.call<{ code?: number }>(endpoint, input)).body.code
  const certify = (changes: object) => code('facts.certify', { body: { ...place(), ...given, ...changes } })
  const record = (changes: object) => code('facts.recordCase', { body: { ...place(), ...decided, ...changes } })

  expect(await certify({ from: '2026-02-01', issuer: '人社局' })).toBeUndefined()
  expect(await certify({ name: '文明社区', issuer: '演示县文明办' })).toBe(5253)
  expect(await certify({ name: '充分就业社区（省级）', level: 'province', issuer: '省人社厅' })).toBeUndefined()
  expect(await record({ on: '2026-06-01', decidedBy: '演示县人社局' })).toBeUndefined()
  expect(await record({ on: '2026-06-02' })).toBe(5253)

  const { rows } = await done<AnswerOf<C['cases']>>(trial, 'countyAdmin', 'facts.cases', { query: { below: home } })
  const [own, others] = ['演示县人社局', decided.decidedBy].map((by) => rows.find(({ decidedBy }) => decidedBy === by))
  const change = (id: string | undefined, decidedBy: string) => ({
    params: { unit: home, id: id ?? '' },
    body: { id: randomUUID(), ...decided, decidedBy, reason: '日期写错。' },
  })
  expect(await code('facts.correctCase', change(others?.id, '演示县人社局'))).toBe(5253)
  expect(await code('facts.correctCase', change(own?.id, decided.decidedBy))).toBe(5253)
  expect(await code('facts.correctCase', change(own?.id, '演示县人社局'))).toBeUndefined()
  const sheet = `单位代码,证书名称,级别,发证单位,文号,起日,止日\n${home},平安社区,县(区)级,演示县委政法委,,2026-03-01,\n`
  const sent = { file: { name: 'a.csv', bytes: sheet }, body: { dryRun: true } }
  const dry = await office.call<{ errors: { detail: string }[] }>('facts.importCertificates', sent)
  expect(dry.body.errors.map(({ detail }) => detail).join()).toContain('由演示县委政法委作出')
})
