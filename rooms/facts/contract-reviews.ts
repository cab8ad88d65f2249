// Reviews of criteria: read wherever they were given, typed in from paper as a sheet, and those corrected.

import { z } from 'zod'
import { defineContract } from '#ground/http/contract.ts'
import { day, format, importBody, imported, recordParams, review, reviewResult, unitCode, words } from './core/shapes.ts'
import { exampleDoubt, exampleParams, exampleReview } from './core/shape-examples.ts'
import { problems as p } from './problems.ts'

const filter = { below: unitCode.optional(), from: day.optional(), to: day.optional(), history: z.enum(['true']).optional() }
const sheets = ['text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'] as const
const rows = { kind: 'post', permission: 'facts.read', at: 'rows' } as const

export const contract = defineContract({
  reviews: {
    method: 'GET',
    path: '/fact-reviews',
    summary: { zh: '审核结果', en: 'Reviews of criteria' },
    access: rows,
    query: z.strictObject(filter),
    output: z.strictObject({ rows: z.array(review), more: z.boolean() }),
    problems: [],
    example: { query: {}, output: { rows: [exampleReview], more: false } },
  },
  exportReviews: {
    method: 'GET',
    path: '/fact-reviews/export',
    summary: { zh: '导出审核结果', en: 'Export reviews' },
    access: rows,
    query: z.strictObject({ ...filter, format }),
    file: sheets,
    problems: [],
    example: { query: { format: 'csv' } },
  },
  reviewTemplate: {
    method: 'GET',
    path: '/fact-reviews/template',
    summary: { zh: '审核结果导入模板', en: 'Template for reviews' },
    access: rows,
    query: z.strictObject({ format }),
    file: sheets,
    problems: [],
    example: { query: { format: 'xlsx' } },
  },
  importReviews: {
    method: 'POST',
    path: '/fact-reviews/import',
    summary: { zh: '用表格登记书面审核的结果', en: 'Enter results of reviews on paper from a sheet' },
    access: { kind: 'post', permission: 'facts.recordReviews', at: 'rows' },
    body: importBody,
    upload: { maxBytes: 8 * 1_048_576 },
    output: imported,
    problems: [p.badRows],
    example: { body: { dryRun: true }, output: { added: 5, unchanged: 0, errors: [] } },
  },
  correctReview: {
    method: 'POST',
    path: '/fact-reviews/:unit/:id/correct',
    summary: { zh: '更正书面审核的结果', en: 'Correct the result of a review on paper' },
    access: { kind: 'post', permission: 'facts.recordReviews', at: 'params.unit' },
    params: recordParams,
    body: z.strictObject({ id: z.uuid(), result: reviewResult, by: words(100), on: day, reason: words(2000) }),
    output: review,
    problems: [p.noSuchRecord, p.corrected, p.daysCrossed, p.reviewOfCycle, p.notYourOffice, p.sameAsBefore, p.reviewReason],
    example: {
      params: exampleParams,
      body: { id: exampleDoubt.id, result: 'met', by: '演示县人社局', on: '2026-06-20', reason: '示例：复核后达到。' },
      output: exampleReview,
    },
  },
})
