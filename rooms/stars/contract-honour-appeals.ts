// What was done to a star that is held, read whole by the unit and those above; what the unit says that it has mended, and its
// appeal.

import { z } from 'zod'
import { defineContract } from '#ground/http/contract.ts'
import * as shape from './contract-shapes.ts'
import { appealable, honourAppealStates } from './core/honour-appeal.ts'
import { problems } from './problems.ts'

const { where } = shape
const decide = { kind: 'post', permission: 'stars.decide', at: 'params.unit' } as const
const format = z.enum(['xlsx', 'csv']).default('xlsx')
const sheets = ['text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'] as const

const step = z.strictObject({
  seq: z.int(),
  on: shape.day,
  verb: shape.honourVerb,
  byUnitName: z.string(),
  basis: z.string(),
  document: z.string().nullable(),
  due: shape.day.nullable(),
})
const appeal = z.strictObject({
  unit: shape.unitCode,
  unitName: z.string(),
  id: shape.id,
  honour: shape.id,
  starName: z.string(),
  /** The number of the step, and what it was. */
  against: z.int(),
  verb: z.enum(appealable),
  reason: z.string(),
  filedOn: shape.day,
  state: z.enum(honourAppealStates),
  answer: z.string().nullable(),
  answeredOn: shape.day.nullable(),
  answeredBy: z.string().nullable(),
})
/** What the unit says that it has mended, after an order or a suspension. */
const report = z.strictObject({ id: shape.id, against: z.int(), on: shape.day, said: z.string() })
const sampleReport: z.input<typeof report> = {
  id: '01990a00-0000-7000-8000-000000000511',
  against: 2,
  on: '2027-03-04',
  said: '三件投诉都已办结，附验收单',
}
const sampleStep: z.input<typeof step> = {
  seq: 2,
  on: '2027-03-02',
  verb: 'suspend',
  byUnitName: '演示县',
  basis: '逾期没有整改到位',
  document: '演组〔2027〕3号',
  due: null,
}
const sampleAppeal: z.input<typeof appeal> = {
  unit: '990101001001',
  unitName: '朝霞社区',
  id: '01990a00-0000-7000-8000-000000000510',
  honour: shape.ids.honour,
  starName: '宜业兴业星',
  against: 2,
  verb: 'suspend',
  reason: '整改已在期限内完成，附验收单',
  filedOn: '2027-03-05',
  state: 'open',
  answer: null,
  answeredOn: null,
  answeredBy: null,
}
const here = { unit: '990101001001', id: shape.ids.honour } as const

