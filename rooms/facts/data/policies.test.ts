import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import type { PlayerName } from '#ground/trial/cast.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { idOf, homes, definition, fact, certificate, upheld, review, doubtOf, demand } from '../trial-records.ts'
import { addCases } from './cases.ts'
import type { CaseRow } from './cases.ts'
import { addCertificates } from './certificates.ts'
import { addDefinitions } from './definitions.ts'
import { addDemand, withdrawDemand } from './demands.ts'
import { addDoubt, answerDoubts } from './doubts.ts'
import { addFacts, holdingOn } from './facts.ts'
import type { NewFact } from './facts.ts'
import { addReviews } from './reviews.ts'
import { supersede } from './supersede.ts'

const trial = useTrial()

beforeAll(async () => {
  await trial.sql('countyAdmin', (db) => addDefinitions(db, [definition('lamps', 'office'), definition('points', 'unit')]), true)
  for (const [index, unit] of homes.entries()) {
    const by = unit.startsWith('990102') ? 'outsider' : 'countyAdmin'
    const number = index + 1
    await trial.sql(
      by,
      async (db) => {
        await addFacts(db, [fact(number, unit)])
        await addCertificates(db, [certificate(number, unit)])
        await addCases(db, [upheld(number, unit)])
        await addReviews(db, [review(number, unit)])
      },
      true,
    )
  }
  await trial.sql('secretary', (db) => addDoubt(db, doubtOf(1, homes[0])), true)
  await trial.sql('countyAdmin', (db) => addDemand(db, demand(1, '990101')), true)
  await trial.sql('officer', (db) => addDemand(db, demand(2, '990101001')), true)
  await trial.sql('outsider', (db) => addDemand(db, demand(3, '990102')), true)
})

const tables = ['facts', 'fact_certificates', 'fact_cases', 'fact_reviews', 'fact_doubts', 'form_demands'] as const
const seen = async (player: PlayerName | 'nobody'): Promise<string[]> =>
  Promise.all(
    tables.map((table) =>
      trial.sql(player, async (db) =>
        (await sql<{ id: string }>`select id from ${sql.table(table)} order by id`.execute(db)).rows.map(({ id }) => id.slice(-1)).join(''),
      ),
    ),
  )

test('each reads what is known of the units that the post reaches, the village of itself alone', async () => {
  const { rows } = await trial.owner.query<{ count: number }>('select count(*)::int as count from facts')
  expect(rows).toEqual([{ count: 4 }])
  for (const player of ['secretary', 'gridWorker'] as const) expect(await seen(player), player).toEqual(['1', '1', '1', '1', '1', '12'])
  expect(await seen('officer')).toEqual(['12', '12', '12', '12', '1', '12'])
  for (const player of ['countyAdmin', 'reviewer', 'supervisor'] as const)
    expect(await seen(player), player).toEqual(['123', '123', '123', '123', '1', '12'])
  expect(await seen('outsider')).toEqual(['4', '4', '4', '4', '', '3'])
})

test('judges, residents and the public read nothing, neither facts nor what data there are', async () => {
  for (const player of ['judge', 'resident', 'nobody'] as const) {
    expect(await seen(player), player).toEqual(['', '', '', '', '', ''])
    const count = await trial.sql(player, async (db) => {
      const { rows } = await sql<{
        count: number
      }>`select (select count(*)::int from fact_definitions) + (select count(*)::int from fact_names) as count`.execute(db)
      return rows[0]?.count
    })
    expect(count, player).toBe(0)
  }
  const { rows } = await trial.owner.query<{ count: number }>('select count(*)::int as count from fact_names')
  expect(rows).toEqual([{ count: 2 }])
})

