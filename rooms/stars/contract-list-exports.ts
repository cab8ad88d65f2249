// The remaining lists as files: cycles, joint review, samples, publicities, objections. Who may take a file is who may see the list.

import { z } from 'zod'
import { defineContract } from '#ground/http/contract.ts'
import * as shape from './contract-shapes.ts'
import { problems } from './problems.ts'

const { where, hereCycle } = shape
const read = { kind: 'post', permission: 'stars.read', at: 'record' } as const
const format = z.enum(['xlsx', 'csv']).default('xlsx')
const sheets = ['text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'] as const
const ofCycle = { params: hereCycle, query: { format: 'csv' } } as const

export const listExportContract = defineContract({
  exportCycles: {
    method: 'GET',
    path: '/stars/cycles/export',
    summary: { zh: '导出创建周期（阶段、参数、专班）', en: 'Export the cycles with their stages, parameters and offices' },
    access: { kind: 'post', permission: 'stars.read', at: 'rows' },
    query: z.strictObject({ year: shape.year.optional(), format }),
    file: sheets,
    problems: [],
    example: { query: { year: '2026', format: 'csv' } },
  },
  exportJoint: {
    method: 'GET',
    path: '/stars/cycles/:unit/:id/joint/export',
    summary: { zh: '导出联审表（一个单位一行）', en: 'Export the joint review table, a line a unit' },
    access: { kind: 'post', permission: 'stars.reviewJoint', at: 'record' },
    params: where,
    query: z.strictObject({ below: shape.unitCode.optional(), format }),
    file: sheets,
    problems: [problems.noSuchCycle],
    example: ofCycle,
  },
  exportSamples: {
    method: 'GET',
    path: '/stars/cycles/:unit/:id/samples/export',
    summary: { zh: '导出抽查名单和抽取结果', en: 'Export the pools of the samples and what was drawn' },
    access: read,
    params: where,
    query: z.strictObject({ format }),
    file: sheets,
    problems: [problems.noSuchCycle],
    example: ofCycle,
  },
  exportPublicities: {
    method: 'GET',
    path: '/stars/cycles/:unit/:id/publicities/export',
    summary: { zh: '导出公示名单（逐颗星）', en: 'Export the publicities, star by star' },
    access: read,
    params: where,
    query: z.strictObject({ format }),
    file: sheets,
    problems: [problems.noSuchCycle],
    example: ofCycle,
  },
  exportObjections: {
    method: 'GET',
    path: '/stars/objections/:unit/export',
    summary: {
      zh: '导出异议及答复（不含提出人，手机号和证件号已遮盖）',
      en: 'Export objections and answers: without who objected, mobile and identity numbers masked',
    },
    access: { kind: 'post', permission: 'stars.decide', at: 'params.unit' },
    params: z.strictObject({ unit: shape.unitCode }),
    query: z.strictObject({ format }),
    file: sheets,
    problems: [],
    example: { params: { unit: '990101' }, query: { format: 'csv' } },
  },
})
