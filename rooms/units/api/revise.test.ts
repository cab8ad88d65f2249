// Verbs on units, by those who may and those who may not, and what stands in the tree and in the acts afterwards.

import { describe, expect, test } from 'vitest'
import { useTrial } from '#ground/trial/trial.ts'
import type { PlayerName } from '#ground/trial/cast.ts'
import type { CallInput } from '#ground/trial/caller.ts'

const trial = useTrial()

const run = (endpoint: string, input: CallInput, player: PlayerName = 'countyAdmin') => trial.as(player).call(`units.${endpoint}`, input)
const unitOn = async (code: string, asOf = '2026-09-08') => (await run('get', { params: { code }, query: { asOf } })).body
const lastAct = async (verb: string): Promise<Record<string, unknown>> => {
  const { rows } = await trial.owner.query<Record<string, unknown>>(
    `select verb, unit, subject, payload, reason from acts where room = 'units' and verb = $1 order by id desc limit 1`,
    [verb],
  )
  return rows[0] ?? {}
}

const effective = '2026-09-01'
const reason = '按批复调整'

describe('one unit', () => {
  test('is renamed from a day on, in the record of acts as in the tree', async () => {
    const answer = await run('rename', {
      params: { code: '990101001001' },
      body: { name: '朝晖社区', effective, document: '演政文〔2026〕1号', reason },
    })
    expect([answer.status, answer.body]).toEqual([200, { code: '990101001001' }])
    expect(await unitOn('990101001001')).toMatchObject({ name: '朝晖社区', from: effective })
    expect(await unitOn('990101001001', '2026-08-31')).toMatchObject({ name: '朝霞社区', to: '2026-08-31' })
    expect(await lastAct('rename')).toEqual({
      verb: 'rename',
      unit: '990101001001',
      subject: 'unit:990101001001',
      payload: { name: '朝晖社区', effective, document: '演政文〔2026〕1号' },
      reason,
    })
    const found = await run('search', { query: { q: 'chsq' } })
    expect(found.body).toMatchObject({ units: [{ name: '朝晖社区' }] })
    expect((await run('search', { query: { q: '朝霞' } })).body).toMatchObject({ units: [] })
  })

  test('is called village or community as the county says, and as the code says again afterwards', async () => {
    await run('overrideKind', { params: { code: '990101001002' }, body: { kind: 'village', effective: '2026-05-01' } })
    expect(await unitOn('990101001002')).toMatchObject({ kind: 'village', kindOfficial: 'community' })
    await run('overrideKind', { params: { code: '990101001002' }, body: { kind: null, effective } })
    expect(await unitOn('990101001002')).toMatchObject({ kind: 'community' })
    expect(await unitOn('990101001002', '2026-06-01')).toMatchObject({ kind: 'village' })
    expect((await run('overrideKind', { params: { code: '990101001' }, body: { kind: 'village', effective } })).body['code']).toBe(1009)
  })

  test('is created below a living one and ended when nothing lies below', async () => {
    expect((await run('create', { body: { code: '990101109', name: '新设镇', effective } })).status).toBe(200)
    expect((await run('create', { body: { code: '990101109201', name: '新设村', effective } })).status).toBe(200)
    const end = (code: string, day: string) => run('end', { params: { code }, body: { effective: day, reason } })
    expect((await end('990101109', '2026-10-01')).body['code']).toBe(1008)
    expect((await end('990101109201', effective)).body['code']).toBe(1002)
    expect((await end('990101109201', '2026-10-01')).status).toBe(200)
    expect((await end('990101109', '2026-10-01')).status).toBe(200)
    expect(await unitOn('990101109', '2026-09-30')).toMatchObject({ name: '新设镇' })
    expect((await run('get', { params: { code: '990101109' }, query: { asOf: '2026-10-01' } })).status).toBe(404)
    expect((await end('990101109', '2026-11-01')).body['code']).toBe(1001)
  })

  test.each([
    ['a code in use', 'create', { body: { code: '990101001', name: '某街道', effective } }, 1006],
    ['a parent nobody knows', 'create', { body: { code: '990101888201', name: '某村', effective } }, 1005],
    ['a code of the wrong length', 'create', { body: { code: '99010', name: '某地', effective } }, 102],
    ['a grid', 'create', { body: { code: '990101001001001', name: '一网格', effective } }, 1004],
    ['the same name again', 'rename', { params: { code: '990101101' }, body: { name: '柳溪镇', effective } }, 1003],
    ['a day before the unit began', 'rename', { params: { code: '990101101' }, body: { name: '某镇', effective: '2019-01-01' } }, 1002],
    ['a unit nobody knows', 'rename', { params: { code: '990101777' }, body: { name: '某镇', effective } }, 1000],
    [
      'handing a village to the neighbouring county',
      'recode',
      { params: { code: '990101101202' }, body: { to: '990102101299', effective, reason: '划转' } },
      1014,
    ],
    ['an end without a reason', 'end', { params: { code: '990101101202' }, body: { effective } }, 103],
  ])('%s is refused', async (_what, endpoint, input, code) => {
    expect((await run(endpoint, input)).body['code']).toBe(code)
  })

  const verbs: readonly (readonly [string, (code: string) => CallInput])[] = [
    ['rename', (code) => ({ params: { code }, body: { name: '改名', effective } })],
    ['overrideKind', (code) => ({ params: { code }, body: { kind: 'village', effective } })],
    ['end', (code) => ({ params: { code }, body: { effective, reason } })],
    ['create', (code) => ({ body: { code: `${code.slice(0, 9)}299`, name: '新村', effective } })],
    ['split', (code) => ({ params: { code }, body: { parts: [{ code }, { code: `${code.slice(0, 9)}298` }], effective, reason } })],
    ['recode', (code) => ({ params: { code }, body: { to: `${code.slice(0, 9)}297`, effective, reason } })],
    ['merge', (code) => ({ body: { sources: [code], target: { code: `${code.slice(0, 9)}296` }, effective, reason } })],
  ]

  test.each(verbs)('%s is for the county’s own administrator', async (verb, input) => {
    const before = (await trial.owner.query('select code, valid_from, valid_to, name from unit_versions order by 1, 2')).rows
    expect(before.length).toBeGreaterThan(10)
    for (const player of ['outsider', 'officer', 'secretary', 'reviewer', 'judge', 'gridWorker', 'supervisor', 'resident'] as const) {
      expect([player, (await run(verb, input('990101101202'), player)).status]).toEqual([player, 403])
    }
    expect((await trial.as('nobody').call(`units.${verb}`, input('990101101202'))).status).toBe(401)
    expect((await run(verb, input('990102101201'), 'countyAdmin')).status).toBe(403)
    expect((await trial.owner.query('select code, valid_from, valid_to, name from unit_versions order by 1, 2')).rows).toEqual(before)
  })
})

describe('sending twice', () => {
  test('with one key does it once', async () => {
    const input = { params: { code: '990101101' }, body: { name: '柳溪新镇', effective }, key: 'units-rename-1' }
    expect((await run('rename', input)).status).toBe(200)
    expect((await run('rename', input)).status).toBe(200)
    const { rows } = await trial.owner.query(`select 1 from acts where subject = 'unit:990101101' and verb = 'rename'`)
    expect(rows).toHaveLength(1)
  })
})