test('offices state in their own units; a village only what is left to it, and only of itself', async () => {
  const other = { from: '2024-01-01', to: '2024-12-31' }
  const state = (player: PlayerName, changes: Partial<NewFact>, unit: string = homes[0]) =>
    trial.sql(player, (db) => addFacts(db, [fact(9, unit, { ...other, ...changes })]))
  await state('countyAdmin', {})
  await state('reviewer', {})
  await state('secretary', { definition: 'points', statedBy: 'unit' })
  await state('officer', { definition: 'points', statedBy: 'unit' }, homes[1])
  for (const [player, changes, unit] of [
    ['secretary', {}, homes[0]],
    ['officer', {}, homes[0]],
    ['supervisor', {}, homes[0]],
    ['gridWorker', { definition: 'points', statedBy: 'unit' }, homes[0]],
    ['secretary', { definition: 'points', statedBy: 'unit' }, homes[1]],
    ['outsider', {}, homes[0]],
    ['judge', {}, homes[0]],
  ] as const)
    await expect(state(player, changes, unit), `${player} ${unit}`).rejects.toThrow('row-level security')
  await expect(trial.sql('countyAdmin', (db) => addFacts(db, [fact(9, homes[0])]))).rejects.toThrow('facts_living')
  await expect(
    trial.sql('countyAdmin', (db) => addFacts(db, [fact(9, homes[0], { ...other, stated: { state: 'withdrawn' } })])),
  ).rejects.toThrow('facts_withdrawn')
})

test('a record is only ever replaced, once, by whoever may state it; nothing is changed or deleted', async () => {
  expect(await trial.sql('countyAdmin', (db) => supersede(db, 'facts', homes[0], idOf(1, 1), idOf(8)))).toBe(true)
  for (const player of ['secretary', 'officer', 'supervisor', 'outsider', 'judge'] as const)
    expect(await trial.sql(player, (db) => supersede(db, 'facts', homes[0], idOf(1, 1), idOf(8))), player).toBe(false)
  for (const table of ['fact_certificates', 'fact_cases', 'fact_reviews'] as const) {
    const id = idOf(1, ['', '', 'fact_certificates', 'fact_cases', 'fact_reviews'].indexOf(table))
    expect(await trial.sql('reviewer', (db) => supersede(db, table, homes[0], id, idOf(8))), table).toBe(true)
    expect(await trial.sql('secretary', (db) => supersede(db, table, homes[0], id, idOf(8))), table).toBe(false)
    expect(await trial.sql('outsider', (db) => supersede(db, table, homes[0], id, idOf(8))), table).toBe(false)
  }
  for (const statement of [
    'update facts set number = 1',
    'update fact_cases set upheld = false',
    ...tables.map((table) => `delete from ${table}`),
  ])
    await expect(
      trial.sql('countyAdmin', (db) => sql.raw(statement).execute(db)),
      statement,
    ).rejects.toThrow('permission denied')
})

test('certificates and reviews come from offices; a township reviews, and does not certify', async () => {
  const later = { from: '2026-01-01' }
  const again = { source: 'cycle:2027' }
  await trial.sql('reviewer', (db) => addCertificates(db, [{ ...certificate(9, homes[0]), ...later }]))
  await trial.sql('officer', (db) => addReviews(db, [{ ...review(9, homes[0]), ...again }]))
  for (const player of ['secretary', 'officer', 'supervisor', 'outsider'] as const)
    await expect(
      trial.sql(player, (db) => addCertificates(db, [{ ...certificate(9, homes[0]), ...later }])),
      player,
    ).rejects.toThrow('row-level security')
  for (const player of ['secretary', 'supervisor', 'outsider', 'judge'] as const)
    await expect(
      trial.sql(player, (db) => addReviews(db, [{ ...review(9, homes[0]), ...again }])),
      player,
    ).rejects.toThrow('row-level security')
})

