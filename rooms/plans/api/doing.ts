// What happens to a task: handed on, reported, returned, confirmed. Load, ask the rule, hold, write, record the act.

import type { Handler, Handlers, RoomRequest } from '#ground/http/handler.ts'
import { newId } from '#ground/kernel/ids.ts'
import type { Id } from '#ground/kernel/ids.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { Result } from '#ground/kernel/result.ts'
import { getUnits } from '#rooms/units/offers.ts'
import type { contract } from '../contract.ts'
import { refuses } from '../core/task.ts'
import { addTasks, findTask, isHandedOn, saveTask, tasksOf } from '../data/queries.ts'
import type { TaskRow } from '../data/queries.ts'
import { problems } from '../problems.ts'
import { standsOn, tasksShown } from './show.ts'
import type { ShownTask } from './show.ts'

type C = typeof contract
type Verb = ShownTask['may'][number]
type Doing = Pick<RoomRequest, 'db' | 'today' | 'actor' | 'act' | 'permit'> & {
  readonly params: { readonly unit: string; readonly id: Id }
}

/** The task when the verb is open to the asker; held where the asker writes to it. */
async function taskFor(request: Doing, verb: Verb): Promise<Result<TaskRow>> {
  const { db, params, actor } = request
  const seen = await findTask(db, params.unit, params.id)
  if (seen === undefined || !standsOn(actor, seen, verb)) return refuse(problems.noSuchPlan())
  request.permit()
  const isOn = await isHandedOn(db, seen)
  const why = refuses(seen, verb, actor.id, isOn)
  if (why === 'handed-on') return refuse(problems.handedOn())
  if (why === 'same-person') return refuse(problems.samePerson())
  if (why === 'wrong-state') return refuse(problems.wrongState())
  if (verb === 'assign') return ok(seen)
  const held = await findTask(db, params.unit, params.id, true)
  return held === undefined || refuses(held, verb, actor.id, isOn) !== null ? refuse(problems.wrongState()) : ok(held)
}

async function take(request: Doing, verb: Verb, changes: (row: TaskRow) => Partial<TaskRow>, reason = ''): Promise<Result<ShownTask>> {
  const found = await taskFor(request, verb)
  if (!found.ok) return found
  const next = { ...found.value, ...changes(found.value) }
  await saveTask(request.db, next)
  const { unit, id, state, subject: about } = next
  await request.act({ verb, unit, about, subject: `plan-task:${id}`, payload: { state }, ...(reason === '' ? {} : { reason }) })
  const [shown] = await tasksShown(request, [next])
  return shown === undefined ? refuse(problems.noSuchPlan()) : ok(shown)
}

const report: Handler<C['report']> = (request) =>
  take(request, 'report', () => ({ state: 'reported', report: request.body.report, reportedBy: request.actor.id }), request.body.report)

const sendBack: Handler<C['return']> = (request) =>
  take(request, 'return', () => ({ state: 'open', reportedBy: null }), request.body.reason)

const confirm: Handler<C['confirm']> = (request) => take(request, 'confirm', () => ({ state: 'confirmed', confirmedBy: request.actor.id }))

const assign: Handler<C['assign']> = async (request) => {
  const { db, body, today, clock, dice } = request
  const found = await taskFor(request, 'assign')
  if (!found.ok) return found
  const above = found.value
  const subjects = [...new Set(body.subjects)]
  const known = await getUnits(db, subjects, today)
  const wrong = subjects.find((code) => code === above.subject || !code.startsWith(above.subject) || !known.has(code))
  if (wrong !== undefined) return refuse(problems.notBelowTask({ unit: wrong }))
  const due = body.due ?? above.due
  if (due > above.due || due < today) return refuse(problems.dueOutside({ due, from: today, to: above.due }))
  // Handed on again, the units that have it keep it.
  const plan = { unit: above.unit, id: above.plan }
  const has = new Set((await tasksOf(db, plan)).filter((row) => row.parent === above.id).map((row) => row.subject))
  const fresh = subjects.filter((code) => !has.has(code))
  await addTasks(
    db,
    fresh.map((subject) => ({ ...above, id: newId(clock, dice), unit: above.subject, subject, parent: above.id, due, report: '' })),
  )
  if (fresh.length > 0)
    await request.act({ verb: 'assign', unit: above.subject, subject: `plan-task:${above.id}`, payload: { subjects: fresh, due } })
  return ok({ added: fresh.length })
}

export const doing = { report, return: sendBack, confirm, assign } satisfies Partial<Handlers<C>>
