// Second trees and responsibilities in and out as sheets, and as they stood on a day.

import { beforeAll, describe, expect, test } from 'vitest'
import { readRows } from '#ground/sheets/table.ts'
import { writeXlsx } from '#ground/sheets/xlsx-write.ts'
import { cast } from '#ground/trial/cast.ts'
import type { PlayerName } from '#ground/trial/cast.ts'
import { useTrial } from '#ground/trial/trial.ts'

const trial = useTrial()

const run = <T = Record<string, unknown>>(endpoint: string, input: object, player: PlayerName = 'countyAdmin') =>
  trial.as(player).call<T>(`units.${endpoint}`, input)

interface Imported {
  readonly code?: number
  readonly errors: readonly { line: number; code: string; detail: string }[]
}

const sheet = async (header: string[], rows: string[][], xlsx = false): Promise<Uint8Array> =>
  xlsx ? writeXlsx({ sheet: '表', header, rows }) : new TextEncoder().encode([header, ...rows].map((row) => row.join(',')).join('\n'))
const header = ['名称', '类型', '设在', '单位编码', '上级组织', '起始日期', '编号']
const send = async (rows: string[][], body: object = {}, player: PlayerName = 'countyAdmin') =>
  run<Imported>('importOrganisations', { file: { name: '组织', bytes: await sheet(header, rows) }, body }, player)

async function exported(endpoint: string, query: object, player: PlayerName = 'countyAdmin'): Promise<string[][]> {
  const answer = await run(endpoint, { query }, player)
  expect(answer.status).toBe(200)
  const read = await readRows(answer.bytes)
  if (!read.ok) throw new Error(read.problem.detail.en)
  return [[...read.value.header], ...read.value.rows.map((row) => [...row.cells])]
}

const tree = [
  ['晨光街道党工委', '党委(党工委)', '机关', '990101001', '', '2026-01-01', ''],
  ['朝霞社区党支部', '党支部', '社区', '990101001001', '晨光街道党工委', '2026-01-01', ''],
  ['朝霞社区1号楼院党支部', 'Grid branch', 'building', '990101001001', '朝霞社区党支部', '2026-02-01', ''],
]
const stored = async (table: string): Promise<number> =>
  Number((await trial.owner.query<{ n: string }>(`select count(*) as n from ${table}`)).rows[0]?.n)

