// The tellers' table: paper, adjustments, the count and its refusals, signatures in their order, void.

import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { useTrial } from '#ground/trial/trial.ts'
import { tally } from '../core/tally.ts'
import { communities, playRound } from '../trial.ts'
import type { PlayedRound, PlayedTally } from '../trial.ts'

const trial = useTrial()
const [first, second] = communities
const others = ['teller', 'teller', 'supervisor', 'stage']
const full = { pledges: '18', change: '27', theme: '18', governance: '13.5', report: '9', mended: '4.5' }
const half = { ...full, change: '26.5' }

const codeOf = async (round: PlayedRound, seat: string, verb: string, body: object = {}) => {
  const [kind = '', number = '1'] = seat.split(' ')
  const answer = await round.ask(round.seat(kind, Number(number)), verb, body)
  return answer.status === 200 ? 200 : answer.body['code']
}
const paper = (round: PlayedRound, points: Record<string, string> = full, more: object = {}) => ({
  judge: round.seat('judge').id,
  sheet: { subject: first, component: 'field', revision: 1, points, note: '', ...more },
})
const withdraw = (round: PlayedRound, subject: string = first) => ({
  judge: round.seat('judge').id,
  subject,
  component: 'field',
  reason: '误录',
})

describe('paper', () => {
  test('counts after a second person has entered the same, whoever of tellers and supervisor that is', async () => {
    const round = await playRound(trial, { others })
    expect(await codeOf(round, 'supervisor', 'enterPaper', paper(round))).toBe(4131)
    expect(await codeOf(round, 'teller', 'enterPaper', paper(round))).toBe(200)
    expect(await codeOf(round, 'teller', 'confirmPaper', paper(round))).toBe(4128)
    expect(await codeOf(round, 'teller 2', 'confirmPaper', paper(round, half))).toBe(4135)
    expect(await codeOf(round, 'supervisor', 'confirmPaper', paper(round, { ...full, change: '27.00' }))).toBe(200)
    expect(await codeOf(round, 'teller 2', 'confirmPaper', paper(round))).toBe(4132)
    expect(await codeOf(round, 'teller', 'enterPaper', paper(round))).toBe(4162)
    const pocket = { sheets: [{ ...paper(round, half).sheet, revision: 99 }] }
    const late = await round.ask<{ sheets: { outcome: string }[] }>(round.seat('judge'), 'score', pocket)
    expect(late.body.sheets[0]?.outcome).toBe('superseded')
  })

  test('an entry that differed is entered anew by the first; what is wrong with it is said by its place', async () => {
    const round = await playRound(trial, { others })
    await codeOf(round, 'teller', 'enterPaper', paper(round))
    await codeOf(round, 'teller 2', 'confirmPaper', paper(round, half))
    expect(await codeOf(round, 'teller', 'enterPaper', paper(round, half))).toBe(200)
    expect(await codeOf(round, 'teller 2', 'confirmPaper', paper(round, half))).toBe(200)
    const wrong = await round.ask<{ code: number; errors: { path: string }[] }>(
      round.seat('teller'),
      'enterPaper',
      paper(round, { ...full, change: '31' }, { subject: second }),
    )
    expect([wrong.body.code, wrong.body.errors.map(({ path }) => path)]).toEqual([4118, ['body.sheet.points.change']])
    expect(await codeOf(round, 'teller', 'enterPaper', paper(round, { change: '3' }, { subject: second }))).toBe(4134)
    expect(await codeOf(round, 'teller', 'enterPaper', paper(round, {}, { subject: second, component: 'stage' }))).toBe(4134)
    expect(await codeOf(round, 'teller', 'enterPaper', paper(round, full, { subject: '990101101201' }))).toBe(4120)
    const nobody = { ...paper(round), judge: round.seat('stage').id }
    expect(await codeOf(round, 'teller', 'enterPaper', nobody)).toBe(4116)
  })

  test('an unconfirmed sheet holds up the count', async () => {
    const round = await playRound(trial, { others })
    await codeOf(round, 'teller', 'enterPaper', paper(round))
    await round.move('freeze')
    expect(await codeOf(round, 'teller', 'tally', { id: randomUUID() })).toBe(4123)
  })
})

describe('adjustments', () => {
  test('above the cap they are capped in the count and marked; one that was taken back does not count', async () => {
    const round = await playRound(trial, { others })
    await round.scoreAll()
    const [kept, ended] = [randomUUID(), randomUUID()]
    const adjust = (id: string, points: string) => ({ id, subject: first, points, reason: '全县推广' })
    for (const [id, points] of [
      [kept, '9'],
      [ended, '-3'],
    ] as const)
      expect(await codeOf(round, 'teller', 'adjust', adjust(id, points))).toBe(200)
    expect(await codeOf(round, 'teller 2', 'adjust', { ...adjust(randomUUID(), '1'), subject: '990101101201' })).toBe(4120)
    expect(await codeOf(round, 'supervisor', 'adjust', adjust(randomUUID(), '1'))).toBe(4131)
    expect(await codeOf(round, 'supervisor', 'withdrawAdjustment', { id: ended, reason: 'x' })).toBe(4131)
    expect(await codeOf(round, 'teller 2', 'withdrawAdjustment', { id: ended, reason: '登记有误' })).toBe(200)
    expect(await codeOf(round, 'teller 2', 'withdrawAdjustment', { id: ended, reason: '登记有误' })).toBe(4133)
    await round.move('freeze')
    const counted = (await round.count()) as PlayedTally & { lines: { adjustment: string; marks: string[] }[] }
    expect(counted.lines[0]).toMatchObject({ unit: first, adjustment: '5.00' })
    expect(counted.lines[0]?.marks).toContain('adjustment-capped')
    expect(await codeOf(round, 'teller', 'adjust', adjust(randomUUID(), '1'))).toBe(4101)
  })
})

