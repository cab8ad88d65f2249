// Formats of files for the systems above, edited as data, and the files they make.

import { z } from 'zod'
import { defineContract } from '#ground/http/contract.ts'
import * as shape from './contract-shapes.ts'
import { formatLimits as limits } from './core/format-file.ts'
import { dateStyles, reportLists } from './core/report-format.ts'
import { problems } from './problems.ts'

const { where, hereCycle } = shape
const convene = { kind: 'post', permission: 'stars.convene', at: 'params.unit' } as const

const column = z.strictObject({
  header: shape.words(limits.header),
  field: shape.perhaps(30).nullable().default(null),
  constant: shape.perhaps(limits.cell).default(''),
  values: z
    .array(z.strictObject({ is: shape.perhaps(limits.cell), becomes: shape.perhaps(limits.cell) }))
    .max(limits.words)
    .default([]),
  otherwise: shape.perhaps(limits.cell).nullable().default(null),
})
const content = {
  name: shape.words(limits.name),
  system: shape.perhaps(limits.name).default(''),
  list: z.enum(reportLists),
  file: z.enum(['xlsx', 'csv']).default('xlsx'),
  sheet: shape.words(limits.sheet),
  dates: z.enum(dateStyles).default('dash'),
  columns: z.array(column).min(1).max(limits.columns),
}
const format = z.strictObject({ unit: shape.unitCode, unitName: z.string(), id: shape.id, version: z.int(), ...content })
const sampleContent = {
  name: '上级平台申报表',
  system: '上级创建管理平台',
  list: 'candidacies',
  file: 'xlsx',
  sheet: '申报表',
  dates: 'dash',
  columns: [
    { header: '村（社区）', field: 'unit', constant: '', values: [], otherwise: null },
    { header: '办理状态', field: 'state', constant: '', values: [{ is: '已认定', becomes: '1' }], otherwise: '0' },
  ],
} as const
const sample: z.input<typeof format> = {
  unit: '990101',
  unitName: '演示县',
  id: '01990a00-0000-7000-8000-000000000509',
  version: 1,
  ...sampleContent,
  columns: sampleContent.columns.map((one) => ({ ...one, values: [...one.values] })),
}
const { unit: _unit, unitName: _unitName, id: _id, version: _version, ...sampleKept } = sample
const at = { unit: sample.unit, id: sample.id }

export const formatContract = defineContract({
  formats: {
    method: 'GET',
    path: '/stars/formats',
    summary: { zh: '可用的报送格式', en: 'Formats of files for the systems above' },
    access: { kind: 'post', permission: 'stars.read', at: 'rows' },
    query: z.strictObject({ for: shape.unitCode }),
    output: z.strictObject({ rows: z.array(format) }),
    problems: [],
    example: { query: { for: '990101' }, output: { rows: [sample] } },
  },
  sampleFormats: {
    method: 'GET',
    path: '/stars/formats/samples',
    summary: { zh: '示例报送格式（非官方）', en: 'Sample formats, not official' },
    access: { kind: 'post', permission: 'stars.convene', at: 'rows' },
    query: z.strictObject({}),
    output: z.strictObject({ rows: z.array(z.strictObject({ id: z.string(), ...content })) }),
    problems: [],
    example: { query: {}, output: { rows: [{ ...sampleKept, id: 'five-star-above' }] } },
  },
  keepFormat: {
    method: 'POST',
    path: '/stars/formats/:unit/:id',
    summary: { zh: '保存报送格式', en: 'Keep a format' },
    access: convene,
    params: where,
    /** `version` as it was read; 0 for a new one. */
    body: z.strictObject({ version: z.int().min(0), ...content }),
    output: format,
    problems: [problems.foreignField, problems.formatChanged],
    example: { params: at, body: { version: 0, ...sampleKept }, output: sample },
  },
  dropFormat: {
    method: 'POST',
    path: '/stars/formats/:unit/:id/drop',
    summary: { zh: '停用报送格式（写明原因）', en: 'Take a format out of use, with a reason' },
    access: convene,
    params: where,
    body: z.strictObject({ reason: shape.words(500) }),
    output: z.strictObject({ unit: shape.unitCode, id: shape.id }),
    problems: [problems.noSuchFormat],
    example: { params: at, body: { reason: '平台已改版' }, output: at },
  },
  exportFormat: {
    method: 'GET',
    path: '/stars/formats/:unit/:id/file',
    summary: { zh: '导出报送格式本身（JSON），可交给别的县导入', en: 'The format itself as a file (JSON), to be handed to another county' },
    access: { kind: 'post', permission: 'stars.read', at: 'record' },
    params: where,
    file: ['application/json'],
    problems: [problems.noSuchFormat],
    example: { params: at },
  },
  importFormat: {
    method: 'POST',
    path: '/stars/formats/:unit/:id/import',
    summary: { zh: '导入报送格式文件，成为新的格式', en: 'Import the file of a format as a new format' },
    access: convene,
    params: where,
    upload: { maxBytes: 1_048_576 },
    body: z.strictObject({ dryRun: z.boolean().default(false) }),
    output: z.strictObject({ name: z.string(), list: z.enum(reportLists), columns: z.int(), written: z.boolean() }),
    problems: [problems.formatNotJson, problems.formatFaulty, problems.formatChanged],
    example: {
      params: at,
      body: { dryRun: true },
      output: { name: sampleContent.name, list: 'candidacies', columns: 2, written: false },
    },
  },
  exportFormatted: {
    method: 'GET',
    path: '/stars/cycles/:unit/:id/formatted',
    summary: { zh: '按报送格式导出', en: 'Export in a format' },
    access: { kind: 'post', permission: 'stars.read', at: 'record' },
    params: where,
    query: z.strictObject({
      formatUnit: shape.unitCode,
      format: shape.id,
      below: shape.unitCode,
      quarter: shape.quarter.optional(),
    }),
    file: ['text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    problems: [problems.noSuchCycle, problems.noSuchFormat],
    example: { params: hereCycle, query: { formatUnit: at.unit, format: at.id, below: '990101' } },
  },
  previewFormatted: {
    method: 'GET',
    path: '/stars/cycles/:unit/:id/formatted/preview',
    summary: { zh: '按报送格式先看几行', en: 'The first lines of a file in a format' },
    access: { kind: 'post', permission: 'stars.read', at: 'record' },
    params: where,
    query: z.strictObject({
      formatUnit: shape.unitCode,
      format: shape.id,
      below: shape.unitCode,
      quarter: shape.quarter.optional(),
    }),
    output: z.strictObject({ header: z.array(z.string()), rows: z.array(z.array(z.string())) }),
    problems: [problems.noSuchCycle, problems.noSuchFormat],
    example: {
      params: hereCycle,
      query: { formatUnit: at.unit, format: at.id, below: '990101' },
      output: { header: ['村（社区）', '办理状态'], rows: [['朝霞社区', '1']] },
    },
  },
})
