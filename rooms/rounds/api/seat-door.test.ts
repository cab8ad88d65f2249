// The door of a seat: one device at a time, whatever comes at once; gone with its seat; open to an account as soon as it is given.

import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { cast } from '#ground/trial/cast.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { openSeat, playRound } from '../trial.ts'

const trial = useTrial()

const codeOf = (answer: { status: number; body: unknown }): number =>
  answer.status === 200 ? 0 : ((answer.body as { code?: number }).code ?? answer.status)

test('of eight phones that scan one code at once, one opens the seat and seven are warned', async () => {
  const round = await playRound(trial, { open: false })
  const seat = round.seat('judge').id
  const { token } = await round.move('inviteSeat', undefined, { seat })
  await trial.owner.query(`delete from round_seat_keys where seat = $1 and purpose = 'device'`, [seat])
  const answers = await Promise.all(Array.from({ length: 8 }, () => openSeat(trial, String(token))))
  expect(answers.map(codeOf).sort((a, b) => a - b)).toEqual([0, ...Array.from({ length: 7 }, () => 4115)])
  const devices = await trial.owner.query(`select 1 from round_seat_keys where seat = $1 and purpose = 'device'`, [seat])
  expect(devices.rowCount).toBe(1)
})

test('a seat that is taken back is gone at once: its device, its link, its stream', async () => {
  const round = await playRound(trial, { open: false })
  const { id, device, caller } = round.seat('judge')
  const { token } = await round.move('inviteSeat', undefined, { seat: id })
  expect((await caller.call('rounds.mySeat')).status).toBe(200)
  const stream = await fetch(`${trial.url}/api/v1/live`, { headers: { cookie: `lx-seat=${device}` } })
  await round.move('revokeSeat', { reason: '换人' }, { seat: id })
  expect((await caller.call('rounds.mySeat')).status).toBe(401)
  expect((await openSeat(trial, String(token), true)).status).toBeGreaterThanOrEqual(400)
  // Reads to its end: the server ended it.
  expect(await stream.text()).toContain('beat')
})

test('a device names itself in vain: the cookie is made by the server, anew at every opening', async () => {
  const round = await playRound(trial, { open: false })
  const { id } = round.seat('judge')
  const { token } = await round.move('inviteSeat', undefined, { seat: id })
  const planted = 'planted-by-somebody-else-0000000'
  const opened = await trial.withSeat(planted).call('rounds.openSeat', { body: { token, takeOver: true } })
  expect(opened.status).toBe(200)
  const cookie = opened.headers.getSetCookie().join(';')
  expect(cookie).toMatch(/lx-seat=[\w-]{32};.*HttpOnly.*SameSite=Lax/i)
  expect((await trial.withSeat(planted).call('rounds.mySeat')).status).toBe(401)
})

test('a seat’s posts from another site’s page are refused', async () => {
  const round = await playRound(trial)
  const { id, caller } = round.seat('judge')
  for (const headers of [{ origin: 'http://evil.example' }, { 'sec-fetch-site': 'cross-site' }]) {
    expect((await caller.call('rounds.score', { body: { seat: id, sheets: [] }, headers })).body).toMatchObject({ code: 107 })
    expect((await caller.call('rounds.leaveSeat', { headers })).body).toMatchObject({ code: 107 })
    expect(
      (await trial.as('nobody').call('rounds.openSeat', { body: { token: 'x'.repeat(32), takeOver: false }, headers })).body,
    ).toMatchObject({
      code: 107,
    })
  }
})

test('a hall that scans its codes in one minute behind one address is let in', async () => {
  for (let scan = 0; scan < 70; scan += 1) expect((await openSeat(trial, `no-such-link-${'x'.repeat(20)}`)).status).not.toBe(429)
})

test('an account that is given a seat sits there with its next call', async () => {
  const round = await playRound(trial, { fix: false })
  expect((await trial.as('secretary').call('rounds.mySeat')).body).toMatchObject({ code: 118 })
  const seat = { id: randomUUID(), kind: 'teller', panel: null, holder: '演示·计票', person: cast.secretary.id, home: null }
  await round.move('addSeats', { seats: [seat] })
  expect((await trial.as('secretary').call('rounds.mySeat')).body).toMatchObject({ seat: { id: seat.id } })
})
