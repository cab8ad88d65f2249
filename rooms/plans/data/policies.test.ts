import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import type { PlayerName } from '#ground/trial/cast.ts'
import { cast } from '#ground/trial/cast.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { addPlan, addTasks, saveTask } from './queries.ts'
import type { PlanRow, TaskRow } from './queries.ts'

const trial = useTrial()
const idOf = (number: number): string => `00000000-0000-7000-9600-00000000000${number}`
const plan = (number: number, unit: string): PlanRow => ({ unit, id: idOf(number), title: '计划', from: '2026-01-01', to: '2028-12-31' })
const task = (number: number, of: PlanRow, unit: string, subject: string): TaskRow => ({
  unit,
  id: idOf(number).replace('9600', '9601'),
  plan: of.id,
  planTitle: of.title,
  parent: null,
  number: String(number),
  action: '行动',
  title: '任务',
  subject,
  due: '2026-12-31',
  days: null,
  measure: '',
  state: 'open',
  report: '',
  reportedBy: null,
  confirmedBy: null,
})
const county = plan(1, '990101')
const elsewhere = plan(2, '990102')
const ofTownship = task(1, county, '990101', '990101001')
const ofNext = task(2, county, '990101', '990101101')
const ofVillage = task(3, county, '990101001', '990101001001')
const ofElsewhere = task(4, elsewhere, '990102', '990102101')

beforeAll(async () => {
  await trial.sql('countyAdmin', async (db) => {
    await addPlan(db, county)
    await addTasks(db, [ofTownship, ofNext])
  }, true)
  await trial.sql('officer', (db) => addTasks(db, [ofVillage]), true)
  await trial.sql('outsider', async (db) => {
    await addPlan(db, elsewhere)
    await addTasks(db, [ofElsewhere])
  }, true)
})

const seenBy = (player: PlayerName | 'nobody'): Promise<string> =>
  trial.sql(player, async (db) => {
    const plans = await sql<{ id: string }>`select id from plans order by id`.execute(db)
    const tasks = await sql<{ id: string }>`select id from plan_tasks order by id`.execute(db)
    return [plans, tasks].map(({ rows }) => rows.map((row) => row.id.slice(-1)).join('')).join(' ')
  })

test('a task is read by who handed it out, by who does it and by the levels above, not by the unit beside it', async () => {
  expect((await trial.owner.query('select 1 from plan_tasks')).rows).toHaveLength(4)
  expect(await seenBy('countyAdmin')).toBe('1 123')
  expect(await seenBy('supervisor')).toBe('1 123')
  expect(await seenBy('officer')).toBe(' 13')
  expect(await seenBy('secretary')).toBe(' 3')
  expect(await seenBy('outsider')).toBe('2 4')
  for (const player of ['judge', 'gridWorker', 'resident', 'nobody'] as const) expect(await seenBy(player), player).toBe(' ')
})

test('who does it reports in the own name, who handed it out judges, and nobody skips a step', async () => {
  const reported = { ...ofVillage, state: 'reported', report: '好', reportedBy: cast.secretary.id } as const
  await trial.sql('secretary', (db) => saveTask(db, reported))
  await expect(trial.sql('secretary', (db) => saveTask(db, { ...reported, reportedBy: cast.officer.id }))).rejects.toThrow('row-level security')
  const confirmed = { ...reported, state: 'confirmed', confirmedBy: cast.secretary.id } as const
  await expect(trial.sql('secretary', (db) => saveTask(db, confirmed))).rejects.toThrow('row-level security')
  // Nothing is confirmed that nobody reported.
  const skipped = { ...ofVillage, state: 'confirmed', confirmedBy: cast.officer.id } as const
  await expect(trial.sql('officer', (db) => saveTask(db, skipped))).rejects.toThrow('plan_tasks_reported')
  await expect(trial.sql('supervisor', (db) => saveTask(db, reported))).rejects.toThrow('was not saved')
  await expect(trial.sql('secretary', (db) => saveTask(db, ofNext))).rejects.toThrow('was not saved')
  await expect(trial.sql('secretary', (db) => addTasks(db, [{ ...ofVillage, id: idOf(8) }]))).rejects.toThrow('row-level security')
  await expect(trial.sql('officer', (db) => addTasks(db, [{ ...ofTownship, id: idOf(8) }]))).rejects.toThrow('row-level security')
  await expect(trial.sql('officer', (db) => addTasks(db, [{ ...ofVillage, id: idOf(8), subject: '990101101201' }]))).rejects.toThrow('plan_tasks_subject')
  await expect(
    trial.sql('officer', async (db) => {
      await saveTask(db, { ...ofVillage, state: 'reported', report: '好', reportedBy: cast.officer.id })
      await saveTask(db, { ...ofVillage, state: 'confirmed', report: '好', reportedBy: cast.officer.id, confirmedBy: cast.officer.id })
    }),
  ).rejects.toThrow('plan_tasks_second')
  for (const statement of ["update plan_tasks set title = 'x'", 'delete from plan_tasks', 'delete from plans'])
    await expect(trial.sql('countyAdmin', (db) => sql.raw(statement).execute(db)), statement).rejects.toThrow('permission denied')
})
