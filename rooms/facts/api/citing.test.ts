import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import type { AnswerOf } from '#ground/http/contract.ts'
import type { PlayerName } from '#ground/trial/cast.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { putEvidence } from '#rooms/stars/trial-evidence.ts'
import type { contract } from '../contract.ts'
import { beside, defineData, done, home, refusal } from '../trial-facts.ts'

const trial = useTrial()
type C = typeof contract
type Cited = AnswerOf<C['cited']>
const play = { done: <T>(player: PlayerName, endpoint: string, input: object) => done<T>(trial, player, endpoint, input) }
const put = (player: PlayerName, shows: string, seed: number) => putEvidence(play as never, player, shows, seed)

let photo: { unit: string; id: string }
const certificate = {
  id: randomUUID(),
  unit: home,
  name: '充分就业社区',
  level: 'county',
  issuer: '演示县人社局',
  document: '',
  from: '2025-06-01',
  to: null,
}
const at = (kind: string, id: string, unit = home) => ({ params: { kind, unit, id } })

beforeAll(async () => {
  await defineData(trial)
  photo = await put('secretary', '证书照片', 1)
  await done(trial, 'countyAdmin', 'facts.certify', { body: certificate })
})

test('the office cites evidence for a certificate once, and whoever reads the record sees it', async () => {
  const where = at('certificate', certificate.id)
  const offered = await done<AnswerOf<C['citable']>>(trial, 'countyAdmin', 'facts.citable', { params: { unit: home } })
  expect(offered.items).toMatchObject([{ id: photo.id, shows: '证书照片' }])
  for (let time = 0; time < 2; time += 1)
    expect(await done<Cited>(trial, 'countyAdmin', 'facts.citeEvidence', { ...where, body: { item: photo } })).toMatchObject({
      items: [{ id: photo.id }],
      mayCite: true,
    })
  expect(await done<Cited>(trial, 'secretary', 'facts.cited', where)).toMatchObject({ items: [{ id: photo.id }], mayCite: false })
  expect(await refusal(trial, 'secretary', 'facts.withdrawEvidence', { ...where, body: { item: photo } })).toBe(5251)
  expect((await trial.as('outsider').call('facts.cited', where)).status).toBe(403)
  const evidence = await trial.as('secretary').call('evidence.get', { params: { unit: photo.unit, id: photo.id } })
  const path = `/desk/facts?view=certificates&unit=${home}&open=${home}.${certificate.id}`
  expect(evidence.body).toMatchObject({ citations: [{ called: { words: expect.stringContaining(certificate.name) as string, path } }] })
  const acts = await trial.owner.query("select room from acts where verb = 'cite' and subject = $1", [`evidence:${photo.id}`])
  expect(acts.rows).toEqual([{ room: 'facts' }])
})

test('evidence stays with a record that is corrected, and what was corrected cites no more', async () => {
  const { id: _id, unit: _unit, ...rest } = certificate
  const next = randomUUID()
  await done(trial, 'countyAdmin', 'facts.correctCertificate', {
    params: { unit: home, id: certificate.id },
    body: { ...rest, id: next, issuer: '演示市人社局', level: 'prefecture', reason: '级别写错。' },
  })
  expect((await done<Cited>(trial, 'secretary', 'facts.cited', at('certificate', next))).items).toMatchObject([{ id: photo.id }])
  expect(await refusal(trial, 'countyAdmin', 'facts.citeEvidence', { ...at('certificate', certificate.id), body: { item: photo } })).toBe(
    5232,
  )
  const left = await done<Cited>(trial, 'countyAdmin', 'facts.withdrawEvidence', { ...at('certificate', next), body: { item: photo } })
  expect(left.items).toEqual([])
})

test('a unit cites for the datum that is left to it, and never for what an office states', async () => {
  const own = { id: randomUUID(), unit: home, definition: 'service-points', period: '2026-Q2', value: '3' }
  await done(trial, 'secretary', 'facts.state', { body: own })
  const stated = { id: randomUUID(), unit: home, definition: 'collective-income', period: '2025', value: '36.5' }
  await done(trial, 'countyAdmin', 'facts.state', { body: stated })
  expect(await done<Cited>(trial, 'secretary', 'facts.citeEvidence', { ...at('fact', own.id), body: { item: photo } })).toMatchObject({
    items: [{ id: photo.id }],
    mayCite: true,
  })
  expect(await refusal(trial, 'secretary', 'facts.citeEvidence', { ...at('fact', stated.id), body: { item: photo } })).toBe(5251)
})

test('cases and reviews cite too, and another unit’s evidence is refused', async () => {
  const decided = {
    type: 'merchant-complaint',
    on: '2026-05-12',
    against: '朝霞社区居委会',
    decidedBy: '演示县市场监管局',
    basis: '收费没有依据。',
    document: '',
  }
  const ids = { here: randomUUID(), there: randomUUID() }
  await done(trial, 'countyAdmin', 'facts.recordCase', { body: { id: ids.here, unit: home, ...decided } })
  await done(trial, 'countyAdmin', 'facts.recordCase', { body: { id: ids.there, unit: beside, ...decided } })
  const sheet = `单位代码,创建标准编号,结果,审核单位,审核日期,说明\n${home},YYXY-B2b,达到,演示县人社局,2026-06-20,`
  await trial.as('countyAdmin').call('facts.importReviews', { body: {}, file: { name: 'list', bytes: sheet } })
  const { rows } = await done<AnswerOf<C['reviews']>>(trial, 'countyAdmin', 'facts.reviews', {})
  for (const where of [at('case', ids.here), at('review', rows[0]?.id ?? '')])
    expect((await done<Cited>(trial, 'countyAdmin', 'facts.citeEvidence', { ...where, body: { item: photo } })).items).toHaveLength(1)
  const review = { ...at('review', rows[0]?.id ?? ''), body: { item: photo } }
  expect(await refusal(trial, 'officer', 'facts.withdrawEvidence', review), 'a review that the township did not give').toBe(5251)
  expect(await refusal(trial, 'countyAdmin', 'facts.citeEvidence', { ...at('case', ids.there, beside), body: { item: photo } })).toBe(5252)
  expect(await refusal(trial, 'countyAdmin', 'facts.citeEvidence', { ...at('case', randomUUID()), body: { item: photo } })).toBe(5230)
})