export const honourAppealContract = defineContract({
  honourRecord: {
    method: 'GET',
    path: '/stars/honours/:unit/:id',
    summary: {
      zh: '一颗星认定以后的经过：依据、文号、期限、整改报告和申诉',
      en: 'What happened to a star since: basis, document, term, what was mended, appeals',
    },
    access: { kind: 'post', permission: 'stars.read', at: 'params.unit' },
    params: where,
    output: z.strictObject({
      honour: shape.honour,
      steps: z.array(step),
      reports: z.array(report),
      appeals: z.array(appeal),
      /** Whether the acting post may take a step of it, or answer an appeal. */
      mayDecide: z.boolean(),
      /** Whether the acting post may say now that it has mended. */
      mayReport: z.boolean(),
      /** The open appeal that the acting post may take back. */
      mayWithdraw: shape.id.nullable(),
      /** Whether the acting post may appeal now, and until when; null while no term is set. */
      mayAppeal: z.boolean(),
      appealUntil: shape.day.nullable(),
    }),
    problems: [problems.noSuchHonour],
    example: {
      params: here,
      output: {
        honour: { ...shape.sampleHonour, state: 'suspended', to: '2027-03-02' },
        steps: [sampleStep],
        reports: [sampleReport],
        appeals: [sampleAppeal],
        mayDecide: false,
        mayReport: true,
        mayWithdraw: sampleAppeal.id,
        mayAppeal: false,
        appealUntil: '2027-03-12',
      },
    },
  },
  reportMended: {
    method: 'POST',
    path: '/stars/honours/:unit/:id/mended',
    summary: { zh: '报告整改：限期整改或暂停以后改了什么', en: 'Report what was mended after an order or a suspension' },
    access: { kind: 'post', permission: 'stars.declare', at: 'params.unit' },
    params: where,
    body: z.strictObject({ report: shape.id, said: shape.words(2000) }),
    output: report,
    problems: [problems.noSuchHonour, problems.nothingToMend],
    example: { params: here, body: { report: sampleReport.id, said: sampleReport.said }, output: sampleReport },
  },
  appealHonour: {
    method: 'POST',
    path: '/stars/honours/:unit/:id/appeal',
    summary: { zh: '对限期整改、暂停、撤销提出申诉', en: 'Appeal against an order to mend, a suspension or a revocation' },
    access: { kind: 'post', permission: 'stars.declare', at: 'params.unit' },
    params: where,
    body: z.strictObject({ appeal: shape.id, reason: shape.words(2000) }),
    output: appeal,
    problems: [problems.noSuchHonour, problems.nothingToAppeal, problems.appealedAlready, problems.honourAppealLate],
    example: { params: here, body: { appeal: sampleAppeal.id, reason: sampleAppeal.reason }, output: sampleAppeal },
  },
  honourReports: {
    method: 'GET',
    path: '/stars/honour-reports/:unit',
    summary: { zh: '已报告整改、等着核的星', en: 'Stars whose units say that they have mended, to be looked at' },
    access: decide,
    params: z.strictObject({ unit: shape.unitCode }),
    output: z.strictObject({
      rows: z.array(z.strictObject({ honour: shape.honour, on: shape.day, said: z.string() })),
      more: shape.more,
    }),
    problems: [],
    example: {
      params: { unit: '990101' },
      output: {
        rows: [{ honour: { ...shape.sampleHonour, state: 'mending' }, on: sampleReport.on, said: sampleReport.said }],
        more: false,
      },
    },
  },
  withdrawHonourAppeal: {
    method: 'POST',
    path: '/stars/honours/:unit/:id/appeal/withdraw',
    summary: { zh: '撤回还没有答复的申诉', en: 'Take back an appeal that nobody has answered' },
    access: { kind: 'post', permission: 'stars.declare', at: 'params.unit' },
    params: where,
    body: z.strictObject({ appeal: shape.id, reason: shape.perhaps(500).default('') }),
    output: appeal,
    problems: [problems.noSuchHonour, problems.noSuchHonourAppeal],
    example: { params: here, body: { appeal: sampleAppeal.id }, output: { ...sampleAppeal, state: 'withdrawn' } },
  },
  honourAppeals: {
    method: 'GET',
    path: '/stars/honour-appeals/:unit',
    summary: { zh: '已认定的星的申诉', en: 'Appeals about stars that are held' },
    access: decide,
    params: z.strictObject({ unit: shape.unitCode }),
    output: z.strictObject({ rows: z.array(appeal) }),
    problems: [],
    example: { params: { unit: '990101' }, output: { rows: [sampleAppeal] } },
  },
  exportHonourAppeals: {
    method: 'GET',
    path: '/stars/honour-appeals/:unit/export',
    summary: { zh: '导出已认定的星的申诉', en: 'Export the appeals about stars that are held' },
    access: decide,
    params: z.strictObject({ unit: shape.unitCode }),
    query: z.strictObject({ format }),
    file: sheets,
    problems: [],
    example: { params: { unit: '990101' }, query: { format: 'csv' } },
  },
  answerHonourAppeal: {
    method: 'POST',
    path: '/stars/honours/:unit/:id/appeal/answer',
    summary: { zh: '答复申诉；支持的恢复星级', en: 'Answer an appeal; one that is upheld restores the star' },
    access: decide,
    params: where,
    body: z.strictObject({
      appeal: shape.id,
      upheld: z.boolean(),
      answer: shape.words(2000),
      /** When upheld: the document that restores the star. */
      document: shape.perhaps(80).default(''),
    }),
    output: appeal,
    problems: [
      problems.noSuchHonour,
      problems.noSuchHonourAppeal,
      problems.notDecider,
      problems.linked,
      problems.samePerson,
      problems.basisMissing,
      problems.honourState,
    ],
    example: {
      params: here,
      body: { appeal: sampleAppeal.id, upheld: true, answer: '验收单属实', document: '演组〔2027〕5号' },
      output: { ...sampleAppeal, state: 'upheld', answer: '验收单属实', answeredOn: '2027-03-08', answeredBy: '演示县' },
    },
  },
})
