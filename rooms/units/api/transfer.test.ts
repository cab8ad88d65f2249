// Merging, splitting and recoding: the trial answer, the tree before and after, and what the successors still reach.

import { describe, expect, test } from 'vitest'
import { useTrial } from '#ground/trial/trial.ts'
import { linkedOf, reachOf, unitExists } from '../offers.ts'

const trial = useTrial()

const effective = '2026-01-01'
const reason = '按批复调整'
const run = (endpoint: string, input: object) => trial.as('operator').call(`units.${endpoint}`, input)
const codesOn = async (prefix: string, day: string): Promise<string[]> => {
  const { rows } = await trial.owner.query<{ code: string }>(
    `select code from unit_versions where code ^@ $1 and valid_from <= $2 and coalesce(valid_to, '9999-01-01') >= $2 order by code`,
    [prefix, day],
  )
  return rows.map((row) => row.code)
}

describe('two counties become one', () => {
  const body = {
    sources: ['990101', '990102'],
    target: { code: '990110', name: '新演示县' },
    effective,
    reason,
    document: '演政文〔2026〕2号',
  }

  test('a trial run shows every new code and writes nothing', async () => {
    const answer = await run('merge', { body: { ...body, dryRun: true } })
    expect(answer.body).toMatchObject({ applied: false })
    expect((answer.body['moves'] as unknown[]).length).toBe(10)
    expect(await codesOn('990110', '2026-09-08')).toEqual([])
    expect((await trial.owner.query('select 1 from unit_successions')).rows).toHaveLength(0)
  })

  test('the merger moves all units below, and last year stands as it was', async () => {
    const before = await codesOn('9901', '2025-12-31')
    const answer = await run('merge', { body })
    expect(answer.status).toBe(200)
    expect(answer.body['moves']).toContainEqual({
      from: '990102101',
      fromName: '南坡镇',
      to: '990110102',
      toName: '南坡镇',
      kind: 'recoded',
    })
    expect(await codesOn('9901', '2025-12-31')).toEqual(before)
    expect(await codesOn('9901', effective)).toEqual([
      '9901',
      '990110',
      '990110001',
      '990110001001',
      '990110001002',
      '990110101',
      '990110101201',
      '990110101202',
      '990110102',
      '990110102201',
    ])
    const { rows } = await trial.owner.query(`select reason, payload->>'document' as document from acts where verb = 'merge'`)
    expect(rows).toEqual([{ reason, document: '演政文〔2026〕2号' }])
  })

  test('a post at the successor reads both old counties, writes only the new one; the old ones are closed for writing', async () => {
    const reach = await trial.sql('operator', (db) => reachOf(db, '990110', '2026-09-08'))
    expect(reach).toEqual({ scopes: ['990101', '990102', '990110'], writes: ['990110'] })
    const old = await trial.sql('operator', (db) => reachOf(db, '990101', '2026-09-08'))
    expect(old).toEqual({ scopes: ['990101'], writes: [] })
    const township = await trial.sql('operator', (db) => reachOf(db, '990110102', '2026-09-08'))
    expect(township).toEqual({ scopes: ['990102101', '990110102'], writes: ['990110102'] })
    const before = await trial.sql('operator', (db) => reachOf(db, '990101', '2025-12-31'))
    expect(before).toEqual({ scopes: ['990101'], writes: ['990101'] })
  })

  test('the same holds for the gate, where nobody is signed in yet', async () => {
    const reach = await trial.instance.postgres.gate((db) => reachOf(db, '990110', '2026-09-08'))
    expect(reach.scopes).toEqual(['990101', '990102', '990110'])
  })

  test('a second generation is reached as well', async () => {
    expect((await run('recode', { params: { code: '990110' }, body: { to: '990120', effective: '2026-06-01', reason } })).status).toBe(200)
    const reach = await trial.sql('operator', (db) => reachOf(db, '990120', '2026-09-08'))
    expect(reach.scopes).toEqual(['990101', '990102', '990110', '990120'])
  })

  test('a split gives each part what went to it and no more', async () => {
    const parts = [
      { code: '990121', name: '东县', units: ['990120001', '990120101'] },
      { code: '990122', name: '西县', units: ['990120102'] },
    ]
    const answer = await run('split', { params: { code: '990120' }, body: { parts, effective: '2026-08-01', reason } })
    expect(answer.status).toBe(200)
    const west = await trial.sql('operator', (db) => reachOf(db, '990122', '2026-09-08'))
    expect(west.scopes).toEqual(['990102101', '990110102', '990120102', '990122'])
    expect(await trial.sql('operator', (db) => unitExists(db, '990120', '2026-09-08'))).toBe(false)
  })

  test('what cannot be is refused and changes nothing', async () => {
    const before = await codesOn('99', '2026-12-01')
    const codeOf = async (endpoint: string, input: object): Promise<unknown> => (await run(endpoint, input)).body['code']
    const day = { effective: '2026-11-01', reason }
    expect(await codeOf('recode', { params: { code: '990121' }, body: { to: '990101', ...day } })).toBe(1007)
    expect(await codeOf('merge', { body: { sources: ['990121'], target: { code: '990122001' }, ...day } })).toBe(1010)
    expect(await codeOf('split', { params: { code: '990121' }, body: { parts: [{ code: '990123' }, { code: '990124' }], ...day } })).toBe(
      1011,
    )
    expect(await codeOf('recode', { params: { code: '990121' }, body: { to: '990121', ...day } })).toBe(1012)
    expect(await codeOf('recode', { params: { code: '990121001' }, body: { to: '990177001', ...day } })).toBe(1005)
    expect(await codesOn('99', '2026-12-01')).toEqual(before)
  })
})

describe('offers', () => {
  test('nobody is linked to anything yet', async () => {
    expect(await trial.sql('operator', (db) => linkedOf(db, '00000000-0000-7000-9000-000000000004', '2026-09-08'))).toEqual([])
  })
})
