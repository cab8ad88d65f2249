// Awards in from a sheet: a quarter's decisions are a list before they are typed.

import { z } from 'zod'
import { defineContract } from '#ground/http/contract.ts'
import * as shape from './contract-shapes.ts'
import { problems } from './problems.ts'

const format = z.enum(['xlsx', 'csv']).default('xlsx')
const sheets = ['text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'] as const

export const awardSheetContract = defineContract({
  awardTemplate: {
    method: 'GET',
    path: '/stars/awards/template',
    summary: { zh: '表彰登记的导入模板', en: 'Template for awards' },
    access: { kind: 'post', permission: 'stars.award', at: 'rows' },
    query: z.strictObject({ format }),
    file: sheets,
    problems: [],
    example: { query: { format: 'xlsx' } },
  },
  importAwards: {
    method: 'POST',
    path: '/stars/awards/:unit/import',
    summary: { zh: '用表格登记表彰', en: 'Record awards from a sheet' },
    access: { kind: 'post', permission: 'stars.award', at: 'params.unit' },
    params: z.strictObject({ unit: shape.unitCode }),
    upload: { maxBytes: 4 * 1_048_576 },
    body: z.strictObject({ dryRun: z.boolean().default(false), skipBad: z.boolean().default(false) }),
    output: z.strictObject({
      added: z.int(),
      unchanged: z.int(),
      errors: z.array(z.strictObject({ line: z.int(), detail: z.string() })),
    }),
    problems: [problems.badRows],
    example: { params: { unit: '990101' }, body: { dryRun: true }, output: { added: 12, unchanged: 0, errors: [] } },
  },
})
