// What happens to a task: handed on, reported, returned, confirmed. Load, ask the rule, hold, write, record the act.

import type { Handler, Handlers, RoomRequest } from '#ground/http/handler.ts'
import { newId } from '#ground/kernel/ids.ts'
import type { Id } from '#ground/kernel/ids.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { Result } from '#ground/kernel/result.ts'
import { getUnits } from '#rooms/units/offers.ts'
import type { contract } from '../contract.ts'
import { droppedWith, misfits, partsOf, refuses } from '../core/task.ts'
import { addTasks, findPlan, findTask, isHandedOn, saveTask, tasksOf } from '../data/queries.ts'
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
  take(
    request,
    'return',
    () => ({ state: 'open', reportedBy: null, returnedOn: request.today, returnReason: request.body.reason }),
    request.body.reason,
  )

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
  const has = new Set(
    (await tasksOf(db, plan)).filter((row) => row.parent === above.id && row.state !== 'dropped').map((row) => row.subject),
  )
  const fresh = subjects.filter((code) => !has.has(code))
  await addTasks(
    db,
    fresh.map((subject) => ({
      ...above,
      id: newId(clock, dice),
      unit: above.subject,
      subject,
      parent: above.id,
      due,
      report: '',
      changedOn: null,
      changeReason: '',
      returnedOn: null,
      returnReason: '',
    })),
  )
  if (fresh.length > 0)
    await request.act({ verb: 'assign', unit: above.subject, subject: `plan-task:${above.id}`, payload: { subjects: fresh, due } })
  return ok({ added: fresh.length })
}

/** Changes what a task asks; parts below keep its name. A changed unit or an earlier day must agree with the parts. */
const revise: Handler<C['revise']> = async (request) => {
  const { db, body, today } = request
  const found = await taskFor(request, 'revise')
  if (!found.ok) return found
  const before = found.value
  const { reason, ...wanted } = body
  const rows = await tasksOf(db, { unit: before.unit, id: before.plan })
  const parts = partsOf(rows, before.id).filter((part) => part.state !== 'dropped')
  if (wanted.subject !== before.subject) {
    if (parts.length > 0) return refuse(problems.subjectHandedOn())
    const isBelow = wanted.subject.startsWith(before.unit) && (before.parent === null || wanted.subject !== before.unit)
    if (!isBelow || !(await getUnits(db, [wanted.subject], today)).has(wanted.subject))
      return refuse(problems.notBelowTask({ unit: wanted.subject }))
  }
  if (wanted.due !== before.due) {
    const above = rows.find((row) => row.id === before.parent)
    const plan = await findPlan(db, before.unit, before.plan)
    const to = above?.due ?? plan?.to ?? wanted.due
    const from = parts.reduce((last, part) => (part.due > last ? part.due : last), plan?.from ?? today)
    if (wanted.due < from || wanted.due > to) return refuse(problems.dueOutside({ due: wanted.due, from, to }))
  }
  const next: TaskRow = { ...before, ...wanted, changedOn: today, changeReason: reason }
  await saveTask(db, next)
  const { action, title } = wanted
  if (action !== before.action || title !== before.title)
    for (const part of parts)
      if (part.state === 'open') await saveTask(db, { ...part, action, title, changedOn: today, changeReason: reason })
  const changes = Object.fromEntries(
    (['action', 'title', 'subject', 'due', 'days', 'measure'] as const)
      .filter((key) => before[key] !== next[key])
      .map((key) => [key, { from: before[key], to: next[key] }]),
  )
  await request.act({ verb: 'revise', unit: next.unit, about: next.subject, subject: `plan-task:${next.id}`, payload: changes, reason })
  const [shown] = await tasksShown(request, [next], rows)
  return shown === undefined ? refuse(problems.noSuchPlan()) : ok(shown)
}

/** Drops a task and what was handed on of it; parts that are done stay done. */
const drop: Handler<C['drop']> = async (request) => {
  const { db, body, today } = request
  const found = await taskFor(request, 'drop')
  if (!found.ok) return found
  const dropped = { state: 'dropped', changedOn: today, changeReason: body.reason } as const
  const parts = partsOf(await tasksOf(db, { unit: found.value.unit, id: found.value.plan }), found.value.id)
  const gone = [found.value, ...parts.filter((part) => part.state === 'open' || part.state === 'reported')]
  for (const row of gone) {
    await saveTask(db, { ...row, ...dropped })
    const { unit, id, subject: about } = row
    await request.act({ verb: 'drop', unit, about, subject: `plan-task:${id}`, payload: { state: 'dropped' }, reason: body.reason })
  }
  const [shown] = await tasksShown(request, [{ ...found.value, ...dropped }])
  return shown === undefined ? refuse(problems.noSuchPlan()) : ok(shown)
}

/** Takes back a drop, with the parts that were dropped with it. They are open again: what was reported before is reported anew. */
const restore: Handler<C['restore']> = async (request) => {
  const { db, body, today } = request
  const found = await taskFor(request, 'restore')
  if (!found.ok) return found
  const rows = await tasksOf(db, { unit: found.value.unit, id: found.value.plan })
  const why = misfits(found.value, rows)
  if (why === 'above-dropped') return refuse(problems.aboveDropped())
  if (why === 'given-again') return refuse(problems.givenAgain())
  if (why !== null) return refuse(problems.aboveChanged())
  const open = { state: 'open', reportedBy: null, changedOn: today, changeReason: body.reason } as const
  for (const row of [found.value, ...droppedWith(found.value, partsOf(rows, found.value.id))]) {
    await saveTask(db, { ...row, ...open })
    const { unit, id, subject: about } = row
    await request.act({ verb: 'restore', unit, about, subject: `plan-task:${id}`, payload: { state: 'open' }, reason: body.reason })
  }
  const now = await tasksOf(db, { unit: found.value.unit, id: found.value.plan })
  const [shown] = await tasksShown(request, [{ ...found.value, ...open }], now)
  return shown === undefined ? refuse(problems.noSuchPlan()) : ok(shown)
}

export const doing = { report, return: sendBack, confirm, assign, revise, drop, restore } satisfies Partial<Handlers<C>>
