import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import type { PlayerName } from '#ground/trial/cast.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { addFinding, addInspection, moveInspection } from './queries.ts'
import type { FindingRow, InspectionRow } from './queries.ts'

const trial = useTrial()
const idOf = (number: number): string => `00000000-0000-7000-9500-00000000000${number}`

const inspection = (number: number, unit: string, subject: string): InspectionRow => ({
  unit,
  id: idOf(number),
  title: '督查',
  basis: '计划',
  minutes: 20,
  checklist: 'community-daily',
  items: [{ id: 'a', text: '甲', basis: '', days: 5, star: null }],
  subjects: [subject],
  from: '2026-09-08',
  to: '2026-09-30',
  state: 'draft',
  plannedOn: '2026-09-08',
  endedOn: null,
  revises: null,
  revisionReason: '',
  revisedAs: null,
})
const finding = (of: InspectionRow): FindingRow => ({
  unit: of.unit,
  id: of.id.replace('9500', '9501'),
  inspection: of.id,
  subject: of.subjects[0] ?? '',
  item: 'a',
  outcome: 'fine',
  note: '',
  on: '2026-09-08',
  at: new Date('2026-09-08T01:00:00Z'),
  byUnit: of.unit,
  byRole: null,
  entry: null,
})
const ofTownship = inspection(1, '990101001', '990101001001')
const ofCounty = inspection(2, '990101', '990101101201')
const elsewhere = inspection(3, '990102', '990102101201')
const put: readonly (readonly [PlayerName, InspectionRow])[] = [
  ['officer', ofTownship],
  ['countyAdmin', ofCounty],
  ['outsider', elsewhere],
]

beforeAll(async () => {
  for (const [by, row] of put)
    await trial.sql(
      by,
      async (db) => {
        await addInspection(db, row)
        await addFinding(db, finding(row))
      },
      true,
    )
})

const seenBy = (player: PlayerName | 'nobody'): Promise<string> =>
  trial.sql(player, async (db) => {
    const plans = await sql<{ id: string }>`select id from inspections order by id`.execute(db)
    const looks = await sql<{ id: string }>`select inspection as id from inspection_findings order by inspection`.execute(db)
    return [plans, looks].map(({ rows }) => rows.map((row) => row.id.slice(-1)).join('')).join(' ')
  })

test('who inspects, and every level above, reads it; the unit looked at, judges and the next county do not', async () => {
  const { rows } = await trial.owner.query<{ count: number }>('select count(*)::int as count from inspection_findings')
  expect(rows).toEqual([{ count: 3 }])
  expect(await seenBy('officer')).toBe('1 1')
  for (const player of ['countyAdmin', 'reviewer', 'supervisor'] as const) expect(await seenBy(player), player).toBe('12 12')
  expect(await seenBy('outsider')).toBe('3 3')
  for (const player of ['secretary', 'gridWorker', 'judge', 'resident', 'nobody'] as const) expect(await seenBy(player), player).toBe(' ')
})

test('plans are made and moved by planners over their own units, findings by inspectors, and nothing is changed afterwards', async () => {
  const fresh = { ...ofTownship, id: idOf(4) }
  await trial.sql('officer', (db) => addInspection(db, fresh))
  for (const player of ['secretary', 'supervisor', 'reviewer', 'outsider'] as const)
    await expect(
      trial.sql(player, (db) => addInspection(db, fresh)),
      player,
    ).rejects.toThrow('row-level security')
  await expect(trial.sql('officer', (db) => addInspection(db, { ...fresh, state: 'open' }))).rejects.toThrow('row-level security')
  await expect(trial.sql('supervisor', (db) => moveInspection(db, { ...ofCounty, state: 'open' }))).rejects.toThrow('was not saved')
  await expect(trial.sql('officer', (db) => moveInspection(db, { ...ofCounty, state: 'open' }))).rejects.toThrow('was not saved')
  const look = { ...finding(ofCounty), id: idOf(5) }
  await trial.sql('reviewer', (db) => addFinding(db, look))
  for (const player of ['supervisor', 'officer', 'secretary'] as const)
    await expect(
      trial.sql(player, (db) => addFinding(db, look)),
      player,
    ).rejects.toThrow('row-level security')
  await expect(trial.sql('reviewer', (db) => addFinding(db, { ...look, outcome: 'fault' }))).rejects.toThrow('inspection_findings_entry')
  for (const statement of [
    "update inspection_findings set note = 'x'",
    'delete from inspection_findings',
    "update inspections set title = 'x'",
  ])
    await expect(
      trial.sql('countyAdmin', (db) => sql.raw(statement).execute(db)),
      statement,
    ).rejects.toThrow('permission denied')
})
