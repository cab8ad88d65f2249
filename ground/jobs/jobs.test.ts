// Background tasks: queued in the transaction that wants them, run at least once, harmless when run twice.

import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { connect, createServer } from 'node:net'
import type { AddressInfo, Socket } from 'node:net'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { fixtureRoot, reader, seat, writer } from '#ground/trial/fixture/players.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { forgetAnswers } from './forget-answers.ts'
import { startWorker } from './worker.ts'
import type { Worker } from './worker.ts'

const trial = useTrial({ root: fixtureRoot })
let worker: Worker
const troubles: string[] = []

beforeAll(async () => {
  await seat(trial)
  worker = await startWorker(trial.instance, (error) => troubles.push(error.message), { byTheClock: true })
})
afterAll(() => worker.close())

const notes = async (id: string): Promise<number> => (await trial.owner.query('select 1 from notes where id = $1', [id])).rows.length

describe('the queue', () => {
  test('a task runs after its transaction committed, as the house itself, with an act', async () => {
    const id = randomUUID()
    expect((await trial.withToken(writer.token).call('notes.later', { body: { id, unit: '990101', text: '稍后' } })).status).toBe(200)
    await vi.waitFor(async () => expect(await notes(id)).toBe(1), { timeout: 10_000, interval: 20 })
    const { rows } = await trial.owner.query('select verb, actor from acts where subject = $1', [`note:${id}`])
    expect(rows).toEqual([{ verb: 'copy', actor: '00000000-0000-7000-8000-000000000001' }])
    expect(troubles).toEqual([])
  })

  test('a refused request queues nothing', async () => {
    const before = await trial.owner.query('select count(*) from graphile_worker._private_jobs')
    const answer = await trial.withToken(reader.token).call('notes.later', { body: { id: randomUUID(), unit: '990101', text: '稍后' } })
    expect(answer.status).toBe(403)
    expect((await trial.owner.query('select count(*) from graphile_worker._private_jobs')).rows).toEqual(before.rows)
  })

  test('delivered twice, done once', async () => {
    const id = randomUUID()
    const payload = JSON.stringify({ id, unit: '990101', text: '两次' })
    for (let time = 0; time < 2; time += 1) await trial.owner.query(`select app_enqueue('notes.copy', $1::json, null, null)`, [payload])
    await vi.waitFor(
      async () => {
        const left = await trial.owner.query('select 1 from graphile_worker._private_jobs')
        expect(left.rows).toEqual([])
      },
      { timeout: 10_000, interval: 20 },
    )
    expect(await notes(id)).toBe(1)
    expect((await trial.owner.query('select 1 from acts where subject = $1', [`note:${id}`])).rows).toHaveLength(1)
  })

  test('answers for replays are forgotten after 90 days, not before', async () => {
    const id = randomUUID()
    await trial.withToken(writer.token).call('notes.add', { body: { id, unit: '990101', text: '答复' } })
    const count = async (): Promise<number> => (await trial.owner.query('select 1 from idempotency')).rows.length
    const url = trial.instance.database.urlOf('liangxing_worker')
    const before = await count()
    expect(before).toBeGreaterThan(0)
    await forgetAnswers(url, { now: () => trial.clock.now() + 89 * 86_400_000 })
    expect(await count()).toBe(before)
    await forgetAnswers(url, { now: () => trial.clock.now() + 91 * 86_400_000 })
    expect(await count()).toBe(0)
  })

  test('a database that goes down before it has read the worker’s farewell is no fault of the worker', async () => {
    const { database } = trial.instance
    const own = new URL(database.urlOf('liangxing_worker'))
    const socket = own.searchParams.get('host')
    const place = socket === null ? { host: own.hostname, port: Number(own.port) } : { path: `${socket}/.s.PGSQL.${own.port}` }
    const lines = new Set<Socket>()
    const farewell = Buffer.of(0x58, 0, 0, 0, 4)
    const between = createServer({ allowHalfOpen: true }, (line) => {
      const on = connect(place)
      lines.add(line.on('error', () => on.destroy()))
      on.on('error', () => line.destroy()).pipe(line)
      line.on('data', (bytes) => bytes.equals(farewell) || on.write(bytes))
    }).listen(0, '127.0.0.1')
    await once(between, 'listening')
    const url = new URL(own)
    url.searchParams.delete('host')
    url.searchParams.set('application_name', 'farewell')
    url.host = `127.0.0.1:${(between.address() as AddressInfo).port}`
    const instance = { ...trial.instance, database: { ...database, urlOf: () => url.href } }
    const news: string[] = []
    const other = await startWorker(instance, (error) => news.push(error.message), { byTheClock: true })
    await other.close()
    // One that has ended by now closes no second time.
    const ended = [...lines].filter((line) => !line.closed).map((line) => once(line, 'close'))
    await vi.waitFor(async () => {
      await trial.owner.query(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'farewell'`)
      const { rows } = await trial.owner.query(`select 1 from pg_stat_activity where application_name = 'farewell'`)
      expect(rows).toEqual([])
    })
    await Promise.all(ended)
    between.close()
    expect(news.join()).toContain('terminating connection')
  })
})
