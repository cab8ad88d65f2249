// A database that ends every connection (an administrator's command, the end of a test run under load) is told to those who wait
// for an answer and brings nobody down.

import pg from 'pg'
import { afterAll, expect, inject, test, vi } from 'vitest'
import { openWorker } from './worker.ts'
import { useTrial } from './trial.ts'

const trial = useTrial()
const uncaught: string[] = []
const hear = (error: Error): unknown => uncaught.push(error.message)

afterAll(() => {
  process.off('uncaughtExceptionMonitor', hear)
})

test('every connection of a trial and its worker is ended, and all of them were listened to', { timeout: 60_000 }, async () => {
  process.on('uncaughtExceptionMonitor', hear)
  const complaints: string[] = []
  const worker = await openWorker(trial, (error) => complaints.push(error.message))
  expect((await trial.as('officer').call('units.get', { params: { code: '990101001001' } })).status).toBe(200)
  const admin = new pg.Client({ connectionString: inject('clusterUrl') })
  await admin.connect()
  const ended = new Promise<void>((resolve) => {
    trial.owner.once('end', resolve)
  })
  try {
    const { rowCount } = await admin.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [
      new URL(trial.ownerUrl).pathname.slice(1),
    ])
    expect(rowCount).toBeGreaterThan(3)
    await ended
    // The house goes on with new connections.
    await vi.waitFor(
      async () => expect((await trial.as('officer').call('units.get', { params: { code: '990101001001' } })).status).toBe(200),
      {
        timeout: 20_000,
        interval: 100,
      },
    )
  } finally {
    await admin.end()
    await worker.close()
  }
  expect(complaints.some((one) => one.includes('terminating connection'))).toBe(true)
  expect(uncaught).toEqual([])
})
