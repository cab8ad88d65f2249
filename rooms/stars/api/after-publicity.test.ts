// After publicity: what takes a star off the list, several objections to one star, the objector's contact, and who decides where
// the prefecture certifies.

import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { useTrial } from '#ground/trial/trial.ts'
import { queueOf } from '../queue.ts'
import { home, playing } from '../trial-cycle.ts'
import type { Where } from '../trial-cycle.ts'

const trial = useTrial()
const dayMs = 86_400_000
const rows = [{ row: 'YYXY-4', reason: '台账对不上' }]
let play: ReturnType<typeof playing>

beforeAll(async () => {
  play = playing(trial)
  await play.seat()
})

type Shown = Where & { readonly publicity: string }
const objecting = (at: Shown, nonce: string, publisher = '990101', more: object = {}) =>
  play.call('nobody', 'stars.object', {
    body: { unit: publisher, publicity: at.publicity, candidacy: at.id, text: `意见 ${nonce}`, nonce, ...more },
  })
const list = async (by: 'countyAdmin' | 'supervisor', unit: string) =>
  (await play.done(by, 'stars.objections', { params: { unit } }))['rows'] as {
    unit: string
    id: string
    text: string
    starName: string
    returns: boolean
    hasContact: boolean
  }[]
const line = async (at: Shown, publisher = '990101') =>
  ((await play.done('nobody', 'stars.publicity', { params: { unit: publisher, id: at.publicity } }))['lines'] as object[])[0]

test('a star that is returned or refused out of its publicity is off the list, and takes no objection any more', async () => {
  for (const verb of ['return', 'refuse']) {
    const at = await play.publicised(await play.open())
    await play.take('countyAdmin', verb, at, { rows, ...(verb === 'return' ? { due: '2026-09-20' } : {}) })
    expect(await line(at), verb).toMatchObject({ state: 'taken-off' })
    expect((await objecting(at, `abcdefghijklmn-${verb}`)).body.code, verb).toBe(5771)
  }
})

test('two objections to one star are both upheld: the first returns it, the second is answered', async () => {
  const at = await play.publicised(await play.open())
  await objecting(at, 'abcdefghijklmnop1')
  await objecting(at, 'abcdefghijklmnop2')
  const [first, second] = (await list('countyAdmin', '990101')).filter((one) => one.returns)
  const answer = (id: string, more: object) =>
    play.call('countyAdmin', 'stars.answerObjection', { params: { unit: '990101', id }, body: { upheld: true, answer: '属实', ...more } })
  expect((await answer(first?.id ?? '', {})).body.code).toBe(5755)
  expect((await answer(first?.id ?? '', { rows, due: '2026-09-20' })).body.state).toBe('upheld')
  expect((await list('countyAdmin', '990101')).find((one) => one.id === second?.id)?.returns).toBe(false)
  expect((await answer(second?.id ?? '', {})).body.state).toBe('upheld')
  const { steps } = (await play.done('secretary', 'stars.candidacy', { params: { unit: at.unit, id: at.id } })) as unknown as {
    steps: { verb: string }[]
  }
  expect(steps.filter((step) => step.verb === 'return')).toHaveLength(1)
})

test('the contact is opened by whoever answers alone, with a reason, and that it was looked at is an act', async () => {
  const at = await play.publicised(await play.open())
  await objecting(at, 'abcdefghijklmnop3', '990101', { contact: '000-1234567' })
  const one = (await list('countyAdmin', '990101')).find((row) => row.hasContact)
  const look = (by: 'countyAdmin' | 'officer' | 'secretary') =>
    play.call(by, 'stars.revealObjector', { params: { unit: '990101', id: one?.id ?? '' }, body: { reason: '核实异议' } })
  expect((await look('countyAdmin')).body['contact']).toBe('000-1234567')
  for (const by of ['officer', 'secretary'] as const) expect((await look(by)).status, by).toBe(403)
  const acts = await trial.owner.query(`select reason, payload::text as payload from acts where verb = 'revealObjector'`)
  expect(acts.rows).toEqual([{ reason: '核实异议', payload: '{}' }])
  const kept = await trial.owner.query(`select 1 from idempotency where answer::text like '%1234567%'`)
  expect(kept.rows).toEqual([])
})

