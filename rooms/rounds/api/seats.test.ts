// Seats: given out many at once, opened by a link on one device, taken over with a warning, revoked at once; and the
// recusals that nobody has to declare.

import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { cast } from '#ground/trial/cast.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { communities, deviceOf, openSeat, playRound, refusal, seatActor, street } from '../trial.ts'
import type { PlayedRound } from '../trial.ts'

const trial = useTrial()
const [first, second] = communities

interface Seats {
  readonly seats: readonly {
    id: string
    kind: string
    label: string
    holder: string | null
    state: string
    openings: number
    recusals: readonly { subject: string; source: string }[]
  }[]
}

const wanted = (kind: string, more: object = {}) => ({
  id: randomUUID(),
  kind,
  panel: kind === 'judge' ? 'leaders' : null,
  holder: '演示·席位',
  person: null,
  home: null,
  ...more,
})
const add = (round: PlayedRound, seats: readonly object[]): Promise<Seats> => round.move('addSeats', { seats }) as never
const seatsOf = async (round: PlayedRound, player: 'officer' | 'supervisor' = 'officer') =>
  (await trial.as(player).call<Seats>('rounds.seats', { params: round.where })).body.seats
const invite = (round: PlayedRound, seat: string): Promise<{ token: string; until: string }> =>
  round.move('inviteSeat', undefined, { seat }) as never

describe('giving out', () => {
  test('many at once, labelled by kind and number, and sent again without a second set', async () => {
    const round = await playRound(trial, { judges: { leaders: 1 } })
    const more = [wanted('judge'), wanted('voter'), wanted('judge', { panel: 'offices' }), wanted('voter')]
    const labels = (await add(round, more)).seats.map(({ label }) => label)
    expect(labels.toSorted()).toEqual(['大屏1', '测评人1', '测评人2', '监票人1', '计票人1', '评委1', '评委2', '评委3'].toSorted())
    expect((await add(round, more)).seats).toHaveLength(8)
    const changed = [{ ...more[0], panel: 'offices' }]
    const officer = trial.as('officer')
    expect(await refusal(officer, 'addSeats', { params: round.where, body: { seats: changed } })).toMatchObject({ code: 4111 })
    const nowhere = [wanted('judge', { panel: 'others' })]
    expect(await refusal(officer, 'addSeats', { params: round.where, body: { seats: nowhere } })).toMatchObject({ code: 4110, status: 422 })
    expect(
      await refusal(officer, 'addSeats', { params: round.where, body: { seats: [wanted('voter', { panel: 'leaders' })] } }),
    ).toMatchObject({
      code: 4110,
    })
  })

  test('who sits there is known to conveners of named rounds only', async () => {
    for (const ballots of ['named', 'anonymous'] as const) {
      const round = await playRound(trial, { ballots })
      const holders = (await seatsOf(round)).map(({ holder }) => holder)
      expect(new Set(holders), ballots).toEqual(new Set([ballots === 'named' ? '演示·席位' : null]))
      const { body } = await round
        .seat('teller')
        .caller.call<{ judges: { holder: string | null }[] }>('rounds.count', { query: { seat: round.seat('teller').id } })
      expect(body.judges.map(({ holder }) => holder)).toEqual(['演示·席位'])
    }
  })
})

