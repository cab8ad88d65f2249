// While the round is under way: what the hall sees, in which order, how far the sheets are, and the freeze.

import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { useTrial } from '#ground/trial/trial.ts'
import { communities, playCommitment, playRound, refusal } from '../trial.ts'
import type { PlayedRound } from '../trial.ts'

const trial = useTrial()
const [first, second] = communities

interface Stage {
  readonly version: number
  readonly scene: { kind: string; subject: string | null; timer: { seconds: number; startedAt: string | null; passedMs: number } }
  readonly current: { name: string; number: number; commitments: unknown[]; findings: string[] } | null
  readonly parts: readonly { subject: string; speaking: number | null; stop: number | null }[]
}
const stageOf = async (round: PlayedRound): Promise<Stage> => (await round.seat('stage').caller.call<Stage>('rounds.stage')).body
const officer = () => trial.as('officer')

describe('the stage', () => {
  test('shows the presented unit with its commitments and findings, under a growing version, and forgets it with the next scene', async () => {
    await playCommitment(trial)
    const round = await playRound(trial, { others: ['teller', 'supervisor', 'stage', 'finder'] })
    const found = { id: randomUUID(), subject: first, text: '楼道堆物。', evidence: null }
    await round.ask(round.seat('finder'), 'remark', found)
    await round.move('present', { subject: first, component: 'field' })
    const shown = await stageOf(round)
    expect(shown).toMatchObject({
      scene: { kind: 'unit', subject: first, timer: { seconds: 600, startedAt: null } },
      current: { name: '朝霞社区', number: 1, findings: ['楼道堆物。'] },
    })
    expect(shown.current?.commitments).toEqual([
      { number: 1, kind: 'pledge', text: '改造背街小巷两条', now: 'partly', confirmed: true, last: null },
    ])
    await round.move('show', { kind: 'pause', draw: null })
    const paused = await stageOf(round)
    expect(paused.version).toBeGreaterThan(shown.version)
    expect([paused.scene.kind, paused.current]).toEqual(['pause', null])
    const seen = await trial.as('supervisor').call<Stage>('rounds.preview', { params: round.where })
    expect(seen.body.scene).toEqual(paused.scene)
    expect((await trial.as('outsider').call('rounds.preview', { params: round.where })).status).toBe(403)
  })

  test('what cannot be shown: another component, a unit that takes no part, a draw that is none', async () => {
    const round = await playRound(trial)
    const params = round.where
    expect(await refusal(officer(), 'present', { params, body: { subject: first, component: 'stage' } })).toMatchObject({ code: 4122 })
    expect(await refusal(officer(), 'present', { params, body: { subject: '990101101201', component: 'field' } })).toMatchObject({
      code: 4120,
    })
    expect(await refusal(officer(), 'show', { params, body: { kind: 'draw', draw: null } })).toMatchObject({ code: 4124 })
    expect(await refusal(officer(), 'show', { params, body: { kind: 'draw', draw: randomUUID() } })).toMatchObject({ code: 4124 })
  })

  test('the timer counts what has passed, also after a pause', async () => {
    const round = await playRound(trial)
    await round.move('present', { subject: first, component: 'field' })
    await round.move('setTimer', { verb: 'start' })
    trial.clock.advance(90_000)
    await round.move('setTimer', { verb: 'pause' })
    expect((await stageOf(round)).scene.timer).toEqual({ seconds: 600, startedAt: null, passedMs: 90_000 })
    await round.move('setTimer', { verb: 'start' })
    expect((await stageOf(round)).scene.timer).toMatchObject({ startedAt: new Date(trial.clock.now()).toISOString(), passedMs: 90_000 })
    await round.move('setTimer', { verb: 'reset', seconds: 300 })
    expect((await stageOf(round)).scene.timer).toEqual({ seconds: 300, startedAt: null, passedMs: 0 })
  })

  test('an order by hand is an act with its reason; a unit stands in it once and takes part', async () => {
    const round = await playRound(trial)
    const params = round.where
    await round.move('order', { kind: 'speaking', subjects: [second, first], reason: '路线方便' })
    await round.move('order', { kind: 'route', subjects: [first], reason: '只看一处' })
    expect((await stageOf(round)).parts.map(({ subject, speaking, stop }) => [subject, speaking, stop])).toEqual([
      [first, 2, 1],
      [second, 1, null],
    ])
    const order = (subjects: string[]) => refusal(officer(), 'order', { params, body: { kind: 'speaking', subjects, reason: 'x' } })
    expect(await order([first, first])).toMatchObject({ code: 4107 })
    expect(await order(['990101101201'])).toMatchObject({ code: 4120 })
  })
})

describe('progress and freeze', () => {
  const linesOf = async (round: PlayedRound) =>
    (
      await officer().call<{ sheets: { label: string; subject: string; state: string }[] }>('rounds.progress', { params: round.where })
    ).body.sheets.map(({ label, subject, state }) => [label, subject, state])

  test('progress names every sheet that is awaited and no points; an unfinished one holds up the freeze until it is withdrawn', async () => {
    const round = await playRound(trial, { judges: { leaders: 2 } })
    const judge = round.seat('judge', 1)
    const sheet = { subject: first, component: 'field', revision: 1, points: { change: '29.5' }, note: '楼道干净' }
    await round.ask(judge, 'score', { sheets: [sheet] })
    await round.ask(round.seat('judge', 2), 'recuseMyself', { subject: second, reason: '亲属' })
    expect(await linesOf(round)).toEqual([
      ['评委1', first, 'in-work'],
      ['评委1', second, 'none'],
      ['评委2', first, 'none'],
      ['评委2', second, 'recused'],
    ])
    const raw = await officer().call('rounds.progress', { params: round.where })
    expect(JSON.stringify(raw.body)).not.toMatch(/29\.5|楼道干净/)
    const held = await refusal(officer(), 'freeze', { params: round.where, body: {} })
    expect(held).toMatchObject({ code: 4123, status: 409 })
    expect(held.zh).toContain('1 张')
    const withdrawn = { judge: judge.id, subject: first, component: 'field', reason: '中途离席' }
    await round.ask(round.seat('teller'), 'withdrawSheet', withdrawn)
    await round.move('freeze')
    expect((await linesOf(round))[0]).toEqual(['评委1', first, 'withdrawn'])
    expect((await stageOf(round)).scene.kind).toBe('pause')
    await round.move('thaw', { reason: '补评' })
    expect(await refusal(officer(), 'thaw', { params: round.where, body: { reason: '再来' } })).toMatchObject({ code: 4101 })
  })
})
