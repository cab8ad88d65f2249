// The words of drafts from data are kept by who publishes, for the unit and those below it; the nearest ones count.

import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { AnswerOf } from '#ground/http/contract.ts'
import type { PlayerName } from '#ground/trial/cast.ts'
import { useTrial } from '#ground/trial/trial.ts'
import type { contract } from '../contract.ts'
import { ledgerWording } from '../core/ledger-content.ts'

const trial = useTrial()

type Said = AnswerOf<(typeof contract)['get']>
type Rows = AnswerOf<(typeof contract)['wordings']>['rows']

const wording = { addressee: '各社区党组织', opening: '', closing: '请于月底前整改到位。', headings: ['', '', '工作要求'] }
const keep = (by: PlayerName, unit: string, more: object = {}) =>
  trial.as(by).call<{ code?: number }>('bulletins.keepWording', { body: { ...wording, unit, kind: 'ledger', ...more } })
const ledgerOf = async (by: PlayerName, unit: string): Promise<Rows[number] | undefined> =>
  (await trial.as(by).call<{ rows: Rows }>('bulletins.wordings', { query: { unit } })).body.rows.find(({ kind }) => kind === 'ledger')
const draft = async (by: PlayerName, unit: string): Promise<Said> =>
  (await trial.as(by).call<Said>('bulletins.draftLedger', { body: { id: randomUUID(), unit, quarter: '2026Q3' } })).body
const textsOf = (said: Said): string[] =>
  said.filled.flatMap((block) => (block.kind === 'heading' || block.kind === 'paragraph' ? [block.text] : []))

test('as given until somebody keeps others; then the nearest ones, and no other county learns of them', async () => {
  const body = { id: randomUUID(), unit: '990101001', subject: '990101001001', problem: '公示栏没有更新。', sourceKind: 'remark', days: 5 }
  expect((await trial.as('officer').call('ledger.assign', { body })).status).toBe(200)
  expect(await ledgerOf('officer', '990101001')).toEqual({ kind: 'ledger', given: ledgerWording, kept: null })
  expect((await draft('officer', '990101001')).addressee).toBe('各村（社区）党组织')

  expect((await keep('officer', '990101')).body.code).toBe(102)
  expect((await keep('secretary', '990101001001')).status).toBe(403)
  expect((await keep('countyAdmin', '990101', { headings: ['少一个'] })).body.code).toBe(5013)
  expect((await keep('countyAdmin', '990101', { kind: 'weather' })).body.code).toBe(5013)
  expect((await keep('countyAdmin', '990101', { closing: '共[[due]]条' })).body.code).toBe(103)
  expect((await keep('countyAdmin', '990101')).status).toBe(200)
  const said = await draft('officer', '990101001')
  expect(said.addressee).toBe('各社区党组织')
  expect(textsOf(said)).toEqual(expect.arrayContaining(['一、基本情况', '三、工作要求', '请于月底前整改到位。']))
  expect(textsOf(said).join('')).not.toContain(ledgerWording.closing)

  expect((await keep('officer', '990101001', { addressee: '各党支部' })).status).toBe(200)
  expect((await draft('officer', '990101001')).addressee).toBe('各党支部')
  expect((await draft('countyAdmin', '990101')).addressee).toBe('各社区党组织')
  expect((await ledgerOf('officer', '990101001'))?.kept).toEqual({ ...wording, addressee: '各党支部', unit: '990101001' })
  expect((await ledgerOf('outsider', '990102'))?.kept).toBeNull()
  const control = await trial.owner.query('select unit from bulletin_wordings order by unit')
  expect(control.rows).toEqual([{ unit: '990101' }, { unit: '990101001' }])
  for (const [player, sees] of [
    ['outsider', 0],
    ['secretary', 0],
    ['countyAdmin', 2],
    ['officer', 2],
  ] as const)
    expect(await trial.sql(player, (db) => db.selectFrom('bulletin_wordings').select('unit').execute()), player).toHaveLength(sees)
})

test('no whole number is kept in the words, nor in the act that kept them', async () => {
  const phone = '13812341234'
  const told = {
    addressee: `各支部（${phone}）`,
    opening: `联系人${phone}。`,
    closing: `身份证11010519491231002X，电话${phone}。`,
    headings: [`要求 ${phone}`, '', ''],
  }
  const answer = await keep('countyAdmin', '990101', told)
  expect(answer.body).toMatchObject({
    addressee: '各支部（138****1234）',
    opening: '联系人138****1234。',
    headings: ['要求 138****1234', '', ''],
  })
  expect((await ledgerOf('countyAdmin', '990101'))?.kept).toMatchObject({ closing: '身份证110105********002X，电话138****1234。' })
  const { rows } = await trial.owner.query<{ said: string }>(
    `select w::text as said from bulletin_wordings w where unit = '990101'
      union all select payload::text from acts where subject = 'bulletin-wording:ledger' and unit = '990101'`,
  )
  expect(rows.length).toBeGreaterThan(1)
  for (const { said } of rows) expect(said).not.toMatch(/13812341234|11010519491231002X/)
})
