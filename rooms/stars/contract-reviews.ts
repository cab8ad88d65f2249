// The levels' side: queues, reviews, sample, publicity, certification, appeals.

import { z } from 'zod'
import { defineContract } from '#ground/http/contract.ts'
import * as shape from './contract-shapes.ts'
import { problems } from './problems.ts'

const { where, here, hereCycle } = shape
const review = { kind: 'post', permission: 'stars.read', at: 'record' } as const
const decide = { kind: 'post', permission: 'stars.decide', at: 'record' } as const
const base = [problems.noSuchCandidacy, problems.wrongState, problems.notYours, problems.linked, problems.samePerson] as const
const rows = z.array(shape.rowNote).min(1).max(300)
const note = [{ row: 'B2', reason: '证书已经过期' }]

export const reviewContract = defineContract({
  candidacies: {
    method: 'GET',
    path: '/stars/candidacies',
    summary: { zh: '申报列表与审核队列', en: 'Candidacies, and queues of reviews' },
    access: { kind: 'post', permission: 'stars.read', at: 'rows' },
    query: z.strictObject({
      cycle: shape.id.optional(),
      below: shape.unitCode.optional(),
      state: shape.state.optional(),
      star: shape.star.optional(),
      /** Only what waits for the acting post. */
      mine: z.enum(['true']).optional(),
      after: z.string().max(60).optional(),
      take: z.coerce.number().int().min(1).max(2000).default(200),
    }),
    output: z.strictObject({ rows: z.array(shape.candidacyRow), next: z.string().nullable() }),
    problems: [],
    example: { query: { state: 'first' }, output: { rows: [shape.sampleRow], next: null } },
  },
  candidacy: {
    method: 'GET',
    path: '/stars/candidacies/:unit/:id',
    summary: { zh: '一件申报：经过、自查、评价', en: 'One candidacy: steps, self-check, evaluation' },
    access: review,
    params: where,
    output: shape.candidacy,
    problems: [problems.noSuchCandidacy],
    example: { params: here, output: shape.sampleCandidacy },
  },
  pass: {
    method: 'POST',
    path: '/stars/candidacies/:unit/:id/pass',
    summary: { zh: '审核通过', en: 'Pass' },
    access: review,
    params: where,
    body: z.strictObject({
      reason: shape.perhaps(2000).default(''),
      /** Reviews of criteria that are met or not, recorded as facts once. */
      reviews: z
        .array(z.strictObject({ row: shape.rowId, result: z.enum(['met', 'not-met']), reason: shape.perhaps(500) }))
        .max(300)
        .default([]),
    }),
    output: shape.candidacyRow,
    problems: [...base, problems.unknownRow],
    example: { params: here, body: { reason: '材料齐全' }, output: { ...shape.sampleRow, state: 'office' } },
  },
  return: {
    method: 'POST',
    path: '/stars/candidacies/:unit/:id/return',
    summary: { zh: '退回修改：哪几条、为什么、到哪一天', en: 'Return: which rows, why, until when' },
    access: review,
    params: where,
    body: z.strictObject({ rows, due: shape.day, reason: shape.perhaps(2000).default('') }),
    output: shape.candidacyRow,
    problems: [...base, problems.rowsMissing, problems.unknownRow, problems.dayMissing],
    example: {
      params: here,
      body: { rows: note, due: '2026-09-20' },
      output: { ...shape.sampleRow, state: 'returned', back: 'first', due: '2026-09-20' },
    },
  },
  refuse: {
    method: 'POST',
    path: '/stars/candidacies/:unit/:id/refuse',
    summary: { zh: '审核不通过：哪几条、为什么', en: 'Refuse: which rows and why' },
    access: review,
    params: where,
    body: z.strictObject({ rows, reason: shape.perhaps(2000).default('') }),
    output: shape.candidacyRow,
    problems: [...base, problems.rowsMissing, problems.unknownRow],
    example: { params: here, body: { rows: note }, output: { ...shape.sampleRow, state: 'refused' } },
  },
  sealSample: {
    method: 'POST',
    path: '/stars/cycles/:unit/:id/samples',
    summary: { zh: '封存抽查名单和随机来源', en: 'Seal the pool and the sources of entropy of a sample' },
    access: { kind: 'post', permission: 'stars.sample', at: 'record' },
    params: where,
    body: z.strictObject({
      sample: shape.id,
      below: shape.unitCode,
      sources: z.array(shape.words(200)).min(1).max(10),
      reason: shape.perhaps(500).default(''),
    }),
    output: shape.sample,
    problems: [problems.noSuchCycle, problems.cycleState, problems.parameterMissing, problems.nothingAgreed, problems.sealedAlready],
    example: {
      params: hereCycle,
      body: { sample: shape.ids.sample, below: '990101', sources: ['12月10日福彩3D开奖号码'] },
      output: shape.sampleSample,
    },
  },
  enterSample: {
    method: 'POST',
    path: '/stars/samples/:unit/:id/enter',
    summary: {
      zh: '录入随机来源的数值（两人各录一次，一致即抽出）',
      en: 'Enter the values of the sources; when a second person enters the same, the sample is drawn',
    },
    access: { kind: 'post', permission: 'stars.sample', at: 'params.unit' },
    params: where,
    body: z.strictObject({ values: z.array(shape.words(200)).min(1).max(10) }),
    output: shape.sample,
    problems: [problems.noSuchSample, problems.sampleDrawn, problems.sampleVoid, problems.secondPerson, problems.valuesMissing],
    example: {
      params: { unit: '9901', id: shape.ids.sample },
      body: { values: ['3 8 1'] },
      output: { ...shape.sampleSample, state: 'half' },
    },
  },
  confirm: {
    method: 'POST',
    path: '/stars/candidacies/:unit/:id/confirm',
    summary: { zh: '抽查确认', en: 'Confirm the sample' },
    access: { kind: 'post', permission: 'stars.sample', at: 'record' },
    params: where,
    body: z.strictObject({ reason: shape.perhaps(2000).default('') }),
    output: shape.candidacyRow,
    problems: [...base],
    example: { params: here, body: {}, output: { ...shape.sampleRow, state: 'agreed', drawn: true } },
  },
  foreseen: {
    method: 'GET',
    path: '/stars/cycles/:unit/:id/foreseen',
    summary: {
      zh: '联审、公示之前：按现有数据还达不到标准的申报',
      en: 'Before joint review and publicity: what the data say is not reached',
    },
    access: { kind: 'post', permission: 'stars.read', at: 'record' },
    params: where,
    query: z.strictObject({ state: z.enum(['joint', 'agreed']), below: shape.unitCode.optional() }),
    output: z.strictObject({
      rows: z.array(
        z.strictObject({
          unit: shape.unitCode,
          id: shape.id,
          star: z.string(),
          hindrances: z.array(z.string()),
          /** Rows that are not met (false) or not known to be (null), with why. */
          rows: z.array(z.strictObject({ row: z.string(), met: z.boolean().nullable(), because: z.string() })),
        }),
      ),
    }),
    problems: [problems.noSuchCycle],
    example: {
      params: hereCycle,
      query: { state: 'joint' },
      output: {
        rows: [
          {
            ...here,
            star: 'YYXY',
            hindrances: ['底线 B2 不满足或情况不明'],
            rows: [{ row: 'B2', met: null, because: '没有找到“充分就业社区”证书' }],
          },
        ],
      },
    },
  },
  publicise: {
    method: 'POST',
    path: '/stars/cycles/:unit/:id/publicise',
    summary: { zh: '公示一批', en: 'Publicise a list' },
    access: { kind: 'post', permission: 'stars.decide', at: 'record' },
    params: where,
    body: z.strictObject({ publicity: shape.id, candidacies: z.array(where).max(2000) }),
    output: z.strictObject({ publicity: shape.id, number: z.int(), from: shape.day, until: shape.day, shown: z.int() }),
    problems: [
      problems.noSuchCycle,
      problems.cycleState,
      problems.parameterMissing,
      problems.nothingListed,
      problems.noSuchCandidacy,
      problems.wrongState,
      problems.notYours,
      problems.linked,
      problems.samePerson,
      problems.sampleOpen,
      problems.sampleShort,
      problems.publicityHindered,
    ],
    example: {
      params: hereCycle,
      body: { publicity: shape.ids.publicity, candidacies: [here] },
      output: { publicity: shape.ids.publicity, number: 1, from: '2026-12-08', until: '2026-12-14', shown: 1 },
    },
  },
  certify: {
    method: 'POST',
    path: '/stars/candidacies/:unit/:id/certify',
    summary: { zh: '认定', en: 'Certify' },
    access: decide,
    params: where,
    body: z.strictObject({ document: shape.perhaps(80).default('') }),
    output: shape.honour,
    problems: [...base, problems.parameterMissing, problems.notDecider, problems.hindered, problems.formerDocument],
    example: { params: here, body: { document: '演组〔2026〕18号' }, output: shape.sampleHonour },
  },
  certifyList: {
    method: 'POST',
    path: '/stars/cycles/:unit/:id/certify',
    summary: {
      zh: '认定一批：有障碍的逐件说明，不影响其他',
      en: 'Certify a list: one in whose way something stands is told with it, and holds up no other',
    },
    access: { kind: 'post', permission: 'stars.decide', at: 'record' },
    params: where,
    body: z.strictObject({ candidacies: z.array(where).min(1).max(2000), document: shape.perhaps(80).default('') }),
    output: z.strictObject({
      /** How many of the list are certified now, also those that were before. */
      certified: z.int(),
      refused: z.array(z.strictObject({ unit: shape.unitCode, id: shape.id, code: z.int(), title: z.string(), detail: z.string() })),
    }),
    problems: [problems.noSuchCycle, problems.parameterMissing, problems.notDecider],
    example: {
      params: hereCycle,
      body: { candidacies: [here], document: '演组〔2026〕18号' },
      output: {
        certified: 11,
        refused: [{ ...here, code: 5762, title: '还不能认定', detail: '公示到 2026-12-14' }],
      },
    },
  },
  uphold: {
    method: 'POST',
    path: '/stars/candidacies/:unit/:id/uphold',
    summary: { zh: '支持申诉，退回原审核一级重审', en: 'Uphold the appeal: the level that refused reviews again' },
    access: decide,
    params: where,
    body: z.strictObject({ reason: shape.words(2000) }),
    output: shape.candidacyRow,
    problems: [...base],
    example: { params: here, body: { reason: '证书有效' }, output: shape.sampleRow },
  },
  dismiss: {
    method: 'POST',
    path: '/stars/candidacies/:unit/:id/dismiss',
    summary: { zh: '不支持申诉：哪几条、为什么', en: 'Dismiss the appeal: which rows and why' },
    access: decide,
    params: where,
    body: z.strictObject({ rows, reason: shape.perhaps(2000).default('') }),
    output: shape.candidacyRow,
    problems: [...base, problems.rowsMissing, problems.unknownRow],
    example: { params: here, body: { rows: note }, output: { ...shape.sampleRow, state: 'dismissed' } },
  },
})
