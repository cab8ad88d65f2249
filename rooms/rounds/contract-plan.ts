// Planning a round: what, who takes part, by which rules; and the verbs that move it along its life.

import { z } from 'zod'
import { defineContract } from '#ground/http/contract.ts'
import * as shape from './contract-shapes.ts'
import { problems } from './problems.ts'

const { where, done, words, maybe, here } = shape
const read = { kind: 'post', permission: 'rounds.read', at: 'params.unit' } as const
const convene = { kind: 'post', permission: 'rounds.convene', at: 'params.unit' } as const

const plan = z.strictObject({
  name: words(100),
  quarter: shape.quarter,
  theme: maybe(200),
  heldOn: shape.day,
  place: maybe(200),
  mode: shape.mode,
  ballots: z.enum(['named', 'anonymous']),
  spotCheck: z.boolean(),
  agenda: z.array(words(100)).max(30),
})
const samplePlan: z.input<typeof plan> = {
  name: '第三季度亮赛比',
  quarter: '2026-Q3',
  theme: '宜业兴业星',
  heldOn: '2026-09-10',
  place: '街道会议室',
  mode: 'field',
  ballots: 'named',
  spotCheck: false,
  agenda: ['抽签与规则宣布', '逐点察看', '计票公布'],
}
const base = [problems.noSuchRound, problems.wrongState] as const

