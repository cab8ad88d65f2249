// Lists of any length come out of cursors: in their order, of one moment, several at a time, and no further than they are read.

import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { fixtureRoot, seat, writer } from '#ground/trial/fixture/players.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { longList } from './long-list.ts'
import type { Transaction } from './postgres.ts'

const trial = useTrial({ root: fixtureRoot })

beforeAll(async () => {
  await seat(trial)
  await trial.owner.query(
    `insert into notes (district, unit, id, body) select '990101', '990101', gen_random_uuid(), lpad(n::text, 5, '0') from generate_series(1, 2500) as n`,
  )
})

const notes = (db: Transaction['db'], like: string) =>
  longList(
    db,
    db
      .selectFrom('notes' as never)
      .select(sql<string>`body`.as('body'))
      .where(sql<boolean>`body like ${like}`)
      .orderBy(sql`body`, 'desc'),
    ({ body }) => Number(body),
    700,
  )

async function snapshot<T>(work: (db: Transaction['db']) => Promise<T>): Promise<T> {
  const actor = await trial.actorOf(writer)
  return trial.instance.postgres.transaction(actor, async ({ db }) => ({ keep: true, value: await work(db) }), 'snapshot')
}

test('every row once, in order, of the moment at which the reading began', async () => {
  const read = await snapshot(async (db) => {
    const found: number[] = []
    for await (const number of notes(db, '%').rows()) {
      found.push(number)
      if (found.length === 1)
        await trial.owner.query(`insert into notes (district, unit, id, body) values ('990101', '990101', gen_random_uuid(), '00000')`)
    }
    const { rows } = await sql<{ count: number }>`select count(*)::int as count from notes`.execute(db)
    return { found, count: rows[0]?.count }
  })
  expect(read.found).toEqual(Array.from({ length: 2500 }, (_, nth) => 2500 - nth))
  expect(read.count).toBe(2500)
})

test('two lists are read side by side, with questions between, and either may be left early', async () => {
  await snapshot(async (db) => {
    const pairs: [number, number][] = []
    const second = notes(db, '%5').rows()[Symbol.asyncIterator]()
    for await (const number of notes(db, '%').rows()) {
      await sql`select 1`.execute(db)
      pairs.push([number, Number((await second.next()).value)])
      if (pairs.length === 3) break
    }
    expect(pairs).toEqual([
      [2500, 2495],
      [2499, 2485],
      [2498, 2475],
    ])
    await second.return?.()
  })
})

test('it says whether it is longer than so many, and gives the first so many', async () => {
  await snapshot(async (db) => {
    const list = notes(db, '%9')
    expect([await list.longerThan(249), await list.longerThan(250)]).toEqual([true, false])
    const first: number[] = []
    for await (const number of list.rows(2)) first.push(number)
    expect(first).toEqual([2499, 2489])
  })
})

test('a row policy holds in a cursor, too', async () => {
  const nobody = await trial.actorOf('nobody')
  const found = await trial.instance.postgres.transaction(
    nobody,
    async ({ db }) => {
      const rows: number[] = []
      for await (const number of notes(db, '%').rows()) rows.push(number)
      return { keep: true, value: rows.length }
    },
    'snapshot',
  )
  expect(found).toBe(0)
})

test('a snapshot writes nothing', async () => {
  await expect(snapshot((db) => sql`delete from notes`.execute(db))).rejects.toThrow(/read-only/)
})
