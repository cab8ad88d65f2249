// A unit that was told its place may ask for a recount within the working days of the rules; it then reads the whole input.

import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { useTrial } from '#ground/trial/trial.ts'
import { useWorker } from '#ground/trial/worker.ts'
import { tally } from '../core/tally.ts'
import { communities, playRound, refusal } from '../trial.ts'
import type { PlayedRound } from '../trial.ts'

const trial = useTrial()
useWorker(trial)
const [subject, neighbour] = communities

async function told(): Promise<{ round: PlayedRound; tally: string }> {
  const round = await playRound(trial, { judges: { leaders: 2 }, heldOn: '2026-09-10' })
  await round.scoreAll((judge, unit) => 0.9 - judge * 0.05 - unit * 0.1)
  await round.move('freeze')
  const { id } = await round.count()
  await round.move('reveal', { form: 'ranks', all: true })
  return { round, tally: id }
}
const asking = (round: PlayedRound, of: string = subject) => ({
  params: { subject: of },
  body: { id: randomUUID(), unit: round.where.unit, round: round.where.id, reason: '环节得分与现场不符' },
})
const inputOf = (round: PlayedRound, id: string, more: object = {}) => ({
  params: { subject, unit: round.where.unit, round: round.where.id, tally: id, ...more },
})
const secretary = () => trial.as('secretary')

/** Asks until the house has opened the input: its task runs as soon as the request has committed. */
async function opened(id: string): Promise<void> {
  for (let open = false; !open;) {
    const { rows } = await trial.owner.query('select 1 from round_tally_inputs where id = $1 and cardinality(open_to) > 0', [id])
    open = rows.length === 1
  }
}

describe('asking', () => {
  test('once per tally, for the own unit, after it was told, up to the last working day', async () => {
    const untold = await playRound(trial)
    expect(await refusal(secretary(), 'askRecount', asking(untold))).toMatchObject({ code: 4144, status: 409 })
    const { round } = await told()
    expect((await secretary().call('rounds.askRecount', asking(round, neighbour))).status).toBe(403)
    expect((await trial.as('officer').call('rounds.askRecount', asking(round))).status).toBe(403)
    const asked = asking(round)
    expect((await secretary().call('rounds.askRecount', asked)).body).toEqual({ id: asked.body.id })
    expect(await refusal(secretary(), 'askRecount', asking(round))).toMatchObject({ code: 4146 })
    const { body } = await trial.as('officer').call<{ recounts: object[] }>('rounds.recounts', { params: round.where })
    expect(body.recounts).toMatchObject([{ id: asked.body.id, subject, name: '朝霞社区', state: 'asked', reason: '环节得分与现场不符' }])
  })

  test('told on a Tuesday, three working days end on Friday evening', async () => {
    const [first, second] = [await told(), await told()]
    const places = await secretary().call<{ places: { round: string; recountUntil: string }[] }>('rounds.ownPlaces', {
      params: { subject },
    })
    expect(places.body.places.find(({ round }) => round === first.round.where.id)?.recountUntil).toBe('2026-09-11')
    trial.clock.advance(Date.parse('2026-09-11T15:59:00Z') - trial.clock.now())
    expect((await secretary().call('rounds.askRecount', asking(first.round))).status).toBe(200)
    trial.clock.advance(2 * 60_000)
    const late = await refusal(secretary(), 'askRecount', asking(second.round))
    expect(late).toMatchObject({ code: 4145, status: 409 })
    expect(late.zh).toContain('2026-09-11')
    expect(late.en).toContain('2026-09-11')
  })
})

describe('the input', () => {
  test('opens to the unit that asked, with judges under their labels, and is counted again to the same result', async () => {
    const { round, tally: id } = await told()
    expect(await refusal(secretary(), 'recountInput', inputOf(round, id))).toMatchObject({ code: 4144 })
    await secretary().call('rounds.askRecount', asking(round))
    await opened(id)
    const input = await secretary().call<{ judges: { id: string }[] }>('rounds.recountInput', inputOf(round, id))
    expect(input.body.judges.map(({ id: label }) => label)).toEqual(['评委1', '评委2'])
    const again = tally(input.body)
    const places = await secretary().call<{ places: { round: string; place: { total: string } }[] }>('rounds.ownPlaces', {
      params: { subject },
    })
    const mine = places.body.places.find((place) => place.round === round.where.id)?.place.total
    expect(again.ok && again.value.results.find(({ unit }) => unit === subject)?.total).toBe(mine)
    const { rows } = await trial.owner.query<{ payload: object }>(`select payload from acts where verb = 'tallyInput' and subject = $1`, [
      `round:${round.where.id}`,
    ])
    expect(rows).toEqual([{ payload: { subject, tally: id } }])
    // Not under another round's name, and not for the neighbour.
    const other = await playRound(trial)
    expect(await refusal(secretary(), 'recountInput', inputOf(other, id))).toMatchObject({ code: 4144 })
    expect((await secretary().call('rounds.recountInput', inputOf(round, id, { subject: neighbour }))).status).toBe(403)
    expect((await trial.as('officer').call('rounds.recountInput', inputOf(round, id))).status).toBe(403)
  })
})

describe('the answer', () => {
  test('is given once, with its reason; the round closes when every request has one', async () => {
    const { round } = await told()
    await round.move('publish', { id: randomUUID(), form: 'ranks', reason: '会议决定' })
    const asked = asking(round)
    await secretary().call('rounds.askRecount', asked)
    const officer = trial.as('officer')
    expect(await refusal(officer, 'closeRound', { params: round.where, body: {} })).toMatchObject({ code: 4143, status: 409 })
    const decide = (recount: string) => ({ params: { ...round.where, recount }, body: { upheld: false, decision: '逐项核对，计分无误' } })
    expect(await refusal(officer, 'decideRecount', decide(randomUUID()))).toMatchObject({ code: 4147 })
    expect((await officer.call('rounds.decideRecount', decide(asked.body.id))).status).toBe(200)
    expect(await refusal(officer, 'decideRecount', decide(asked.body.id))).toMatchObject({ code: 4148 })
    const places = await secretary().call<{ places: object[] }>('rounds.ownPlaces', { params: { subject } })
    expect(places.body.places).toContainEqual(expect.objectContaining({ recount: 'refused', decision: '逐项核对，计分无误' }))
    await round.move('closeRound')
  })
})
