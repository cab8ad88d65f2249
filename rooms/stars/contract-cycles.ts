// A cycle: planning it, its quotas, what units aim for, and the board that adds everything up.

import { z } from 'zod'
import { defineContract } from '#ground/http/contract.ts'
import { totals, sampleTotals, quota, quotaShown, plan5, target, sampleAnswers } from './contract-aims.ts'
import * as shape from './contract-shapes.ts'
import { problems } from './problems.ts'

const { where, done, hereCycle } = shape
const convene = { kind: 'post', permission: 'stars.convene', at: 'params.unit' } as const
const read = { kind: 'post', permission: 'stars.read', at: 'record' } as const

const aiming = [problems.noSuchCycle, problems.cycleState, problems.unknownStar, problems.unknownUnit] as const
const closing = [problems.noSuchCycle, problems.cycleState, problems.stillUnderWay] as const

const plan = z.strictObject({
  year: z.int().min(2000).max(2999),
  name: shape.words(120),
  nameEn: shape.words(120).nullable().default(null),
  edition: shape.edition,
  calendar: z.array(shape.stage).max(20),
  parameters: shape.parameters,
  offices: shape.offices,
})
const samplePlan: z.input<typeof plan> = {
  year: 2026,
  name: shape.sampleCycleRow.name,
  nameEn: 'Five stars for communities, 2026',
  edition: shape.sampleCycleRow.edition,
  calendar: shape.sampleStages,
  parameters: shape.sampleParameters,
  offices: { YYXY: '人社局' },
}

