// Facts: listing, stating, correcting, sheets in and out, and all that is known of one unit.

import { z } from 'zod'
import { defineContract } from '#ground/http/contract.ts'
import {
  certificate,
  day,
  definition,
  definitionId,
  demand,
  doubt,
  fact,
  format,
  importBody,
  imported,
  periodKey,
  perhaps,
  recordParams,
  review,
  stated,
  unitCode,
  unitName,
  upheldCase,
  words,
} from './core/shapes.ts'
import {
  exampleCase,
  exampleCertificate,
  exampleDefinition,
  exampleDemand,
  exampleDoubt,
  exampleFact,
  exampleParams,
} from './core/shape-examples.ts'
import { problems as p } from './problems.ts'

const filter = {
  below: unitCode.optional(),
  definition: definitionId.optional(),
  from: day.optional(),
  to: day.optional(),
  /** Also what was corrected since. */
  history: z.enum(['true']).optional(),
}
const sheets = ['text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'] as const
const rows = { kind: 'post', permission: 'facts.read', at: 'rows' } as const
const mine = [p.noSuchDefinition, p.notYourDatum, p.periodUnfit, p.unknownUnit, p.stated] as const
const body = { id: z.uuid(), unit: unitCode, definition: definitionId, period: periodKey, voucher: perhaps(400).default('') }
const exampleBody = { id: exampleParams.id, unit: exampleParams.unit, definition: 'collective-income', period: '2025' }

export const contract = defineContract({
  list: {
    method: 'GET',
    path: '/facts',
    summary: { zh: '事实数据', en: 'Facts' },
    access: rows,
    query: z.strictObject(filter),
    output: z.strictObject({ rows: z.array(fact), more: z.boolean() }),
    problems: [],
    example: { query: { below: '990101' }, output: { rows: [exampleFact], more: false } },
  },
  export: {
    method: 'GET',
    path: '/facts/export',
    summary: { zh: '导出事实数据', en: 'Export facts' },
    access: rows,
    query: z.strictObject({ ...filter, format }),
    file: sheets,
    problems: [],
    example: { query: { format: 'csv' } },
  },
  template: {
    method: 'GET',
    path: '/facts/template',
    summary: { zh: '事实数据导入模板', en: 'Template for facts' },
    access: rows,
    query: z.strictObject({ format }),
    file: sheets,
    problems: [],
    example: { query: { format: 'xlsx' } },
  },
  import: {
    method: 'POST',
    path: '/facts/import',
    summary: { zh: '用表格导入事实数据，有一行不对就一行不导', en: 'Import facts from a sheet; nothing if a row is bad' },
    access: { kind: 'post', permission: 'facts.state', at: 'rows' },
    body: importBody,
    upload: { maxBytes: 8 * 1_048_576 },
    output: imported,
    problems: [p.badRows],
    example: { body: { dryRun: true }, output: { added: 12, unchanged: 3, errors: [{ line: 4, detail: '没有这个单位' }] } },
  },
  unitSheet: {
    method: 'GET',
    path: '/facts/units/:unit',
    summary: { zh: '一个单位的全部已有数据', en: 'Everything that is known of one unit' },
    access: { kind: 'post', permission: 'facts.read', at: 'params.unit' },
    params: z.strictObject({ unit: unitCode }),
    output: z.strictObject({
      unit: unitName,
      asOf: day,
      definitions: z.array(definition),
      facts: z.array(fact),
      certificates: z.array(certificate),
      cases: z.array(upheldCase),
      reviews: z.array(review),
      doubts: z.array(doubt),
      demands: z.array(demand),
    }),
    problems: [p.unknownUnit],
    example: {
      params: { unit: exampleParams.unit },
      output: {
        unit: exampleFact.unit,
        asOf: '2026-09-08',
        definitions: [exampleDefinition],
        facts: [exampleFact],
        certificates: [exampleCertificate],
        cases: [exampleCase],
        reviews: [],
        doubts: [exampleDoubt],
        demands: [exampleDemand],
      },
    },
  },
  state: {
    method: 'POST',
    path: '/facts',
    summary: { zh: '登记一个数据', en: 'State a fact' },
    access: { kind: 'post', permission: 'facts.stateOwn', at: 'body.unit' },
    body: z.strictObject({ ...body, value: z.union([z.string().trim().min(1).max(200), z.boolean()]) }),
    output: fact,
    problems: [...mine, p.valueUnfit],
    example: { body: { ...exampleBody, value: '36.50', voucher: '演农〔2026〕3号' }, output: exampleFact },
  },
  nothing: {
    method: 'POST',
    path: '/facts/nothing-this-period',
    summary: { zh: '本期无', en: 'Nothing this period' },
    access: { kind: 'post', permission: 'facts.stateOwn', at: 'body.unit' },
    body: z.strictObject(body),
    output: fact,
    problems: [...mine, p.noNothing],
    example: { body: exampleBody, output: { ...exampleFact, stated: { state: 'nothing' } } },
  },
  correct: {
    method: 'POST',
    path: '/facts/:unit/:id/correct',
    summary: { zh: '更正一个数据：新的记录指明原来的', en: 'Correct a fact: a new record names the old' },
    access: { kind: 'post', permission: 'facts.stateOwn', at: 'params.unit' },
    params: recordParams,
    body: z.strictObject({ id: z.uuid(), stated, voucher: perhaps(400).optional(), reason: words(2000) }),
    output: fact,
    problems: [p.noSuchRecord, p.corrected, p.notYourDatum, p.noSuchDefinition, p.valueUnfit, p.noNothing, p.sameAsBefore],
    example: {
      params: exampleParams,
      body: { id: exampleDoubt.id, stated: { state: 'value', value: '38.20' }, reason: '补上光伏电站收入。' },
      output: { ...exampleFact, id: exampleDoubt.id, corrects: exampleParams.id, reason: '补上光伏电站收入。' },
    },
  },
})
