// Statements follow one another without waiting, so a failure must be told as what it was and must never look like a commit.

import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '#ground/http/handler.ts'
import { fixtureRoot, seat, writer } from '#ground/trial/fixture/players.ts'
import { useTrial } from '#ground/trial/trial.ts'
import type { Transaction } from './postgres.ts'

const trial = useTrial({ root: fixtureRoot })

beforeAll(() => seat(trial))

const add = ({ db }: Pick<Transaction, 'db'>, id: string): Promise<unknown> =>
  sql`insert into notes (district, unit, id, body) values ('990101', '990101', ${id}, 'a note')`.execute(db)
const id = (nth: number): string => `01890000-0000-7000-8000-00000000000${nth}`
const kept = async (nth: number): Promise<number | null> =>
  (await trial.owner.query('select 1 from notes where id = $1', [id(nth)])).rowCount
const actor = (): Promise<Actor> => trial.actorOf(writer)

test('an entry that is refused is told by its own error, and the work sent behind it did nothing', async () => {
  const wrong = { ...(await actor()), scopes: ['99x'] }
  await expect(trial.instance.postgres.transaction(wrong, async (tx) => ({ keep: true, value: await add(tx, id(1)) }))).rejects.toThrow(
    /no code/,
  )
  expect(await kept(1)).toBe(0)
})

test('a write that nobody waited for undoes the work when it fails, although the commit was sent behind it', async () => {
  const work = trial.instance.postgres.transaction(await actor(), async (tx) => {
    await add(tx, id(2))
    await sql`update notes set body = (1 / 0)::text`.execute(tx.later)
    return { keep: true, value: null }
  })
  await expect(work).rejects.toThrow(/division by zero/)
  expect(await kept(2)).toBe(0)
})

test('its own error is told, not that of the question which PostgreSQL refused behind it', async () => {
  const work = trial.instance.postgres.transaction(await actor(), async (tx) => {
    await add({ db: tx.later }, id(6))
    await add({ db: tx.later }, id(6))
    await add(tx, id(7))
    return { keep: true, value: null }
  })
  await expect(work).rejects.toMatchObject({ code: '23505' })
  expect([await kept(6), await kept(7)]).toEqual([0, 0])
})

test('writes that nobody waits for stand in order with what is asked', async () => {
  const seen = await trial.instance.postgres.transaction(await actor(), async (tx) => {
    await add({ db: tx.later }, id(8))
    const { rows } = await sql<{ body: string }>`select body from notes where id = ${id(8)}`.execute(tx.db)
    return { keep: true, value: rows.length }
  })
  expect([seen, await kept(8)]).toEqual([1, 1])
})

test('a question is refused where nobody waits for its answer', async () => {
  const ask = (text: string): Promise<unknown> =>
    actor().then((who) =>
      trial.instance.postgres.transaction(who, async (tx) => ({ keep: true, value: await sql.raw(text).execute(tx.later) })),
    )
  await expect(ask('select 1')).rejects.toThrow(/nobody waits/)
  await expect(ask(`update notes set body = 'x' returning id`)).rejects.toThrow(/nobody waits/)
})

test('a failure that the work keeps to itself is not reported as kept', async () => {
  const work = trial.instance.postgres.transaction(await actor(), async (tx) => {
    await add(tx, id(3))
    await tx.connection.query('select 1 / 0').catch(() => {})
    return { keep: true, value: null }
  })
  await expect(work).rejects.toThrow(/failed before its commit/)
  expect(await kept(3)).toBe(0)
})

test('what is kept is there, and the connection serves the next one', async () => {
  for (const nth of [4, 5])
    await trial.instance.postgres.transaction(await actor(), async (tx) => ({ keep: true, value: await add(tx, id(nth)) }))
  expect([await kept(4), await kept(5)]).toEqual([1, 1])
})
