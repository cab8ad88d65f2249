// What waits in the plans for the acting post: tasks that its unit has to do, and those reported that it has to confirm.

import type { QueueEntry, QueueOf } from '#ground/http/handler.ts'
import type { Text } from '#ground/kernel/problem.ts'
import { covers } from '#ground/kernel/code.ts'
import { tasksFor } from './data/queries.ts'

const most = 1000

// Both lead to the unit's own tasks of all plans: a link to the list of plans would open the first plan, whichever that is.

const entry = (title: Text, count: number, path: string): QueueEntry[] => (count === 0 ? [] : [{ title, count, path }])

/** Entries of the desk's queue for the actor. */
export const queueOf: QueueOf = async (db, actor) => {
  if (!actor.grants.includes('plans.read') || actor.unit === null) return []
  const rows = await tasksFor(db, actor.scopes, most)
  const parents = new Set(rows.map((row) => row.parent))
  const leaves = rows.filter((row) => !parents.has(row.id))
  const mine = leaves.filter((row) => row.state === 'open' && row.subject === actor.unit).length
  const toConfirm = leaves.filter((row) => row.state === 'reported' && row.unit === actor.unit && covers(actor.scopes, row.unit)).length
  return [
    ...(actor.grants.includes('plans.report')
      ? entry({ zh: '计划任务待办', en: 'Plans: to do' }, mine, '/desk/plans?plan=mine&side=doing&state=open')
      : []),
    ...(actor.grants.includes('plans.convene')
      ? entry({ zh: '计划任务待确认', en: 'Plans: to confirm' }, toConfirm, '/desk/plans?plan=mine&side=handed-out&state=reported')
      : []),
  ]
}
