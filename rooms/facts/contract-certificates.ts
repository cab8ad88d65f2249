// Certificates and upheld cases of units.

import { z } from 'zod'
import { defineContract } from '#ground/http/contract.ts'
import { certificate, day, format, importBody, imported, level, perhaps, recordParams, unitCode, upheldCase, words } from './core/shapes.ts'
import { exampleCase, exampleCertificate, exampleDoubt, exampleParams } from './core/shape-examples.ts'
import { problems as p } from './problems.ts'

const filter = { below: unitCode.optional(), from: day.optional(), to: day.optional(), history: z.enum(['true']).optional() }
const sheets = ['text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'] as const
const rows = { kind: 'post', permission: 'facts.read', at: 'rows' } as const
const upload = { maxBytes: 8 * 1_048_576 } as const
const by = <const P extends string, const A extends 'body.unit' | 'params.unit' | 'rows'>(permission: P, at: A) =>
  ({ kind: 'post', permission, at }) as const
const exampleImported = { added: 5, unchanged: 0, errors: [] }
const usual = [p.noSuchRecord, p.corrected] as const

const certificateFields = { name: words(100), level, issuer: words(100), document: perhaps(100).default(''), from: day, to: day.nullable() }
const caseFields = {
  type: words(80),
  on: day,
  against: words(100),
  decidedBy: words(100),
  basis: words(2000),
  document: perhaps(100).default(''),
}
const exampleGiven = { name: '充分就业社区', level: 'county', issuer: '演示县人社局', from: '2025-06-01', to: null } as const
const exampleDecided = {
  type: 'merchant-complaint',
  on: '2026-05-12',
  against: '朝霞社区居委会',
  decidedBy: '演示县市场监管局',
  basis: '示例：向商户收取没有依据的费用。',
}
const place = { id: exampleParams.id, unit: exampleParams.unit }