describe('the count', () => {
  test('is refused while a unit has no score, and by seats and stages that may not', async () => {
    const round = await playRound(trial, { others })
    expect(await codeOf(round, 'teller', 'tally', { id: randomUUID() })).toBe(4101)
    await round.scoreAll()
    expect(await codeOf(round, 'teller', 'withdrawSheet', withdraw(round))).toBe(200)
    expect(await codeOf(round, 'teller', 'withdrawSheet', withdraw(round))).toBe(4132)
    await round.move('freeze')
    expect(await codeOf(round, 'supervisor', 'tally', { id: randomUUID() })).toBe(4131)
    const missing = await round.ask<{ code: number; errors: { path: string; detail: string }[] }>(round.seat('teller'), 'tally', {
      id: randomUUID(),
    })
    expect([missing.body.code, missing.body.errors]).toEqual([4136, [{ path: `${first}/field`, detail: '朝霞社区没有评分。' }]])
    await codeOf(round, 'teller', 'enterPaper', paper(round))
    await codeOf(round, 'teller 2', 'confirmPaper', paper(round))
    expect((await round.count()).lines).toHaveLength(2)
  })

  test('teller signs, then the supervisor, each the digest that they have seen; void goes back to the table with its reason', async () => {
    const round = await playRound(trial, { others })
    await round.scoreAll()
    await round.move('freeze')
    const { body } = await round.ask<PlayedTally>(round.seat('teller'), 'tally', { id: randomUUID() })
    const signed = { tally: body.id, inputDigest: body.inputDigest }
    expect(await codeOf(round, 'supervisor', 'sign', signed)).toBe(4139)
    expect(await codeOf(round, 'teller', 'sign', { ...signed, inputDigest: '0'.repeat(64) })).toBe(4140)
    expect(await codeOf(round, 'teller', 'sign', { ...signed, tally: randomUUID() })).toBe(4138)
    expect(await codeOf(round, 'judge', 'sign', signed)).toBe(4131)
    expect(await codeOf(round, 'teller', 'sign', signed)).toBe(200)
    expect(await codeOf(round, 'teller 2', 'sign', signed)).toBe(4128)
    expect(await codeOf(round, 'supervisor', 'sign', signed)).toBe(200)
    expect(await codeOf(round, 'supervisor', 'voidTally', { tally: body.id, reason: 'x' })).toBe(4131)
    expect(await codeOf(round, 'teller', 'voidTally', { tally: randomUUID(), reason: 'x' })).toBe(4138)
    expect(await codeOf(round, 'teller', 'voidTally', { tally: body.id, reason: '漏录一张纸质评分表' })).toBe(200)
    const again = await round.count()
    expect(again.number).toBe(2)
    const view = await round
      .seat('supervisor')
      .caller.call<{ tallies: { state: string; reason: string }[] }>('rounds.count', { query: { seat: round.seat('supervisor').id } })
    expect(view.body.tallies.map(({ state, reason }) => [state, reason])).toEqual([
      ['void', '漏录一张纸质评分表'],
      ['signed', ''],
    ])
  })

  test('a recused score is refused even where it lies in the database, by its place in the input', async () => {
    const round = await playRound(trial, { others })
    await round.scoreAll()
    await trial.owner.query(
      `insert into round_recusals (district, unit, id, round, seat, subject, source, reason)
        select district, unit, gen_random_uuid(), round, id, $2, 'declared', '事后' from round_seats where id = $1`,
      [round.seat('judge').id, first],
    )
    await round.move('freeze')
    const refused = await round.ask<{ code: number; errors: { path: string }[] }>(round.seat('teller'), 'tally', { id: randomUUID() })
    expect(refused.body.code).toBe(4137)
    expect(refused.body.errors.map(({ path }) => path)).toEqual(Array.from({ length: 6 }, (_none, place) => `scores[${place}]`))
  })

  test('its input is what anybody counts again, and reading it is on record', async () => {
    const round = await playRound(trial, { others, judges: { leaders: 2, offices: 1 } })
    await round.scoreAll((judge, unit) => 0.9 - judge * 0.1 - unit * 0.05)
    await round.move('freeze')
    const counted = await round.count()
    const read = await round.ask(round.seat('supervisor'), 'tallyInput', { tally: counted.id })
    const again = tally(read.body)
    expect(again.ok && [again.value.input.digest, again.value.method.digest]).toEqual([counted.inputDigest, counted.methodDigest])
    expect(await codeOf(round, 'teller', 'tallyInput', { tally: randomUUID() })).toBe(4138)
    expect(await codeOf(round, 'judge', 'tallyInput', { tally: null })).toBe(4131)
    const { rows } = await trial.owner.query(`select 1 from acts where verb = 'tallyInput' and subject = $1`, [`round:${round.where.id}`])
    expect(rows).toHaveLength(1)
    const other = await playRound(trial, { others })
    expect(await codeOf(other, 'teller', 'tallyInput', { tally: counted.id })).toBe(4138)
  })

  test('tellers see every judge’s mean deviation, which changes nothing', async () => {
    const round = await playRound(trial, { others, judges: { leaders: 3 } })
    await round.scoreAll((judge) => 0.9 - judge * 0.1)
    const seat = round.seat('teller')
    const view = await seat.caller.call<{ judges: { meanDeviation: string | null }[] }>('rounds.count', { query: { seat: seat.id } })
    expect(view.body.judges.map(({ meanDeviation }) => Number(meanDeviation))).toEqual([10, 0, -10])
    const stage = round.seat('stage')
    expect((await stage.caller.call('rounds.count', { query: { seat: stage.id } })).body['code']).toBe(4131)
  })
})
