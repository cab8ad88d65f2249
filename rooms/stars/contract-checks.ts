// The unit's side of a candidacy: the self-check, and the verbs of the unit itself.

import { z } from 'zod'
import { defineContract } from '#ground/http/contract.ts'
import * as shape from './contract-shapes.ts'
import { problems } from './problems.ts'

const { where, here } = shape
const own = { kind: 'post', permission: 'stars.declare', at: 'params.unit' } as const
const base = [problems.noSuchCandidacy, problems.wrongState, problems.notYours] as const

const keptRow = z.strictObject({
  row: shape.rowId,
  answer: shape.answer,
  reason: shape.perhaps(1000).default(''),
  /** What was known already when it was answered. */
  known: z.string().max(300).nullable().default(null),
  /** Given by the device, rising; an older one changes nothing. */
  revision: z.int().min(1),
})

export const checkContract = defineContract({
  begin: {
    method: 'POST',
    path: '/stars/candidacies/:unit',
    summary: { zh: '开始申报一颗星', en: 'Begin a candidacy for a star' },
    access: own,
    params: z.strictObject({ unit: shape.unitCode }),
    body: z.strictObject({ id: shape.id, cycle: shape.id, star: shape.star, batch: z.int().min(1).max(20).default(1) }),
    output: shape.candidacyRow,
    problems: [
      problems.noSuchCycle,
      problems.cycleState,
      problems.unknownStar,
      problems.unknownUnit,
      problems.wrongKind,
      problems.underWay,
    ],
    example: {
      params: { unit: here.unit },
      body: { id: here.id, cycle: shape.ids.cycle, star: 'YYXY' },
      output: { ...shape.sampleRow, state: 'checking' },
    },
  },
  check: {
    method: 'GET',
    path: '/stars/candidacies/:unit/:id/check',
    summary: { zh: '自查表：逐条标准、已有数据和填写', en: 'The self-check: each row, what is known already, what was answered' },
    access: own,
    params: where,
    output: z.strictObject({
      unit: shape.unitCode,
      unitName: z.string(),
      id: shape.id,
      star: z.string(),
      starName: z.string(),
      state: shape.state,
      due: shape.day.nullable(),
      rows: z.array(
        z.strictObject({
          row: z.string(),
          kind: z.enum(['bottom-line', 'criterion', 'addition']),
          text: z.string(),
          standard: z.string(),
          requirement: z.string(),
          required: z.boolean(),
          evidence: z.array(z.string()),
          /** What the rules say of what is known; null for unknown. */
          met: z.boolean().nullable(),
          because: z.string(),
          /** 已有数据: each datum the rule reads, with its source. */
          known: z.array(z.string()),
          answer: shape.answer.nullable(),
          reason: z.string(),
          revision: z.int(),
          /** Why this row was returned, when it was. */
          returned: z.string().nullable(),
        }),
      ),
      unanswered: z.array(z.string()),
    }),
    problems: [problems.noSuchCandidacy],
    example: {
      params: here,
      output: {
        unit: here.unit,
        unitName: '朝霞社区',
        id: here.id,
        star: 'YYXY',
        starName: '宜业兴业星',
        state: 'checking',
        due: null,
        rows: [
          {
            row: 'B1',
            kind: 'bottom-line',
            text: '一年内没有出现辖区企业、商户投诉社区现象',
            standard: '',
            requirement: '',
            required: true,
            evidence: [],
            met: true,
            because: '近12个月没有成立的商户投诉, 底线 B1 满足',
            known: [],
            answer: null,
            reason: '',
            revision: 0,
            returned: null,
          },
        ],
        unanswered: ['B1'],
      },
    },
  },
  keepRows: {
    method: 'POST',
    path: '/stars/candidacies/:unit/:id/rows',
    summary: { zh: '保存自查项（草稿，只有本单位可见）', en: 'Keep rows of the self-check; a draft of the unit alone' },
    access: own,
    params: where,
    body: z.strictObject({ rows: z.array(keptRow).min(1).max(300) }),
    output: z.strictObject({ kept: z.array(z.string()), superseded: z.array(z.string()) }),
    problems: [...base, problems.unknownRow, problems.reasonMissing],
    example: {
      params: here,
      body: { rows: [{ row: 'B1', answer: 'met', revision: 1 }] },
      output: { kept: ['B1'], superseded: [] },
    },
  },
  submit: {
    method: 'POST',
    path: '/stars/candidacies/:unit/:id/submit',
    summary: { zh: '提交申报', en: 'Submit' },
    access: own,
    params: where,
    body: z.strictObject({}),
    output: shape.candidacyRow,
    problems: [...base, problems.cycleState, problems.rowsUnanswered],
    example: { params: here, body: {}, output: shape.sampleRow },
  },
  appeal: {
    method: 'POST',
    path: '/stars/candidacies/:unit/:id/appeal',
    summary: { zh: '对未通过提出申诉', en: 'Appeal against a refusal' },
    access: own,
    params: where,
    body: z.strictObject({ reason: shape.words(2000) }),
    output: shape.candidacyRow,
    problems: [...base, problems.appealLate, problems.parameterMissing],
    example: { params: here, body: { reason: '证书在9月1日已经取得' }, output: { ...shape.sampleRow, state: 'appealed' } },
  },
  withdraw: {
    method: 'POST',
    path: '/stars/candidacies/:unit/:id/withdraw',
    summary: { zh: '撤回申报', en: 'Withdraw' },
    access: own,
    params: where,
    body: z.strictObject({ reason: shape.words(2000) }),
    output: shape.candidacyRow,
    problems: [...base],
    example: { params: here, body: { reason: '今年先创其他星' }, output: { ...shape.sampleRow, state: 'withdrawn' } },
  },
})
