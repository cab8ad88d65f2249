// The register of form demands, and a unit's way to object to what is recorded of it.

import { z } from 'zod'
import { defineContract } from '#ground/http/contract.ts'
import { frequencies } from './core/demand.ts'
import {
  cost,
  day,
  definitionId,
  demand,
  doubt,
  duplicate,
  format,
  importBody,
  imported,
  recordKind,
  recordParams,
  ref,
  unitCode,
  unitKind,
  words,
} from './core/shapes.ts'
import { exampleDemand, exampleDemandBody, exampleDoubt, exampleParams } from './core/shape-examples.ts'
import { problems as p } from './problems.ts'

const asks = {
  frequency: z.enum(frequencies),
  from: day,
  sunset: day,
  /** For one filling by one unit. */
  minutes: z.int().min(1).max(6000),
  definitions: z.array(definitionId).max(200).default([]),
  texts: z.array(words(100)).max(200).default([]),
  below: unitCode,
  kind: unitKind.nullable().default(null),
}
const { id: _id, title: _title, issuer: _issuer, basis: _basis, ...exampleAsks } = exampleDemandBody

export const contract = defineContract({
  demands: {
    method: 'GET',
    path: '/form-demands',
    summary: { zh: '填报事项登记簿', en: 'The register of form demands' },
    access: { kind: 'post', permission: 'facts.read', at: 'rows' },
    query: z.strictObject({ below: unitCode.optional() }),
    output: z.strictObject({ rows: z.array(demand), more: z.boolean() }),
    problems: [],
    example: { query: {}, output: { rows: [exampleDemand], more: false } },
  },
  exportDemands: {
    method: 'GET',
    path: '/form-demands/export',
    summary: { zh: '导出填报事项登记簿', en: 'Export the register of form demands' },
    access: { kind: 'post', permission: 'facts.read', at: 'rows' },
    query: z.strictObject({ below: unitCode.optional(), format }),
    file: ['text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    problems: [],
    example: { query: { format: 'csv' } },
  },
  demandTemplate: {
    method: 'GET',
    path: '/form-demands/template',
    summary: { zh: '填报事项导入模板', en: 'Template for form demands' },
    access: { kind: 'post', permission: 'facts.read', at: 'rows' },
    query: z.strictObject({ format }),
    file: ['text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    problems: [],
    example: { query: { format: 'xlsx' } },
  },
  importDemands: {
    method: 'POST',
    path: '/form-demands/import',
    summary: { zh: '用表格登记填报事项；数据已有的不予登记', en: 'Register form demands from a sheet; refused where the data are held' },
    access: { kind: 'post', permission: 'facts.demand', at: 'rows' },
    body: importBody,
    upload: { maxBytes: 2 * 1_048_576 },
    output: imported,
    problems: [p.badRows],
    example: { body: { dryRun: true }, output: { added: 2, unchanged: 0, errors: [] } },
  },
  previewDemand: {
    method: 'POST',
    path: '/form-demands/preview',
    summary: { zh: '登记之前先看：要花多少时间，哪些数据已经有了', en: 'Before registering: what it costs, which data are held already' },
    access: { kind: 'post', permission: 'facts.demand', at: 'body.unit' },
    idempotent: false,
    body: z.strictObject({ unit: unitCode, ...asks }),
    output: z.strictObject({ cost, duplicates: z.array(duplicate) }),
    problems: [p.demandOutside],
    example: { body: exampleAsks, output: { cost: exampleDemand.cost, duplicates: [] } },
  },
  registerDemand: {
    method: 'POST',
    path: '/form-demands',
    summary: { zh: '登记填报事项；数据已有的不予登记', en: 'Register a form demand; refused where the data are held already' },
    access: { kind: 'post', permission: 'facts.demand', at: 'body.unit' },
    body: z
      .strictObject({
        id: z.uuid(),
        unit: unitCode,
        form: ref.optional(),
        title: words(100),
        issuer: words(100),
        basis: words(400),
        ...asks,
      })
      .refine(({ definitions, texts }) => definitions.length + texts.length > 0, { path: ['texts'] }),
    output: demand,
    problems: [p.datumHeld, p.sunsetWrong, p.demandRegistered, p.demandOutside, p.askedTwice, p.noSuchDefinition],
    example: { body: exampleDemandBody, output: exampleDemand },
  },
  withdrawDemand: {
    method: 'POST',
    path: '/form-demands/:unit/:id/withdraw',
    summary: { zh: '撤回填报事项，写明原因', en: 'Withdraw a form demand, with a reason' },
    access: { kind: 'post', permission: 'facts.demand', at: 'params.unit' },
    params: recordParams,
    body: z.strictObject({ reason: words(2000) }),
    output: demand,
    problems: [p.noSuchDemand, p.demandOver],
    example: {
      params: { unit: '990101', id: exampleDemandBody.id },
      body: { reason: '部门已有这些数据。' },
      output: { ...exampleDemand, state: 'withdrawn', withdrawnOn: '2026-09-08', withdrawnReason: '部门已有这些数据。' },
    },
  },
  doubts: {
    method: 'GET',
    path: '/fact-doubts',
    summary: { zh: '更正申请', en: 'Requests for correction' },
    access: { kind: 'post', permission: 'facts.read', at: 'rows' },
    query: z.strictObject({ below: unitCode.optional(), waiting: z.enum(['true']).optional() }),
    output: z.strictObject({ rows: z.array(doubt), more: z.boolean() }),
    problems: [],
    example: { query: { waiting: 'true' }, output: { rows: [exampleDoubt], more: false } },
  },
  exportDoubts: {
    method: 'GET',
    path: '/fact-doubts/export',
    summary: { zh: '导出更正申请', en: 'Export requests for correction' },
    access: { kind: 'post', permission: 'facts.read', at: 'rows' },
    query: z.strictObject({ below: unitCode.optional(), format }),
    file: ['text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    problems: [],
    example: { query: { format: 'csv' } },
  },
  doubt: {
    method: 'POST',
    path: '/fact-doubts',
    summary: { zh: '单位申请更正关于自己的一条记录', en: 'A unit asks for a record about itself to be corrected' },
    access: { kind: 'post', permission: 'facts.doubt', at: 'body.unit' },
    body: z.strictObject({ id: z.uuid(), unit: unitCode, kind: recordKind, record: z.uuid(), reason: words(2000) }),
    output: doubt,
    problems: [p.noSuchRecord, p.corrected, p.asked],
    example: {
      body: { id: exampleDoubt.id, unit: exampleParams.unit, kind: 'fact', record: exampleParams.id, reason: exampleDoubt.reason },
      output: exampleDoubt,
    },
  },
  decline: {
    method: 'POST',
    path: '/fact-doubts/:unit/:id/decline',
    summary: {
      zh: '答复：不予更正，写明理由（同意的，直接更正那条记录）',
      en: 'Answer: not corrected, and why (to grant it, correct the record)',
    },
    access: { kind: 'post', permission: 'facts.answer', at: 'params.unit' },
    params: recordParams,
    body: z.strictObject({ reason: words(2000) }),
    output: doubt,
    problems: [p.noSuchRecord, p.answered],
    example: {
      params: { unit: exampleParams.unit, id: exampleDoubt.id },
      body: { reason: '示例：光伏收入按规定计入下一年。' },
      output: {
        ...exampleDoubt,
        state: 'declined',
        answer: '示例：光伏收入按规定计入下一年。',
        answeredOn: '2026-09-08',
        answeredBy: '演示县',
      },
    },
  },
})
