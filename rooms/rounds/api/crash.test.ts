// Fifty judges hand in sheets while server, database and the database's keeper are killed twenty times. Whatever was
// acknowledged is there once, as it was sent; what had no answer is sent again, under its key or another, and not doubled.

import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { houseRoot, openHouse } from '#ground/http/house.ts'
import { openInstance } from '#ground/instance/instance.ts'
import { kill, startServer, twentyDeaths } from '#ground/operations/crash/victims.ts'
import type { RunningServer } from '#ground/operations/crash/victims.ts'
import { verify } from '#ground/operations/verify.ts'
import { erase, makeFolder } from '#ground/postgres/embedded/rehearsal.ts'
import { ownerClient } from '#ground/postgres/database.ts'
import { sealOnce } from '#ground/postgres/seal.ts'
import { caller, patient } from '#ground/trial/caller.ts'
import { cast } from '#ground/trial/cast.ts'
import { furnishRooms } from '#ground/trial/cluster.ts'
import type { Trial } from '#ground/trial/trial.ts'
import { communities, playRound } from '../trial.ts'
import type { PlayedRound, PlayedSeat } from '../trial.ts'

const folder = makeFolder('lx hall ')
const stage = { dataDir: join(folder, 'data'), house: houseRoot, cache: join(folder, 'cache') }
const settings = { DATA_DIR: stage.dataDir, TRIAL: 'yes' }
let server: RunningServer
let round: PlayedRound
const play = { over: false, unanswered: 0, twice: 0, deaths: [] as string[], last: '' }
const heard = new EventTarget()
/** Every revision that was acknowledged as kept: seat, unit, revision → the points that were sent. */
const acknowledged = new Map<string, string>()

beforeAll(async () => {
  const house = await openHouse()
  const instance = await openInstance({ settings, house })
  await furnishRooms(instance)
  // The cast lives in a time of its own; this server has the machine's.
  const owner: pg.Client = await ownerClient(instance.database.ownerUrl)
  await owner.query(`update sessions set expires_at = now() + interval '1 day'`)
  await owner.end()
  await instance.close({ wait: true })
  server = await startServer(stage)
  const trial = {
    as: (player: keyof typeof cast | 'nobody') => patient(caller(server.url, house, player === 'nobody' ? null : cast[player].token)),
    withSeat: (device: string) => patient(caller(server.url, house, null, device)),
  } as Trial
  round = await playRound(trial, { judges: { leaders: 50 }, others: ['teller'] })
}, 180_000)

afterAll(async () => {
  play.over = true
  server.child.kill('SIGKILL')
  await erase(stage.dataDir)
  await erase(folder)
})

/** One try; null without an answer. A refusal would be a fault of this test. */
async function send(seat: PlayedSeat, sheet: object, key: string): Promise<string | null> {
  try {
    const answer = await fetch(`${server.url}/api/v1/rounds/seat/score`, {
      method: 'POST',
      headers: { cookie: `lx-seat=${seat.device}`, 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify({ seat: seat.id, sheets: [sheet] }),
      signal: AbortSignal.timeout(15_000),
    })
    const text = await answer.text()
    play.last = `${answer.status} ${answer.status === 200 ? '' : text}`
    if (answer.status >= 500) return null
    if (answer.status !== 200) throw new RangeError(`${answer.status} ${text}`)
    return (JSON.parse(text) as { sheets: { outcome: string }[] }).sheets[0]?.outcome ?? ''
  } catch (error) {
    if (error instanceof RangeError) throw error
    play.last = String(error)
    return null
  }
}

async function judging(seat: PlayedSeat): Promise<void> {
  for (let revision = 1; !play.over; revision += 1) {
    for (const subject of communities) {
      const points = { pledges: String(Math.floor(Math.random() * 41) / 2), change: String(revision % 31) }
      const sheet = { subject, component: 'field', revision, points, note: '' }
      let key = randomUUID()
      let outcome = await send(seat, sheet, key)
      // As a phone does: longer and longer pauses, so that fifty of them do not keep a busy server busy.
      for (let wait = 50; outcome === null; wait = Math.min(2 * wait, 1000)) {
        play.unanswered += 1
        await pause(wait)
        if (Math.random() < 0.3) key = randomUUID()
        outcome = await send(seat, sheet, key)
      }
      if (Math.random() < 0.05 && (await send(seat, sheet, randomUUID())) === 'kept') play.twice += 1
      expect(outcome).toBe('kept')
      acknowledged.set(`${seat.id} ${subject} ${revision}`, JSON.stringify(points))
      heard.dispatchEvent(new Event('acknowledged'))
    }
  }
}

const untilAcknowledged = async (more: number): Promise<void> => {
  for (let count = 0; count < more; count += 1) await once(heard, 'acknowledged')
}

/** Says where it stands when it does not end, a little before the runner gives up. */
const standing = async (): Promise<never> => {
  await pause(400_000, undefined, { ref: false })
  const keeper = readFileSync(join(stage.dataDir, 'postgres', 'keeper.log'), 'utf8')
    .split('\n')
    .slice(-12)
    .join('\n')
  throw new Error(`not done after ${play.deaths.length} deaths (${play.deaths.join('; ')}), last answer: ${play.last}\n${keeper}`)
}

test('every acknowledged sheet survives twenty kills, exactly once, and the record verifies', { timeout: 420_000 }, async () => {
  const stuck = standing()
  const judges = Promise.all(round.seats.filter(({ kind }) => kind === 'judge').map(judging))
  for (const victims of twentyDeaths()) {
    await Promise.race([untilAcknowledged(1 + Math.floor(Math.random() * 60)), judges, server.ownEnd, stuck])
    await pause(Math.random() * 5)
    play.deaths.push(victims.join(' and '))
    await Promise.race([kill(stage, server, victims), stuck])
    if (victims.includes('server')) server = await Promise.race([startServer(stage), stuck])
  }
  await Promise.race([untilAcknowledged(1), server.ownEnd, stuck])
  play.over = true
  await Promise.race([judges, stuck])
  server.child.kill('SIGKILL')
  await once(server.child, 'exit')

  const instance = await openInstance({ settings, house: await openHouse() })
  try {
    const client: pg.Client = await ownerClient(instance.database.ownerUrl)
    const acts = (
      await client.query<{ kept: string }>(`select concat_ws(' ', payload ->> 'seat', payload ->> 'subject', payload ->> 'revision') as kept
        from acts where verb = 'score'`)
    ).rows.map(({ kept }) => kept)
    expect(acts.toSorted()).toEqual([...acknowledged.keys()].toSorted())
    const { rows: sheets } = await client.query<{ kept: string; points: object }>(
      `select concat_ws(' ', s.seat, s.subject, s.revision) as kept, p.points from round_sheets s join round_points p on p.id = s.id`,
    )
    expect(sheets).toHaveLength(100)
    for (const { kept, points } of sheets) expect(points, kept).toEqual(JSON.parse(acknowledged.get(kept) ?? 'null'))
    expect(play.unanswered).toBeGreaterThan(0)
    expect(play.twice).toBeGreaterThan(0)

    const sealer = await ownerClient(instance.database.urlOf('liangxing_sealer'))
    while ((await sealOnce(sealer, new Date())).sealed > 0);
    await sealer.end()
    await client.end()
    expect(await verify({ database: instance.database })).toMatchObject({ ok: true, value: { unsealed: 0 } })
  } finally {
    await instance.close({ wait: true })
  }
})