test('where the prefecture certifies it alone answers objections, takes steps of what is held and answers appeals', async () => {
  const cycle = await play.open({ parameters: { decidedBy: 'prefecture', publicityKind: 'calendar', publicityDays: 1 } })
  const agreed = await play.agreed(cycle)
  const toPublicise = async (by: 'countyAdmin' | 'supervisor') =>
    (await trial.sql(by, async (db) => queueOf(db, await trial.actorOf(by)))).find((entry) => entry.title.zh === '联审通过待公示')?.count ??
    0
  expect([await toPublicise('countyAdmin'), await toPublicise('supervisor')]).toEqual([0, 1])
  const publicity = randomUUID()
  const listed = { params: { ...cycle }, body: { publicity, candidacies: [agreed] } }
  expect(await play.code('countyAdmin', 'stars.publicise', listed)).toBe(5752)
  await play.done('supervisor', 'stars.publicise', listed)
  const at = { ...agreed, publicity }
  expect((await objecting(at, 'abcdefghijklmnop4', '9901')).status).toBe(200)
  const waits = async (by: 'countyAdmin' | 'supervisor') =>
    (await trial.sql(by, async (db) => queueOf(db, await trial.actorOf(by)))).find((entry) => entry.title.zh === '公示异议待答复')?.count ??
    0
  const counties = await waits('countyAdmin')
  expect(await waits('supervisor')).toBe(1)
  const [mine] = (await list('supervisor', '9901')).filter((row) => row.text === '意见 abcdefghijklmnop4')
  expect(mine).toMatchObject({ unit: '990101', starName: '宜业兴业星' })
  const dismiss = { params: { unit: '990101', id: mine?.id ?? '' }, body: { upheld: false, answer: '不成立' } }
  expect(await play.code('countyAdmin', 'stars.answerObjection', dismiss)).toBe(5764)
  await play.done('supervisor', 'stars.answerObjection', dismiss)
  expect([await waits('countyAdmin'), await waits('supervisor')]).toEqual([counties, 0])

  trial.clock.advance(dayMs)
  const honour = await play.take('supervisor', 'certify', at)
  const where = { unit: home, id: honour.id }
  const order = { verb: 'order', basis: '投诉', document: '演组〔2026〕9号', due: '2026-09-30' }
  expect(await play.code('countyAdmin', 'stars.honourStep', { params: where, body: order })).toBe(5764)
  await play.done('supervisor', 'stars.honourStep', { params: where, body: order })
  const appeal = randomUUID()
  await play.done('secretary', 'stars.appealHonour', { params: where, body: { appeal, reason: '已办结' } })
  const answer = { params: where, body: { appeal, upheld: false, answer: '没有办结' } }
  expect(await play.code('countyAdmin', 'stars.answerHonourAppeal', answer)).toBe(5764)
  await play.done('gridWorker', 'stars.answerHonourAppeal', answer)
})

test('a star without an office of its own is reviewed in the name of its lead', async () => {
  const cycle = await play.open()
  const amended = { calendar: [{ id: 'a', name: '全年', from: '2026-07-01', to: '2026-12-31' }], offices: {}, reason: '专班撤并' }
  const { parameters } = await play.done('countyAdmin', 'stars.cycle', { params: { ...cycle } })
  await play.done('countyAdmin', 'stars.amend', { params: { ...cycle }, body: { ...amended, parameters } })
  const at = await play.submitted(cycle)
  await play.take('officer', 'pass', at)
  await play.take('reviewer', 'pass', at, { reviews: [{ row: 'YYXY-4', result: 'met', reason: '看过' }] })
  const { stars } = (await play.done('countyAdmin', 'stars.cycle', { params: { ...cycle } })) as unknown as {
    stars: { code: string; lead: string }[]
  }
  const lead = stars.find((star) => star.code === 'YYXY')?.lead
  const kept = await trial.owner.query(`select by_office as by from fact_reviews where source = 'candidacy:${at.id}'`)
  expect(kept.rows).toEqual([{ by: lead }])
  expect(lead).not.toBe('演示县')
})
