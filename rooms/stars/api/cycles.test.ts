import { beforeAll, expect, test } from 'vitest'
import { useTrial } from '#ground/trial/trial.ts'
import { edition, home, parameters, playing } from '../trial-cycle.ts'

const trial = useTrial()
let play: ReturnType<typeof playing>

beforeAll(async () => {
  play = playing(trial)
  await play.seat()
})

const calendar = [{ id: 'carry-out', name: '落实措施', from: '2026-07-01', to: '2026-12-31' }]
const whole = { year: 2026, name: '2026年度创建（修改后）', edition, calendar, parameters, offices: { YYXY: '人社局', PAFZ: '政法委' } }

test('a draft is revised freely, once open only amended with a reason; neighbours see no draft', async () => {
  const cycle = await play.plan()
  const params = { ...cycle }
  expect(await play.done('countyAdmin', 'stars.revise', { params, body: whole })).toMatchObject({ version: 2 })
  expect(await play.code('countyAdmin', 'stars.revise', { params, body: { ...whole, edition: 'sample/none' } })).toBe(5702)
  expect(await play.code('countyAdmin', 'stars.revise', { params, body: { ...whole, offices: { NONE: '某局' } } })).toBe(5706)
  const names = async (by: 'countyAdmin' | 'outsider' | 'secretary') => {
    const { rows } = (await play.done(by, 'stars.cycles', { query: { year: '2026' } })) as unknown as {
      rows: { id: string; name: string }[]
    }
    return rows.filter((row) => row.id === cycle.id).map((row) => row.name)
  }
  expect(await names('countyAdmin')).toEqual([whole.name])
  expect(await names('outsider')).toEqual([])
  const before = await trial.owner.query('select name from star_cycles where id = $1', [cycle.id])
  expect(before.rows).toEqual([{ name: whole.name }])

  const amended = { calendar, parameters: { ...parameters, publicityDays: 7 }, offices: {}, reason: '县委研究确定公示七天' }
  expect(await play.code('countyAdmin', 'stars.amend', { params, body: amended })).toBe(5701)
  await play.registerCheck(cycle)
  await play.done('countyAdmin', 'stars.open', { params, body: {} })
  expect(await play.code('countyAdmin', 'stars.revise', { params, body: whole })).toBe(5701)
  expect(await play.code('countyAdmin', 'stars.amend', { params, body: { ...amended, reason: '' } })).toBe(103)
  expect(await play.code('secretary', 'stars.amend', { params, body: amended })).toBe(101)
  expect(await play.done('countyAdmin', 'stars.amend', { params, body: amended })).toMatchObject({ version: 4 })
  const now = await play.done('secretary', 'stars.cycle', { params })
  expect(now['parameters']).toMatchObject({ publicityDays: 7 })
  const acts = await trial.owner.query(`select reason from acts where room = 'stars' and verb = 'amend'`)
  expect(acts.rows).toEqual([{ reason: amended.reason }])
})

test('a cycle is closed when nothing is under way any more, and then nothing begins', async () => {
  const cycle = await play.open()
  const params = { ...cycle }
  const at = await play.begin(cycle)
  expect(await play.code('countyAdmin', 'stars.closeCycle', { params, body: {} })).toBe(5709)
  await play.take('secretary', 'withdraw', at, { reason: '今年先创其他星' })
  await play.done('countyAdmin', 'stars.closeCycle', { params, body: {} })
  expect(await play.code('secretary', 'stars.begin', { params: { unit: home }, body: { id: at.id, cycle: cycle.id, star: 'YYXY' } })).toBe(
    5701,
  )
  expect(await play.code('countyAdmin', 'stars.closeCycle', { params, body: {} })).toBe(5701)
})

test('an appeal that another person dismisses names rows and reasons and ends the matter', async () => {
  const cycle = await play.open()
  const at = await play.submitted(cycle)
  await play.take('officer', 'refuse', at, { rows: [{ row: 'B2', reason: '没有证书' }] })
  await play.take('secretary', 'appeal', at, { reason: '证书正在补办' })
  expect(await play.code('countyAdmin', 'stars.dismiss', { params: { ...at }, body: { rows: [] } })).toBe(103)
  const dismissed = await play.take('countyAdmin', 'dismiss', at, { rows: [{ row: 'B2', reason: '申报截止前没有取得证书' }] })
  expect(dismissed.state).toBe('dismissed')
  const seen = await play.done('secretary', 'stars.candidacy', { params: { ...at } })
  expect(JSON.stringify(seen['steps'])).toContain('申报截止前没有取得证书')
})

test('quotas are read by every post of the campaign', async () => {
  const cycle = await play.open()
  const params = { ...cycle }
  const quotas = [{ unit: '990101001', star: 'YYXY', most: 3, hard: false }]
  await play.done('countyAdmin', 'stars.allot', { params, body: { quotas } })
  const { rows } = await play.done('secretary', 'stars.quotas', { params })
  expect(rows).toEqual([{ ...quotas[0], unitName: '晨光街道', given: 0 }])
})

test('quotas go out as a sheet and come in again; a bad line is told and nothing is written', async () => {
  const cycle = await play.open()
  const params = { ...cycle }
  const send = (lines: string[], dryRun: boolean, by: 'countyAdmin' | 'officer' = 'countyAdmin') =>
    trial.as(by).call('stars.importQuotas', {
      params,
      file: { name: 'quotas.csv', bytes: ['代码,星,名额数,硬性', ...lines].join('\n') },
      body: { dryRun },
    })
  const good = ['990101,宜业兴业星,9,是', '990101001,PAFZ,4,否']
  expect((await send([...good, '990102,宜业兴业星,1,是'], true)).body).toMatchObject({ allotted: 2, errors: [{ line: 4 }] })
  expect((await send([...good, '990102,宜业兴业星,1,是'], false)).body['code']).toBe(5711)
  expect((await play.done('secretary', 'stars.quotas', { params }))['rows']).toEqual([])
  expect((await send(good, false)).body).toMatchObject({ allotted: 2, unchanged: 0 })
  expect((await send(good, false)).body).toMatchObject({ allotted: 0, unchanged: 2 })
  expect((await send(good, false, 'officer')).status).toBe(403)
  const file = await trial.as('countyAdmin').call<string>('stars.exportQuotas', { params, query: { format: 'csv' } })
  expect(file.body).toContain('演示县,990101,宜业兴业星,9,是,0')
  expect(file.body).toContain('晨光街道,990101001,平安法治星,4,否,0')
})
