// The door of a seat: one device at a time, whatever comes at once; gone with its seat; open to an account as soon as it is given.

import { randomBytes, randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { cast } from '#ground/trial/cast.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { deviceOf, openSeat, playRound } from '../trial.ts'

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

test('a cookie that was planted names no device: it is set anew at every opening', async () => {
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

/** A seat that no device has opened yet, and its link. */
async function fresh(): Promise<{ seat: string; token: string }> {
  const round = await playRound(trial, { open: false })
  const seat = randomUUID()
  await round.move('addSeats', { seats: [{ id: seat, kind: 'judge', panel: 'leaders', holder: '演示·评委', person: null, home: null }] })
  const { token } = (await round.move('inviteSeat', undefined, { seat })) as { token: string }
  return { seat, token }
}
const secret = (): string => randomBytes(24).toString('base64url')
const openAs = (token: string, device: string, takeOver = false) =>
  trial.as('nobody').call('rounds.openSeat', { body: { token, takeOver, device } })

test('a device that has lost its cookie opens its link again by its own secret; another one is warned all the same', async () => {
  const { seat, token } = await fresh()
  const device = secret()
  expect(deviceOf(await openAs(token, device))).toBe(device)
  const again = await openAs(token, device)
  expect([codeOf(again), deviceOf(again)]).toEqual([0, device])
  expect(codeOf(await openAs(token, secret()))).toBe(4115)
  expect(codeOf(await openSeat(trial, token))).toBe(4115)
  expect((await trial.withSeat(device).call('rounds.mySeat')).body).toMatchObject({ seat: { id: seat } })
  const { rows } = await trial.owner.query(
    `select s.openings, array_agg(k.value) as keys from round_seats s join round_seat_keys k on k.seat = s.id
      where s.id = $1 and k.purpose = 'device' group by s.openings`,
    [seat],
  )
  expect(rows).toEqual([{ openings: 1, keys: [expect.stringMatching(/^device:[0-9a-f]{64}$/)] }])

  const other = secret()
  expect(codeOf(await openAs(token, other, true))).toBe(0)
  expect((await trial.withSeat(device).call('rounds.mySeat')).body).toMatchObject({ code: 118 })
  expect(codeOf(await openAs(token, device))).toBe(4115)
  expect((await trial.withSeat(other).call('rounds.mySeat')).body).toMatchObject({ seat: { id: seat } })
})

test('a device that is known by its cookie is known by its secret from then on', async () => {
  const { token } = await fresh()
  const old = deviceOf(await openSeat(trial, token))
  const device = secret()
  const named = await trial.withSeat(old).call('rounds.openSeat', { body: { token, takeOver: false, device } })
  expect([codeOf(named), deviceOf(named)]).toEqual([0, device])
  expect((await trial.withSeat(old).call('rounds.mySeat')).body).toMatchObject({ code: 118 })
  expect(codeOf(await openAs(token, device))).toBe(0)
})

test('a device sits on one seat: with the next link it leaves the one before', async () => {
  const [first, second] = [await fresh(), await fresh()]
  const device = secret()
  await openAs(first.token, device)
  const caller = trial.withSeat(device)
  expect((await caller.call('rounds.mySeat')).body).toMatchObject({ seat: { id: first.seat } })
  await openAs(second.token, device)
  expect((await caller.call('rounds.mySeat')).body).toMatchObject({ seat: { id: second.seat } })
  expect((await caller.call('rounds.mySeat', { query: { seat: first.seat } })).status).toBe(404)
})

test('a secret that is no 192 bits is refused, and opens nothing', async () => {
  const { seat, token } = await fresh()
  for (const device of ['', 'short', 'x'.repeat(31), 'x'.repeat(33), `${'x'.repeat(31)};`])
    expect((await openAs(token, device)).status, device).toBe(400)
  expect((await trial.owner.query(`select 1 from round_seat_keys where seat = $1 and purpose = 'device'`, [seat])).rowCount).toBe(0)
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
