// What a phone keeps of a post's stars, so that it can go on without a line: the list, and one star as it is reviewed.

import { z } from 'zod'
import { defineContract } from '#ground/http/contract.ts'
import * as shape from './contract-shapes.ts'
import { problems } from './problems.ts'

const { where, here } = shape
const read = { kind: 'post', permission: 'stars.read', at: 'record' } as const

/** A picture or document that is cited for a row. */
export const rowItem = z.strictObject({
  row: z.string(),
  unit: shape.unitCode,
  id: z.uuid(),
  shows: z.string(),
  effectiveOn: shape.day,
  media: z.string(),
  preview: z.enum(['waiting', 'made', 'none', 'failed']),
})
const sampleItem: z.input<typeof rowItem> = {
  row: 'YYXY-6',
  unit: here.unit,
  id: '01990a00-0000-7000-8000-0000000000e2',
  shows: '爱心驿站',
  effectiveOn: '2026-09-05',
  media: 'image/jpeg',
  preview: 'made',
}
const named = z.strictObject({ cycle: shape.id, cycleName: z.string(), star: z.string(), starName: z.string() })

export const pocketContract = defineContract({
  onHand: {
    method: 'GET',
    path: '/stars/on-hand',
    summary: { zh: '手机上办的：本单位的星，或等我审核的星', en: 'For the phone: the unit’s own stars, or those that wait for a review' },
    access: { kind: 'post', permission: 'stars.read', at: 'rows' },
    query: z.strictObject({}),
    output: z.strictObject({
      /** Whose list it is: what a phone keeps is kept for this post alone. */
      post: z.uuid(),
      role: z.string(),
      unit: shape.unitCode,
      unitName: z.string(),
      today: shape.day,
      /** It speaks for a unit: it checks and submits. Otherwise it reviews. */
      declares: z.boolean(),
      rows: z.array(
        shape.candidacyRow.extend({
          starName: z.string(),
          cycleName: z.string(),
          /** How many steps it has taken: what a phone has of it is of this many. */
          steps: z.int(),
          /** How many rows were named when it was returned. */
          named: z.int(),
        }),
      ),
      /** Stars that the unit may begin. */
      open: z.array(named),
      /** Stars that the unit holds, held or lost, the latest first. */
      held: z.array(shape.honour),
    }),
    problems: [],
    example: {
      query: {},
      output: {
        post: '01990a00-0000-7000-8000-000000000507',
        role: 'secretary',
        unit: here.unit,
        unitName: '朝霞社区',
        today: '2026-09-08',
        declares: true,
        rows: [
          {
            ...shape.sampleRow,
            state: 'returned',
            back: 'first',
            due: '2026-09-20',
            starName: '宜业兴业星',
            cycleName: '2026年度社区“五星”支部创建',
            steps: 3,
            named: 1,
          },
        ],
        open: [{ cycle: shape.ids.cycle, cycleName: '2026年度社区“五星”支部创建', star: 'PAFZ', starName: '平安法治星' }],
        held: [shape.sampleHonour],
      },
    },
  },
  rowEvidence: {
    method: 'GET',
    path: '/stars/candidacies/:unit/:id/row-evidence',
    summary: { zh: '各自查项引用的佐证', en: 'What is cited for each row' },
    access: read,
    params: where,
    output: z.strictObject({ items: z.array(rowItem) }),
    problems: [problems.noSuchCandidacy],
    example: { params: here, output: { items: [sampleItem] } },
  },
  reviewSheet: {
    method: 'GET',
    path: '/stars/candidacies/:unit/:id/review',
    summary: {
      zh: '审核用的自查表：逐条标准、提交的填写、已有数据和佐证',
      en: 'The self-check as it is reviewed: each row, what was submitted, what is known, what is cited',
    },
    access: read,
    params: where,
    output: z.strictObject({
      unit: shape.unitCode,
      unitName: z.string(),
      id: shape.id,
      star: z.string(),
      starName: z.string(),
      state: shape.state,
      /** What the rules say of what is known today; null for unknown. */
      held: z.boolean().nullable(),
      verbs: z.array(z.string()),
      rows: z.array(
        z.strictObject({
          row: z.string(),
          kind: z.enum(['bottom-line', 'criterion', 'addition']),
          text: z.string(),
          standard: z.string(),
          requirement: z.string(),
          required: z.boolean(),
          evidence: z.array(z.string()),
          met: z.boolean().nullable(),
          because: z.string(),
          known: z.array(z.string()),
          /** As submitted last; null before that, and for rows that came later. */
          answer: shape.answer.nullable(),
          reason: z.string(),
          knownThen: z.string().nullable(),
          /** It differs from the submission before. */
          changed: z.boolean(),
          /** Why the row was returned last time. */
          named: z.string().nullable(),
        }),
      ),
      items: z.array(rowItem.extend({ hints: z.array(shape.hint) })),
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
        state: 'first',
        held: null,
        verbs: ['pass', 'return', 'refuse'],
        rows: [
          {
            row: 'YYXY-6',
            kind: 'criterion',
            text: '爱心驿站服务新就业群体',
            standard: '实地查看',
            requirement: '不少于 1 处，正常开放',
            required: false,
            evidence: ['现场照片'],
            met: null,
            because: '不知道爱心驿站有几处',
            known: [],
            answer: 'met',
            reason: '',
            knownThen: null,
            changed: false,
            named: null,
          },
        ],
        items: [{ ...sampleItem, hints: [{ kind: 'day', takenOn: '2025-03-01' }] }],
      },
    },
  },
})
