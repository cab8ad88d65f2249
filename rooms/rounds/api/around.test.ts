// What stands around the scores: commitments, remarks and findings, votes of the meeting, awards.

import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { useTrial } from '#ground/trial/trial.ts'
import { communities, playRound, refusal } from '../trial.ts'
import type { PlayedRound } from '../trial.ts'

const trial = useTrial()
const [first, second] = communities
const officer = () => trial.as('officer')
const secretary = () => trial.as('secretary')

describe('commitments', () => {
  const promise = (year = 2026) => ({
    params: { subject: first },
    body: { id: randomUUID(), year, kind: 'pledge', text: '改造背街小巷两条' },
  })
  const state = (commitment: string, stated = 'kept') => ({
    params: { subject: first },
    body: { commitment, quarter: '2026-Q3', stated, note: '两条已完工' },
  })
  const confirm = (commitment: string) => ({
    params: { subject: first },
    body: { commitment, quarter: '2026-Q3', confirmed: 'partly', note: '现场看到一条' },
  })

  test('are numbered by year, stated by the unit and confirmed by another person, who ends the stating', async () => {
    const first_ = promise()
    expect((await secretary().call('rounds.promise', first_)).body).toMatchObject({ number: 1 })
    expect((await secretary().call('rounds.promise', promise())).body).toMatchObject({ number: 2 })
    expect((await secretary().call('rounds.promise', promise(2027))).body).toMatchObject({ number: 1 })
    expect((await secretary().call('rounds.promise', first_)).body).toMatchObject({ number: 1 })
    const { id } = first_.body
    expect(await refusal(officer(), 'confirmCommitment', confirm(id))).toMatchObject({ code: 4152 })
    expect((await secretary().call('rounds.stateCommitment', state(id))).status).toBe(200)
    expect((await secretary().call('rounds.stateCommitment', state(id, 'under-way'))).status).toBe(200)
    expect((await secretary().call('rounds.confirmCommitment', confirm(id))).status).toBe(403)
    expect((await officer().call('rounds.confirmCommitment', confirm(id))).status).toBe(200)
    expect(await refusal(secretary(), 'stateCommitment', state(id))).toMatchObject({ code: 4151 })
    const query = { below: first, year: '2026' }
    for (const player of ['secretary', 'officer', 'countyAdmin'] as const) {
      const { body } = await trial.as(player).call<{ commitments: { id: string; states: object[] }[] }>('rounds.commitments', { query })
      expect(body.commitments.find((one) => one.id === id)?.states, player).toMatchObject([
        { quarter: '2026-Q3', stated: 'under-way', confirmed: 'partly', confirmedNote: '现场看到一条' },
      ])
    }
    expect((await trial.as('outsider').call('rounds.commitments', { query })).body).toEqual({ commitments: [] })
  })

  test('of another unit or that are not there are refused; thirty a year are enough', async () => {
    expect(await refusal(secretary(), 'stateCommitment', state(randomUUID()))).toMatchObject({ code: 4150, status: 404 })
    expect(await refusal(officer(), 'confirmCommitment', confirm(randomUUID()))).toMatchObject({ code: 4150 })
    expect((await secretary().call('rounds.promise', { ...promise(), params: { subject: second } })).status).toBe(403)
    for (let number = 1; number <= 30; number += 1) expect((await secretary().call('rounds.promise', promise(2030))).status).toBe(200)
    const more = await refusal(secretary(), 'promise', promise(2030))
    expect(more).toMatchObject({ code: 4149 })
    expect(more.zh).toContain('30')
    expect(more.en).toContain('30')
  })
})

describe('remarks', () => {
  const remark = (subject: string = first) => ({ id: randomUUID(), subject, text: '台账更新不及时', evidence: null })

  test('come from commentators, judges and finders, or are taken down by the office; each under its label', async () => {
    const round = await playRound(trial, { others: ['teller', 'stage', 'commentator', 'finder', 'voter'] })
    const said = remark()
    for (const [kind, body] of [
      ['commentator', said],
      ['commentator', said],
      ['judge', remark()],
      ['finder', remark()],
    ] as const) {
      expect((await round.ask(round.seat(kind), 'remark', body)).status).toBe(200)
      trial.clock.advance(1_000)
    }
    await round.move('noteRemark', { id: randomUUID(), subject: second, kind: 'finding', text: '公示栏破损' })
    const { body } = await officer().call<{ remarks: { by: string; kind: string; name: string }[] }>('rounds.remarks', {
      params: round.where,
    })
    expect(body.remarks.map(({ by, kind, name }) => [by, kind, name])).toEqual([
      ['点评人1', 'remark', '朝霞社区'],
      ['评委1', 'remark', '朝霞社区'],
      ['过筛子专班1', 'finding', '朝霞社区'],
      ['', 'finding', '和风社区'],
    ])
    for (const kind of ['teller', 'stage', 'voter'])
      expect((await round.ask(round.seat(kind), 'remark', remark())).body['code'], kind).toBe(4153)
    expect((await round.ask(round.seat('commentator'), 'remark', remark('990101101201'))).body['code']).toBe(4120)
    const other = { params: round.where, body: { id: randomUUID(), subject: '990101101201', kind: 'remark', text: 'x' } }
    expect(await refusal(officer(), 'noteRemark', other)).toMatchObject({ code: 4120 })
    const early = await playRound(trial, { fix: false, others: ['commentator'] })
    expect((await early.ask(early.seat('commentator'), 'remark', remark())).body['code']).toBe(4101)
  })
})

