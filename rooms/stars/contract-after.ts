// What follows a certification: filing with the level above, and awards with their basis.

import { z } from 'zod'
import { defineContract } from '#ground/http/contract.ts'
import * as shape from './contract-shapes.ts'
import { awardKinds } from './core/award.ts'
import { problems } from './problems.ts'

const { hereCycle } = shape
const filing = z.strictObject({
  unit: shape.unitCode,
  id: shape.id,
  cycle: shape.id,
  number: z.int(),
  filedOn: shape.day,
  document: z.string(),
  honours: z.array(shape.id),
})
const award = z.strictObject({
  unit: shape.unitCode,
  unitName: z.string(),
  id: shape.id,
  subject: shape.unitCode,
  subjectName: z.string(),
  cycle: shape.id.nullable(),
  kind: z.enum(awardKinds),
  title: z.string(),
  basis: z.string(),
  document: z.string(),
  on: shape.day,
  withdrawnOn: shape.day.nullable(),
})
const sampleFiling: z.input<typeof filing> = {
  unit: '990101',
  id: '01990a00-0000-7000-8000-000000000507',
  cycle: shape.ids.cycle,
  number: 1,
  filedOn: '2026-12-22',
  document: '演组〔2026〕20号',
  honours: [shape.ids.honour],
}
const sampleAward: z.input<typeof award> = {
  unit: '990101001',
  unitName: '晨光街道',
  id: '01990a00-0000-7000-8000-000000000508',
  subject: '990101001001',
  subjectName: '朝霞社区',
  cycle: null,
  kind: 'red-banner',
  title: '第三季度流动红旗',
  basis: '第三季度亮赛比先进',
  document: '晨街办〔2026〕9号',
  on: '2026-10-08',
  withdrawnOn: null,
}
const { unit: _unit, unitName: _unitName, subjectName: _subjectName, withdrawnOn: _withdrawnOn, ...sampleAwarded } = sampleAward

export const afterContract = defineContract({
  file: {
    method: 'POST',
    path: '/stars/cycles/:unit/:id/file',
    summary: { zh: '向上一级备案一批已认定的星', en: 'File certified stars with the level above' },
    access: { kind: 'post', permission: 'stars.decide', at: 'record' },
    params: shape.where,
    body: z.strictObject({ filing: shape.id, document: shape.words(80), honours: z.array(shape.where).min(1).max(2000) }),
    output: filing,
    problems: [problems.noSuchCycle, problems.noSuchHonour, problems.filedAlready],
    example: {
      params: hereCycle,
      body: { filing: sampleFiling.id, document: sampleFiling.document, honours: [{ unit: '990101001001', id: shape.ids.honour }] },
      output: sampleFiling,
    },
  },
  filings: {
    method: 'GET',
    path: '/stars/public/filings/:cycle',
    summary: { zh: '一个周期的备案', en: 'Filings of a cycle' },
    access: { kind: 'public' },
    params: z.strictObject({ cycle: shape.id }),
    output: z.strictObject({ rows: z.array(filing) }),
    problems: [],
    example: { params: { cycle: shape.ids.cycle }, output: { rows: [sampleFiling] } },
  },
  award: {
    method: 'POST',
    path: '/stars/awards/:unit',
    summary: { zh: '登记表彰（流动红旗、进步奖、表彰决定）及依据', en: 'Record an award with its basis' },
    access: { kind: 'post', permission: 'stars.award', at: 'params.unit' },
    params: z.strictObject({ unit: shape.unitCode }),
    body: z.strictObject({
      id: shape.id,
      subject: shape.unitCode,
      cycle: shape.id.nullable().default(null),
      kind: z.enum(awardKinds),
      title: shape.words(100),
      basis: shape.words(1000),
      document: shape.perhaps(80).default(''),
      on: shape.day,
    }),
    output: award,
    problems: [problems.unknownUnit, problems.awardAhead],
    example: { params: { unit: '990101001' }, body: sampleAwarded, output: sampleAward },
  },
  withdrawAward: {
    method: 'POST',
    path: '/stars/awards/:unit/:id/withdraw',
    summary: { zh: '撤回误登的表彰（写明原因）', en: 'Withdraw an award that was recorded wrongly, with a reason' },
    access: { kind: 'post', permission: 'stars.award', at: 'params.unit' },
    params: shape.where,
    body: z.strictObject({ reason: shape.words(500) }),
    output: award,
    problems: [problems.noSuchAward],
    example: {
      params: { unit: sampleAward.unit, id: sampleAward.id },
      body: { reason: '单位登记有误' },
      output: { ...sampleAward, withdrawnOn: '2026-10-09' },
    },
  },
  awards: {
    method: 'GET',
    path: '/stars/public/awards',
    summary: { zh: '表彰登记', en: 'Awards' },
    access: { kind: 'public' },
    query: z.strictObject({
      below: shape.unitCode,
      year: shape.year.optional(),
    }),
    output: z.strictObject({ rows: z.array(award), more: shape.more }),
    problems: [],
    example: { query: { below: '990101' }, output: { rows: [sampleAward], more: false } },
  },
})
