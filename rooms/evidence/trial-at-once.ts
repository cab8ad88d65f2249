// For tests of several rooms: calls that are made in the same moment. What the first of them takes is held until all wait for it.

import pg from 'pg'
import { expect, vi } from 'vitest'
import type { Trial } from '#ground/trial/trial.ts'

/** Holds by a statement what the calls want, lets go once all of them wait, and answers what they were told. */
export async function atOnce<T>(
  trial: Trial,
  hold: readonly [statement: string, ...values: unknown[]],
  calls: readonly (() => Promise<T>)[],
): Promise<T[]> {
  const [statement, ...values] = hold
  const holder = new pg.Client({ connectionString: trial.ownerUrl })
  await holder.connect()
  try {
    await holder.query('begin')
    await holder.query(statement, values)
    const told = Promise.all(calls.map((call) => call()))
    const waiting = async () =>
      (await trial.owner.query("select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'")).rows
    await vi.waitFor(async () => expect(await waiting()).toHaveLength(calls.length), { timeout: 10_000, interval: 20 })
    await holder.query('rollback')
    return await told
  } finally {
    await holder.end()
  }
}
