// What anybody reads of a cycle: that there is one, who aims for what, one publicity.

import { z } from 'zod'
import { defineContract } from '#ground/http/contract.ts'
import * as shape from './contract-shapes.ts'
import { publicity, samplePublicity } from './contract-public.ts'
import { problems } from './problems.ts'

const { where, hereCycle } = shape

export const openContract = defineContract({
  announced: {
    method: 'GET',
    path: '/stars/public/cycles',
    summary: { zh: '进行中和已结束的创建周期', en: 'Cycles that are open or closed' },
    access: { kind: 'public' },
    output: z.strictObject({ rows: z.array(shape.cycleRow) }),
    problems: [],
    example: { output: { rows: [shape.sampleCycleRow] } },
  },
  aims: {
    method: 'GET',
    path: '/stars/public/cycles/:unit/:id/aims',
    summary: { zh: '本季度谁创哪颗星（不含创建计划）', en: 'Who aims for which stars in a quarter; never the plans' },
    access: { kind: 'public' },
    params: where,
    query: z.strictObject({ quarter: shape.quarter.optional() }),
    output: z.strictObject({
      cycle: shape.cycleRow,
      quarter: shape.quarter,
      stars: z.array(shape.starShown),
      rows: z.array(z.strictObject({ unit: shape.unitCode, unitName: z.string(), stars: z.array(z.string()) })),
    }),
    problems: [problems.noSuchCycle],
    example: {
      params: hereCycle,
      query: { quarter: '2026Q3' },
      output: {
        cycle: shape.sampleCycleRow,
        quarter: '2026Q3',
        stars: shape.sampleCycle.stars,
        rows: [{ unit: '990101001001', unitName: '朝霞社区', stars: ['YYXY'] }],
      },
    },
  },
  samplePool: {
    method: 'GET',
    path: '/stars/public/samples/:unit/:id/pool',
    summary: { zh: '抽查名单（文本，一行一个）', en: 'The pool of a sample as text; its SHA-256 is the published digest' },
    access: { kind: 'public' },
    params: where,
    file: ['text/plain'],
    problems: [problems.noSuchSample],
    example: { params: { unit: '9901', id: shape.ids.sample } },
  },
  publicity: {
    method: 'GET',
    path: '/stars/public/publicities/:unit/:id',
    summary: { zh: '一次公示', en: 'One publicity' },
    access: { kind: 'public' },
    params: where,
    output: publicity,
    problems: [problems.noSuchPublicity],
    example: { params: { unit: '990101', id: shape.ids.publicity }, output: samplePublicity },
  },
})
