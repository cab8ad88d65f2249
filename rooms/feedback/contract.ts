// Everything that can be done with complaints and suggestions, as data. Those who send one are nobody to the system,
// signed in or not: the tracking code is all they hold.

import { z } from 'zod'
import { defineContract } from '#ground/http/contract.ts'
import { problems } from './problems.ts'

const day = z.iso.date()
const unitCode = z.string().regex(/^\d{2,17}$/)
const words = (most: number) => z.string().trim().min(1).max(most)

/** What is sent in: a complaint, a suggestion, or a correction of something shown wrongly. */
export const kind = z.enum(['complaint', 'suggestion', 'correction'])

/** States as in core/state.ts. */
export const state = z.enum(['received', 'handling', 'answered', 'satisfied', 'reopened', 'closed', 'transferred'])

const code = z.string().max(60)

/** Where a page ended: owed an answer (1) or not (0), day, id. */
const place = z.string().refine((text) => {
  const [owed, on, id, ...rest] = text.split('.')
  return (owed === '0' || owed === '1') && day.safeParse(on).success && z.uuid().safeParse(id).success && rest.length === 0
})

/** How the desk groups the states. */
export const group = z.enum(['open', 'answered', 'closed'])

/** What narrows the list, and the export in the same way. */
const filter = {
  state: state.optional(),
  group: group.optional(),
  kind: kind.optional(),
  open: z.enum(['true', 'false']).optional(),
  below: unitCode.optional(),
  /** First and last day on which it was sent; what is owed an answer is found whenever it was sent. */
  from: day.optional(),
  to: day.optional(),
  /** A part of the text. */
  q: z.string().trim().max(40).optional(),
}
const where = z.strictObject({ unit: unitCode, id: z.uuid() })

/** Where the five working days stand; null when no answer is owed. */
export const deadline = z.strictObject({
  state: z.enum(['waiting', 'warn', 'late-1x', 'late-3x']),
  due: day.nullable(),
  left: z.int(),
})

/** One step of the record, as sender and handler see it; never who of the office did it. */
export const step = z.strictObject({
  at: z.iso.datetime(),
  verb: z.enum(['file', 'accept', 'answer', 'transfer', 'receive', 'rate', 'close']),
  satisfied: z.boolean().nullable(),
  text: z.string(),
})

const unitName = z.strictObject({ code: unitCode, name: z.string() })

/** A line of the handler's list. */
export const row = z.strictObject({
  unit: unitCode,
  id: z.uuid(),
  kind,
  state,
  subject: unitName.nullable(),
  excerpt: z.string(),
  filedOn: day,
  deadline: deadline.nullable(),
})

/** The whole record for the handler; the contact itself takes a logged reveal. */
export const record = row.extend({
  text: z.string(),
  hasContact: z.boolean(),
  rated: z.boolean(),
  mayClose: z.boolean(),
  steps: z.array(step),
})

const example = {
  params: { unit: '990101', id: '01990a00-0000-7000-8000-000000000001' },
  record: {
    unit: '990101',
    id: '01990a00-0000-7000-8000-000000000001',
    kind: 'suggestion',
    state: 'received',
    subject: { code: '990101001001', name: '晨光社区' },
    excerpt: '大字版的按钮还可以再大一些。',
    filedOn: '2026-09-08',
    deadline: { state: 'waiting', due: '2026-09-15', left: 5 },
    text: '大字版的按钮还可以再大一些。',
    hasContact: false,
    rated: false,
    mayClose: false,
    steps: [{ at: '2026-09-08T06:02:00.000Z', verb: 'file', satisfied: null, text: '' }],
  },
}

const handle = { kind: 'post', permission: 'feedback.handle', at: 'params.unit' } as const
const anybody = { kind: 'public', anonymous: true } as const

