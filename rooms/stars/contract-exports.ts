// Lists as files, for every system and meeting that wants them on paper or in a sheet: nothing is typed twice.

import { z } from 'zod'
import { defineContract } from '#ground/http/contract.ts'
import * as shape from './contract-shapes.ts'
import { problems } from './problems.ts'

const { where, hereCycle } = shape
const read = { kind: 'post', permission: 'stars.read', at: 'record' } as const
const format = z.enum(['xlsx', 'csv']).default('xlsx')
const sheets = ['text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'] as const

/** A list of a unit and what lies below it, of a year or of all years. */
const ofYear = {
  method: 'GET',
  access: { kind: 'post', permission: 'stars.read', at: 'params.unit' },
  params: z.strictObject({ unit: shape.unitCode }),
  query: z.strictObject({ year: shape.year.optional(), format }),
  file: sheets,
  problems: [],
  example: { params: { unit: '990101' }, query: { format: 'csv' } },
} as const

export const exportContract = defineContract({
  exportBoard: {
    method: 'GET',
    path: '/stars/cycles/:unit/:id/board/export',
    summary: { zh: '导出创建总览', en: 'Export the board' },
    access: read,
    params: where,
    query: z.strictObject({ below: shape.unitCode.optional(), quarter: shape.quarter.optional(), format }),
    file: sheets,
    problems: [problems.noSuchCycle],
    example: { params: hereCycle, query: { format: 'csv' } },
  },
  exportTargets: {
    method: 'GET',
    path: '/stars/cycles/:unit/:id/targets/export',
    summary: { zh: '导出立标表（逐单位、逐星）', en: 'Export the targets, unit by unit and star by star' },
    access: read,
    params: where,
    query: z.strictObject({ below: shape.unitCode, quarter: shape.quarter, format }),
    file: sheets,
    problems: [problems.noSuchCycle],
    example: { params: hereCycle, query: { below: '990101', quarter: '2026Q3', format: 'csv' } },
  },
  exportCandidacies: {
    method: 'GET',
    path: '/stars/cycles/:unit/:id/candidacies/export',
    summary: { zh: '导出申报列表', en: 'Export the candidacies' },
    access: read,
    params: where,
    query: z.strictObject({
      below: shape.unitCode.optional(),
      state: shape.state.optional(),
      star: shape.star.optional(),
      mine: z.enum(['true']).optional(),
      format,
    }),
    file: sheets,
    problems: [problems.noSuchCycle],
    example: { params: hereCycle, query: { below: '990101', format: 'csv' } },
  },
  exportQuotas: {
    method: 'GET',
    path: '/stars/cycles/:unit/:id/quotas/export',
    summary: { zh: '导出名额分配表（改好后可再导入）', en: 'Export the quotas; the file may be changed and imported' },
    access: read,
    params: where,
    query: z.strictObject({ format }),
    file: sheets,
    problems: [problems.noSuchCycle],
    example: { params: hereCycle, query: { format: 'csv' } },
  },
  importQuotas: {
    method: 'POST',
    path: '/stars/cycles/:unit/:id/quotas/import',
    summary: { zh: '用表格分配创建名额', en: 'Allot quotas from a sheet' },
    access: { kind: 'post', permission: 'stars.convene', at: 'params.unit' },
    params: where,
    upload: { maxBytes: 4 * 1_048_576 },
    body: z.strictObject({ dryRun: z.boolean().default(false) }),
    output: z.strictObject({
      allotted: z.int(),
      unchanged: z.int(),
      errors: z.array(z.strictObject({ line: z.int(), detail: z.string() })),
    }),
    problems: [problems.noSuchCycle, problems.cycleState, problems.badRows],
    example: { params: hereCycle, body: { dryRun: true }, output: { allotted: 24, unchanged: 0, errors: [] } },
  },
  exportHeld: {
    ...ofYear,
    path: '/stars/held/:unit/export',
    summary: { zh: '导出已认定的星', en: 'Export the stars that are held' },
  },
  exportAwards: {
    ...ofYear,
    path: '/stars/awards/:unit/export',
    summary: { zh: '导出表彰登记', en: 'Export the awards' },
  },
  exportLadders: {
    method: 'GET',
    path: '/stars/cycles/:unit/:id/ladders/export',
    summary: { zh: '导出三级争创情况', en: 'Export the ladders above' },
    access: read,
    params: where,
    query: z.strictObject({ county: z.string().regex(/^\d{6}$/), format }),
    file: sheets,
    problems: [problems.noSuchCycle],
    example: { params: hereCycle, query: { county: '990101', format: 'csv' } },
  },
})
