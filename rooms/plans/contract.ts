// Everything that can be done with plans, as data. Progress is an answer, never an input.

import { z } from 'zod'
import { defineContract } from '#ground/http/contract.ts'
import { problems } from './problems.ts'

const day = z.iso.date()
const unitCode = z.string().regex(/^\d{2,17}$/)
const words = (most: number) => z.string().trim().min(1).max(most)
const where = z.strictObject({ unit: unitCode, id: z.uuid() })
const unitName = z.strictObject({ code: unitCode, name: z.string() })
const progress = z.strictObject({ whole: z.int(), done: z.int(), reported: z.int(), late: z.int() })
const verb = z.enum(['report', 'return', 'confirm', 'assign', 'revise', 'drop', 'restore'])
const format = z.enum(['xlsx', 'csv']).default('xlsx')
const sheets = ['text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'] as const

const plan = z.strictObject({ unit: unitCode, id: z.uuid(), owner: z.string(), title: z.string(), from: day, to: day })

/** One task, with what was confirmed below it and what the asker may do with it. */
const task = z.strictObject({
  unit: unitCode,
  id: z.uuid(),
  plan: z.uuid(),
  planTitle: z.string(),
  parent: z.uuid().nullable(),
  number: z.string(),
  action: z.string(),
  title: z.string(),
  owner: unitName,
  subject: unitName,
  due: day,
  days: z.int().nullable(),
  /** The latest day to begin, scheduled backwards; null where days or calendar are not known. */
  beginBy: day.nullable(),
  measure: z.string(),
  state: z.enum(['open', 'reported', 'confirmed', 'dropped']),
  report: z.string(),
  /** When and why it was last revised or dropped. */
  changedOn: day.nullable(),
  changeReason: z.string(),
  /** When and why what was reported was last returned. */
  returnedOn: day.nullable(),
  returnReason: z.string(),
  late: z.boolean(),
  progress,
  may: z.array(verb),
})
/** A task along the calendar: preparation, the days it takes, and the check; none where days or calendar are not known. */
const scheduled = task.extend({
  stretches: z.array(z.strictObject({ stage: z.enum(['prepare', 'work', 'check']), from: day, to: day })),
  /** There is time: what is scheduled begins neither before the plan nor, while nothing is done, before today. */
  fits: z.boolean(),
})
const workingDays = z.string().regex(/^\d{1,2}$/)

const record = plan.extend({
  progress,
  actions: z.array(z.strictObject({ action: z.string(), progress })),
  tasks: z.array(task),
  asOf: day,
})

const params = { unit: '990101', id: '01990a00-0000-7000-8000-0000000000f1' }
const examplePlan = { ...params, owner: '演示县', title: '示例：三年行动计划', from: '2026-01-01', to: '2028-12-31' }
const none = { whole: 0, done: 0, reported: 0, late: 0 }
const exampleRecord = { ...examplePlan, progress: none, actions: [], tasks: [], asOf: '2026-09-08' }
const exampleTask = {
  ...params,
  plan: params.id,
  planTitle: examplePlan.title,
  parent: null,
  number: '1.1',
  action: '示例：阵地提升行动',
  title: '示例：党群服务中心达标',
  owner: { code: '990101', name: '演示县' },
  subject: { code: '990101001', name: '晨光街道' },
  due: '2027-06-30',
  days: 60,
  beginBy: null,
  measure: '',
  state: 'open' as const,
  report: '',
  changedOn: null,
  changeReason: '',
  returnedOn: null,
  returnReason: '',
  late: false,
  progress: { ...none, whole: 1 },
  may: [],
}
const usual = [problems.noSuchPlan, problems.wrongState] as const
const acts = <const P extends string>(permission: P) => ({ kind: 'post', permission, at: 'record' }) as const

