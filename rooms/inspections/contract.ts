// Everything that can be done with inspections, as data. The daily list and the monthly summary are answers, never inputs.

import { z } from 'zod'
import { defineContract } from '#ground/http/contract.ts'
import {
  checklist,
  day,
  entry,
  exampleRecord,
  exampleRow,
  finding,
  outcome,
  record,
  row,
  sums,
  unitCode,
  where,
  words,
} from './core/shapes.ts'
import { problems } from './problems.ts'

const params = { unit: exampleRow.unit, id: exampleRow.id }
const rows = { kind: 'post', permission: 'inspections.read', at: 'rows' } as const
const plans = { kind: 'post', permission: 'inspections.plan', at: 'params.unit' } as const
const read = { kind: 'post', permission: 'inspections.read', at: 'params.unit' } as const
const usual = [problems.noSuchInspection, problems.wrongState] as const
const file = ['text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'] as const
const format = z.enum(['xlsx', 'csv']).default('xlsx')
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)
const exampleSums = { units: 1, items: 5, faults: 1, closed: 0, open: 1, late: 0 }
const monthRow = row.pick({ unit: true, id: true, owner: true, title: true, from: true, to: true, state: true }).extend({ sums })
const exampleFinding = {
  id: '01990a00-0000-7000-8000-0000000000d2',
  subject: '990101001001',
  item: 'fire-lane',
  outcome: 'fault' as const,
  note: '2 号楼楼道堆放杂物。',
  on: '2026-09-08',
}
const exampleSeen = { ...exampleFinding, entry: '01990a00-0000-7000-8000-0000000000d3', pictures: [] }

/** What is planned. */
const planned = {
  id: z.uuid(),
  title: words(100),
  /** What it rests on: the plan of the year, a rule, a document. */
  basis: words(400),
  /** What one look costs the unit looked at. */
  minutes: z.int().min(1).max(6000),
  checklist: z.string().max(60),
  subjects: z.array(unitCode).min(1).max(500),
  from: day,
  to: day,
}
const examplePlan = {
  id: params.id,
  title: exampleRow.title,
  basis: exampleRow.basis,
  minutes: 20,
  checklist: 'community-daily',
  subjects: ['990101001001'],
  from: '2026-09-08',
  to: '2026-09-30',
}

