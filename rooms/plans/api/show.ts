// How plans and tasks leave the room: with names, progress added up from below, the latest start, and what the asker may do.

import type { AnswerOf } from '#ground/http/contract.ts'
import type { Actor, RoomRequest } from '#ground/http/handler.ts'
import { packCalendar } from '#ground/instance/pack-calendar.ts'
import { covers } from '#ground/kernel/code.ts'
import type { Code } from '#ground/kernel/code.ts'
import { backFrom } from '#rooms/ledger/core/schedule.ts'
import { namesOf } from '#rooms/units/offers.ts'
import type { contract } from '../contract.ts'
import { progressOf, refuses, sumOf } from '../core/task.ts'
import type { Progress } from '../core/task.ts'
import { tasksOf } from '../data/queries.ts'
import type { PlanRow, TaskRow } from '../data/queries.ts'

export type PlanRecord = AnswerOf<(typeof contract)['get']>
export type ShownTask = PlanRecord['tasks'][number]
type Asking = Pick<RoomRequest, 'db' | 'today' | 'actor'>
type Verb = ShownTask['may'][number]

/** The side on which a verb is taken: who hands out judges and hands on, who does it reports. */
export function standsOn(actor: Actor, task: Pick<TaskRow, 'unit' | 'subject'>, verb: Verb): boolean {
  if (verb === 'report') return actor.grants.includes('plans.report') && covers(actor.subjects, task.subject)
  if (!actor.grants.includes('plans.convene')) return false
  return verb === 'assign' ? covers(actor.writes, task.subject) : covers(actor.scopes, task.unit)
}

function beginBy({ due, days }: TaskRow): string | null {
  return days === null ? null : (backFrom(packCalendar(), due, { prepare: 0, work: days, check: 0 })?.[0]?.from ?? null)
}

const verbs: readonly Verb[] = ['report', 'confirm', 'return', 'assign', 'revise', 'drop', 'restore']

/** Tasks with all of their plan that the asker sees around them, for progress. */
export async function tasksShown({ db, today, actor }: Asking, rows: readonly TaskRow[], around = rows): Promise<ShownTask[]> {
  const names = await namesOf(db, [...new Set(rows.flatMap((row) => [row.unit, row.subject]))])
  const named = (code: Code) => ({ code, name: names.get(code) ?? code })
  const progress = progressOf(around, today)
  const parents = new Set(around.filter((row) => row.state !== 'dropped').map((row) => row.parent))
  return rows.map((row) => {
    const {
      unit,
      id,
      plan,
      planTitle,
      parent,
      number,
      action,
      title,
      subject,
      due,
      days,
      measure,
      report,
      changedOn,
      changeReason,
      returnedOn,
      returnReason,
    } = row
    const may = verbs.filter((verb) => standsOn(actor, row, verb) && refuses(row, verb, actor.id, parents.has(id)) === null)
    const sum: Progress = progress.get(id) ?? { whole: 1, done: 0, reported: 0, late: 0 }
    // Handed on, it is done when all of its parts are.
    const state = !parents.has(id) || row.state === 'dropped' ? row.state : sum.done === sum.whole ? 'confirmed' : 'open'
    return {
      unit,
      id,
      plan,
      planTitle,
      parent,
      number,
      action,
      title,
      owner: named(unit),
      subject: named(subject),
      due,
      days,
      beginBy: beginBy(row),
      measure,
      state,
      report,
      changedOn,
      changeReason,
      returnedOn,
      returnReason,
      late: state !== 'confirmed' && state !== 'dropped' && due < today && sum.done < sum.whole,
      progress: sum,
      may,
    }
  })
}

export interface Lengths {
  readonly prepare: number
  readonly check: number
}

/** Tasks along the calendar, each scheduled backwards from its own day by the working days it takes. */
export function scheduleOf(tasks: readonly ShownTask[], plan: Pick<PlanRow, 'from'>, lengths: Lengths, today: string) {
  return tasks.map((task) => {
    const { due, days, state } = task
    const stretches = days === null ? [] : [...(backFrom(packCalendar(), due, { ...lengths, work: days }) ?? [])]
    const first = stretches[0]?.from ?? null
    const earliest = state === 'open' && today > plan.from ? today : plan.from
    return { ...task, stretches, fits: first === null || state === 'confirmed' || first >= earliest }
  })
}

/** Plans of a list. */
export async function plansShown(db: RoomRequest['db'], rows: readonly PlanRow[]) {
  const names = await namesOf(db, [...new Set(rows.map((row) => row.unit))])
  return rows.map(({ unit, id, title, from, to }) => ({ unit, id, owner: names.get(unit) ?? unit, title, from, to }))
}

/** The whole plan. */
export async function recordShown(asking: Asking, plan: PlanRow): Promise<PlanRecord> {
  const rows = await tasksOf(asking.db, plan)
  const [shown] = await plansShown(asking.db, [plan])
  if (shown === undefined) throw new Error('nothing was shown')
  const progress = progressOf(rows, asking.today)
  const actions = [...new Set(rows.filter((row) => row.parent === null).map((row) => row.action))]
  return {
    ...shown,
    progress: sumOf(rows, progress),
    actions: actions.map((action) => ({ action, progress: sumOf(rows, progress, action) })),
    tasks: await tasksShown(asking, rows),
    asOf: asking.today,
  }
}