export const contract = defineContract({
  list: {
    method: 'GET',
    path: '/plans',
    summary: { zh: '行动计划', en: 'Plans' },
    access: { kind: 'post', permission: 'plans.read', at: 'rows' },
    output: z.strictObject({ rows: z.array(plan) }),
    problems: [],
    example: { output: { rows: [examplePlan] } },
  },
  mine: {
    method: 'GET',
    path: '/plans/tasks',
    summary: { zh: '本单位承担和分解出去的任务，未完成的', en: 'Open tasks that the own unit does or handed out' },
    access: { kind: 'post', permission: 'plans.read', at: 'rows' },
    output: z.strictObject({ rows: z.array(task) }),
    problems: [],
    example: { output: { rows: [exampleTask] } },
  },
  template: {
    method: 'GET',
    path: '/plans/template',
    summary: { zh: '任务导入模板', en: 'Template for tasks' },
    access: { kind: 'post', permission: 'plans.convene', at: 'rows' },
    query: z.strictObject({ format }),
    file: sheets,
    problems: [],
    example: { query: { format: 'csv' } },
  },
  schedule: {
    method: 'GET',
    path: '/plans/:unit/:id/schedule',
    summary: { zh: '路线图、时间表、施工图：从完成时限倒排', en: 'Roadmap, timetable, works plan: scheduled backwards from the days due' },
    access: { kind: 'post', permission: 'plans.read', at: 'params.unit' },
    params: where,
    query: z.strictObject({ prepare: workingDays, check: workingDays }),
    output: plan.extend({ rows: z.array(scheduled), asOf: day }),
    problems: [problems.noSuchPlan],
    example: {
      params,
      query: { prepare: '10', check: '5' },
      output: { ...examplePlan, rows: [{ ...exampleTask, stretches: [], fits: true }], asOf: '2026-09-08' },
    },
  },
  create: {
    method: 'POST',
    path: '/plans',
    summary: { zh: '新建计划', en: 'Make a plan' },
    access: { kind: 'post', permission: 'plans.convene', at: 'body.unit' },
    body: z.strictObject({ id: z.uuid(), unit: unitCode, title: words(200), from: day, to: day }),
    output: record,
    problems: [problems.wrongTime],
    example: { body: { ...params, title: examplePlan.title, from: examplePlan.from, to: examplePlan.to }, output: exampleRecord },
  },
  get: {
    method: 'GET',
    path: '/plans/:unit/:id',
    summary: { zh: '一个计划：任务和进度', en: 'A plan: its tasks and their progress' },
    access: { kind: 'post', permission: 'plans.read', at: 'params.unit' },
    params: where,
    output: record,
    problems: [problems.noSuchPlan],
    example: { params, output: exampleRecord },
  },
  export: {
    method: 'GET',
    path: '/plans/:unit/:id/export',
    summary: { zh: '导出任务和进度', en: 'Export tasks and progress' },
    access: { kind: 'post', permission: 'plans.read', at: 'params.unit' },
    params: where,
    query: z.strictObject({ format }),
    file: sheets,
    problems: [problems.noSuchPlan],
    example: { params, query: { format: 'csv' } },
  },
  import: {
    method: 'POST',
    path: '/plans/:unit/:id/import',
    summary: { zh: '用表格导入任务，有一行不对就一行不导', en: 'Import tasks from a sheet; nothing if a row is bad' },
    access: { kind: 'post', permission: 'plans.convene', at: 'params.unit' },
    params: where,
    upload: { maxBytes: 8 * 1_048_576 },
    body: z.strictObject({ dryRun: z.boolean().default(false) }),
    output: z.strictObject({ added: z.int(), unchanged: z.int(), errors: z.array(z.strictObject({ line: z.int(), detail: z.string() })) }),
    problems: [problems.noSuchPlan, problems.badRows],
    example: { params, body: { dryRun: true }, output: { added: 74, unchanged: 0, errors: [] } },
  },
  assign: {
    method: 'POST',
    path: '/plans/tasks/:unit/:id/assign',
    summary: { zh: '分解给下级单位', en: 'Hand it on to units below' },
    access: acts('plans.convene'),
    params: where,
    body: z.strictObject({ subjects: z.array(unitCode).min(1).max(200), due: day.optional() }),
    output: z.strictObject({ added: z.int() }),
    problems: [...usual, problems.notBelowTask, problems.dueOutside],
    example: { params, body: { subjects: ['990101001001'] }, output: { added: 1 } },
  },
  revise: {
    method: 'POST',
    path: '/plans/tasks/:unit/:id/revise',
    summary: { zh: '修改任务，写明理由', en: 'Revise a task, with a reason' },
    access: acts('plans.convene'),
    params: where,
    body: z.strictObject({
      action: words(200),
      title: words(500),
      subject: unitCode,
      due: day,
      days: z.int().min(1).max(999).nullable(),
      measure: z.string().trim().max(2000),
      reason: words(2000),
    }),
    output: task,
    problems: [...usual, problems.notBelowTask, problems.subjectHandedOn, problems.dueOutside],
    example: {
      params,
      body: {
        action: exampleTask.action,
        title: exampleTask.title,
        subject: '990101001',
        due: '2027-09-30',
        days: 60,
        measure: '',
        reason: '工程款分两年拨付。',
      },
      output: { ...exampleTask, due: '2027-09-30', changedOn: '2026-09-08', changeReason: '工程款分两年拨付。' },
    },
  },
  drop: {
    method: 'POST',
    path: '/plans/tasks/:unit/:id/drop',
    summary: {
      zh: '取消任务和分解出去的各项，写明理由；不再计入进度',
      en: 'Drop a task and its parts, with a reason; it is added up no more',
    },
    access: acts('plans.convene'),
    params: where,
    body: z.strictObject({ reason: words(2000) }),
    output: task,
    problems: usual,
    example: {
      params,
      body: { reason: '上级调整，不再实施。' },
      output: { ...exampleTask, state: 'dropped', changedOn: '2026-09-08', changeReason: '上级调整，不再实施。' },
    },
  },
  restore: {
    method: 'POST',
    path: '/plans/tasks/:unit/:id/restore',
    summary: {
      zh: '恢复已取消的任务和一并取消的各项，写明理由；重新报告完成',
      en: 'Take back a drop, with the parts that were dropped with it, and a reason; it is reported anew',
    },
    access: acts('plans.convene'),
    params: where,
    body: z.strictObject({ reason: words(2000) }),
    output: task,
    problems: [...usual, problems.aboveDropped, problems.aboveChanged, problems.givenAgain],
    example: {
      params,
      body: { reason: '上级恢复该项任务。' },
      output: { ...exampleTask, changedOn: '2026-09-08', changeReason: '上级恢复该项任务。' },
    },
  },
  report: {
    method: 'POST',
    path: '/plans/tasks/:unit/:id/report',
    summary: { zh: '报告完成', en: 'Report it as done' },
    access: acts('plans.report'),
    params: where,
    body: z.strictObject({ report: words(2000) }),
    output: task,
    problems: [...usual, problems.handedOn],
    example: { params, body: { report: '已达标，验收单在案。' }, output: { ...exampleTask, state: 'reported' } },
  },
  return: {
    method: 'POST',
    path: '/plans/tasks/:unit/:id/return',
    summary: { zh: '退回，写明理由', en: 'Return it with a reason' },
    access: acts('plans.convene'),
    params: where,
    body: z.strictObject({ reason: words(2000) }),
    output: task,
    problems: [...usual, problems.handedOn, problems.samePerson],
    example: { params, body: { reason: '缺消防验收。' }, output: exampleTask },
  },
  confirm: {
    method: 'POST',
    path: '/plans/tasks/:unit/:id/confirm',
    summary: { zh: '确认完成，由另一个人办理', en: 'Confirm that it is done, by a second person' },
    access: acts('plans.convene'),
    params: where,
    output: task,
    problems: [...usual, problems.handedOn, problems.samePerson],
    example: { params, output: { ...exampleTask, state: 'confirmed' } },
  },
})
