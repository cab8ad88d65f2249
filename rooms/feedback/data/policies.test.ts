import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { everywhere, houseId, innerActor } from '#ground/instance/actors.ts'
import type { Database } from '#ground/postgres/database.gen.ts'
import type { PlayerName } from '#ground/trial/cast.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { placeOf } from '../core/desk.ts'
import { opened } from '../core/state.ts'
import type { CaseRow } from './queries.ts'
import { addCase, enterCode, findByCode, findCase, forget, saveCase, saveRating } from './queries.ts'
import { addStep, stepsByCode } from './steps.ts'

const trial = useTrial()

type Db = Kysely<Database>
const digest = (letter: string): string => letter.repeat(43)

const caseOf = (number: number, subject: string | null, letter: string): CaseRow => ({
  ...placeOf(subject, '990101'),
  ...opened('2026-09-08'),
  id: `00000000-0000-7000-9300-00000000000${number}`,
  code: digest(letter),
  steps: 1,
  kind: 'complaint',
  text: '要求每天打卡。',
  contact: 'v1.sealed',
  contactBound: true,
  filedAt: new Date('2026-09-08T01:00:00Z'),
})

const village = caseOf(1, '990101001001', 'a')
const county = caseOf(2, '990101', 'b')
const neighbour = { ...caseOf(3, '990102101', 'c') }
const all = [village, county, neighbour]

async function fileIt(db: Db, row: CaseRow): Promise<void> {
  await enterCode(db, row.code)
  await addCase(db, row)
  await addStep(db, row, { id: row.id.replace('9300', '9301'), at: row.filedAt, verb: 'file', satisfied: null, text: '' })
}

beforeAll(async () => {
  for (const row of all) await trial.sql('nobody', (db) => fileIt(db, row), true)
})

const countsFor = (player: PlayerName | 'nobody'): Promise<{ cases: string[]; steps: string[] }> =>
  trial.sql(player, async (db) => ({
    cases: (await sql<{ id: string }>`select id from feedback_cases order by id`.execute(db)).rows.map((row) => row.id.slice(-1)),
    steps: (await sql<{ id: string }>`select id from feedback_steps order by id`.execute(db)).rows.map((row) => row.id.slice(-1)),
  }))

test('only those who handle it see a complaint: the county its villages, the operator also those about the county', async () => {
  const { rows } = await trial.owner.query<{ count: number }>('select count(*)::int as count from feedback_cases')
  expect(rows[0]?.count).toBe(3)
  expect(await countsFor('countyAdmin')).toEqual({ cases: ['1'], steps: ['1'] })
  expect(await countsFor('outsider')).toEqual({ cases: ['3'], steps: ['3'] })
  expect(await countsFor('operator')).toEqual({ cases: ['1', '2', '3'], steps: ['1', '2', '3'] })
})

test('neither the one complained about nor anybody else sees it, and nobody without the code', async () => {
  for (const player of ['secretary', 'officer', 'gridWorker', 'reviewer', 'judge', 'supervisor', 'resident', 'nobody'] as const) {
    expect(await countsFor(player), player).toEqual({ cases: [], steps: [] })
  }
  const { rows } = await trial.owner.query<{ count: number }>('select count(*)::int as count from feedback_steps')
  expect(rows[0]?.count).toBe(3)
})

test('the code opens one record and no other, with or without an account', async () => {
  for (const player of ['nobody', 'secretary'] as const) {
    const seen = await trial.sql(player, async (db) => {
      await enterCode(db, village.code)
      return {
        own: await findByCode(db, village.code),
        steps: await stepsByCode(db, village.code),
        other: await findByCode(db, county.code),
        all: (await sql`select 1 from feedback_cases`.execute(db)).rows.length,
      }
    })
    expect(seen.own?.id).toBe(village.id)
    expect(seen.steps).toHaveLength(1)
    expect(seen.other).toBeUndefined()
    expect(seen.all).toBe(1)
  }
  expect(await trial.sql('operator', (db) => findByCode(db, county.code))).toBeDefined()
})

test('what is no blind index is not entered', async () => {
  await expect(trial.sql('nobody', (db) => enterCode(db, "x' or true --"))).rejects.toThrow('not the index of a code')
})

test('nobody files under a code that was not entered, nor a record that is decided already', async () => {
  const fresh = caseOf(4, '990101001001', 'd')
  await expect(trial.sql('nobody', (db) => addCase(db, fresh))).rejects.toThrow('row-level security')
  await expect(trial.sql('nobody', (db) => fileIt(db, { ...fresh, state: 'closed' }))).rejects.toThrow('row-level security')
  await trial.sql('nobody', (db) => fileIt(db, fresh))
})

test('the sender rates an answer and can change nothing else', async () => {
  const rated: CaseRow = { ...village, state: 'satisfied', rated: true }
  const tryRating = (row: CaseRow): Promise<void> =>
    trial.sql('nobody', async (db) => {
      await enterCode(db, village.code)
      await saveRating(db, row)
    })
  await expect(tryRating(rated)).rejects.toThrow('was not rated')
  await trial.owner.query("update feedback_cases set state = 'answered', answered_on = '2026-09-09' where id = $1", [village.id])
  await expect(tryRating({ ...rated, state: 'closed' })).rejects.toThrow('row-level security')
  await expect(tryRating({ ...rated, rated: false })).rejects.toThrow('row-level security')
  await tryRating(rated)
  await trial.owner.query("update feedback_cases set state = 'received', answered_on = null where id = $1", [village.id])
})

