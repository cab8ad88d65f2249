// Lists of the standards as files: the editions, a comparison, what townships add. An edition itself goes out as its workbook.

import { z } from 'zod'
import { defineContract } from '#ground/http/contract.ts'
import { exampleId } from './core/shape-examples.ts'
import { editionId } from './core/shapes.ts'
import { problems as p } from './problems.ts'

const read = { kind: 'post', permission: 'standards.read', at: 'rows' } as const
const format = z.enum(['xlsx', 'csv']).default('xlsx')
const sheets = ['text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'] as const

export const listContract = defineContract({
  exportList: {
    method: 'GET',
    path: '/standards/list/export',
    summary: { zh: '导出标准版本列表', en: 'Export the list of editions' },
    access: read,
    query: z.strictObject({ format }),
    file: sheets,
    problems: [],
    example: { query: { format: 'csv' } },
  },
  exportCompare: {
    method: 'GET',
    path: '/standards/compare/export',
    summary: { zh: '导出两个版本的比较', en: 'Export a comparison of two editions' },
    access: read,
    query: z.strictObject({ before: editionId, after: editionId, format }),
    file: sheets,
    problems: [p.noSuchEdition, p.sameEdition],
    example: { query: { before: exampleId, after: 'county/five-star/2027', format: 'csv' } },
  },
  exportAdditions: {
    method: 'GET',
    path: '/standards/additions/export',
    summary: { zh: '导出乡镇（街道）加严标准', en: 'Export the criteria that townships add' },
    access: read,
    query: z.strictObject({ id: editionId, format }),
    file: sheets,
    problems: [],
    example: { query: { id: exampleId, format: 'csv' } },
  },
})
