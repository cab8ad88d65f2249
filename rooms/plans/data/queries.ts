// Plans and tasks: the only SQL of the room.

import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { Day } from '#ground/kernel/clock.ts'
import type { Code } from '#ground/kernel/code.ts'
import { districtOf } from '#ground/kernel/code.ts'
import type { Id } from '#ground/kernel/ids.ts'
import type { Database } from '#ground/postgres/database.gen.ts'
import type { State, Task } from '../core/task.ts'

type Db = Kysely<Database>

export interface PlanRow {
  readonly unit: Code
  readonly id: Id
  readonly title: string
  readonly from: Day
  readonly to: Day
}

export interface TaskRow extends Task {
  readonly plan: Id
  readonly planTitle: string
  readonly days: number | null
  readonly measure: string
  readonly report: string
  readonly reportedBy: Id | null
  readonly confirmedBy: Id | null
  /** When and why it was last revised or dropped. */
  readonly changedOn: Day | null
  readonly changeReason: string
  /** When and why it was last returned; it stays with the task. */
  readonly returnedOn: Day | null
  readonly returnReason: string
}

const planColumns = ['unit', 'id', 'title', 'from_day as from', 'to_day as to'] as const
const taskColumns = [
  'unit',
  'id',
  'plan',
  'plan_title as planTitle',
  'parent',
  'number',
  'action',
  'title',
  'subject',
  'due',
  'days',
  'measure',
  'state',
  'report',
  'reported_by as reportedBy',
  'confirmed_by as confirmedBy',
  'changed_on as changedOn',
  'change_reason as changeReason',
  'returned_on as returnedOn',
  'return_reason as returnReason',
] as const

type Selected = Omit<TaskRow, 'state'> & { state: string }
const typed = (row: Selected): TaskRow => ({ ...row, state: row.state as State })

/** One plan. */
export async function findPlan(db: Db, unit: Code, id: Id): Promise<PlanRow | undefined> {
  return db
    .selectFrom('plans')
    .select(planColumns)
    .where('district', '=', districtOf(unit))
    .where('id', '=', id)
    .where('unit', '=', unit)
    .executeTakeFirst()
}

/** Plans at and below prefixes, the latest first. */
export async function listPlans(db: Db, below: readonly Code[], limit: number): Promise<PlanRow[]> {
  return db
    .selectFrom('plans')
    .select(planColumns)
    .where(sql<boolean>`unit ^@ any(${[...below]})`)
    .orderBy('from_day', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute()
}

/** Adds a plan. */
export async function addPlan(db: Db, { unit, id, title, from, to }: PlanRow): Promise<void> {
  await db
    .insertInto('plans')
    .values({ district: districtOf(unit), unit, id, title, from_day: from, to_day: to })
    .execute()
}

/** All tasks of a plan that the asker sees, in the order of their numbers. */
export async function tasksOf(db: Db, { unit, id }: Pick<PlanRow, 'unit' | 'id'>): Promise<TaskRow[]> {
  const rows = await db
    .selectFrom('plan_tasks')
    .select(taskColumns)
    .where('district', '=', districtOf(unit))
    .where('plan', '=', id)
    .orderBy('number')
    .orderBy('subject')
    .orderBy('id')
    .execute()
  return rows.map(typed)
}

/** Tasks that are about the units below prefixes, of every plan, the earliest day first; open ones only. */
export async function tasksFor(db: Db, below: readonly Code[], limit: number): Promise<TaskRow[]> {
  const rows = await db
    .selectFrom('plan_tasks as t')
    .select(taskColumns.map((column) => `t.${column}` as const))
    .where(sql<boolean>`t.subject ^@ any(${[...below]})`)
    .where('t.state', 'in', ['open', 'reported'])
    .orderBy('t.due')
    .orderBy('t.id')
    .limit(limit)
    .execute()
  return (rows as Selected[]).map(typed)
}

/** One task; held until the transaction ends when it is to be changed. */
export async function findTask(db: Db, unit: Code, id: Id, hold = false): Promise<TaskRow | undefined> {
  const query = db
    .selectFrom('plan_tasks')
    .select(taskColumns)
    .where('district', '=', districtOf(unit))
    .where('id', '=', id)
    .where('unit', '=', unit)
  const row = await (hold ? query.forUpdate() : query).executeTakeFirst()
  return row === undefined ? undefined : typed(row)
}

/** Whether a task was handed on, as far as the asker sees it. */
export async function isHandedOn(db: Db, { unit, id }: Pick<TaskRow, 'unit' | 'id'>): Promise<boolean> {
  const row = await db
    .selectFrom('plan_tasks')
    .select('id')
    .where('district', '=', districtOf(unit))
    .where('parent', '=', id)
    .where('state', '<>', 'dropped')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Adds tasks. */
export async function addTasks(db: Db, rows: readonly TaskRow[]): Promise<void> {
  if (rows.length === 0) return
  const values = rows.map(({ planTitle, reportedBy, confirmedBy, changedOn, changeReason, returnedOn, returnReason, ...row }) => ({
    ...row,
    district: districtOf(row.unit),
    plan_title: planTitle,
    reported_by: reportedBy,
    confirmed_by: confirmedBy,
    changed_on: changedOn,
    change_reason: changeReason,
    returned_on: returnedOn,
    return_reason: returnReason,
  }))
  await db.insertInto('plan_tasks').values(values).execute()
}

/** Writes what a verb changed. */
export async function saveTask(
  db: Db,
  { unit, id, reportedBy, confirmedBy, changedOn, changeReason, returnedOn, returnReason, ...row }: TaskRow,
): Promise<void> {
  const { state, report, action, title, subject, due, days, measure } = row
  const result = await db
    .updateTable('plan_tasks')
    .set({ state, report, action, title, subject, due, days, measure })
    .set({ reported_by: reportedBy, confirmed_by: confirmedBy, changed_on: changedOn, change_reason: changeReason })
    .set({ returned_on: returnedOn, return_reason: returnReason })
    .where('district', '=', districtOf(unit))
    .where('id', '=', id)
    .executeTakeFirst()
  if (result.numUpdatedRows !== 1n) throw new Error(`task ${id} was not saved`)
}
