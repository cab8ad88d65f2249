import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import type { PlayerName } from '#ground/trial/cast.ts'
import { cast } from '#ground/trial/cast.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { standsOn } from '../api/show.ts'
import { refuses } from '../core/task.ts'
import type { State, Verb } from '../core/task.ts'
import { addPlan, addTasks, findTask, saveTask } from './queries.ts'
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
  changedOn: null,
  changeReason: '',
  returnedOn: null,
  returnReason: '',
})
const county = plan(1, '990101')
const elsewhere = plan(2, '990102')
const ofTownship = task(1, county, '990101', '990101001')
const ofNext = task(2, county, '990101', '990101101')
const ofVillage = task(3, county, '990101001', '990101001001')
const ofElsewhere = task(4, elsewhere, '990102', '990102101')

beforeAll(async () => {
  await trial.sql(
    'countyAdmin',
    async (db) => {
      await addPlan(db, county)
      await addTasks(db, [ofTownship, ofNext])
    },
    true,
  )
  await trial.sql('officer', (db) => addTasks(db, [ofVillage]), true)
  await trial.sql(
    'outsider',
    async (db) => {
      await addPlan(db, elsewhere)
      await addTasks(db, [ofElsewhere])
    },
    true,
  )
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

test('nobody hands out what is not the own, or below another unit, and nothing is deleted', async () => {
  await expect(trial.sql('secretary', (db) => addTasks(db, [{ ...ofVillage, id: idOf(8) }]))).rejects.toThrow('row-level security')
  await expect(trial.sql('officer', (db) => addTasks(db, [{ ...ofTownship, id: idOf(8) }]))).rejects.toThrow('row-level security')
  await expect(trial.sql('officer', (db) => addTasks(db, [{ ...ofVillage, id: idOf(8), subject: '990101101201' }]))).rejects.toThrow(
    'plan_tasks_subject',
  )
  for (const statement of ["update plan_tasks set number = 'x'", 'delete from plan_tasks', 'delete from plans'])
    await expect(
      trial.sql('countyAdmin', (db) => sql.raw(statement).execute(db)),
      statement,
    ).rejects.toThrow('permission denied')
})

const states = ['open', 'reported', 'confirmed', 'dropped'] as const
type Part = 'nobody' | 'self'

/** Puts the village's task into a state, as the owner of the database, reported by the player or by a stranger. */
async function putInto(state: State, reporter: string): Promise<TaskRow> {
  const [is, isDone] = [state === 'reported' || state === 'confirmed', state === 'confirmed']
  await trial.owner.query(
    `update plan_tasks set state = $1, report = $2, reported_by = $3, confirmed_by = $4, changed_on = $5, change_reason = $6 where id = $7`,
    [
      state,
      is ? '好' : '',
      is ? reporter : null,
      isDone ? idOf(7) : null,
      state === 'dropped' ? '2026-09-08' : null,
      state === 'dropped' ? '不做了' : '',
      ofVillage.id,
    ],
  )
  const row = await trial.sql('countyAdmin', (db) => findTask(db, ofVillage.unit, ofVillage.id))
  if (row === undefined) throw new Error('the task is missing')
  return row
}

/** What each verb makes of a task. */
const after: Readonly<Record<Exclude<Verb, 'assign'>, (row: TaskRow, me: string) => TaskRow>> = {
  report: (row, me) => ({ ...row, state: 'reported', report: '已办', reportedBy: me }),
  return: (row) => ({ ...row, state: 'open', reportedBy: null, returnedOn: '2026-09-08', returnReason: '缺验收单' }),
  confirm: (row, me) => ({ ...row, state: 'confirmed', confirmedBy: me }),
  revise: (row) => ({ ...row, title: '改过的任务', changedOn: '2026-09-08', changeReason: '调整' }),
  drop: (row) => ({ ...row, state: 'dropped', changedOn: '2026-09-08', changeReason: '不做了' }),
  restore: (row) => ({ ...row, state: 'open', reportedBy: null, changedOn: '2026-09-08', changeReason: '恢复' }),
}

/** What comes to the same by another name: an open task with another reason is revised. */
const sameChange: Readonly<Record<string, Verb>> = { 'open restore': 'revise' }

test(
  'what the rule allows, the database allows, and nothing more: each state, verb and person, tried past the rule',
  { timeout: 60_000 },
  async () => {
    const [wrong, tried] = [[] as string[], { allowed: 0, refused: 0 }]
    for (const player of ['secretary', 'officer', 'countyAdmin', 'supervisor', 'outsider'] as const) {
      const actor = await trial.actorOf(player)
      for (const state of states)
        for (const part of ['nobody', 'self'] satisfies Part[]) {
          const row = await putInto(state, part === 'self' ? cast[player].id : idOf(9))
          for (const verb of Object.keys(after) as (keyof typeof after)[]) {
            const named = sameChange[`${state} ${verb}`] ?? verb
            const isOpen = standsOn(actor, row, named) && refuses(row, named, actor.id, false) === null
            const did = await trial
              .sql(player, (db) => saveTask(db, after[verb](row, cast[player].id)))
              .then(
                () => true,
                () => false,
              )
            tried[did ? 'allowed' : 'refused'] += 1
            if (did !== isOpen) wrong.push(`${player} ${part} ${state} ${verb}: ${did ? 'possible' : 'refused'} by SQL`)
          }
        }
    }
    expect(wrong).toEqual([])
    expect(tried.allowed).toBeGreaterThan(10)
    expect(tried.refused).toBeGreaterThan(100)
  },
)

test('a step is taken in the own name and changes nothing else; whoever owns the database is not held to steps', async () => {
  const open = await putInto('open', idOf(9))
  const refused = (player: PlayerName, next: TaskRow) =>
    expect(
      trial.sql(player, (db) => saveTask(db, next)),
      JSON.stringify(next),
    ).rejects.toThrow(/a task of a plan goes|row-level security|plan_tasks_/)
  await refused('secretary', { ...open, state: 'reported', report: '好', reportedBy: cast.officer.id })
  await refused('secretary', { ...open, state: 'reported', report: '好', reportedBy: cast.secretary.id, due: '2027-12-31' })
  // Nothing is confirmed that nobody reported, also by who stands on both sides and says that somebody did.
  await refused('officer', { ...open, state: 'confirmed', report: '好', reportedBy: cast.secretary.id, confirmedBy: cast.officer.id })
  await refused('officer', { ...open, state: 'dropped' })
  await refused('officer', { ...open, title: '没有理由', changeReason: '' })
  await refused('officer', {
    ...open,
    title: '改过',
    changedOn: '2026-09-08',
    changeReason: '调整',
    returnedOn: '2026-09-08',
    returnReason: '没有退回过',
  })
  const reported = await putInto('reported', cast.secretary.id)
  // Nothing goes back without a word why.
  await refused('officer', { ...reported, state: 'open', reportedBy: null })
  await refused('officer', { ...reported, state: 'confirmed', confirmedBy: cast.countyAdmin.id })
  await refused('officer', { ...reported, state: 'confirmed', confirmedBy: cast.officer.id, report: '改写的报告' })
  await trial.owner.query('begin')
  const { rowCount } = await trial.owner.query(`update plan_tasks set state = 'confirmed', confirmed_by = $1 where id = $2`, [
    cast.officer.id,
    reported.id,
  ])
  await trial.owner.query('rollback')
  expect(rowCount).toBe(1)
  await putInto('open', idOf(9))
})
