// Deletes answers kept for replays after 90 days.

import pg from 'pg'
import type { Clock } from '#ground/kernel/clock.ts'

const keptMs = 90 * 86_400_000

/** Runs as the worker's role, which may see and delete idempotency rows and nothing else of the kind. */
export async function forgetAnswers(url: string, clock: Clock): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  // The statement fails, too, and the task is tried again; unheard, the event would end the process.
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query('delete from idempotency where at < $1', [new Date(clock.now() - keptMs)])
  } finally {
    await client.end()
  }
}