export const contract = defineContract({
  certificates: {
    method: 'GET',
    path: '/certificates',
    summary: { zh: '证书', en: 'Certificates' },
    access: rows,
    query: z.strictObject(filter),
    output: z.strictObject({ rows: z.array(certificate), more: z.boolean() }),
    problems: [],
    example: { query: {}, output: { rows: [exampleCertificate], more: false } },
  },
  exportCertificates: {
    method: 'GET',
    path: '/certificates/export',
    summary: { zh: '导出证书', en: 'Export certificates' },
    access: rows,
    query: z.strictObject({ ...filter, format }),
    file: sheets,
    problems: [],
    example: { query: { format: 'csv' } },
  },
  certificateTemplate: {
    method: 'GET',
    path: '/certificates/template',
    summary: { zh: '证书导入模板', en: 'Template for certificates' },
    access: rows,
    query: z.strictObject({ format }),
    file: sheets,
    problems: [],
    example: { query: { format: 'xlsx' } },
  },
  importCertificates: {
    method: 'POST',
    path: '/certificates/import',
    summary: { zh: '用表格导入证书', en: 'Import certificates from a sheet' },
    access: by('facts.state', 'rows'),
    body: importBody,
    upload,
    output: imported,
    problems: [p.badRows],
    example: { body: { dryRun: true }, output: exampleImported },
  },
  certify: {
    method: 'POST',
    path: '/certificates',
    summary: { zh: '登记证书', en: 'Record a certificate' },
    access: by('facts.state', 'body.unit'),
    body: z.strictObject({ id: z.uuid(), unit: unitCode, ...certificateFields }),
    output: certificate,
    problems: [p.unknownUnit, p.daysCrossed, p.certified, p.notYourRecord],
    example: { body: { ...place, ...exampleGiven }, output: exampleCertificate },
  },
  correctCertificate: {
    method: 'POST',
    path: '/certificates/:unit/:id/correct',
    summary: { zh: '更正证书', en: 'Correct a certificate' },
    access: by('facts.state', 'params.unit'),
    params: recordParams,
    body: z.strictObject({ id: z.uuid(), ...certificateFields, reason: words(2000) }),
    output: certificate,
    problems: [...usual, p.daysCrossed, p.certified, p.notYourRecord],
    example: {
      params: exampleParams,
      body: { id: exampleDoubt.id, ...exampleGiven, reason: '发证单位写错。' },
      output: exampleCertificate,
    },
  },
  withdrawCertificate: {
    method: 'POST',
    path: '/certificates/:unit/:id/withdraw',
    summary: { zh: '登记证书被收回', en: 'Record that a certificate was taken back' },
    access: by('facts.state', 'params.unit'),
    params: recordParams,
    body: z.strictObject({ id: z.uuid(), from: day, reason: words(2000) }),
    output: certificate,
    problems: [...usual, p.daysCrossed, p.notYourRecord],
    example: {
      params: exampleParams,
      body: { id: exampleDoubt.id, from: '2026-09-01', reason: '演人社〔2026〕11号收回。' },
      output: { ...exampleCertificate, withdrawnFrom: '2026-09-01' },
    },
  },
  cases: {
    method: 'GET',
    path: '/upheld-cases',
    summary: { zh: '认定的投诉和案件', en: 'Upheld complaints and cases' },
    access: rows,
    query: z.strictObject(filter),
    output: z.strictObject({ rows: z.array(upheldCase), more: z.boolean() }),
    problems: [],
    example: { query: {}, output: { rows: [exampleCase], more: false } },
  },
  exportCases: {
    method: 'GET',
    path: '/upheld-cases/export',
    summary: { zh: '导出认定的投诉和案件', en: 'Export upheld cases' },
    access: rows,
    query: z.strictObject({ ...filter, format }),
    file: sheets,
    problems: [],
    example: { query: { format: 'csv' } },
  },
  caseTemplate: {
    method: 'GET',
    path: '/upheld-cases/template',
    summary: { zh: '投诉和案件导入模板', en: 'Template for upheld cases' },
    access: rows,
    query: z.strictObject({ format }),
    file: sheets,
    problems: [],
    example: { query: { format: 'xlsx' } },
  },
  importCases: {
    method: 'POST',
    path: '/upheld-cases/import',
    summary: { zh: '用表格导入认定的投诉和案件', en: 'Import upheld cases from a sheet' },
    access: by('facts.recordCases', 'rows'),
    body: importBody,
    upload,
    output: imported,
    problems: [p.badRows],
    example: { body: { dryRun: true }, output: exampleImported },
  },
  recordCase: {
    method: 'POST',
    path: '/upheld-cases',
    summary: { zh: '登记认定成立的投诉或案件', en: 'Record a complaint or case that was upheld' },
    access: by('facts.recordCases', 'body.unit'),
    body: z.strictObject({ id: z.uuid(), unit: unitCode, ...caseFields }),
    output: upheldCase,
    problems: [p.unknownUnit, p.daysCrossed, p.decidedByItself, p.decidedBelowCounty, p.caseThere, p.notYourRecord],
    example: { body: { ...place, ...exampleDecided }, output: exampleCase },
  },
  correctCase: {
    method: 'POST',
    path: '/upheld-cases/:unit/:id/correct',
    summary: { zh: '更正投诉或案件的记录', en: 'Correct the record of a case' },
    access: by('facts.recordCases', 'params.unit'),
    params: recordParams,
    body: z.strictObject({ id: z.uuid(), ...caseFields, reason: words(2000) }),
    output: upheldCase,
    problems: [...usual, p.daysCrossed, p.decidedByItself, p.decidedBelowCounty, p.notYourRecord],
    example: { params: exampleParams, body: { id: exampleDoubt.id, ...exampleDecided, reason: '日期写错。' }, output: exampleCase },
  },
  overturnCase: {
    method: 'POST',
    path: '/upheld-cases/:unit/:id/overturn',
    summary: { zh: '撤销认定：复议、复核后不成立', en: 'Overturn: after a review it does not stand' },
    access: by('facts.recordCases', 'params.unit'),
    params: recordParams,
    body: z.strictObject({ id: z.uuid(), reason: words(2000) }),
    output: upheldCase,
    problems: [...usual, p.notYourRecord],
    example: {
      params: exampleParams,
      body: { id: exampleDoubt.id, reason: '复议决定撤销。' },
      output: { ...exampleCase, upheld: false, reason: '复议决定撤销。' },
    },
  },
})
