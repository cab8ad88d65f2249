// Under overload the server answers 503 with Retry-After at once and lives on; a stop finishes what is in hand.

import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { fixtureRoot, seat, writer } from '#ground/trial/fixture/players.ts'
import { useTrial } from '#ground/trial/trial.ts'
import type { Answered } from '#ground/trial/caller.ts'

const trial = useTrial({ root: fixtureRoot, connections: 2, mostWaiting: 5 })
beforeAll(() => seat(trial))

const add = (): Promise<Answered> =>
  trial.withToken(writer.token).call('notes.add', { body: { id: randomUUID(), unit: '990101', text: '排队' } })

describe('when the database is busy', () => {
  test('requests beyond the queue are sent away at once, those in it are answered', async () => {
    await trial.owner.query('begin; lock table notes in access exclusive mode')
    const early = Array.from({ length: 7 }, add)
    await vi.waitFor(() => expect(trial.instance.postgres.waiting()).toBeGreaterThanOrEqual(5), { timeout: 10_000, interval: 5 })
    const late = await Promise.all(Array.from({ length: 10 }, add))
    for (const answer of late) {
      expect(answer.body).toMatchObject({ status: 503, code: 112 })
      expect(answer.headers.get('retry-after')).toBe('2')
    }
    expect((await trial.as('nobody').fetch('/healthz')).status).toBe(200)
    await trial.owner.query('commit')
    expect((await Promise.all(early)).map((answer) => answer.status)).toEqual(Array(7).fill(200))
    expect((await add()).status).toBe(200)
  })

  test('a database that is away is a 503 that says so, and is used again when it is back', async () => {
    await trial.owner.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
    )
    await vi.waitFor(async () => expect((await add()).status).toBe(200), { timeout: 10_000, interval: 20 })
  })
})

test('a stop answers what it has taken and takes no more', async () => {
  await trial.owner.query('begin; lock table notes in access exclusive mode')
  const inHand = add()
  await vi.waitFor(
    async () => {
      const { rows } = await trial.owner.query(
        `select 1 from pg_locks l join pg_class c on c.oid = l.relation where c.relname = 'notes' and not l.granted`,
      )
      expect(rows.length).toBeGreaterThan(0)
    },
    { timeout: 10_000, interval: 5 },
  )
  const closed = trial.app.close()
  await trial.owner.query('commit')
  expect((await inHand).status).toBe(200)
  await closed
  await expect(add()).rejects.toThrow(/fetch failed/)
})
