// The official list comes in whole or not at all, and says which line was wrong.

import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { writeXlsx } from '#ground/sheets/xlsx-write.ts'
import { useTrial } from '#ground/trial/trial.ts'
import type { PlayerName } from '#ground/trial/cast.ts'

const trial = useTrial()

interface Refusal {
  readonly code: number
  readonly errors: readonly { path: string; line: number; code: string; detail: string }[]
}

const send = <T = Record<string, unknown>>(
  lines: readonly string[],
  body: object = {},
  player: PlayerName = 'operator',
  bytes?: Uint8Array,
) => trial.as(player).call<T>('units.import', { file: { name: 'list.csv', bytes: bytes ?? lines.join('\n') }, body })

const codesBelow = async (prefix: string, day = '2026-09-08'): Promise<string[]> => {
  const { rows } = await trial.owner.query<{ code: string; name: string }>(
    `select code, name from unit_versions where code ^@ $1 and valid_from <= $2 and coalesce(valid_to, '9999-01-01') >= $2 order by code`,
    [prefix, day],
  )
  return rows.map((row) => `${row.code} ${row.name}`)
}

const fresh = [
  'code,name,level,parent,kind',
  '9902,试验市,prefecture,99,',
  '990201,试验县,county,9902,',
  '990201101,东镇,township,990201,',
  '990201101201,东一村,village,990201101,village',
]

describe('importing', () => {
  test('a dry run counts and writes nothing; the import writes what it counted; the same list again changes nothing', async () => {
    const counts = { added: 4, renamed: 0, kindChanged: 0, ended: 0, unchanged: 0, errors: [] }
    expect((await send(fresh, { dryRun: true })).body).toEqual(counts)
    expect(await codesBelow('9902')).toEqual([])
    expect((await send(fresh)).body).toEqual(counts)
    expect(await codesBelow('9902')).toHaveLength(4)
    expect((await send(fresh)).body).toEqual({ ...counts, added: 0, unchanged: 4 })
    const { rows } = await trial.owner.query<{ payload: object }>(
      `select payload from acts where room = 'units' and verb = 'import' and unit = '9902'`,
    )
    expect(rows).toMatchObject([{ payload: { added: 4, lines: 4, digest: expect.stringMatching(/^[0-9a-f]{64}$/) as string } }])
  })

  test('renames and kinds change from the effective day on; the county’s own word about a kind stays', async () => {
    await trial
      .as('countyAdmin')
      .call('units.overrideKind', { params: { code: '990101101201' }, body: { kind: 'community', effective: '2026-03-01' } })
    const list = ['name,code,kind', '柳溪新村,990101101201,village', '石桥社区,990101101202,community']
    expect((await send(list, { effective: '2026-06-01' })).body).toMatchObject({ added: 0, renamed: 2, kindChanged: 1, unchanged: 0 })
    const unit = await trial.as('nobody').call('units.get', { params: { code: '990101101201' } })
    expect(unit.body).toMatchObject({ name: '柳溪新村', kind: 'community', kindOfficial: 'village', from: '2026-06-01' })
    const before = await trial.as('nobody').call('units.get', { params: { code: '990101101201' }, query: { asOf: '2026-05-31' } })
    expect(before.body).toMatchObject({ name: '柳溪村', to: '2026-05-31' })
  })

  test('a complete list ends what it leaves out below its code, and a changed code names its predecessor', async () => {
    const list = ['code,name', '990102,邻县', '990102102,南坡镇', '990102102201,南坡村']
    const refused = await send<Refusal>(list, { complete: '990102' })
    expect([refused.status, refused.body.code]).toEqual([422, 1021])
    const answer = await send(list, { complete: '990102', effective: '2026-07-01' })
    expect(answer.body).toMatchObject({ added: 2, ended: 2, unchanged: 1 })
    expect(await codesBelow('990102')).toEqual(['990102 邻县', '990102102 南坡镇', '990102102201 南坡村'])
    const history = await trial.as('nobody').call('units.history', { params: { code: '990102102201' } })
    expect(history.body).toMatchObject({ successions: [{ from: '990102101201', fromName: '南坡村', on: '2026-07-01', kind: 'recoded' }] })
  })

  test('without --complete nothing ends', async () => {
    const before = await codesBelow('990101001')
    expect((await send(['code,name', '990101001,晨光街道'])).body).toMatchObject({ ended: 0, unchanged: 1 })
    expect(await codesBelow('990101001')).toEqual(before)
  })

  test('every bad line is listed with its number and code, and nothing is written', async () => {
    const list = [
      'code,name,level,parent',
      '990301,孤儿县,,',
      '9903,试验三市,,',
      '9903,又一个,,',
      '99030,短,,',
      '990302,错层县,township,',
      '990303,错父县,,9904',
      '990304101,无父镇,,',
    ]
    const answer = await send<Refusal>(list)
    expect([answer.status, answer.body.code]).toEqual([422, 1020])
    expect(answer.body.errors.map((error) => [error.path, error.line, error.code])).toEqual([
      ['line 4', 4, '9903'],
      ['line 5', 5, '99030'],
      ['line 6', 6, '990302'],
      ['line 7', 7, '990303'],
      ['line 8', 8, '990304101'],
    ])
    expect(answer.body.errors.every((error) => error.detail.length > 3)).toBe(true)
    expect(await codesBelow('9903')).toEqual([])
  })

  test('columns nobody knows, and a file without code or name, are refused', async () => {
    expect((await send<Refusal>(['code,name,colour', '99,演示省,red'])).body.code).toBe(1023)
    expect((await send<Refusal>(['code,level', '99,province'])).body.code).toBe(1023)
    expect((await trial.as('operator').call<Refusal>('units.import', { body: { dryRun: true } })).body.code).toBe(1022)
  })

  test.each([
    ['gzip', gzipSync(fresh.join('\n'))],
    ['a byte order mark and CRLF', new TextEncoder().encode(`\uFEFF${fresh.join('\r\n')}\r\n`)],
    ['GB18030', new Uint8Array([...Buffer.from('code,name\r\n99,'), 0xd1, 0xdd, 0xca, 0xbe, 0xca, 0xa1, 0x0d, 0x0a])],
  ])('reads %s', async (_what, bytes) => {
    const answer = await send([], { dryRun: true }, 'operator', bytes)
    expect([answer.status, answer.body['unchanged'], answer.body['renamed']]).toEqual([200, expect.any(Number), 0])
  })

  test('reads a workbook', async () => {
    const bytes = await writeXlsx({
      sheet: '单位',
      header: ['code', 'name'],
      rows: [
        ['99', '演示省'],
        ['990501', '孤儿县'],
      ],
    })
    const answer = await send<Refusal>([], { dryRun: true }, 'operator', bytes)
    expect(answer.body.errors.map((error) => error.code)).toEqual(['990501'])
  })

  test('a county administrator imports below the own code only', async () => {
    const own = await send(['code,name', '990101001003,新苑社区'], {}, 'countyAdmin')
    expect(own.body).toMatchObject({ added: 1 })
    const other = await send<Refusal>(['code,name', '990101001004,新苑二社区', '990102103,邻镇'], {}, 'countyAdmin')
    expect(other.body.errors).toMatchObject([{ line: 3, code: '990102103' }])
    expect(await codesBelow('990101001004')).toEqual([])
    const complete = await send<Refusal>(['code,name', '990102,邻县'], { complete: '990102', effective: '2026-09-01' }, 'countyAdmin')
    expect(complete.body.code).toBe(1014)
    expect((await codesBelow('990102')).length).toBeGreaterThan(1)
  })

  test.each(['officer', 'secretary', 'reviewer', 'judge', 'gridWorker', 'supervisor', 'resident'] as const)(
    '%s may not import',
    async (player) => {
      expect((await send(['code,name', '99,演示省'], {}, player)).status).toBe(403)
    },
  )

  test('a change that lies later than the list is not overrun', async () => {
    await trial
      .as('countyAdmin')
      .call('units.rename', { params: { code: '990101001002' }, body: { name: '和风里社区', effective: '2026-12-01' } })
    const answer = await send<Refusal>(['code,name', '990101001002,和畅社区'], { effective: '2026-10-01' })
    expect(answer.body.errors).toMatchObject([{ line: 2, code: '990101001002' }])
    expect((await send(['code,name', '990101001002,和风社区'], { effective: '2026-10-01' })).body).toMatchObject({ unchanged: 1 })
  })
})

