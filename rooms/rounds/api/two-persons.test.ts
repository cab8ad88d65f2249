// Teller and supervisor are two persons, and none of them is the convener who made their links: what can be known is refused,
// what cannot is said on the board and in the publication.

import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { caller } from '#ground/trial/caller.ts'
import { cast } from '#ground/trial/cast.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { playRound, street } from '../trial.ts'
import type { PlayedRound, PlayedSeat } from '../trial.ts'

const trial = useTrial()

/** The seat from its device, on which this player is signed in too. */
const beside = (seat: PlayedSeat, player: 'officer' | 'countyAdmin') => caller(trial.url, trial.house, cast[player].token, seat.device)

async function counted(): Promise<{ round: PlayedRound; signed: object }> {
  const round = await playRound(trial, { judges: { leaders: 3 } })
  await round.scoreAll()
  await round.move('freeze')
  const answer = await round.ask<{ id: string; inputDigest: string }>(round.seat('teller'), 'tally', { id: randomUUID() })
  return { round, signed: { tally: answer.body.id, inputDigest: answer.body.inputDigest } }
}

describe('a link that the convener made', () => {
  test('signs nothing on a device where that account is signed in, and does on another', async () => {
    const { round, signed } = await counted()
    const seat = round.seat('teller')
    const body = { seat: seat.id, ...signed }
    const refused = await beside(seat, 'officer').call('rounds.sign', { body })
    expect([refused.status, refused.body['code']]).toEqual([409, 4167])
    // Somebody else who is signed in there, or nobody, may be the teller.
    expect((await beside(seat, 'countyAdmin').call('rounds.sign', { body })).status).toBe(200)
    const supervisor = round.seat('supervisor')
    const last = await beside(supervisor, 'officer').call('rounds.sign', { body: { seat: supervisor.id, ...signed } })
    expect(last.body['code']).toBe(4167)
    expect((await round.ask(supervisor, 'sign', signed)).status).toBe(200)
  })

  test('does not make a second person of whoever entered the values of a draw at the desk', async () => {
    const round = await playRound(trial, { open: false })
    const draw = randomUUID()
    const sealed = { kind: 'speaking', title: '发言顺序', pool: null, take: 2, sources: ['福彩3D'], repeats: null, reason: '' }
    await round.move('sealDraw', { id: draw, ...sealed })
    await round.move('enterDraw', { values: ['3 8 1'] }, { draw })
    const seat = round.seat('supervisor')
    const body = { seat: seat.id, draw, values: ['3 8 1'] }
    expect((await beside(seat, 'officer').call('rounds.witnessDraw', { body })).body['code']).toBe(4128)
    expect((await beside(seat, 'countyAdmin').call('rounds.witnessDraw', { body })).body['state']).toBe('drawn')
  })

  test('and the account beside a seat is written into no act', async () => {
    const { round, signed } = await counted()
    const seat = round.seat('teller')
    await beside(seat, 'countyAdmin').call('rounds.sign', { body: { seat: seat.id, ...signed } })
    const { rows } = await trial.owner.query<{ act: string }>(
      `select row_to_json(acts)::text as act from acts where subject = $1 and verb = 'sign'`,
      [`round:${round.where.id}`],
    )
    expect(rows).toHaveLength(1)
    expect(rows[0]?.act).toContain(seat.id)
    expect(rows[0]?.act).not.toContain(cast.countyAdmin.id)
  })
})

describe('how it was signed', () => {
  let links: PlayedRound
  let accounts: { unit: string; id: string }
  beforeAll(async () => {
    const { round, signed } = await counted()
    links = round
    for (const kind of ['teller', 'supervisor']) await round.ask(round.seat(kind), 'sign', signed)
    await round.move('reveal', { form: 'bands', all: true })
    await round.move('publish', { id: randomUUID(), form: 'bands', reason: '' })
    const bound = await playRound(trial, { judges: { leaders: 3 }, others: [], open: false })
    accounts = bound.where
    const seats = [
      { id: randomUUID(), kind: 'teller', panel: null, holder: '', person: cast.countyAdmin.id, home: null },
      { id: randomUUID(), kind: 'supervisor', panel: null, holder: '', person: cast.supervisor.id, home: null },
    ]
    await bound.move('addSeats', { seats })
    await bound.move('open')
    await bound.scoreAll()
    await bound.move('freeze')
    const [teller, supervisor] = seats
    const answer = await trial.as('countyAdmin').call('rounds.tally', { body: { seat: teller?.id, id: randomUUID() } })
    const signedBy = { tally: answer.body['id'], inputDigest: answer.body['inputDigest'] }
    expect((await trial.as('countyAdmin').call('rounds.sign', { body: { seat: teller?.id, ...signedBy } })).status).toBe(200)
    expect((await trial.as('supervisor').call('rounds.sign', { body: { seat: supervisor?.id, ...signedBy } })).status).toBe(200)
    await bound.move('reveal', { form: 'bands', all: true })
    await bound.move('publish', { id: randomUUID(), form: 'bands', reason: '' })
  })

  test('stands in the publication and on its page', async () => {
    const published = async (params: { unit: string; id: string }) =>
      (await trial.as('nobody').call<{ publications: { signatures: object }[] }>('rounds.published', { params })).body.publications
    expect(await published(links.where)).toMatchObject([{ signatures: { teller: 'link', supervisor: 'link' } }])
    expect(await published(accounts)).toMatchObject([{ signatures: { teller: 'account', supervisor: 'account' } }])
    const html = async (id: string) => (await trial.as('nobody').fetch(`/rounds/${street}/${id}`)).text()
    expect(await html(links.where.id)).toContain('计票人（席位链接）、监票人（席位链接）先后签字。')
    expect(await html(accounts.id)).toContain('计票人（本人账号）、监票人（本人账号）先后签字。')
  })

  test('is foreseen by the readiness board: amber while a seat that counts has no account, green when all have', async () => {
    const item = async (params: { unit: string; id: string }) => {
      const { body } = await trial
        .as('officer')
        .call<{ items: { key: string; state: string; missing: string[] }[] }>('rounds.readiness', { params })
      return body.items.find(({ key }) => key === 'accounts')
    }
    expect(await item(links.where)).toMatchObject({ state: 'amber', missing: ['监票人1', '计票人1'] })
    expect(await item(accounts)).toMatchObject({ state: 'green', missing: [] })
  })
})
