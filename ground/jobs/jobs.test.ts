// Background tasks: queued in the transaction that wants them, run at least once, harmless when run twice.

import { randomUUID } from 'node:crypto'
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
  worker = await startWorker(trial.instance, (error) => troubles.push(error.message))
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
})