describe('organisations', () => {
  test('a dry run counts, a bad row keeps all out and is named with line and reason', async () => {
    expect((await send(tree, { dryRun: true })).body).toEqual({ added: 3, renamed: 0, moved: 0, unchanged: 0, errors: [] })
    const bad = await send([...tree, ['某科', '科室', '机关', '990102', '', '', '']], { dryRun: true })
    expect([bad.status, bad.body.code]).toEqual([422, 1020])
    expect(bad.body.errors).toMatchObject([{ line: 5, code: '990102', detail: '没有这个类型' }])
    expect((await send([...tree, ['某局', '部门', '机关', '990102', '', '', '']])).body.errors).toMatchObject([
      { line: 5, detail: '超出本岗位范围' },
    ])
    expect(await stored('organisations')).toBe(0)
  })

  test('are written with their acts, and the same sheet again changes nothing', async () => {
    expect((await send(tree)).body).toMatchObject({ added: 3 })
    expect((await send(tree)).body).toEqual({ added: 0, renamed: 0, moved: 0, unchanged: 3, errors: [] })
    const { rows } = await trial.owner.query<{ unit: string; payload: { rows: object[] } }>(
      `select unit, payload from acts where verb = 'importOrganisations'`,
    )
    expect(rows).toMatchObject([{ unit: '990101001', payload: { part: 1, parts: 1 } }])
    expect(rows[0]?.payload.rows).toHaveLength(3)
  })

  test.each(['xlsx', 'csv'] as const)('what goes out as %s comes in again', async (format) => {
    const rows = await exported('exportOrganisations', { unit: '990101', format })
    expect(rows[0]?.slice(0, 7)).toEqual(header)
    expect(rows.slice(1).map((row) => [...row.slice(0, 6), row[7]])).toEqual([
      ['晨光街道党工委', '党委(党工委)', '机关', '990101001', '', '2026-01-01', '晨光街道'],
      ['朝霞社区党支部', '党支部', '社区', '990101001001', '晨光街道党工委', '2026-01-01', '朝霞社区'],
      ['朝霞社区1号楼院党支部', '网格(楼院)党支部', '楼院', '990101001001', '朝霞社区党支部', '2026-02-01', '朝霞社区'],
    ])
    const again = await run('importOrganisations', {
      file: { name: 'x', bytes: await sheet(rows[0] ?? [], rows.slice(1), format === 'xlsx') },
      body: {},
    })
    expect(again.body).toMatchObject({ unchanged: 3, added: 0 })
  })

  test('name, parent and unit of a past day are those of that day', async () => {
    const [, , branch = [], building = []] = await exported('exportOrganisations', { unit: '990101001', format: 'csv' })
    const rows = [
      ['朝霞社区第一党支部', ...branch.slice(1, 7)],
      [...building.slice(0, 3), '990101001002', '晨光街道党工委', '', building[6] ?? ''],
    ]
    expect((await send(rows, { effective: '2026-05-01' })).body).toMatchObject({ renamed: 1, moved: 1 })
    await run('rename', { params: { code: '990101001001' }, body: { name: '朝晖社区', effective: '2026-06-01' } })
    const on = async (asOf: string): Promise<unknown[]> =>
      (await exported('exportOrganisations', { unit: '990101001', format: 'csv', asOf }))
        .slice(2)
        .map((row) => [row[0], row[3], row[4], row[7], row[8]])
        .toSorted((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1))
    expect(await on('2026-04-30')).toEqual([
      ['朝霞社区1号楼院党支部', '990101001001', '朝霞社区党支部', '朝霞社区', '2026-04-30'],
      ['朝霞社区党支部', '990101001001', '晨光街道党工委', '朝霞社区', '2026-04-30'],
    ])
    expect(await on('2026-06-01')).toEqual([
      ['朝霞社区1号楼院党支部', '990101001002', '晨光街道党工委', '和风社区', ''],
      ['朝霞社区第一党支部', '990101001001', '晨光街道党工委', '朝晖社区', ''],
    ])
    const listed = await run<{ organisations: { name: string; unitName: string }[] }>('organisations', {
      query: { unit: '990101001001', asOf: '2026-04-30' },
    })
    expect(listed.body.organisations.map((each) => [each.name, each.unitName])).toEqual([
      ['朝霞社区党支部', '朝霞社区'],
      ['朝霞社区1号楼院党支部', '朝霞社区'],
    ])
    const history = await run('organisationHistory', { params: { id: building[6] } }, 'officer')
    expect(history.body).toMatchObject({
      versions: [
        { unit: '990101001002', unitName: '和风社区', parentName: '晨光街道党工委', from: '2026-05-01', to: null },
        { unit: '990101001001', unitName: '朝霞社区', parentName: '朝霞社区党支部', from: '2026-02-01', to: '2026-04-30' },
      ],
    })
    const partly = await run('organisationHistory', { params: { id: building[6] } }, 'secretary')
    expect(partly.body).toMatchObject({ versions: [{ unit: '990101001001', to: '2026-04-30' }] })
    expect((await run('organisationHistory', { params: { id: building[6] } }, 'outsider')).body['code']).toBe(1030)
  })

  test('a change before the last one, or to what is so already, is refused; one of the same day replaces it', async () => {
    const [, branch = []] = await exported('exportOrganisations', { unit: '990101001001', format: 'csv' })
    const rename = (name: string, effective: string) => run('renameOrganisation', { params: { id: branch[6] }, body: { name, effective } })
    expect((await rename('改早了', '2026-04-01')).body['code']).toBe(1035)
    expect((await rename('朝霞社区第一党支部', '2026-07-01')).body['code']).toBe(1036)
    expect((await rename('朝晖社区党支部', '2026-05-01')).status).toBe(200)
    const { rows } = await trial.owner.query(
      `select name, valid_from::text as "from", valid_to::text as "to" from organisations where id = $1 order by valid_from`,
      [branch[6]],
    )
    expect(rows).toEqual([
      { name: '朝霞社区党支部', from: '2026-01-01', to: '2026-04-30' },
      { name: '朝晖社区党支部', from: '2026-05-01', to: null },
    ])
  })

  test('the template says what belongs where, and only keepers have it', async () => {
    const template = await readRows((await run('organisationsTemplate', {}, 'officer')).bytes)
    expect(template).toMatchObject({ ok: true, value: { header } })
    expect((await run('organisationsTemplate', { query: { format: 'csv' } })).bytes.length).toBeLessThan(200)
    for (const player of ['secretary', 'reviewer', 'judge', 'resident'] as const) {
      expect([player, (await send(tree, {}, player)).status, (await run('organisationsTemplate', {}, player)).status]).toEqual([
        player,
        403,
        403,
      ])
    }
    expect((await run('exportOrganisations', { query: { unit: '990101' } }, 'resident')).status).toBe(403)
    expect(await exported('exportOrganisations', { unit: '990101', format: 'csv' }, 'outsider')).toHaveLength(1)
    expect((await run<Imported>('importOrganisations', { body: {} })).body.code).toBe(1022)
  })
})

