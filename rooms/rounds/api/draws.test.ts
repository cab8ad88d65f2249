// Draws: sealed first, entered by two persons, drawn once, recomputed by anybody from the public page.

import { createHash, randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { useTrial } from '#ground/trial/trial.ts'
import { draw } from '../core/draw.ts'
import { communities, playRound, refusal } from '../trial.ts'
import type { PlayedRound, Wanted } from '../trial.ts'

const trial = useTrial()
const [first, second] = communities

interface Draw {
  readonly id: string
  readonly kind: string
  readonly state: string
  readonly pool: string[]
  readonly poolDigest: string
  readonly take: number
  readonly hash: 'sha256' | 'md5'
  readonly entropy: string | null
  readonly selected: { line: number; text: string }[] | null
  readonly differed: boolean
}
const wanted = (more: object = {}) => ({
  id: randomUUID(),
  kind: 'speaking',
  title: '发言顺序',
  pool: null,
  take: 2,
  sources: ['福彩3D', '体彩'],
  hash: 'sha256',
  repeats: null,
  reason: '',
  ...more,
})
const open = (more: Wanted = {}): Promise<PlayedRound> => playRound(trial, { open: false, ...more })
const enter = async (round: PlayedRound, id: string, values: string[], player: 'officer' | 'countyAdmin' = 'officer') =>
  (await trial.as(player).call<Draw & { code?: number }>('rounds.enterDraw', { params: { ...round.where, draw: id }, body: { values } }))
    .body
const witness = async (round: PlayedRound, id: string, values: string[], kind = 'supervisor') =>
  (await round.ask<Draw & { code?: number }>(round.seat(kind), 'witnessDraw', { draw: id, values })).body
const publicDraws = async (round: PlayedRound) =>
  (await trial.as('nobody').call<{ draws: Draw[] }>('rounds.draws', { params: round.where })).body.draws

test('two persons enter the same values and the order is drawn; anybody recomputes it from what is public', async () => {
  const round = await open()
  const sealed = wanted()
  expect(await round.move('sealDraw', sealed)).toMatchObject({ state: 'sealed', pool: [`${first} 朝霞社区`, `${second} 和风社区`] })
  expect(await round.move('sealDraw', sealed)).toMatchObject({ id: sealed.id })
  expect(await publicDraws(round)).toHaveLength(1)
  expect(await enter(round, sealed.id, ['3 8 1', '20'])).toMatchObject({ state: 'half', entropy: null, selected: null })
  const half = JSON.stringify(await publicDraws(round))
  expect(half).not.toContain('3 8 1')
  expect(await enter(round, sealed.id, ['8 1 3', '20'])).toMatchObject({ code: 4128 })
  expect(await witness(round, sealed.id, ['8 1 3', '20'])).toMatchObject({ state: 'drawn', entropy: '1.3.8./20./' })
  const [shown] = await publicDraws(round)
  if (shown?.entropy == null) throw new Error('not drawn')
  const again = draw({ lines: shown.pool, take: shown.take, entropy: shown.entropy, hash: shown.hash })
  expect(again.ok && again.value.selected).toEqual(shown.selected)
  expect(again.ok && again.value.pool.digest).toBe(shown.poolDigest)
  const pool = await trial.as('nobody').call('rounds.drawPool', { params: { ...round.where, draw: sealed.id } })
  expect(createHash('sha256').update(pool.bytes).digest('hex')).toBe(shown.poolDigest)
  // The witness may not steer the round, and yet the order of speaking is written.
  const { body } = await trial.as('officer').call<{ parts: { subject: string; speaking: number }[] }>('rounds.get', { params: round.where })
  const order = body.parts.toSorted((a, b) => a.speaking - b.speaking).map(({ subject }) => subject)
  expect(order).toEqual(shown.selected?.map(({ text }) => text.slice(0, 12)))
  expect(await enter(round, sealed.id, ['1', '2'], 'countyAdmin')).toMatchObject({ code: 4127 })
})

test('different values clear both entries; missing ones are refused', async () => {
  const round = await open()
  const sealed = wanted()
  await round.move('sealDraw', sealed)
  expect(await enter(round, sealed.id, ['3 8 1'])).toMatchObject({ code: 4130 })
  await enter(round, sealed.id, ['3 8 1', '20'])
  expect(await enter(round, sealed.id, ['3 8 1', '21'], 'countyAdmin')).toMatchObject({ state: 'sealed', differed: true, selected: null })
  await enter(round, sealed.id, ['3 8 1', '20'], 'countyAdmin')
  expect(await enter(round, sealed.id, ['3 8 1', '20'])).toMatchObject({ state: 'drawn', differed: false })
})

test('a repeat needs its reason, makes the one before void and stands beside it; what is void is not repeated again', async () => {
  const round = await open()
  const sealed = wanted({ sources: ['福彩3D'] })
  await round.move('sealDraw', sealed)
  await enter(round, sealed.id, ['7'])
  const before = await witness(round, sealed.id, ['7'])
  const officer = trial.as('officer')
  const params = round.where
  expect(await refusal(officer, 'sealDraw', { params, body: wanted({ repeats: sealed.id }) })).toMatchObject({ code: 4126, status: 422 })
  expect(await refusal(officer, 'sealDraw', { params, body: wanted({ repeats: randomUUID(), reason: 'x' }) })).toMatchObject({ code: 4124 })
  const repeat = wanted({ repeats: sealed.id, reason: '漏了一个单位' })
  await round.move('sealDraw', repeat)
  expect((await publicDraws(round)).map(({ id, state }) => [id, state])).toEqual([
    [sealed.id, 'void'],
    [repeat.id, 'sealed'],
  ])
  expect((await publicDraws(round))[0]?.selected).toEqual(before.selected)
  expect(await refusal(officer, 'sealDraw', { params, body: wanted({ repeats: sealed.id, reason: 'x' }) })).toMatchObject({ code: 4124 })
  expect(await witness(round, sealed.id, ['7'])).toMatchObject({ code: 4127 })
})

test('what could not be drawn is not sealed; only tellers and supervisors witness', async () => {
  const round = await open({ others: ['teller', 'supervisor', 'stage', 'voter'] })
  const params = round.where
  for (const broken of [{ take: 3 }, { pool: ['a', 'a'], take: 1 }, { pool: ['a', ' '], take: 3 }])
    expect(await refusal(trial.as('officer'), 'sealDraw', { params, body: wanted(broken) }), JSON.stringify(broken)).toMatchObject({
      code: 4125,
    })
  const sealed = wanted({ kind: 'questions', pool: ['第一题', '第二题', '第三题'], take: 1, hash: 'md5', sources: ['现场报数'] })
  await round.move('sealDraw', sealed)
  expect(await witness(round, sealed.id, ['5'], 'voter')).toMatchObject({ code: 4131 })
  expect(await witness(round, randomUUID(), ['5'])).toMatchObject({ code: 4124 })
  expect(await witness(round, sealed.id, ['5'], 'teller')).toMatchObject({ state: 'half' })
  expect(await witness(round, sealed.id, ['5'], 'supervisor')).toMatchObject({ state: 'drawn', hash: 'md5' })
  expect(await enter(round, randomUUID(), ['5'])).toMatchObject({ code: 4124 })
})

test('a spot check leaves the others out of the tally, and the public page says so', async () => {
  const round = await playRound(trial, { spotCheck: true, judges: { leaders: 3 } })
  const sealed = wanted({ kind: 'units', title: '抽查', take: 1, sources: ['福彩3D'] })
  await round.move('sealDraw', sealed)
  await enter(round, sealed.id, ['4'])
  const drawn = await witness(round, sealed.id, ['4'])
  const taken = drawn.selected?.[0]?.text.slice(0, 12)
  const left = communities.find((code) => code !== taken) ?? ''
  const params = round.where
  expect(await refusal(trial.as('officer'), 'present', { params, body: { subject: left, component: 'field' } })).toMatchObject({
    code: 4120,
  })
  await round.scoreAll()
  const teller = round.seat('teller')
  const adjust = { id: randomUUID(), subject: left, points: '1', reason: 'x' }
  expect((await round.ask(teller, 'adjust', adjust)).body['code']).toBe(4120)
  await round.move('freeze')
  expect((await round.count()).lines.map(({ unit }) => unit)).toEqual([taken])
  await round.move('reveal', { form: 'ranks', all: true })
  await round.move('publish', { id: randomUUID(), form: 'ranks', reason: '会议决定' })
  const page = await trial.as('nobody').call<{
    parts: { subject: string; drawn: boolean }[]
    publications: { places: unknown[]; coverage: object }[]
  }>('rounds.published', { params })
  expect(page.body.parts.find(({ subject }) => subject === left)?.drawn).toBe(false)
  expect(page.body.publications[0]?.places).toHaveLength(1)
  expect(page.body.publications[0]?.coverage).toEqual({ units: 2, scored: 1, notDrawn: 1, sheets: 3, withdrawn: 0 })
})
