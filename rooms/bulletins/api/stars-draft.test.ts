// The list of certified stars as a draft, from a star that went through its whole year.

import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import type { AnswerOf } from '#ground/http/contract.ts'
import type { PlayerName } from '#ground/trial/cast.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { home, playing } from '#rooms/stars/trial-cycle.ts'
import type { Where } from '#rooms/stars/trial-cycle.ts'
import type { contract } from '../contract.ts'

const trial = useTrial()
const day = 86_400_000
let play: ReturnType<typeof playing>
let honour: Where

type Said = AnswerOf<(typeof contract)['get']> & { readonly code?: number }
const call = async (by: PlayerName, verb: string, input: object): Promise<Said> =>
  (await trial.as(by).call<Said>(`bulletins.${verb}`, input)).body
const draft = (by: PlayerName, unit: string, year = '2026') => call(by, 'draftStars', { body: { id: randomUUID(), unit, year } })

beforeAll(async () => {
  play = playing(trial)
  await play.seat()
  const cycle = await play.open({ parameters: { publicityKind: 'calendar', publicityDays: 1 } })
  const at = await play.publicised(cycle)
  await play.fullEmployment()
  trial.clock.advance(day)
  honour = await play.take('countyAdmin', 'certify', at, { document: '演组〔2026〕18号' })
})

test('county and township draft their certified stars, each figure with query, digest and moment; nobody beyond their scope', async () => {
  const county = await draft('countyAdmin', '990101')
  expect(county).toMatchObject({ state: 'draft', title: '关于2026年度“五星”支部认定情况的通报' })
  const figure = county.figures.find(({ id }) => id === 'stars')
  expect(figure).toMatchObject({ value: '1', query: 'stars.certified', source: { kind: 'stars', id: '990101-2026' } })
  expect(JSON.stringify(county.filled)).toContain('认定文件：演组〔2026〕18号。')
  expect(JSON.stringify(county.filled)).toContain('截至2026年9月9日，')
  expect(county.filled).toContainEqual(expect.objectContaining({ rows: [['晨光街道', '朝霞社区', '宜业兴业星', '1']] }))
  expect((await draft('officer', '990101001')).figures.find(({ id }) => id === 'stars')?.value).toBe('1')
  expect((await draft('officer', '990101')).code).toBe(102)
  expect((await draft('countyAdmin', '990101', '2025')).code).toBe(5009)
})

test('what is suspended is no longer listed, and the correction says so beside the old number', async () => {
  const other = await draft('countyAdmin', '990101')
  const where = { unit: other.unit, id: other.id }
  // A second person: who drafted it may not sign.
  await trial.owner.query('update bulletins set editors = $1 where id = $2', [[randomUUID()], where.id])
  await call('countyAdmin', 'signOff', { params: where })
  const { number } = await call('countyAdmin', 'publish', { params: where, body: { prefix: '演组' } })
  const step = (body: unknown) => play.done('countyAdmin', 'stars.honourStep', { params: { unit: home, id: honour.id }, body })
  await step({ verb: 'order', basis: '检查', document: '演组〔2026〕7号', due: '2026-09-10' })
  // An order to mend lies between the unit and the posts above it: the list does not tell.
  expect((await draft('countyAdmin', '990101')).figures.find(({ id }) => id === 'stars')?.value).toBe('1')
  trial.clock.advance(5 * day)
  await step({ verb: 'suspend', basis: '逾期', document: '演组〔2026〕19号' })
  expect((await call('countyAdmin', 'correct', { params: where, body: { id: randomUUID(), anew: true } })).code).toBe(5009)
  await step({ verb: 'restore', basis: '整改到位', document: '演组〔2026〕21号' })
  const correction = await call('countyAdmin', 'correct', { params: where, body: { id: randomUUID(), anew: true } })
  expect(correction.title).toBe(`关于更正${number ?? ''}通报的通报`)
  const value = (id: string) => correction.figures.find((figure) => figure.id === id)?.value
  expect([value('as-of'), value('old-as-of')]).toEqual(['2026年9月14日', '2026年9月9日'])
})
