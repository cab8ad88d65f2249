// Plans, their sheet in and out.

import type { Handler, Handlers } from '#ground/http/handler.ts'
import { newId } from '#ground/kernel/ids.ts'
import type { FieldError, Problem } from '#ground/kernel/problem.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import { readRecords, templateColumns } from '#ground/sheets/sheet-columns.ts'
import { sheetFile, templateFile } from '#ground/sheets/sheet-file.ts'
import { getUnits } from '#rooms/units/offers.ts'
import type { contract } from '../contract.ts'
import { readTask } from '../core/read-sheet.ts'
import type { Column, TaskWanted } from '../core/read-sheet.ts'
import { columns, outColumns } from '../core/sheet-words.ts'
import { addPlan, addTasks, findPlan, listPlans, tasksFor, tasksOf } from '../data/queries.ts'
import type { TaskRow } from '../data/queries.ts'
import { problems } from '../problems.ts'
import { plansShown, recordShown, scheduleOf, tasksShown } from './show.ts'

type C = typeof contract
const limits = { maxRows: 2_000, maxColumns: 40, maxExpandedBytes: 32 * 1_048_576 }
const mostRows = 500

const list: Handler<C['list']> = async ({ db, actor }) => ok({ rows: await plansShown(db, await listPlans(db, actor.scopes, mostRows)) })

const mine: Handler<C['mine']> = async (request) => {
  const unit = request.actor.unit
  const rows = unit === null ? [] : await tasksFor(request.db, [unit], mostRows)
  const own = rows.filter((row) => row.subject === unit || row.unit === unit)
  return ok({ rows: await tasksShown(request, own, rows) })
}

const create: Handler<C['create']> = async (request) => {
  const { db, body } = request
  if (body.to < body.from) return refuse(problems.wrongTime())
  const there = await findPlan(db, body.unit, body.id)
  if (there !== undefined) return ok(await recordShown(request, there))
  await addPlan(db, body)
  const { title, from, to } = body
  await request.act({ verb: 'create', unit: body.unit, subject: `plan:${body.id}`, payload: { title, from, to } })
  return ok(await recordShown(request, body))
}

const get: Handler<C['get']> = async (request) => {
  const plan = await findPlan(request.db, request.params.unit, request.params.id)
  return plan === undefined ? refuse(problems.noSuchPlan()) : ok(await recordShown(request, plan))
}

const schedule: Handler<C['schedule']> = async (request) => {
  const { db, params, query, today } = request
  const plan = await findPlan(db, params.unit, params.id)
  if (plan === undefined) return refuse(problems.noSuchPlan())
  const { progress: _sum, actions: _actions, tasks, ...shown } = await recordShown(request, plan)
  const lengths = { prepare: Number(query.prepare), check: Number(query.check) }
  const standing = tasks.filter((task) => task.state !== 'dropped')
  return ok({ ...shown, rows: scheduleOf(standing, plan, lengths, today) })
}

const template: Handler<C['template']> = async ({ query, language, actor }) =>
  actor.unit === null
    ? refuse(problems.noSuchPlan())
    : ok({ file: await templateFile(query.format, 'plan-template', templateColumns(columns, language), language) })

const keys = Object.keys(columns) as Column[]

const exportPlan: Handler<C['export']> = async (request) => {
  const { params, query, language, db } = request
  const plan = await findPlan(db, params.unit, params.id)
  if (plan === undefined) return refuse(problems.noSuchPlan())
  const { tasks } = await recordShown(request, plan)
  const header = [...keys.map((key) => columns[key].title[language]), ...outColumns.map((title) => title[language])]
  const rows = tasks.map((task) => [
    ...keys.map((key) => (key === 'subject' ? task.subject.code : (task[key] ?? ''))),
    task.subject.name,
    task.beginBy ?? '',
    task.progress.whole,
    task.progress.done,
    task.progress.reported,
    task.progress.late,
  ])
  return ok({ file: sheetFile(query.format, `plan-${request.today}`, { sheet: plan.title.slice(0, 30), header, rows }) })
}

const wantedOf = ({ number, action, title, subject, due, days, measure }: TaskRow): TaskWanted => ({
  number,
  action,
  title,
  subject,
  due,
  days,
  measure,
})

const importTasks: Handler<C['import']> = async (request) => {
  const { db, params, body, language, clock, dice, today } = request
  const plan = await findPlan(db, params.unit, params.id)
  if (plan === undefined) return refuse(problems.noSuchPlan())
  const sheet = await readRecords(request.upload?.bytes ?? new Uint8Array(), columns, limits)
  if (!sheet.ok) return sheet
  const { records } = sheet.value
  const codes = [...new Set(records.map((record) => record.subject))].filter((code) => /^\d{2,17}$/.test(code))
  const units = new Set((await getUnits(db, codes, today)).keys())
  const top = (await tasksOf(db, plan)).filter((row) => row.parent === null)
  const there = new Map(top.map((row) => [row.number, wantedOf(row)]))
  const [fresh, bad, seen]: [TaskWanted[], { line: number; problem: Problem }[], Set<string>] = [[], [], new Set()]
  let unchanged = 0
  for (const record of records) {
    const read = readTask(record, { unit: plan.unit, from: plan.from, to: plan.to, units, there }, seen)
    seen.add(record.number)
    if (!('task' in read)) bad.push({ line: record.line, problem: read })
    else if (read.isThere) unchanged += 1
    else fresh.push(read.task)
  }
  const errors = bad.map(({ line, problem }) => ({ line, detail: problem.detail[language] }))
  if (body.dryRun) return ok({ added: fresh.length, unchanged, errors })
  if (bad.length > 0) {
    const faults = bad.map(({ line, problem }): FieldError => ({ path: `line ${line}`, detail: problem.detail, more: { line } }))
    return refuse(problems.badRows(undefined, faults))
  }
  const still = {
    plan: plan.id,
    planTitle: plan.title,
    parent: null,
    state: 'open',
    report: '',
    reportedBy: null,
    confirmedBy: null,
    changedOn: null,
    changeReason: '',
    returnedOn: null,
    returnReason: '',
  } as const
  await addTasks(
    db,
    fresh.map((task) => ({ ...task, ...still, unit: plan.unit, id: newId(clock, dice) })),
  )
  if (fresh.length > 0)
    await request.act({
      verb: 'import',
      unit: plan.unit,
      subject: `plan:${plan.id}`,
      payload: { numbers: fresh.map((task) => task.number) },
    })
  return ok({ added: fresh.length, unchanged, errors: [] })
}

export const planning = { list, mine, create, get, schedule, template, export: exportPlan, import: importTasks } satisfies Partial<
  Handlers<C>
>