describe('recusals', () => {
  test('own unit and linked unit (包联) come by themselves, also when the link was made after the seat', async () => {
    const round = await playRound(trial, { fix: false })
    const link = (unit: string, person: string) =>
      trial.as('officer').call('units.linkOfficer', { body: { unit, person, role: '包村干部', effective: '2026-09-01' } })
    expect((await link(first, cast.judge.id)).status).toBe(200)
    const linked = wanted('judge', { person: cast.judge.id })
    const home = wanted('judge', { home: `${second}01`.slice(0, 12) })
    const later = wanted('judge', { person: cast.gridWorker.id })
    const { seats } = await add(round, [linked, home, later])
    const of = (list: Seats['seats'], id: string) =>
      list.find((seat) => seat.id === id)?.recusals.map(({ subject, source }) => [subject, source])
    expect(of(seats, linked.id)).toEqual([[first, 'linked']])
    expect(of(seats, home.id)).toEqual([[second, 'own']])
    expect(of(seats, later.id)).toEqual([])
    expect((await link(second, cast.gridWorker.id)).status).toBe(200)
    await round.move('fixRules')
    await round.move('open')
    expect(of(await seatsOf(round), later.id)).toEqual([[second, 'linked']])
    const mine = await trial.as('judge').call<{ seat: { recused: string[]; label: string } }>('rounds.mySeat')
    expect(mine.body.seat.recused).toEqual([first])
  })

  test('declared by the convener or by the seat, not after scoring, not for a unit that takes no part', async () => {
    const round = await playRound(trial, { judges: { leaders: 2 } })
    const officer = trial.as('officer')
    const judge = round.seat('judge', 1)
    const recuse = (subject: string) => ({ params: { ...round.where, seat: judge.id }, body: { subject, reason: '利害关系' } })
    expect((await officer.call('rounds.recuseSeat', recuse(first))).status).toBe(200)
    expect(await refusal(officer, 'recuseSeat', recuse('990101101201'))).toMatchObject({ code: 4120 })
    await round.scoreAll()
    expect(await refusal(officer, 'recuseSeat', recuse(second))).toMatchObject({ code: 4121 })
    const own = { body: { seat: judge.id, subject: second, reason: '利害关系' } }
    expect(await refusal(judge.caller, 'recuseMyself', own)).toMatchObject({ code: 4121 })
    const other = { body: { seat: judge.id, subject: '990101101201', reason: '利害关系' } }
    expect(await refusal(judge.caller, 'recuseMyself', other)).toMatchObject({ code: 4120 })
    expect(await refusal(officer, 'recuseSeat', { ...recuse(second), params: { ...round.where, seat: randomUUID() } })).toMatchObject({
      code: 4112,
    })
  })
})

/** A live stream of a device, and the promise that it ends. */
async function listen(device: string): Promise<{ ended: Promise<string> }> {
  const response = await trial.withSeat(device).fetch('/api/v1/live')
  expect(response.status).toBe(200)
  return { ended: response.text() }
}

describe('links', () => {
  test('one opens its seat on one device; a second is warned, and taking over ends the first at once, with its stream', async () => {
    const round = await playRound(trial)
    const judge = round.seat('judge')
    const { token } = await invite(round, judge.id)
    const warned = await openSeat(trial, token)
    expect([warned.status, (warned.body as { code: number }).code]).toEqual([409, 4115])
    expect((await judge.caller.call('rounds.mySeat')).status).toBe(200)
    const stream = await listen(judge.device)
    const taken = await openSeat(trial, token, true)
    expect(taken.status).toBe(200)
    await stream.ended
    expect((await judge.caller.call('rounds.mySeat')).body['code']).toBe(118)
    const now = trial.withSeat(deviceOf(taken))
    expect((await now.call<{ seat: { label: string } }>('rounds.mySeat')).body.seat.label).toBe('评委1')
    expect((await seatsOf(round)).find(({ id }) => id === judge.id)?.openings).toBe(2)
  })

  test('a stage may stand on several devices', async () => {
    const round = await playRound(trial)
    const stage = round.seat('stage')
    const another = await openSeat(trial, (await invite(round, stage.id)).token)
    expect(another.status).toBe(200)
    expect((await stage.caller.call('rounds.stage')).status).toBe(200)
    expect((await trial.withSeat(deviceOf(another)).call('rounds.stage')).status).toBe(200)
  })

  test('a new link makes the one before void; a link ends a week after the day of the round', async () => {
    const round = await playRound(trial)
    const seat = wanted('judge')
    await add(round, [seat])
    const old = await invite(round, seat.id)
    const link = await invite(round, seat.id)
    expect((await openSeat(trial, old.token)).body).toMatchObject({ code: 4114 })
    expect((await openSeat(trial, 'x'.repeat(32))).body).toMatchObject({ code: 4114 })
    trial.clock.advance(Date.parse(link.until) - trial.clock.now() - 1_000)
    expect((await openSeat(trial, link.token)).status).toBe(200)
    trial.clock.advance(2_000)
    expect((await openSeat(trial, link.token, true)).body).toMatchObject({ code: 4114 })
  })

  test('a revoked seat is closed at once, on its device and for its link; what it handed in stays', async () => {
    const round = await playRound(trial, { judges: { leaders: 2 }, heldOn: '2026-10-10' })
    await round.scoreAll()
    const judge = round.seat('judge', 1)
    const link = await invite(round, judge.id)
    const stream = await listen(judge.device)
    await round.move('revokeSeat', { reason: '临时公务' }, { seat: judge.id })
    await stream.ended
    expect((await judge.caller.call('rounds.mySeat')).body['code']).toBe(118)
    expect((await openSeat(trial, link.token)).body).toMatchObject({ code: 4114 })
    const params = { ...round.where, seat: judge.id }
    expect(await refusal(trial.as('officer'), 'inviteSeat', { params })).toMatchObject({ code: 4113 })
    expect(
      await refusal(trial.as('officer'), 'revokeSeat', { params: { ...params, seat: randomUUID() }, body: { reason: 'x' } }),
    ).toMatchObject({
      code: 4112,
    })
    const { rows } = await trial.owner.query('select 1 from round_sheets where seat = $1', [judge.id])
    expect(rows).toHaveLength(2)
  })

  test('leaving a seat closes it on this device', async () => {
    const round = await playRound(trial, { heldOn: '2026-10-10' })
    const judge = round.seat('judge')
    const left = await judge.caller.call('rounds.leaveSeat')
    expect(left.headers.getSetCookie().join()).toContain('lx-seat=;')
    expect((await judge.caller.call('rounds.mySeat')).body['code']).toBe(118)
  })
})

