// Handing in sheets: each exactly once, by the seat that may, while the round takes them.

import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { useTrial } from '#ground/trial/trial.ts'
import { communities, playRound, seatActor } from '../trial.ts'
import type { PlayedRound, PlayedSeat } from '../trial.ts'

const trial = useTrial()
const [first, second] = communities
const full = { pledges: '18', change: '27', theme: '18', governance: '13.5', report: '9', mended: '4.5' }

interface Taken {
  readonly sheets: readonly { subject: string; outcome: string; complete: boolean; problem: number | null; revision: number }[]
}

const sheet = (subject: string, revision = 1, points: Record<string, string> = full) => ({
  subject,
  component: 'field',
  revision,
  points,
  note: '',
})
const send = async (round: PlayedRound, seat: PlayedSeat, sheets: readonly object[], key?: string) => {
  const answer = await round.ask<Taken & { code?: number }>(seat, 'score', { sheets }, key)
  return { status: answer.status, code: answer.body.code, replayed: answer.headers.get('idempotent-replayed'), sheets: answer.body.sheets }
}
const outcomes = async (round: PlayedRound, seat: PlayedSeat, sheets: readonly object[]) =>
  (await send(round, seat, sheets)).sheets.map(({ outcome, problem }) => (problem === null ? outcome : problem))

/** What lies in the room, by unit: revision, first points, state; and how many acts of scoring there are. */
async function stored(seat: PlayedSeat) {
  const { rows } = await trial.owner.query<{ subject: string; revision: number; change: string; state: string }>(
    `select s.subject, s.revision::int as revision, p.points ->> 'change' as change, s.state
      from round_sheets s join round_points p on p.id = s.id where s.seat = $1 order by 1`,
    [seat.id],
  )
  const { rows: acts } = await trial.owner.query(`select 1 from acts where verb = 'score' and payload ->> 'seat' = $1`, [seat.id])
  return { sheets: rows.map(({ subject, revision, change, state }) => [subject, revision, change, state]), acts: acts.length }
}

let round: PlayedRound
beforeAll(async () => {
  round = await playRound(trial, { judges: { leaders: 6 }, others: ['teller', 'supervisor', 'stage', 'voter', 'commentator'] })
}, 60_000)

describe('a batch', () => {
  test('one wrong sheet holds up no other', async () => {
    const judge = round.seat('judge', 1)
    const { sheets } = await send(round, judge, [
      sheet(first),
      sheet(second, 1, { change: '30.5' }),
      sheet(second, 2, { change: '7.25' }),
      sheet(second, 3, { unknown: '1' }),
      { ...sheet(second), component: 'stage' },
      sheet('990101101201'),
      sheet(second, 4, { change: '3' }),
    ])
    expect(sheets.map(({ outcome, problem, complete }) => [outcome, problem, complete])).toEqual([
      ['kept', null, true],
      ['refused', 4118, false],
      ['refused', 4118, false],
      ['refused', 4118, false],
      ['refused', 4118, false],
      ['refused', 4120, true],
      ['kept', null, false],
    ])
    expect(await stored(judge)).toEqual({
      sheets: [
        [first, 1, '27', 'kept'],
        [second, 4, '3', 'kept'],
      ],
      acts: 2,
    })
  })

  test('the seat sees what has arrived, and nobody else’s', async () => {
    const { body } = await round.seat('judge', 1).caller.call<{ sheets: { subject: string; points: unknown }[] }>('rounds.mySeat')
    expect(body.sheets.map(({ subject, points }) => [subject, points])).toEqual([
      [first, full],
      [second, { change: '3' }],
    ])
    const other = await round.seat('judge', 2).caller.call<{ sheets: unknown[] }>('rounds.mySeat')
    expect(other.body.sheets).toEqual([])
  })
})

describe('revisions', () => {
  test('a newer one replaces, an older one and another content of the same change nothing, the same again is kept', async () => {
    const judge = round.seat('judge', 2)
    const at = (revision: number, change: string) => sheet(first, revision, { ...full, change })
    expect(await outcomes(round, judge, [at(5, '20')])).toEqual(['kept'])
    expect(await outcomes(round, judge, [at(4, '10'), at(5, '11'), at(5, '20'), at(6, '21')])).toEqual([
      'superseded',
      'superseded',
      'kept',
      'kept',
    ])
    expect(await stored(judge)).toEqual({ sheets: [[first, 6, '21', 'kept']], acts: 2 })
  })

  test('a replay under its key gives the answer of then; the same sheet under another key is kept once', async () => {
    const judge = round.seat('judge', 3)
    const key = randomUUID()
    const once = await send(round, judge, [sheet(first)], key)
    await send(round, judge, [sheet(first, 2, { ...full, change: '1' })])
    const replay = await send(round, judge, [sheet(first)], key)
    expect(replay).toEqual({ ...once, replayed: 'true' })
    expect(await outcomes(round, judge, [sheet(first)])).toEqual(['superseded'])
    expect((await send(round, judge, [sheet(second)], key)).code).toBe(106)
    expect(await stored(judge)).toEqual({ sheets: [[first, 2, '1', 'kept']], acts: 2 })
  })

  test('a withdrawn sheet takes no revision any more', async () => {
    const judge = round.seat('judge', 4)
    await send(round, judge, [sheet(first)])
    const withdrawn = { judge: judge.id, subject: first, component: 'field', reason: '中途离席' }
    expect((await round.ask(round.seat('teller'), 'withdrawSheet', withdrawn)).status).toBe(200)
    expect(await outcomes(round, judge, [sheet(first, 9)])).toEqual([4161])
    expect(await stored(judge)).toEqual({ sheets: [[first, 1, '27', 'withdrawn']], acts: 1 })
  })
})