describe('exporting', () => {
  test('what goes out comes in again unchanged', async () => {
    for (const format of ['csv', 'xlsx'] as const) {
      const file = await trial.as('secretary').call('units.export', { query: { below: '9902', format } })
      expect(file.headers.get('content-type')).toMatch(format === 'csv' ? /text\/csv/ : /spreadsheetml/)
      const again = await send([], { dryRun: true }, 'operator', file.bytes)
      expect(again.body).toMatchObject({ added: 0, renamed: 0, ended: 0, unchanged: 4 })
    }
  })

  test('as of a day, for accounts only, of units that exist', async () => {
    const file = await trial.as('resident').call<string>('units.export', { query: { below: '990101101', asOf: '2026-05-31' } })
    expect(file.body).toContain('990101101201,柳溪村,village,990101101,community')
    expect((await trial.as('nobody').call('units.export')).status).toBe(401)
    expect((await trial.as('secretary').call('units.export', { query: { below: '98' } })).status).toBe(404)
  })

  test('the template has the columns of the import', async () => {
    const file = await trial.as('countyAdmin').call('units.template')
    const answer = await send<Refusal>([], { dryRun: true }, 'operator', file.bytes)
    expect([200, 422]).toContain(answer.status)
    expect(answer.body.code).not.toBe(1023)
    expect((await trial.as('nobody').call('units.template')).status).toBe(401)
  })
})