describe('votes of the meeting', () => {
  const good = { [first]: 'good', [second]: 'fair' }
  async function counted(): Promise<PlayedRound> {
    const round = await playRound(trial, { others: ['teller', 'supervisor', 'stage', 'voter', 'voter', 'commentator'] })
    await round.scoreAll()
    await round.move('freeze')
    await round.count()
    return round
  }
  const codeOf = async (round: PlayedRound, kind: string, verb: string, body: object, number = 1) => {
    const answer = await round.ask(round.seat(kind, number), verb, body)
    return answer.status === 200 ? 200 : answer.body['code']
  }

  test('are cast once a seat, on every unit, and counted by a teller when three have voted', async () => {
    const round = await counted()
    const vote = randomUUID()
    expect(await codeOf(round, 'voter', 'vote', { vote, choices: good })).toBe(4157)
    await round.move('openVote', { id: vote })
    const second_ = { params: round.where, body: { id: randomUUID() } }
    expect(await refusal(officer(), 'openVote', second_)).toMatchObject({ code: 4156 })
    expect((await round.seat('stage').caller.call<{ vote: object }>('rounds.stage')).body.vote).toEqual({
      state: 'open',
      voted: 0,
      seats: 3,
    })
    expect(await codeOf(round, 'voter', 'vote', { vote, choices: { [first]: 'good' } })).toBe(4159)
    expect(await codeOf(round, 'commentator', 'vote', { vote, choices: good })).toBe(4153)
    expect(await codeOf(round, 'voter', 'vote', { vote, choices: good })).toBe(200)
    expect(await codeOf(round, 'voter', 'vote', { vote, choices: { ...good, [first]: 'poor' } })).toBe(4158)
    expect(await codeOf(round, 'judge', 'vote', { vote, choices: good })).toBe(200)
    expect(await codeOf(round, 'teller', 'closeVote', { vote })).toBe(4160)
    expect(await codeOf(round, 'voter', 'vote', { vote, choices: { ...good, [second]: 'good' } }, 2)).toBe(200)
    const listed = async () => (await officer().call<{ votes: object[] }>('rounds.votes', { params: round.where })).body.votes
    expect(await listed()).toEqual([{ id: vote, state: 'open', voted: 3, counts: null }])
    expect(await codeOf(round, 'supervisor', 'closeVote', { vote })).toBe(4131)
    const counts = { [first]: { good: 3 }, [second]: { fair: 2, good: 1 } }
    expect((await round.ask(round.seat('teller'), 'closeVote', { vote })).body).toEqual({ counts })
    expect(await codeOf(round, 'teller', 'closeVote', { vote })).toBe(4157)
    expect(await listed()).toEqual([{ id: vote, state: 'closed', voted: 3, counts }])
    const mine = await round.seat('voter').caller.call<{ vote: object }>('rounds.mySeat')
    expect(mine.body.vote).toEqual({ id: vote, state: 'closed', voted: true })
  })

  test('no act and no kept answer tells what anybody voted', async () => {
    const round = await counted()
    const vote = randomUUID()
    await round.move('openVote', { id: vote })
    expect(await codeOf(round, 'voter', 'vote', { vote, choices: { [first]: 'fairly-good', [second]: 'poor' } })).toBe(200)
    const { rows: acts } = await trial.owner.query<{ payload: object }>(`select payload from acts where verb = 'vote' and subject = $1`, [
      `round:${round.where.id}`,
    ])
    expect(acts).toEqual([{ payload: { vote, seat: round.seat('voter').id } }])
    const { rows: kept } = await trial.owner.query(`select 1 from idempotency where answer like '%fairly-good%'`)
    expect(kept).toEqual([])
  })
})

describe('awards', () => {
  test('follow a published result, with their basis, and are told with the unit’s name', async () => {
    const round = await playRound(trial)
    const award = (subject: string = first) => ({ id: randomUUID(), subject, name: '流动红旗', basis: '本轮结果', document: '' })
    expect(await refusal(officer(), 'award', { params: round.where, body: award() })).toMatchObject({ code: 4101 })
    await round.scoreAll()
    await round.move('freeze')
    await round.count()
    await round.move('reveal', { form: 'bands', all: true })
    await round.move('publish', { id: randomUUID(), form: 'bands', reason: '' })
    expect(await refusal(officer(), 'award', { params: round.where, body: award('990101101201') })).toMatchObject({ code: 4120 })
    const given = award()
    await round.move('award', given)
    await round.move('award', given)
    const { body } = await officer().call<{ awards: object[] }>('rounds.awards', { params: round.where })
    expect(body.awards).toMatchObject([{ subject: first, name: '朝霞社区', award: '流动红旗', basis: '本轮结果', document: '' }])
  })
})
