import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { useTrial } from '#ground/trial/trial.ts'
import { home, playing, rowsOfYyxy } from '../trial-cycle.ts'
import type { Where } from '../trial-cycle.ts'

const trial = useTrial()
let play: ReturnType<typeof playing>
let cycle: Where

beforeAll(async () => {
  play = playing(trial)
  await play.seat()
  cycle = await play.open()
  await play.submitted(cycle)
})

const column = (header: string, field: string | null, more: Record<string, unknown> = {}) => ({ header, field, ...more })
const format = (list: string, columns: unknown[], more: Record<string, unknown> = {}) => ({
  version: 0,
  name: '上级平台报表',
  system: '上级平台',
  list,
  file: 'csv',
  sheet: '报表',
  columns,
  ...more,
})
const keep = async (body: unknown, id: string = randomUUID()) => {
  await play.done('countyAdmin', 'stars.keepFormat', { params: { unit: '990101', id }, body })
  return id
}
const file = async (by: 'countyAdmin' | 'officer' | 'secretary', id: string, below = '990101') =>
  trial.as(by).call<string>('stars.exportFormatted', { params: { ...cycle }, query: { formatUnit: '990101', format: id, below } })

test('the samples are formats: kept as they are, each makes its file', async () => {
  const samples = (await play.done('countyAdmin', 'stars.sampleFormats', { query: {} }))['rows'] as Record<string, unknown>[]
  expect(samples.map((one) => one['id'])).toEqual(['five-star-above', 'self-check-above'])
  for (const { id: _, ...content } of samples) {
    const id = await keep({ version: 0, ...content, file: 'csv' })
    const answer = await file('countyAdmin', id)
    expect(answer.status).toBe(200)
    expect(answer.body.split('\n')[0]).toContain((content['columns'] as { header: string }[])[0]?.header)
  }
})

test('a county’s words, order and constants are written for whoever is below it, of what they may read', async () => {
  const id = await keep(
    format('candidacies', [
      column('状态码', 'state', { values: [{ is: '待乡镇初审', becomes: '10' }], otherwise: '99' }),
      column('村居', 'unit'),
      column('来源', null, { constant: '县级' }),
    ]),
  )
  for (const by of ['countyAdmin', 'officer', 'secretary'] as const) {
    const rows = (await play.done(by, 'stars.formats', { query: { for: by === 'countyAdmin' ? '990101' : home } }))['rows'] as {
      id: string
    }[]
    expect(rows.map((row) => row.id)).toContain(id)
    expect(
      (await file(by, id)).body
        .replace(/^\uFEFF/, '')
        .trim()
        .split(/\r?\n/),
    ).toEqual(['状态码,村居,来源', '10,朝霞社区,县级'])
  }
  expect((await file('countyAdmin', id, '990101002')).body.trim().split(/\r?\n/)).toHaveLength(1)
})

test('a self-check goes out row by row as it was submitted, never as a draft', async () => {
  const id = await keep(
    format('rows', [column('编号', 'row'), column('是否达标', 'answer'), column('标准', 'text'), column('佐证', 'evidence')]),
  )
  const lines = (await file('countyAdmin', id)).body.trim().split(/\r?\n/)
  expect(lines).toHaveLength(1 + rowsOfYyxy.length)
  expect(lines.find((line) => line.startsWith('YYXY-6'))).toMatch(/^YYXY-6,已达到,.*爱心驿站.*,0$/)
  const other = await play.open()
  await play.answerAll(await play.begin(other))
  const params = { ...other }
  const query = { formatUnit: '990101', format: id, below: '990101' }
  expect((await play.done('countyAdmin', 'stars.previewFormatted', { params, query }))['rows']).toEqual([])
  expect((await play.done('countyAdmin', 'stars.previewFormatted', { params: { ...cycle }, query }))['rows']).toHaveLength(8)
})

test('a format goes out as a file and comes in at another county as a format of its own', async () => {
  const kept = format('held', [column('牌匾', 'plaque'), column('来源', null, { constant: '县级' })], { dates: 'dots' })
  const id = await keep(kept)
  const params = { unit: '990101', id }
  // Whoever is below may hand it on, too.
  const out = await trial.as('secretary').call('stars.exportFormat', { params })
  expect(out.status).toBe(200)
  const bytes = out.bytes
  const { version: _, ...content } = kept
  const columns = [
    { header: '牌匾', field: 'plaque' },
    { header: '来源', constant: '县级' },
  ]
  expect(JSON.parse(new TextDecoder().decode(bytes))).toEqual({ format: 'liangxing-report-format-1', ...content, columns })

  const there = { unit: '990102', id: randomUUID() }
  const send = (who: 'outsider' | 'secretary', dryRun: boolean, sent: Uint8Array = bytes) =>
    trial.as(who).call<{ written: boolean; code: number; errors: { detail: string }[] }>('stars.importFormat', {
      params: there,
      body: { dryRun },
      file: { name: '格式.json', bytes: sent },
    })
  const mine = async () => (await play.done('outsider', 'stars.formats', { query: { for: '990102' } }))['rows'] as object[]
  expect((await send('secretary', false)).status).toBe(403)
  expect((await send('outsider', true)).body).toMatchObject({ written: false, columns: 2 })
  expect(await mine()).toEqual([])
  expect((await send('outsider', false)).body).toMatchObject({ written: true, columns: 2 })
  expect(await mine()).toMatchObject([{ ...there, version: 1, name: kept.name, dates: 'dots' }])
  expect((await send('outsider', false)).body.code, 'an id that is taken').toBe(5790)

  const bad = new TextEncoder().encode(new TextDecoder().decode(bytes).replace('"plaque"', '"answer"'))
  const refused = await send('outsider', false, bad)
  expect([refused.status, refused.body.code, refused.body.errors.length]).toEqual([422, 5799, 1])
  expect(refused.body.errors[0]?.detail).toContain('第 1 个栏目 field')
  expect((await send('outsider', true, new TextEncoder().encode('序号'))).body.code).toBe(5800)
  const acts = await trial.owner.query("select payload from acts where room = 'stars' and verb = 'keepFormat' and unit = '990102'")
  expect(acts.rows).toMatchObject([{ payload: { version: 1, list: 'held', imported: true } }])
})

test('a field of another list is refused, a colleague’s version is not written over, a dropped format is gone', async () => {
  const params = { unit: '990101', id: randomUUID() }
  const wrong = format('held', [column('是否达标', 'answer')])
  expect(await play.code('countyAdmin', 'stars.keepFormat', { params, body: wrong })).toBe(5789)
  const body = format('held', [column('牌匾', 'plaque')])
  expect(await play.done('countyAdmin', 'stars.keepFormat', { params, body })).toMatchObject({ version: 1 })
  expect(await play.code('countyAdmin', 'stars.keepFormat', { params, body })).toBe(5790)
  expect(await play.done('countyAdmin', 'stars.keepFormat', { params, body: { ...body, version: 1, name: '改过' } })).toMatchObject({
    version: 2,
  })
  expect(await play.code('secretary', 'stars.keepFormat', { params, body })).toBe(101)
  await play.done('countyAdmin', 'stars.dropFormat', { params, body: { reason: '平台已改版' } })
  expect(await play.code('countyAdmin', 'stars.dropFormat', { params, body: { reason: '平台已改版' } })).toBe(5788)
  expect((await file('countyAdmin', params.id)).status).toBe(404)
  expect(await play.code('countyAdmin', 'stars.keepFormat', { params, body: { ...body, version: 2 } })).toBe(5790)
})