test('what was said is rewritten by nobody: not by the holder of the code, not by those who handle it', async () => {
  await trial.owner.query("update feedback_cases set state = 'answered', answered_on = '2026-09-09' where id = $1", [village.id])
  const rewrite = (column: string) => sql`update feedback_cases set ${sql.ref(column)} = ${sql.ref(column)} where id = ${village.id}`
  for (const column of ['text', 'kind', 'filed_at', 'code', 'unit', 'id']) {
    for (const player of ['nobody', 'secretary', 'countyAdmin', 'operator'] as const) {
      const tried = trial.sql(player, async (db) => {
        await enterCode(db, village.code)
        await rewrite(column).execute(db)
      })
      await expect(tried, `${player} ${column}`).rejects.toThrow('permission denied')
    }
  }
  // The same statement is a good one where somebody may: the owner's meets the row, and so does the holder's with the rating.
  expect((await trial.owner.query('update feedback_cases set text = text where id = $1', [village.id])).rowCount).toBe(1)
  const holder = (changes: string) =>
    trial.sql('nobody', async (db) => {
      await enterCode(db, village.code)
      return (await sql`update feedback_cases set ${sql.raw(changes)} where id = ${village.id}`.execute(db)).numAffectedRows
    })
  expect(await holder("state = 'satisfied', rated = true")).toBe(1n)
  await expect(holder("state = 'satisfied', rated = true, closed_on = '2020-01-01'")).rejects.toThrow('row-level security')
  await expect(
    trial.sql('nobody', async (db) => {
      await enterCode(db, village.code)
      await sql`update feedback_steps set text = '改' where record = ${village.id}`.execute(db)
    }),
  ).rejects.toThrow('permission denied')
  await trial.owner.query("update feedback_cases set state = 'received', answered_on = null where id = $1", [village.id])
})

test('the holder of one code appends to no other record, whoever handles it', async () => {
  const append = (player: PlayerName | 'nobody', of: CaseRow, code: string, unit = of.unit): Promise<unknown> =>
    trial.sql(player, async (db) => {
      await enterCode(db, code)
      await addStep(
        db,
        { ...of, code, unit, steps: 9 },
        {
          id: '00000000-0000-7000-9302-000000000001',
          at: of.filedAt,
          verb: 'receive',
          satisfied: null,
          text: '混进来的话',
        },
      )
    })
  for (const player of ['nobody', 'secretary', 'countyAdmin'] as const) {
    await expect(append(player, village, county.code), player).rejects.toMatchObject({ code: '23503' })
    await expect(append(player, village, village.code, '990101001'), player).rejects.toMatchObject({ code: '23503' })
  }
  await append('nobody', village, village.code)
})

test('a contact that is not sealed to its record is stored by nobody', async () => {
  const loose = { ...caseOf(5, '990101001001', 'e'), contactBound: false }
  await expect(trial.sql('nobody', (db) => fileIt(db, loose))).rejects.toThrow('row-level security')
  await trial.sql('nobody', (db) => fileIt(db, { ...loose, contact: null }))
  await expect(trial.sql('countyAdmin', (db) => saveCase(db, { ...village, contactBound: false }))).rejects.toThrow('row-level security')
  await trial.sql('countyAdmin', (db) => saveCase(db, village))
})

test('a handler decides on the own desk only and cannot take a record out of the county', async () => {
  await trial.sql('countyAdmin', (db) => saveCase(db, { ...village, state: 'handling' }))
  await expect(trial.sql('countyAdmin', (db) => saveCase(db, { ...county, state: 'handling' }))).rejects.toThrow('was not saved')
  await expect(trial.sql('outsider', (db) => saveCase(db, { ...village, state: 'handling' }))).rejects.toThrow('was not saved')
  await trial.sql('operator', (db) => saveCase(db, { ...county, state: 'handling' }))
  await expect(
    trial.sql('countyAdmin', (db) => sql`update feedback_cases set unit = '990102' where id = ${village.id}`.execute(db)),
  ).rejects.toThrow('permission denied')
  expect(await trial.sql('countyAdmin', (db) => findCase(db, '990101', county.id))).toBeUndefined()
})

test('only the nightly task deletes, and only what was closed long enough ago', async () => {
  await trial.owner.query("update feedback_cases set closed_on = '2026-01-01', state = 'closed' where id = $1", [neighbour.id])
  const days = { contact: '2026-06-01', record: '2025-09-08' }
  const asTask = innerActor(houseId, trial.house, everywhere)
  expect(await trial.sql(asTask, (db) => forget(db, everywhere, days))).toEqual({ contacts: 1, records: 0 })
  expect(await trial.sql(asTask, (db) => forget(db, everywhere, { ...days, record: '2026-02-01' }))).toEqual({ contacts: 1, records: 1 })
  expect(await trial.sql('countyAdmin', (db) => forget(db, everywhere, { contact: '2027-01-01', record: '2027-01-01' }))).toEqual({
    contacts: 0,
    records: 0,
  })
  const { rows } = await trial.owner.query('select 1 from feedback_cases where id = $1 and contact is not null', [neighbour.id])
  expect(rows).toHaveLength(1)
})
