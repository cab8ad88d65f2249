// Reasons of recorded changes: read by everybody once the rules are public, by nobody outside before; never without a reason.

import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { useTrial } from '#ground/trial/trial.ts'
import { communities, playRound, street } from '../trial.ts'
import type { PlayedRound } from '../trial.ts'

const trial = useTrial()

interface Notice {
  readonly verb: string
  readonly reason: string
  readonly before: string | null
  readonly after: string | null
}
const told = async (round: PlayedRound): Promise<Notice[]> =>
  (await trial.as('nobody').call<{ notices?: Notice[] }>('rounds.published', { params: round.where })).body.notices ?? []
const seen = async (round: PlayedRound): Promise<Notice[]> =>
  (await trial.as('officer').call<{ notices: Notice[] }>('rounds.get', { params: round.where })).body.notices
const rows = async (round: PlayedRound, who: 'outsider' | 'officer'): Promise<number> =>
  (await trial.sql(who, (db) => db.selectFrom('round_notices').select('id').where('round', '=', round.where.id).execute())).length

test('a reason given while nothing is public waits for the rules; then everybody reads it', async () => {
  const round = await playRound(trial, { fix: false })
  await round.move('order', { kind: 'route', subjects: [...communities].reverse(), reason: '路线顺路' })
  expect(await seen(round)).toMatchObject([{ verb: 'order', reason: '路线顺路' }])
  expect(await told(round)).toEqual([])
  expect([await rows(round, 'officer'), await rows(round, 'outsider')]).toEqual([1, 0])
  await round.move('fixRules')
  expect(await told(round)).toMatchObject([{ verb: 'order', reason: '路线顺路' }])
  expect(await rows(round, 'outsider')).toBe(1)
})

test('changed rules stand there with both digests, a correction and a thaw with their reasons, the latest first', async () => {
  const round = await playRound(trial)
  const rules = (await round.rules()) as object
  const before = (await trial.as('officer').call<{ rulesDigest: string }>('rounds.get', { params: round.where })).body.rulesDigest
  await round.scoreAll()
  await round.move('freeze')
  const changed = await round.move('changeRules', { rules: { ...rules, bonusCap: '3' }, reason: '文件规定上限为3分' })
  trial.clock.advance(60_000)
  await round.move('thaw', { reason: '一名评委漏评' })
  await round.move('freeze')
  await round.count()
  await round.move('reveal', { form: 'bands', all: true })
  await round.move('publish', { id: randomUUID(), form: 'bands', reason: '' })
  trial.clock.advance(60_000)
  await round.move('correct', { reason: '复核发现录入差错' })
  const notices = await told(round)
  expect(notices.map(({ verb, reason }) => [verb, reason])).toEqual([
    ['correct', '复核发现录入差错'],
    ['thaw', '一名评委漏评'],
    ['changeRules', '文件规定上限为3分'],
  ])
  expect(notices[2]).toMatchObject({ before, after: changed['rulesDigest'] })
  const { html } = await page(round)
  expect(html).toContain('本轮正在复核更正')
  expect(html).toContain('理由：复核发现录入差错')
})

test('a cancelled round that was never announced tells its reason to those who read the round', async () => {
  const round = await playRound(trial, { fix: false })
  await round.move('cancel', { reason: '与防汛工作冲突' })
  expect(await seen(round)).toMatchObject([{ verb: 'cancel', reason: '与防汛工作冲突' }])
  expect(await rows(round, 'outsider')).toBe(0)
})

test('awards are public with their basis', async () => {
  const round = await playRound(trial)
  await round.scoreAll()
  await round.move('freeze')
  await round.count()
  await round.move('reveal', { form: 'bands', all: true })
  await round.move('publish', { id: randomUUID(), form: 'bands', reason: '' })
  await round.move('award', {
    id: randomUUID(),
    subject: communities[0],
    name: '流动红旗',
    basis: '本轮结果',
    document: '晨街办〔2026〕5号',
  })
  const { html } = await page(round)
  expect(html).toMatch(/朝霞社区<\/a> <strong>流动红旗<\/strong> 依据：本轮结果 晨街办〔2026〕5号/)
})

async function page({ where }: PlayedRound): Promise<{ html: string }> {
  const response = await trial.as('nobody').fetch(`/rounds/${street}/${where.id}`, { headers: {} })
  return { html: await response.text() }
}
