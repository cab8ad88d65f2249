// Lists as files: who may see a list may take it, in the language of the reader, and no file tells who objected.

import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { readRows } from '#ground/sheets/table.ts'
import { useTrial } from '#ground/trial/trial.ts'
import type { PlayerName } from '#ground/trial/cast.ts'
import { beside, home, playing } from '../trial-cycle.ts'
import type { Where } from '../trial-cycle.ts'

const trial = useTrial()
let play: ReturnType<typeof playing>
let cycle: Where
let shown: Where & { readonly publicity: string }

beforeAll(async () => {
  play = playing(trial)
  await play.seat()
  cycle = await play.open()
  shown = await play.publicised(cycle)
})

async function file(by: PlayerName, endpoint: string, input: object, language: 'zh' | 'en' = 'zh'): Promise<string[][]> {
  const answer = await trial
    .as(by)
    .call<string>(endpoint, { ...input, query: { format: 'csv', ...(input as { query?: object }).query }, language })
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  const read = await readRows(answer.bytes)
  if (!read.ok) throw new Error(read.problem.detail.en)
  return [[...read.value.header], ...read.value.rows.map((row) => [...row.cells])]
}
const ofCycle = () => ({ params: { ...cycle } })

test('cycles go out with their parameters and offices', async () => {
  const [header, row] = await file('countyAdmin', 'stars.exportCycles', { query: { year: '2026' } })
  expect(header).toContain('监督联系方式')
  expect(row).toContain('演示县委组织部 000-0000000')
})

test('a publicity goes out star by star, in the reader’s language', async () => {
  const zh = await file('secretary', 'stars.exportPublicities', ofCycle())
  expect(zh[1]).toEqual(expect.arrayContaining([home, '宜业兴业星', '公示']))
  const en = await file('secretary', 'stars.exportPublicities', ofCycle(), 'en')
  expect(en[0]).toContain('Star')
  expect(en[1]).toContain('shown')
  expect(en[1]).not.toContain('宜业兴业星')
})

test('what waits for joint review goes out as one line a unit, to whoever reviews jointly', async () => {
  const another = await play.open()
  const at = await play.submitted(another)
  await play.take('officer', 'pass', at)
  await play.take('reviewer', 'pass', at)
  const [header, row] = await file('countyAdmin', 'stars.exportJoint', { params: { ...another } })
  expect(header?.at(-1)).toBe('待联审星数')
  expect(row).toEqual(expect.arrayContaining([home, '第1批', '1']))
  expect((await trial.as('secretary').call('stars.exportJoint', ofCycle())).status).toBe(403)
})

test('objections go out to whoever decides, without a way to reach who objected and with numbers masked', async () => {
  const body = {
    unit: '990101',
    publicity: shown.publicity,
    candidacy: shown.id,
    text: '商户投诉没有办，找我 13812345678',
    contact: '13912340000',
    nonce: 'abcdefghijklmnop',
  }
  const { code } = await play.done('nobody', 'stars.object', { body })
  const lines = await file('countyAdmin', 'stars.exportObjections', { params: { unit: '990101' } })
  const whole = lines.flat().join(' ')
  expect(whole).toContain('商户投诉没有办，找我 138****5678')
  for (const secret of ['13812345678', '13912340000', String(code)]) expect(whole).not.toContain(secret)
  for (const by of ['secretary', 'officer', 'outsider'] as const)
    expect((await trial.as(by).call('stars.exportObjections', { params: { unit: '990101' } })).status).toBe(403)
})

test('the list of the queue goes out as it is narrowed', async () => {
  const states = async (query: object) => (await file('countyAdmin', 'stars.exportCandidacies', { ...ofCycle(), query })).slice(1)
  expect((await states({ state: 'publicised' })).map((row) => row[2])).toEqual([home])
  expect(await states({ state: 'appealed' })).toEqual([])
  expect((await states({ star: 'YYXY', below: beside })).every((row) => row[2] === beside)).toBe(true)
})

test('a sample goes out line by line, with what was drawn', async () => {
  const sampled = await play.open({ parameters: { samplingPercent: 100 } })
  await play.agreed(sampled)
  const sample = randomUUID()
  const body = { sample, below: '990101', sources: ['12月10日福彩3D开奖号码'] }
  await play.done('supervisor', 'stars.sealSample', { params: { ...sampled }, body })
  for (const by of ['supervisor', 'gridWorker'] as const)
    await play.done(by, 'stars.enterSample', { params: { unit: '9901', id: sample }, body: { values: ['3 8 1'] } })
  const [header, row] = await file('secretary', 'stars.exportSamples', { params: { ...sampled } })
  expect(header?.[7]).toBe('抽中次序')
  expect(row?.slice(2, 8)).toEqual(['已抽取', '1', '朝霞社区', home, '宜业兴业星', '1'])
})
