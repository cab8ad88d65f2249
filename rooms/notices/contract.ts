// Everything that can be done with notices, as data. There is no endpoint that tells who has read one.

import { z } from 'zod'
import { defineContract } from '#ground/http/contract.ts'
import { reaches, weights } from './core/reach.ts'
import { problems } from './problems.ts'

const unitCode = z.string().regex(/^\d{2,17}$/)
const words = (most: number) => z.string().trim().min(1).max(most)
const moment = z.iso.datetime()
const text = z.strictObject({ zh: z.string(), en: z.string() })
const place = z.strictObject({ code: unitCode, name: z.string() })

/** A notice as a post finds it. */
export const notice = z.strictObject({
  unit: unitCode,
  id: z.uuid(),
  to: place,
  reach: z.enum(reaches),
  /** Empty: every role. */
  roles: z.array(z.string()),
  sender: place,
  /** The room it came from. */
  room: z.string(),
  weight: z.enum(weights),
  title: text,
  body: z.string(),
  path: z.string(),
  at: moment,
  until: z.iso.date().nullable(),
  withdrawnAt: moment.nullable(),
  withdrawnFor: z.string().nullable(),
  may: z.array(z.enum(['withdraw'])),
})

const read = { kind: 'post', permission: 'notices.read', at: 'rows' } as const
const params = z.strictObject({ unit: unitCode, id: z.uuid() })
const exampleParams = { unit: '990101', id: '01990a00-0000-7000-8000-000000000031' }
const example = {
  ...exampleParams,
  to: { code: '990101', name: '演示县' },
  reach: 'below' as const,
  roles: ['secretary'],
  sender: { code: '990101', name: '演示县' },
  room: 'notices',
  weight: 'normal' as const,
  title: { zh: '示例：第四季度亮赛比安排', en: '示例：第四季度亮赛比安排' },
  body: '请按安排准备。',
  path: '',
  at: '2026-09-08T01:00:00.000Z',
  until: null,
  withdrawnAt: null,
  withdrawnFor: null,
  may: [],
}
const listed = z.strictObject({
  rows: z.array(notice),
  more: z.boolean(),
  /** Up to when the person has put notices away; null when never. Told to nobody else. */
  mark: moment.nullable(),
})
const mailShown = z.strictObject({
  /** Whether the operator set up a mail server. */
  offered: z.boolean(),
  /** The own address, masked; null: no mail. */
  address: z.string().nullable(),
})

export const contract = defineContract({
  inbox: {
    method: 'GET',
    path: '/notices',
    summary: { zh: '发给当前岗位的通知，新的在前', en: 'Notices to the acting post, the newest first' },
    access: read,
    query: z.strictObject({ before: moment.optional() }),
    output: listed,
    problems: [],
    example: { query: {}, output: { rows: [example], more: false, mark: null } },
  },
  sent: {
    method: 'GET',
    path: '/notices/sent',
    summary: { zh: '本单位和下级发出的通知', en: 'Notices sent by the unit and those below it' },
    access: { kind: 'post', permission: 'notices.send', at: 'rows' },
    query: z.strictObject({ before: moment.optional() }),
    output: listed,
    problems: [],
    example: { query: {}, output: { rows: [], more: false, mark: null } },
  },
  get: {
    method: 'GET',
    path: '/notices/:unit/:id',
    summary: { zh: '一条通知', en: 'One notice' },
    access: { kind: 'post', permission: 'notices.read', at: 'record' },
    params,
    output: notice,
    problems: [problems.noSuchNotice],
    example: { params: exampleParams, output: example },
  },
  mark: {
    method: 'POST',
    path: '/notices/mark',
    summary: { zh: '看到这里为止，只对自己有用', en: 'Put away up to here, for oneself only' },
    access: read,
    body: z.strictObject({ until: moment }),
    output: z.strictObject({ mark: moment }),
    problems: [],
    example: { body: { until: '2026-09-08T01:00:00.000Z' }, output: { mark: '2026-09-08T01:00:00.000Z' } },
  },
  announce: {
    method: 'POST',
    path: '/notices',
    summary: { zh: '发通知', en: 'Send a notice' },
    access: { kind: 'post', permission: 'notices.send', at: 'record' },
    body: z.strictObject({
      id: z.uuid(),
      to: unitCode,
      reach: z.enum(reaches).default('at'),
      roles: z
        .array(z.string().regex(/^[a-z-]{2,30}$/))
        .max(20)
        .default([]),
      weight: z.enum(weights).default('normal'),
      title: words(200),
      body: z.string().trim().max(5000).default(''),
      until: z.iso.date().nullable().default(null),
    }),
    output: notice,
    problems: [problems.notThere],
    example: {
      body: { id: exampleParams.id, to: '990101', reach: 'below', roles: ['secretary'], title: example.title.zh, body: example.body },
      output: example,
    },
  },
  withdraw: {
    method: 'POST',
    path: '/notices/:unit/:id/withdraw',
    summary: { zh: '撤回通知，写明理由', en: 'Withdraw a notice with a reason' },
    access: { kind: 'post', permission: 'notices.send', at: 'record' },
    params,
    body: z.strictObject({ reason: words(500) }),
    output: notice,
    problems: [problems.noSuchNotice, problems.alreadyWithdrawn],
    example: { params: exampleParams, body: { reason: '时间写错了。' }, output: example },
  },
  mail: {
    method: 'GET',
    path: '/notices/mail',
    summary: { zh: '自己的邮件提醒', en: 'The own mail about notices' },
    access: read,
    output: mailShown,
    problems: [],
    example: { output: { offered: true, address: 'z***@example.gov.cn' } },
  },
  setMail: {
    method: 'POST',
    path: '/notices/mail',
    summary: { zh: '开通、改变或关闭自己的邮件提醒', en: 'Begin, change or stop the own mail' },
    access: read,
    /** null stops it. */
    body: z.strictObject({ address: z.email().max(200).nullable() }),
    output: mailShown,
    problems: [problems.noMail],
    example: { body: { address: null }, output: { offered: true, address: null } },
  },
})
