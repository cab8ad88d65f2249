// What anybody may read: published results with method, coverage and spread.

import { z } from 'zod'
import { defineContract } from '#ground/http/contract.ts'
import * as shape from './contract-shapes.ts'
import { problems } from './problems.ts'

const { here, ids, at0 } = shape

const signedBy = z.enum(['account', 'link']).nullable()

const published = z.strictObject({
  id: shape.id,
  number: z.int(),
  form: z.enum(['bands', 'ranks']),
  reason: z.string(),
  at: shape.at,
  /** Only what was chosen to be published: with bands, 先进 alone. */
  places: z.array(shape.place),
  /** 进步奖 against the last round of the same method and sheets. */
  progress: z.array(shape.named),
  /** With ranks: units that fewer than three judges scored, without rank or figure. */
  withheld: z.array(shape.named),
  panels: z.array(z.strictObject({ id: z.string(), title: z.string(), judges: z.int() })),
  coverage: z.strictObject({ units: z.int(), scored: z.int(), notDrawn: z.int(), sheets: z.int(), withdrawn: z.int() }),
  spread: z.strictObject({ component: z.string(), widest: z.string(), middle: z.string() }).array(),
  /** How teller and supervisor signed; null where it was not kept. */
  signatures: z.strictObject({ teller: signedBy, supervisor: signedBy }),
  methodDigest: z.string(),
  inputDigest: z.string(),
})

const publishedRound = z.strictObject({
  unit: shape.unitCode,
  unitName: z.string(),
  id: shape.id,
  name: z.string(),
  quarter: shape.quarter,
  theme: z.string(),
  heldOn: shape.day,
  state: shape.state,
  rules: shape.rules,
  rulesDigest: z.string().nullable(),
  /** When the rules were fixed and published. */
  fixedAt: shape.at.nullable(),
  parts: z.array(z.strictObject({ subject: shape.unitCode, name: z.string(), drawn: z.boolean().nullable() })),
  /** What was changed on record after it was announced, with its reason; the latest first. */
  notices: z.array(shape.notice),
  /** What followed from the result, each with its basis. */
  awards: z.array(
    z.strictObject({ subject: shape.unitCode, name: z.string(), award: z.string(), basis: z.string(), document: z.string() }),
  ),
  /** The newest first; older ones stand beside it. */
  publications: z.array(published),
})

export const publicContract = defineContract({
  announced: {
    method: 'GET',
    path: '/rounds/public',
    summary: { zh: '已公布的亮赛比', en: 'Rounds whose rules or results are public' },
    access: { kind: 'public' },
    query: z.strictObject({ below: shape.unitCode.optional() }),
    output: z.strictObject({ rows: z.array(shape.roundRow) }),
    problems: [],
    example: { query: {}, output: { rows: [{ ...shape.sampleRow, state: 'published' }] } },
  },
  published: {
    method: 'GET',
    path: '/rounds/public/:unit/:id',
    summary: { zh: '一轮的规则和公布的结果', en: 'Rules and published results of a round' },
    access: { kind: 'public' },
    params: shape.where,
    output: publishedRound,
    problems: [problems.noSuchRound],
    example: {
      params: here,
      output: {
        unit: here.unit,
        unitName: '晨光街道',
        id: ids.round,
        name: '第三季度亮赛比',
        quarter: '2026-Q3',
        theme: '宜业兴业星',
        heldOn: '2026-09-10',
        state: 'published',
        rules: shape.sampleRules,
        rulesDigest: '0'.repeat(64),
        fixedAt: at0,
        parts: [],
        notices: [],
        awards: [],
        publications: [
          {
            id: ids.other,
            number: 1,
            form: 'bands',
            reason: '',
            at: at0,
            places: [shape.samplePlace],
            progress: [],
            withheld: [],
            panels: [],
            coverage: { units: 11, scored: 11, notDrawn: 0, sheets: 99, withdrawn: 0 },
            spread: [],
            signatures: { teller: 'account', supervisor: 'account' },
            methodDigest: '0'.repeat(64),
            inputDigest: '0'.repeat(64),
          },
        ],
      },
    },
  },
})
