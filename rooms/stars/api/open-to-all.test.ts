// What anybody reads: publicities, who aims, who holds, a plaque; and the files that posts take from the same lists.

import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { sha256Hex } from '#ground/kernel/digest.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { home, playing } from '../trial-cycle.ts'

const trial = useTrial()
const dayMs = 86_400_000
let play: ReturnType<typeof playing>

beforeAll(async () => {
  play = playing(trial)
  await play.seat()
})

test('a draft is announced to nobody, an open cycle to everybody', async () => {
  const draft = await play.plan()
  const cycle = await play.open()
  const { rows } = (await play.done('nobody', 'stars.announced')) as unknown as { rows: { id: string }[] }
  const ids = rows.map((row) => row.id)
  expect(ids).toContain(cycle.id)
  expect(ids).not.toContain(draft.id)
  expect(await play.code('nobody', 'stars.aims', { params: { ...draft } })).toBe(5700)
})

test('a publicity is read with its days and contact; a warning is not told to strangers, a suspension is, with its day', async () => {
  const cycle = await play.open({ parameters: { publicityKind: 'calendar', publicityDays: 1 } })
  const at = await play.publicised(cycle)
  const one = await play.done('nobody', 'stars.publicity', { params: { unit: '990101', id: at.publicity } })
  expect(one).toMatchObject({
    open: true,
    contact: '演示县委组织部 000-0000000',
    lines: [{ unit: home, starName: '宜业兴业星', state: 'shown' }],
  })
  const listed = (await play.done('nobody', 'stars.publicities', { query: { unit: '990101' } }))['rows'] as { id: string }[]
  expect(listed.map((row) => row.id)).toEqual([at.publicity])
  expect(await play.code('nobody', 'stars.publicity', { params: { unit: '990101', id: randomUUID() } })).toBe(5784)

  trial.clock.advance(dayMs)
  await play.fullEmployment()
  const honour = await play.take('countyAdmin', 'certify', at)
  const step = (body: object) => play.done('countyAdmin', 'stars.honourStep', { params: { unit: home, id: honour.id }, body })
  const read = async (by: 'nobody' | 'countyAdmin' | 'outsider') =>
    play.done(by, 'stars.plaque', { params: { code: String(honour['plaque']) } })
  await step({ verb: 'warn', document: '演组〔2026〕7号', basis: '投诉上升' })
  expect(await read('countyAdmin')).toMatchObject({ state: 'warned' })
  expect(await read('nobody')).toMatchObject({ state: 'held', starName: '宜业兴业星' })
  expect(await read('outsider')).toMatchObject({ state: 'held' })
  await step({ verb: 'order', document: '演组〔2026〕7号', basis: '投诉没有办', due: '2026-09-10' })
  expect(await read('nobody')).toMatchObject({ state: 'held', due: null })
  const below = async (by: 'nobody' | 'secretary') =>
    (await play.done(by, 'stars.held', { query: { below: '990101' } }))['rows'] as { state: string }[]
  expect((await below('nobody')).map((row) => row.state)).toEqual(['held'])
  expect((await below('secretary')).map((row) => row.state)).toEqual(['mending'])
  trial.clock.advance(3 * dayMs)
  await step({ verb: 'suspend', basis: '逾期未改', document: '演组〔2026〕20号' })
  expect(await read('nobody')).toMatchObject({ state: 'suspended', to: '2026-09-12' })
  await step({ verb: 'restore', basis: '整改到位', document: '演组〔2026〕21号' })
  expect(await read('nobody')).toMatchObject({ state: 'held', to: null })

  const file = async (endpoint: string, input: object) => (await trial.as('countyAdmin').call<string>(endpoint, input)).body
  const held = await file('stars.exportHeld', { params: { unit: '990101' }, query: { format: 'csv' } })
  expect(held).toContain(`朝霞社区,${home},2026,宜业兴业星,有效`)
  const candidacies = await file('stars.exportCandidacies', { params: { ...cycle }, query: { format: 'csv' } })
  expect(candidacies).toContain(`晨光街道,朝霞社区,${home},宜业兴业星,1,已认定`)
  expect(await play.code('outsider', 'stars.exportHeld', { params: { unit: '990101' }, query: { format: 'csv' } })).toBe(102)
  const none = await trial.as('outsider').call<string>('stars.exportCandidacies', { params: { ...cycle }, query: { format: 'csv' } })
  expect(none.body).not.toContain('朝霞社区')
})

test('the pool of a sample is a file whose SHA-256 is the published digest', async () => {
  const cycle = await play.open({ parameters: { samplingPercent: 100 } })
  await play.agreed(cycle)
  const sample = randomUUID()
  await play.done('supervisor', 'stars.sealSample', { params: { ...cycle }, body: { sample, below: '990101', sources: ['福彩3D'] } })
  const [row] = (await play.done('nobody', 'stars.samples', { params: { cycle: cycle.id } }))['rows'] as {
    poolDigest: string
    cycleName: string
  }[]
  const file = await trial.as('nobody').call<string>('stars.samplePool', { params: { unit: '9901', id: sample } })
  expect(sha256Hex(file.body)).toBe(row?.poolDigest)
  expect(row?.cycleName).toBe('2026年度社区“五星”支部创建')
})