export const planContract = defineContract({
  list: {
    method: 'GET',
    path: '/rounds',
    summary: { zh: '亮赛比列表', en: 'Rounds of the units within the post' },
    access: { kind: 'post', permission: 'rounds.read', at: 'rows' },
    query: z.strictObject({
      below: shape.unitCode.optional(),
      quarter: shape.quarter.optional(),
      year: z
        .string()
        .regex(/^\d{4}$/)
        .optional(),
    }),
    output: z.strictObject({ rows: z.array(shape.roundRow) }),
    problems: [],
    example: { query: { quarter: '2026-Q3' }, output: { rows: [shape.sampleRow] } },
  },
  templates: {
    method: 'GET',
    path: '/rounds/templates',
    summary: { zh: '评分表模板(示例)', en: 'Sample templates of rules' },
    access: { kind: 'post', permission: 'rounds.read', at: 'rows' },
    output: z.strictObject({
      templates: z.array(
        z.strictObject({
          id: z.string(),
          title: z.string(),
          note: z.string(),
          sample: z.boolean(),
          rules: shape.rules,
          questions: z.array(z.string()),
        }),
      ),
    }),
    problems: [],
    example: {
      output: {
        templates: [{ id: 'T1', title: '季度逐村(社区)观摩评分表', note: '示例', sample: true, rules: shape.sampleRules, questions: [] }],
      },
    },
  },
  plan: {
    method: 'POST',
    path: '/rounds/:unit',
    summary: { zh: '拟定一轮亮赛比', en: 'Plan a round' },
    access: convene,
    params: z.strictObject({ unit: shape.unitCode }),
    body: plan.extend({ id: shape.id, template: z.string().max(40).nullable() }),
    output: shape.round,
    problems: [problems.unknownTemplate, problems.badRules, problems.unknownUnit],
    example: { params: { unit: '990101001' }, body: { ...samplePlan, id: shape.ids.round, template: 'T1' }, output: shape.sampleRound },
  },
  get: {
    method: 'GET',
    path: '/rounds/:unit/:id',
    summary: { zh: '一轮亮赛比的方案和进展', en: 'One round: plan, rules, progress' },
    access: read,
    params: where,
    output: shape.round,
    problems: [problems.noSuchRound],
    example: { params: here, output: shape.sampleRound },
  },
  revise: {
    method: 'POST',
    path: '/rounds/:unit/:id/revise',
    summary: { zh: '修改方案', en: 'Revise the plan' },
    access: convene,
    params: where,
    body: plan,
    output: done,
    problems: [...base],
    example: { params: here, body: samplePlan, output: { version: 2 } },
  },
  include: {
    method: 'POST',
    path: '/rounds/:unit/:id/units',
    summary: { zh: '确定参加单位', en: 'Set the units that take part, in their order' },
    access: convene,
    params: where,
    body: z.strictObject({ subjects: z.array(shape.unitCode).min(1).max(1000) }),
    output: z.strictObject({ version: z.int(), parts: z.array(shape.partUnit) }),
    problems: [...base, problems.unknownUnit, problems.notBelow, problems.repeatedUnit],
    example: { params: here, body: { subjects: ['990101001001'] }, output: { version: 2, parts: [] } },
  },
  setRules: {
    method: 'POST',
    path: '/rounds/:unit/:id/rules',
    summary: { zh: '修改计分规则(固定前)', en: 'Set the rules, until they are fixed' },
    access: convene,
    params: where,
    body: z.strictObject({ rules: shape.rules }),
    output: done,
    problems: [...base, problems.badRules],
    example: { params: here, body: { rules: shape.sampleRules }, output: { version: 2 } },
  },
  fixRules: {
    method: 'POST',
    path: '/rounds/:unit/:id/fix-rules',
    summary: { zh: '固定并公布规则', en: 'Fix and publish the rules' },
    access: convene,
    params: where,
    output: z.strictObject({ version: z.int(), rulesDigest: z.string() }),
    problems: [...base, problems.badRules, problems.noUnits],
    example: { params: here, output: { version: 3, rulesDigest: '0'.repeat(64) } },
  },
  changeRules: {
    method: 'POST',
    path: '/rounds/:unit/:id/change-rules',
    summary: { zh: '规则更正(固定后,写明理由)', en: 'Change fixed rules, with a reason; the result is counted anew beside the old' },
    access: convene,
    params: where,
    body: z.strictObject({ rules: shape.rules, reason: words(500) }),
    output: z.strictObject({ version: z.int(), rulesDigest: z.string() }),
    problems: [...base, problems.badRules, problems.sheetsWouldNotFit],
    example: {
      params: here,
      body: { rules: shape.sampleRules, reason: '会议决定权重更正' },
      output: { version: 9, rulesDigest: '0'.repeat(64) },
    },
  },
  readiness: {
    method: 'GET',
    path: '/rounds/:unit/:id/readiness',
    summary: { zh: '开场准备情况', en: 'Readiness: people, sheets, devices, stage' },
    access: read,
    params: where,
    output: z.strictObject({
      secure: z.boolean(),
      items: z.array(
        z.strictObject({
          key: z.enum([
            'units',
            'rules',
            'judges',
            'enough',
            'tellers',
            'accounts',
            'devices',
            'offline',
            'secure',
            'stage',
            'draws',
            'commitments',
            'calendar',
          ]),
          state: z.enum(['grey', 'red', 'amber', 'green']),
          /** What is missing, as labels (seats, units). */
          missing: z.array(z.string()),
        }),
      ),
    }),
    problems: [problems.noSuchRound],
    example: { params: here, output: { secure: false, items: [{ key: 'judges', state: 'red', missing: ['班子成员'] }] } },
  },
  open: {
    method: 'POST',
    path: '/rounds/:unit/:id/open',
    summary: { zh: '开始', en: 'Open the round for scoring' },
    access: convene,
    params: where,
    output: done,
    problems: [...base, problems.noJudges],
    example: { params: here, output: { version: 4 } },
  },
  cancel: {
    method: 'POST',
    path: '/rounds/:unit/:id/cancel',
    summary: { zh: '取消本轮(写明理由)', en: 'Cancel the round, with a reason' },
    access: convene,
    params: where,
    body: z.strictObject({ reason: words(500) }),
    output: done,
    problems: [...base],
    example: { params: here, body: { reason: '因防汛改期' }, output: { version: 4 } },
  },
})