export const contract = defineContract({
  checklists: {
    method: 'GET',
    path: '/inspections/checklists',
    summary: { zh: '督查清单（标准包）', en: 'Checklists of the packs' },
    access: { kind: 'post', permission: 'inspections.read', at: 'record' },
    output: z.strictObject({ rows: z.array(checklist) }),
    problems: [],
    example: { output: { rows: [] } },
  },
  list: {
    method: 'GET',
    path: '/inspections',
    summary: { zh: '督查', en: 'Inspections' },
    access: rows,
    query: z.strictObject({ below: unitCode.optional() }),
    output: z.strictObject({ rows: z.array(row) }),
    problems: [],
    example: { query: {}, output: { rows: [exampleRow] } },
  },
  onHand: {
    method: 'GET',
    path: '/inspections/on-hand',
    summary: { zh: '手机带走：进行中的督查和已看的项目', en: 'What a phone takes along: inspections under way and what was seen' },
    access: { kind: 'post', permission: 'inspections.inspect', at: 'rows' },
    output: z.strictObject({
      post: z.uuid().nullable(),
      today: day,
      rows: z.array(row.extend({ findings: z.array(finding) })),
    }),
    problems: [],
    example: { output: { post: null, today: '2026-09-08', rows: [] } },
  },
  month: {
    method: 'GET',
    path: '/inspections/month',
    summary: { zh: '月度汇总，由记录和台账生成', en: 'The summary of a month, made from what was seen and from the ledger' },
    access: rows,
    query: z.strictObject({ month, below: unitCode.optional() }),
    output: z.strictObject({ rows: z.array(monthRow), whole: sums }),
    problems: [],
    example: { query: { month: '2026-09' }, output: { rows: [], whole: exampleSums } },
  },
  exportMonth: {
    method: 'GET',
    path: '/inspections/month/export',
    summary: { zh: '导出月度汇总', en: 'Export the summary of a month' },
    access: rows,
    query: z.strictObject({ month, below: unitCode.optional(), format }),
    file,
    problems: [],
    example: { query: { month: '2026-09', format: 'csv' } },
  },
  plan: {
    method: 'POST',
    path: '/inspections',
    summary: { zh: '计划一次督查', en: 'Plan an inspection' },
    access: { kind: 'post', permission: 'inspections.plan', at: 'body.unit' },
    body: z.strictObject({ ...planned, unit: unitCode }),
    output: record,
    problems: [problems.noChecklist, problems.wrongPlan],
    example: {
      body: { ...examplePlan, unit: params.unit },
      output: exampleRecord,
    },
  },
  revise: {
    method: 'POST',
    path: '/inspections/:unit/:id/revise',
    summary: {
      zh: '更正计划：另立一份注明原计划的新计划，原计划随即结束',
      en: 'Correct a plan by another one that names it; the old one ends',
    },
    access: plans,
    params: where,
    body: z.strictObject({ ...planned, reason: words(500) }),
    output: record,
    problems: [...usual, problems.noChecklist, problems.wrongPlan],
    example: {
      params,
      body: { ...examplePlan, id: '01990a00-0000-7000-8000-0000000000d6', reason: '漏列一个社区。' },
      output: { ...exampleRecord, id: '01990a00-0000-7000-8000-0000000000d6', revises: { id: params.id, title: exampleRow.title } },
    },
  },
  get: {
    method: 'GET',
    path: '/inspections/:unit/:id',
    summary: { zh: '一次督查：计划、已看的项目、转入台账的问题', en: 'One inspection: plan, what was seen, what became of it' },
    access: read,
    params: where,
    output: record,
    problems: [problems.noSuchInspection],
    example: { params, output: exampleRecord },
  },
  file: {
    method: 'POST',
    path: '/inspections/:unit/:id/file',
    summary: { zh: '备案：登入填报事项登记簿', en: 'File it in the register of form demands' },
    access: plans,
    params: where,
    output: record,
    problems: [...usual],
    example: { params, output: { ...exampleRecord, filed: true } },
  },
  open: {
    method: 'POST',
    path: '/inspections/:unit/:id/open',
    summary: { zh: '开始；没有备案的不能开始', en: 'Begin it; not before it is filed' },
    access: plans,
    params: where,
    output: record,
    problems: [...usual, problems.notFiled],
    example: { params, output: { ...exampleRecord, filed: true, state: 'open' } },
  },
  close: {
    method: 'POST',
    path: '/inspections/:unit/:id/close',
    summary: { zh: '结束', en: 'End it' },
    access: plans,
    params: where,
    output: record,
    problems: usual,
    example: { params, output: { ...exampleRecord, filed: true, state: 'closed' } },
  },
  withdraw: {
    method: 'POST',
    path: '/inspections/:unit/:id/withdraw',
    summary: { zh: '撤回还没开始的计划，写明原因', en: 'Withdraw a plan that has not begun, with a reason' },
    access: plans,
    params: where,
    body: z.strictObject({ reason: words(500) }),
    output: record,
    problems: usual,
    example: { params, body: { reason: '与上级督查重复。' }, output: { ...exampleRecord, state: 'withdrawn' } },
  },
  record: {
    method: 'POST',
    path: '/inspections/:unit/:id/record',
    summary: { zh: '登记一项所见；有问题的当场转入台账', en: 'Write down what was seen of an item; a fault becomes an entry at once' },
    access: { kind: 'post', permission: 'inspections.inspect', at: 'params.unit' },
    params: where,
    body: z.strictObject({
      /** Made by the phone, so that it arrives once. */
      id: z.uuid(),
      subject: unitCode,
      item: z.string().max(60),
      outcome,
      note: z.string().trim().max(2000).default(''),
      /** Working days for mending; those of the checklist when left out. */
      days: z.int().min(1).max(750).optional(),
      on: day,
    }),
    output: finding,
    problems: [...usual, problems.notPlanned, problems.wrongDay, problems.noteMissing],
    example: { params, body: { ...exampleFinding, days: 3 }, output: exampleSeen },
  },
  addPicture: {
    method: 'POST',
    path: '/inspections/:unit/:id/findings/:finding/pictures',
    summary: { zh: '给一项所见附上佐证照片', en: 'Cite a picture for what was seen' },
    access: { kind: 'post', permission: 'inspections.inspect', at: 'params.unit' },
    params: where.extend({ finding: z.uuid() }),
    /** The citation's id, made by the phone, and the evidence; a fault's entry in the ledger shows it as well. */
    body: z.strictObject({ id: z.uuid(), item: z.strictObject({ unit: unitCode, id: z.uuid() }) }),
    output: finding,
    problems: [problems.noSuchInspection, problems.noSuchFinding],
    example: {
      params: { ...params, finding: exampleFinding.id },
      body: { id: '01990a00-0000-7000-8000-0000000000d4', item: { unit: params.unit, id: '01990a00-0000-7000-8000-0000000000d5' } },
      output: exampleSeen,
    },
  },
  day: {
    method: 'GET',
    path: '/inspections/:unit/:id/day',
    summary: { zh: '当日清单，由记录和台账生成', en: 'The list of a day, made from what was seen and from the ledger' },
    access: read,
    params: where,
    query: z.strictObject({ on: day }),
    output: z.strictObject({ title: z.string(), on: day, sums, entries: z.array(entry) }),
    problems: [problems.noSuchInspection],
    example: { params, query: { on: '2026-09-08' }, output: { title: exampleRow.title, on: '2026-09-08', sums: exampleSums, entries: [] } },
  },
  exportDay: {
    method: 'GET',
    path: '/inspections/:unit/:id/day/export',
    summary: { zh: '导出当日清单', en: 'Export the list of a day' },
    access: read,
    params: where,
    query: z.strictObject({ on: day, format }),
    file,
    problems: [problems.noSuchInspection],
    example: { params, query: { on: '2026-09-08', format: 'csv' } },
  },
})