describe('my seat', () => {
  test('an account sits on its seat without a link, and acts there as the seat alone', async () => {
    const round = await playRound(trial, { judges: { leaders: 1 }, heldOn: '2026-10-10' })
    const seat = wanted('judge', { person: cast.reviewer.id })
    await add(round, [seat])
    const mine = await trial
      .as('reviewer')
      .call<{ seat: { id: string }; round: { id: string } }>('rounds.mySeat', { query: { seat: seat.id } })
    expect([mine.body.seat.id, mine.body.round.id]).toEqual([seat.id, round.where.id])
    const sheets = [{ subject: first, component: 'field', revision: 1, points: { change: '20' }, note: '' }]
    expect((await trial.as('reviewer').call('rounds.score', { body: { seat: seat.id, sheets } })).status).toBe(200)
    const { rows } = await trial.owner.query<{ actor: string | null }>(
      `select actor from acts where verb = 'score' and payload ->> 'seat' = $1`,
      [seat.id],
    )
    expect(rows).toEqual([{ actor: null }])
  })

  test('a seat of another is not mine, and holds nothing in other districts', async () => {
    const round = await playRound(trial, { judges: { leaders: 2 }, heldOn: '2026-10-10' })
    const [mine, other] = [round.seat('judge', 1), round.seat('judge', 2)]
    expect((await mine.caller.call('rounds.mySeat', { query: { seat: other.id } })).body['code']).toBe(4112)
    expect((await seatActor(trial, mine)).grants.filter((grant) => grant.startsWith('rounds.near.'))).toEqual([
      `rounds.near.${street.slice(0, 6)}`,
    ])
  })

  test('a seat hears what happens in its round and nothing from elsewhere', async () => {
    const [here, there] = [await playRound(trial, { heldOn: '2026-10-10' }), await playRound(trial, { heldOn: '2026-10-10' })]
    const seat = here.seat('judge')
    const heard: string[] = []
    const cut = new AbortController()
    const response = await trial.withSeat(seat.device).fetch('/api/v1/live', { signal: cut.signal })
    const reader = response.body?.getReader()
    await there.scoreAll()
    await there.move('freeze')
    await here.scoreAll()
    await here.move('freeze')
    while (!heard.join('').includes('"verb":"freeze"')) {
      const read = await reader?.read()
      heard.push(new TextDecoder().decode(read?.value))
    }
    cut.abort()
    expect(heard.join('')).toContain(here.where.id)
    expect(heard.join('')).not.toContain(there.where.id)
  })
})