describe('who may', () => {
  test('no seat but a judge’s scores, and no judge from another seat', async () => {
    for (const kind of ['teller', 'supervisor', 'stage', 'voter', 'commentator'])
      expect((await send(round, round.seat(kind), [sheet(first)])).code, kind).toBe(4116)
    const judge = round.seat('judge', 5)
    const stolen = await judge.caller.call('rounds.score', { body: { seat: round.seat('judge', 6).id, sheets: [sheet(first)] } })
    expect(stolen.body['code']).toBe(4112)
    const nobody = await trial.as('nobody').call('rounds.score', { body: { seat: judge.id, sheets: [sheet(first)] } })
    expect(nobody.status).toBe(401)
    const officer = await trial.as('officer').call('rounds.score', { body: { seat: judge.id, sheets: [sheet(first)] } })
    expect(officer.body['code']).toBe(118)
  })

  test('a recused pair is refused through the pocket, on paper and in what is counted', async () => {
    const judge = round.seat('judge', 5)
    await round.ask(judge, 'recuseMyself', { subject: first, reason: '亲属在该社区任职' })
    expect(await outcomes(round, judge, [sheet(first), sheet(second)])).toEqual([4119, 'kept'])
    const paper = { judge: judge.id, sheet: sheet(first) }
    expect((await round.ask(round.seat('teller'), 'enterPaper', paper)).body['code']).toBe(4119)
    const input = await round.ask<{ judges: { id: string; recused: string[] }[]; scores: { judge: string; unit: string }[] }>(
      round.seat('teller'),
      'tallyInput',
      { tally: null },
    )
    expect(input.body.judges.find(({ id }) => id === judge.label)?.recused).toEqual([first])
    expect(input.body.scores.filter(({ judge: who, unit }) => who === judge.label && unit === first)).toEqual([])
  })

  test('a spot check takes the drawn units only', async () => {
    const spot = await playRound(trial, { spotCheck: true })
    const draw = randomUUID()
    const sealed = { id: draw, kind: 'units', title: '抽查', pool: null, take: 1, sources: ['开奖号码'], repeats: null, reason: '' }
    await spot.move('sealDraw', sealed)
    await spot.move('enterDraw', { values: ['7'] }, { draw })
    const drawn = await spot.ask<{ selected: { text: string }[] }>(spot.seat('supervisor'), 'witnessDraw', { draw, values: ['7'] })
    const taken = drawn.body.selected[0]?.text.slice(0, 12) ?? ''
    const left = communities.find((code) => code !== taken) ?? ''
    expect(await outcomes(spot, spot.seat('judge'), [sheet(taken), sheet(left)])).toEqual(['kept', 4120])
  })
})

test('one who sits in two rounds scores in the one named', async () => {
  const other = await playRound(trial)
  const judge = round.seat('judge', 6)
  const actor = await seatActor(trial, judge)
  expect(actor.grants.filter((grant) => grant.startsWith('rounds.score.'))).toEqual([`rounds.score.${round.where.id}`])
  expect((await send(other, { ...judge, id: other.seat('judge').id }, [sheet(first)])).code).toBe(4112)
  expect(await outcomes(round, judge, [sheet(first)])).toEqual(['kept'])
})

test('before the beginning and after the freeze nothing is taken; after thawing it is', async () => {
  const later = await playRound(trial, { open: false })
  const judge = later.seat('judge')
  expect((await send(later, judge, [sheet(first)])).code).toBe(4117)
  await later.move('open')
  expect(await outcomes(later, judge, [sheet(first)])).toEqual(['kept'])
  await later.move('freeze')
  const late = await send(later, judge, [sheet(second)])
  expect([late.status, late.code]).toEqual([409, 4117])
  await later.move('thaw', { reason: '漏评一个单位' })
  expect(await outcomes(later, judge, [sheet(second)])).toEqual(['kept'])
})

test('a week later, in another order, twice: what lies here stays', async () => {
  const judge = round.seat('judge', 1)
  const before = await stored(judge)
  trial.clock.advance(7 * 86_400_000)
  expect(await outcomes(round, judge, [sheet(second, 3, { change: '9' }), sheet(first, 1, full), sheet(first, 1, full)])).toEqual([
    'superseded',
    'kept',
    'kept',
  ])
  expect(await stored(judge)).toEqual(before)
})