export const cycleContract = defineContract({
  cycles: {
    method: 'GET',
    path: '/stars/cycles',
    summary: { zh: '创建周期列表', en: 'Cycles' },
    access: { kind: 'post', permission: 'stars.read', at: 'rows' },
    query: z.strictObject({
      year: shape.year.optional(),
    }),
    output: z.strictObject({ rows: z.array(shape.cycleRow) }),
    problems: [],
    example: { query: { year: '2026' }, output: { rows: [shape.sampleCycleRow] } },
  },
  cycle: {
    method: 'GET',
    path: '/stars/cycles/:unit/:id',
    summary: { zh: '一个创建周期', en: 'One cycle' },
    access: read,
    params: where,
    output: shape.cycle,
    problems: [problems.noSuchCycle],
    example: { params: hereCycle, output: shape.sampleCycle },
  },
  plan: {
    method: 'POST',
    path: '/stars/cycles/:unit',
    summary: { zh: '拟定创建周期', en: 'Plan a cycle' },
    access: convene,
    params: z.strictObject({ unit: shape.unitCode }),
    body: plan.extend({ id: shape.id }),
    output: shape.cycle,
    problems: [problems.noEdition, problems.unknownUnit, problems.unknownStar],
    example: {
      params: { unit: '990101' },
      body: { ...samplePlan, id: shape.ids.cycle },
      output: { ...shape.sampleCycle, state: 'draft', version: 1 },
    },
  },
  revise: {
    method: 'POST',
    path: '/stars/cycles/:unit/:id/revise',
    summary: { zh: '修改筹备中的创建周期', en: 'Revise a draft' },
    access: convene,
    params: where,
    body: plan,
    output: done,
    problems: [problems.noSuchCycle, problems.cycleState, problems.noEdition, problems.unknownStar],
    example: { params: hereCycle, body: samplePlan, output: { version: 2 } },
  },
  open: {
    method: 'POST',
    path: '/stars/cycles/:unit/:id/open',
    summary: { zh: '开始创建周期', en: 'Open the cycle' },
    access: convene,
    params: where,
    body: z.strictObject({}),
    output: done,
    problems: [problems.noSuchCycle, problems.cycleState, problems.noEdition, problems.calendarNotWhole, problems.formNotRegistered],
    example: { params: hereCycle, body: {}, output: { version: 3 } },
  },
  amend: {
    method: 'POST',
    path: '/stars/cycles/:unit/:id/amend',
    summary: { zh: '调整日历、参数或分工（写明原因）', en: 'Amend calendar, parameters or offices, with a reason' },
    access: convene,
    params: where,
    body: z.strictObject({
      calendar: z.array(shape.stage).max(20),
      parameters: shape.parameters,
      offices: shape.offices,
      /** Left out, the English name stays as it is. */
      nameEn: shape.words(120).nullable().optional(),
      reason: shape.words(500),
    }),
    output: done,
    problems: [problems.noSuchCycle, problems.cycleState, problems.calendarNotWhole, problems.unknownStar],
    example: {
      params: hereCycle,
      body: { calendar: shape.sampleStages, parameters: shape.sampleParameters, offices: {}, reason: '县委研究确定公示天数' },
      output: { version: 4 },
    },
  },
  closeCycle: {
    method: 'POST',
    path: '/stars/cycles/:unit/:id/close',
    summary: { zh: '结束创建周期；往年的星按参数届满', en: 'Close the cycle; stars of former years end as it says' },
    access: convene,
    params: where,
    body: z.strictObject({ document: shape.perhaps(80).default('') }),
    /** How many stars of former years ended with it. */
    output: done.extend({ ended: z.int() }),
    problems: [...closing, problems.parameterMissing, problems.formerDocument, problems.formerAppealOpen],
    example: { params: hereCycle, body: { document: '演组〔2027〕1号' }, output: { version: 5, ended: 12 } },
  },
  allot: {
    method: 'POST',
    path: '/stars/cycles/:unit/:id/allot',
    summary: { zh: '分配创建名额', en: 'Allot quotas' },
    access: convene,
    params: where,
    body: z.strictObject({ quotas: z.array(quota).min(1).max(2000) }),
    output: z.strictObject({ allotted: z.int() }),
    problems: [problems.noSuchCycle, problems.cycleState, problems.unknownStar, problems.unknownUnit, problems.quotaBelowGiven],
    example: {
      params: hereCycle,
      body: { quotas: [{ unit: '990101', star: 'YYXY', most: 12, hard: true }] },
      output: { allotted: 1 },
    },
  },
  quotas: {
    method: 'GET',
    path: '/stars/cycles/:unit/:id/quotas',
    summary: { zh: '已分配的名额', en: 'Quotas that were allotted' },
    access: read,
    params: where,
    output: z.strictObject({ rows: z.array(quota.extend({ unitName: z.string(), given: z.int() })) }),
    problems: [problems.noSuchCycle],
    example: {
      params: hereCycle,
      output: { rows: [{ unit: '990101', unitName: '演示县', star: 'YYXY', most: 12, hard: true, given: 1 }] },
    },
  },
  setTarget: {
    method: 'POST',
    path: '/stars/targets/:unit',
    summary: { zh: '挂星立标：本季度目标和创建计划', en: 'Set the target of a quarter with its plan' },
    access: { kind: 'post', permission: 'stars.declare', at: 'params.unit' },
    params: z.strictObject({ unit: shape.unitCode }),
    body: z.strictObject({ cycle: shape.id, quarter: shape.quarter, stars: z.array(shape.star).max(20), plan: plan5 }),
    output: target,
    problems: [...aiming, problems.wrongKind, problems.quarterOver],
    example: {
      params: { unit: '990101001001' },
      body: { cycle: shape.ids.cycle, quarter: '2026Q3', stars: ['YYXY'], plan: sampleAnswers },
      output: { unit: '990101001001', unitName: '朝霞社区', quarter: '2026Q3', stars: ['YYXY'], plan: sampleAnswers },
    },
  },
  targets: {
    method: 'GET',
    path: '/stars/cycles/:unit/:id/targets',
    summary: { zh: '各单位的立标', en: 'What units aim for' },
    access: read,
    params: where,
    query: z.strictObject({ below: shape.unitCode, quarter: shape.quarter }),
    output: z.strictObject({ rows: z.array(target) }),
    problems: [problems.noSuchCycle],
    example: { params: hereCycle, query: { below: '990101001', quarter: '2026Q3' }, output: { rows: [] } },
  },
  ladders: {
    method: 'GET',
    path: '/stars/cycles/:unit/:id/ladders',
    summary: { zh: '三级争创：乡镇（街道）和县（区）达到哪一级', en: 'Ladders above: what townships and the county reached, and why' },
    access: read,
    params: where,
    query: z.strictObject({ county: z.string().regex(/^\d{6}$/) }),
    output: z.strictObject({
      rows: z.array(
        z.strictObject({
          unit: shape.unitCode,
          unitName: z.string(),
          ladders: z.array(z.strictObject({ code: z.string(), name: z.string(), held: z.boolean(), because: z.array(z.string()) })),
        }),
      ),
    }),
    problems: [problems.noSuchCycle],
    example: {
      params: hereCycle,
      query: { county: '990101' },
      output: {
        rows: [
          {
            unit: '990101001',
            unitName: '晨光街道',
            ladders: [
              {
                code: 'WHDW',
                name: '“五好”党（工）委（示例）',
                held: false,
                because: ['3 星及以上的村（社区） 1/11，要求至少 80%，未达到'],
              },
            ],
          },
        ],
      },
    },
  },
  board: {
    method: 'GET',
    path: '/stars/cycles/:unit/:id/board',
    summary: { zh: '创建总览：立标、申报、认定与名额', en: 'Board: targets, candidacies, certified stars and quotas' },
    access: read,
    params: where,
    query: z.strictObject({ below: shape.unitCode.optional(), quarter: shape.quarter.optional() }),
    output: z.strictObject({
      asOf: z.iso.datetime(),
      quarter: shape.quarter,
      stars: z.array(shape.starShown),
      rows: z.array(
        z.strictObject({
          unit: shape.unitCode,
          unitName: z.string(),
          targets: totals,
          certified: totals,
          /** Candidacies by state. */
          states: z.partialRecord(shape.state, z.int()),
          quotas: z.array(quotaShown),
        }),
      ),
      all: z.strictObject({
        targets: totals,
        certified: totals,
        targetSums: z.tuple([z.int(), z.int()]),
        certifiedSums: z.tuple([z.int(), z.int()]),
        quotas: z.array(quotaShown),
      }),
    }),
    problems: [problems.noSuchCycle],
    example: {
      params: hereCycle,
      query: { below: '990101' },
      output: {
        asOf: '2026-09-08T01:00:00.000Z',
        quarter: '2026Q3',
        stars: shape.sampleCycle.stars,
        rows: [
          {
            unit: '990101001',
            unitName: '晨光街道',
            targets: sampleTotals,
            certified: { units: 0, levels: [0, 0, 0, 0, 0, 0], stars: { YYXY: 0 } },
            states: { first: 1 },
            quotas: [],
          },
        ],
        all: {
          targets: sampleTotals,
          certified: { units: 0, levels: [0, 0, 0, 0, 0, 0], stars: { YYXY: 0 } },
          targetSums: [1, 1],
          certifiedSums: [0, 0],
          quotas: [],
        },
      },
    },
  },
})