export const contract = defineContract({
  about: {
    method: 'GET',
    path: '/feedback/about',
    summary: { zh: '主办单位、监督电话和备案号', en: 'The operator, the supervision telephone and the filing number' },
    access: anybody,
    output: z.strictObject({
      operatorName: z.string().nullable(),
      complaintPhone: z.string().nullable(),
      filingNumber: z.string().nullable(),
    }),
    problems: [],
    example: { output: { operatorName: '演示县委组织部', complaintPhone: null, filingNumber: null } },
  },
  file: {
    method: 'POST',
    path: '/feedback',
    summary: { zh: '提交投诉建议，得到查询码', en: 'Send a complaint or suggestion and get a tracking code' },
    access: anybody,
    body: z.strictObject({
      kind,
      text: words(2000),
      unit: unitCode.optional(),
      contact: z.string().trim().max(200).optional(),
      /** Made by the sender and kept nowhere: the same again gives the same record and the same code. */
      nonce: z.uuid(),
    }),
    output: z.strictObject({ code: z.string(), filedOn: day, due: day.nullable() }),
    problems: [problems.unknownUnit, problems.noHome],
    example: {
      body: {
        kind: 'suggestion',
        text: '大字版的按钮还可以再大一些。',
        unit: '990101001001',
        nonce: '3f0c8a52-6a0b-4f0e-9d1c-2b7e5a9c4d10',
      },
      output: { code: '7K3M9QXT2FHB', filedOn: '2026-09-08', due: '2026-09-15' },
    },
    // The answer holds the tracking code, so it is not kept for replays; the nonce makes repeating harmless.
    idempotent: false,
    perMinute: 30,
  },
  track: {
    method: 'GET',
    path: '/feedback/track',
    summary: { zh: '凭查询码查看办理情况', en: 'What became of it, by tracking code' },
    access: anybody,
    query: z.strictObject({ code }),
    output: z.strictObject({
      kind,
      state,
      text: z.string(),
      subject: unitName.nullable(),
      filedOn: day,
      deadline: deadline.nullable(),
      hasContact: z.boolean(),
      mayRate: z.boolean(),
      steps: z.array(step),
    }),
    problems: [problems.badCode, problems.unknownCode],
    example: {
      query: { code: '7K3M-9QXT-2FHB' },
      output: {
        kind: 'suggestion',
        state: 'received',
        text: '大字版的按钮还可以再大一些。',
        subject: { code: '990101001001', name: '晨光社区' },
        filedOn: '2026-09-08',
        deadline: { state: 'waiting', due: '2026-09-15', left: 5 },
        hasContact: false,
        mayRate: false,
        steps: [{ at: '2026-09-08T06:02:00.000Z', verb: 'file', satisfied: null, text: '' }],
      },
    },
    perMinute: 60,
  },
  rate: {
    method: 'POST',
    path: '/feedback/rate',
    summary: { zh: '回访评价：满意，或不满意、继续办理', en: 'Say whether the answer satisfies; otherwise it is handled further' },
    access: anybody,
    body: z.strictObject({ code, satisfied: z.boolean(), text: z.string().trim().max(2000).optional() }),
    output: z.strictObject({ state }),
    problems: [problems.badCode, problems.unknownCode, problems.wrongState, problems.ratedAlready],
    example: { body: { code: '7K3M-9QXT-2FHB', satisfied: true }, output: { state: 'satisfied' } },
    perMinute: 30,
  },
  list: {
    method: 'GET',
    path: '/feedback',
    summary: { zh: '投诉建议列表', en: 'Complaints and suggestions to handle' },
    access: { kind: 'post', permission: 'feedback.handle', at: 'rows' },
    query: z.strictObject({
      ...filter,
      /** `next` of the page before. */
      after: place.optional(),
      take: z.coerce.number().int().min(1).max(200).default(200),
    }),
    output: z.strictObject({ rows: z.array(row), more: z.boolean(), next: z.string().nullable(), total: z.int() }),
    problems: [],
    example: { query: { group: 'open', take: 100 }, output: { rows: [], more: false, next: null, total: 0 } },
  },
  export: {
    method: 'GET',
    path: '/feedback/export',
    summary: { zh: '导出投诉建议（不含联系方式）', en: 'Export complaints and suggestions, without contacts' },
    access: { kind: 'post', permission: 'feedback.handle', at: 'rows' },
    query: z.strictObject({ ...filter, format: z.enum(['xlsx', 'csv']).default('xlsx') }),
    file: ['text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    problems: [],
    example: { query: { format: 'csv' } },
  },
  get: {
    method: 'GET',
    path: '/feedback/:unit/:id',
    summary: { zh: '一件投诉建议的内容和经过', en: 'One complaint or suggestion and its steps' },
    access: handle,
    params: where,
    output: record,
    problems: [problems.noSuchCase],
    example: { params: example.params, output: example.record },
  },
  accept: {
    method: 'POST',
    path: '/feedback/:unit/:id/accept',
    summary: { zh: '受理，开始办理', en: 'Begin to handle it' },
    access: handle,
    params: where,
    output: record,
    problems: [problems.noSuchCase, problems.wrongState],
    example: { params: example.params, output: { ...example.record, state: 'handling' } },
  },
  answer: {
    method: 'POST',
    path: '/feedback/:unit/:id/answer',
    summary: { zh: '答复来件人', en: 'Answer the sender' },
    access: handle,
    params: where,
    body: z.strictObject({ text: words(2000) }),
    output: record,
    problems: [problems.noSuchCase, problems.wrongState],
    example: {
      params: example.params,
      body: { text: '已调整，下次更新后按钮高 60 像素。' },
      output: { ...example.record, state: 'answered' },
    },
  },
  transfer: {
    method: 'POST',
    path: '/feedback/:unit/:id/transfer',
    summary: { zh: '转给另一单位的办理部门，写明理由', en: "Transfer it to another unit's handler, with a reason" },
    access: handle,
    params: where,
    body: z.strictObject({ to: unitCode, reason: words(500) }),
    output: z.strictObject({ unit: unitCode, id: z.uuid() }),
    problems: [problems.noSuchCase, problems.wrongState, problems.unknownUnit, problems.sameUnit],
    example: {
      params: example.params,
      body: { to: '990102', reason: '反映的是邻县的页面。' },
      output: { ...example.params, unit: '990102' },
    },
  },
  close: {
    method: 'POST',
    path: '/feedback/:unit/:id/close',
    summary: { zh: '办结', en: 'Close it' },
    access: handle,
    params: where,
    body: z.strictObject({ reason: z.string().trim().max(500).optional() }),
    output: record,
    problems: [problems.noSuchCase, problems.wrongState, problems.tooEarlyToClose],
    example: { params: example.params, body: {}, output: { ...example.record, state: 'closed' } },
  },
  reveal: {
    method: 'POST',
    path: '/feedback/:unit/:id/reveal',
    summary: { zh: '查看联系方式（留记录）', en: 'Show the contact (logged)' },
    access: handle,
    params: where,
    body: z.strictObject({ reason: words(200) }),
    output: z.strictObject({ contact: z.string() }),
    problems: [problems.noSuchCase, problems.noContact],
    idempotent: false,
    example: { params: example.params, body: { reason: '核对故障时间' }, output: { contact: '199****0001' } },
  },
})