describe('linked officers', () => {
  const columns = ['单位编码', '包联人', '身份', '起始日期', '人员编号']
  const sendLinks = async (rows: string[][], body: object = {}, player: PlayerName = 'countyAdmin') =>
    run<Imported>('importLinks', { file: { name: '包联', bytes: await sheet(columns, rows) }, body }, player)
  const good = [
    ['990101001001', '演示·评委', '包村领导', '2026-01-01', ''],
    ['990101101201', cast.officer.login, '第一书记', '2026-03-01', ''],
    ['990101101202', '', '包村干部', '', cast.judge.id],
  ]

  beforeAll(async () => {
    await trial.owner.query(
      `insert into persons (district, unit, id, name, state, created_at) values ('990101', '990101', gen_random_uuid(), $1, 'active', now())`,
      [cast.reviewer.title],
    )
  })

  test('a dry run names every bad row, and nothing is written', async () => {
    const bad = [
      ['990101001002', '无此人', '包村领导', '', ''],
      ['990101001002', cast.reviewer.title, '包村领导', '', ''],
      ['990102101201', '演示·评委', '包村领导', '', ''],
      ['990101001002', cast.outsider.title, '包村领导', '', ''],
    ]
    expect((await sendLinks(good, { dryRun: true })).body).toEqual({ added: 3, unchanged: 0, errors: [] })
    const refused = await sendLinks([...good, ...bad])
    expect([refused.status, refused.body.code]).toEqual([422, 1020])
    expect(refused.body.errors.map(({ line, detail }) => [line, detail])).toEqual([
      [5, '没有找到这个人，或不在本岗位可见范围'],
      [6, '有几个同名的人，请填写登录名或人员编号'],
      [7, '超出本岗位范围'],
      [8, '没有找到这个人，或不在本岗位可见范围'],
    ])
    expect(await stored('linked_officers')).toBe(0)
    expect(await stored(`persons where name = '${cast.outsider.title}'`)).toBe(1)
  })

  test('are written, and go out as they stood on a day with the names one may see', async () => {
    expect((await sendLinks(good)).body).toEqual({ added: 3, unchanged: 0, errors: [] })
    expect((await sendLinks(good)).body).toEqual({ added: 0, unchanged: 3, errors: [] })
    const links = await run<{ links: { id: string; unit: string; personName: string | null }[] }>('linkedOfficers', {
      query: { unit: '990101' },
    })
    expect(links.body.links.map((link) => [link.unit, link.personName])).toEqual([
      ['990101001001', cast.judge.title],
      ['990101101201', cast.officer.title],
      ['990101101202', cast.judge.title],
    ])
    const first = links.body.links[0]
    await run('unlinkOfficer', { params: { unit: first?.unit, id: first?.id }, body: { effective: '2026-06-01' } })
    expect(await exported('exportLinks', { unit: '990101', format: 'csv', asOf: '2026-04-01' })).toEqual([
      [...columns, '单位', '截止日期'],
      ['990101001001', cast.judge.title, '包村领导', '2026-01-01', cast.judge.id, '朝霞社区', '2026-05-31'],
      ['990101101201', cast.officer.title, '第一书记', '2026-03-01', cast.officer.id, '柳溪村', ''],
    ])
    const now = await exported('exportLinks', { unit: '990101', format: 'xlsx' })
    expect(now.slice(1).map((row) => row[0])).toEqual(['990101101201', '990101101202'])
    const again = await run('importLinks', { file: { name: 'x', bytes: await sheet(now[0] ?? [], now.slice(1)) }, body: {} })
    expect(again.body).toMatchObject({ added: 0, unchanged: 2 })
    // A grid worker may read links but not accounts: ids stay, names are left out.
    expect(
      (await exported('exportLinks', { unit: '990101001001', format: 'csv', asOf: '2026-04-01' }, 'gridWorker'))[1]?.slice(0, 5),
    ).toEqual(['990101001001', '', '包村领导', '2026-01-01', cast.judge.id])
  })

  test('only keepers bring them in, and nobody beside takes them out', async () => {
    for (const player of ['secretary', 'reviewer', 'judge', 'outsider'] as const) {
      expect([player, (await sendLinks(good, {}, player)).status]).toEqual([player, player === 'outsider' ? 422 : 403])
    }
    expect((await run('linksTemplate', {}, 'judge')).status).toBe(403)
    expect(await readRows((await run('linksTemplate', {}, 'officer')).bytes)).toMatchObject({ ok: true, value: { header: columns } })
    expect((await run('exportLinks', { query: { unit: '990101' } }, 'outsider')).status).toBe(403)
    expect((await run('exportLinks', { query: { unit: '990101001' } }, 'resident')).status).toBe(403)
    expect(await stored('linked_officers')).toBe(3)
  })
})