test('a case is recorded by the county or above for another body: no township, no village, no neighbour', async () => {
  await trial.sql('reviewer', (db) => addCases(db, [upheld(9, homes[0])]))
  for (const player of ['secretary', 'officer', 'supervisor', 'outsider'] as const)
    await expect(
      trial.sql(player, (db) => addCases(db, [upheld(9, homes[0])])),
      player,
    ).rejects.toThrow('row-level security')
  const put = (changes: Partial<CaseRow>) => trial.sql('countyAdmin', (db) => addCases(db, [upheld(9, homes[0], changes)]))
  await expect(put({ decidedUnit: '990101001' })).rejects.toThrow('fact_cases_above')
  await expect(put({ decidedUnit: '990102' })).rejects.toThrow(/fact_cases_above|row-level security/)
  await expect(put({ decidedBy: '居委会' })).rejects.toThrow('fact_cases_other_body')
  await expect(put({ upheld: false })).rejects.toThrow('fact_cases_overturned')
  // A department of a township has the permission, and still no county to decide for.
  const actor = { ...(await trial.actorOf('officer')), role: 'department-officer', grants: ['facts.read', 'facts.recordCases'] }
  await expect(trial.sql(actor, (db) => addCases(db, [upheld(9, homes[0])]))).rejects.toThrow('row-level security')
})

test('the unit asks for correction, an office answers once, and neither does the other', async () => {
  await trial.sql('secretary', (db) => addDoubt(db, { ...doubtOf(2, homes[0]), record: idOf(1, 2), kind: 'certificate' }))
  await expect(trial.sql('secretary', (db) => addDoubt(db, doubtOf(2, homes[1])))).rejects.toThrow('row-level security')
  for (const player of ['officer', 'countyAdmin', 'outsider'] as const)
    await expect(
      trial.sql(player, (db) => addDoubt(db, { ...doubtOf(2, homes[0]), record: idOf(1, 2) })),
      player,
    ).rejects.toThrow('row-level security')
  const answer = { state: 'declined', answer: '核实无误。', on: '2026-09-09', by: '990101' } as const
  const give = (player: PlayerName) => trial.sql(player, (db) => answerDoubts(db, { unit: homes[0], id: idOf(1, 5) }, answer))
  expect([
    await give('reviewer'),
    await give('officer'),
    await give('secretary'),
    await give('supervisor'),
    await give('outsider'),
  ]).toEqual([1, 1, 0, 0, 0])
})

test('a demand is registered and withdrawn by whoever asks; a village, a supervisor or a neighbour does neither', async () => {
  await trial.sql('reviewer', (db) => addDemand(db, demand(9, '990101', '990101101')))
  await expect(trial.sql('reviewer', (db) => addDemand(db, demand(9, '990101', '990102')))).rejects.toThrow('form_demands_below')
  for (const [player, unit] of [
    ['secretary', homes[0]],
    ['supervisor', '990101'],
    ['outsider', '990101'],
    ['officer', '990101'],
  ] as const)
    await expect(
      trial.sql(player, (db) => addDemand(db, demand(9, unit))),
      player,
    ).rejects.toThrow('row-level security')
  const end = (player: PlayerName) => trial.sql(player, (db) => withdrawDemand(db, '990101001', idOf(2, 6), '2026-09-08', '不再需要。'))
  expect([await end('officer'), await end('countyAdmin'), await end('secretary'), await end('outsider')]).toEqual([
    true,
    true,
    false,
    false,
  ])
})

test('data are defined by the county, not by those below it', async () => {
  await trial.sql('countyAdmin', (db) => addDefinitions(db, [definition('bins', 'office')]))
  for (const player of ['officer', 'secretary', 'supervisor', 'reviewer'] as const)
    await expect(
      trial.sql(player, (db) => addDefinitions(db, [definition('bins', 'office')])),
      player,
    ).rejects.toThrow('row-level security')
})

test('what rules read sees no further than lists', async () => {
  const held = async (player: PlayerName) =>
    (await trial.sql(player, (db) => holdingOn(db, [...homes], ['lamps', 'points'], '2026-09-08'))).map(({ unit }) => unit)
  expect(await held('countyAdmin')).toEqual(homes.slice(0, 3))
  expect(await held('secretary')).toEqual([homes[0]])
  expect(await held('outsider')).toEqual([homes[3]])
})
