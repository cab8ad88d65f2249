// Everything the room does with units, as data; the second trees and links are in contract-trees.ts, maps in
// contract-maps.ts.

import { z } from 'zod'
import { defineContract } from '#ground/http/contract.ts'
import { maps } from './contract-maps.ts'
import { trees } from './contract-trees.ts'
import {
  asOf,
  counts,
  day,
  decision,
  detailed,
  examples,
  found,
  kind,
  listed,
  reasoned,
  transferBody,
  transferred,
  unit,
  unitCode,
  unitName,
  unitParams,
} from './core/shapes.ts'
import { problems as p } from './problems.ts'

const anybody = { kind: 'public', anonymous: true } as const
const change = { kind: 'post', permission: 'units.change', at: 'params.code' } as const
const changeSeveral = { kind: 'post', permission: 'units.change', at: 'record' } as const
const sheets = ['text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'] as const
const versioned = [p.unknownUnit, p.unitEnded, p.tooEarly, p.notYours, p.changedMeanwhile] as const
const moved = [
  ...versioned,
  p.levelDiffers,
  p.codeTaken,
  p.codeUsedBefore,
  p.leftBehind,
  p.nothingMoves,
  p.noParent,
  p.numbersExhausted,
] as const
const paged = { after: z.string().max(30).optional(), limit: z.coerce.number().int().min(1).max(1000).default(200) }
const done = z.strictObject({ code: unitCode })
const plan = { applied: true, moves: [{ from: '990101101202', fromName: '石桥村', to: '990101101201', toName: '柳溪村', kind: 'merged' }] }

export const contract = defineContract({
  get: {
    method: 'GET',
    path: '/units/:code',
    summary: { zh: '查看一个单位：上级路径、下级数量', en: 'One unit: its path and how many lie below' },
    access: anybody,
    params: unitParams,
    query: asOf,
    output: detailed,
    problems: [p.unknownUnit],
    example: {
      params: { code: '990101001001' },
      output: { ...examples.unit, path: examples.path, kindOfficial: 'community', below: [] },
    },
  },
  roots: {
    method: 'GET',
    path: '/units',
    summary: { zh: '最上级单位', en: 'The uppermost units' },
    access: anybody,
    query: asOf,
    output: z.strictObject({ units: z.array(listed) }),
    problems: [],
    example: { output: { units: [{ ...examples.unit, code: '99', name: '演示省', level: 1, kind: null, below: 1 }] } },
  },
  children: {
    method: 'GET',
    path: '/units/:code/children',
    summary: { zh: '下级单位，可指定层级', en: 'Units below, of the next or a given level' },
    access: anybody,
    params: unitParams,
    query: asOf.extend({ level: z.coerce.number().int().min(1).max(5).optional(), ...paged }),
    output: z.strictObject({ units: z.array(listed), next: unitCode.nullable() }),
    problems: [],
    example: { params: { code: '990101001' }, output: { units: [{ ...examples.unit, below: 0 }], next: null } },
  },
  search: {
    method: 'GET',
    path: '/units/search',
    summary: { zh: '按名称、编码或拼音首字母查找单位', en: 'Find units by name, code or pinyin initials' },
    access: anybody,
    query: asOf.extend({
      q: z.string().max(40),
      within: unitCode.optional(),
      ...paged,
      limit: z.coerce.number().int().min(1).max(200).default(20),
    }),
    output: z.strictObject({ units: z.array(found), next: z.string().nullable() }),
    problems: [],
    example: { query: { q: 'zxsq' }, output: { units: [{ ...examples.unit, path: examples.path }], next: null } },
  },
  history: {
    method: 'GET',
    path: '/units/:code/history',
    summary: { zh: '沿革：历次名称、类别和变动', en: 'History: names, kinds and successions' },
    access: anybody,
    params: unitParams,
    output: z.strictObject({
      versions: z.array(unit.extend({ kindOfficial: kind.nullable(), kindOverride: kind.nullable() })),
      successions: z.array(
        z.strictObject({
          from: unitCode,
          fromName: z.string(),
          to: unitCode,
          toName: z.string(),
          on: day,
          kind: z.enum(['recoded', 'merged', 'split']),
        }),
      ),
    }),
    problems: [p.unknownUnit],
    example: {
      params: { code: '990101001001' },
      output: { versions: [{ ...examples.unit, kindOfficial: 'community', kindOverride: null }], successions: [] },
    },
  },
  create: {
    method: 'POST',
    path: '/units',
    summary: { zh: '设立单位', en: 'Create a unit' },
    access: { kind: 'post', permission: 'units.change', at: 'body.code' },
    body: z.strictObject({ code: unitCode, name: unitName, ...decision }),
    output: done,
    problems: [p.badCode, p.noParent, p.codeTaken, p.notYours],
    example: { body: { code: '990101001003', name: '新苑社区', ...examples.decision }, output: { code: '990101001003' } },
  },
  rename: {
    method: 'POST',
    path: '/units/:code/rename',
    summary: { zh: '更名', en: 'Rename a unit' },
    access: change,
    params: unitParams,
    body: z.strictObject({ name: unitName, ...decision }),
    output: done,
    problems: [...versioned, p.nothingChanges],
    example: { params: { code: '990101001001' }, body: { name: '朝晖社区', ...examples.decision }, output: { code: '990101001001' } },
  },
  overrideKind: {
    method: 'POST',
    path: '/units/:code/kind',
    summary: { zh: '认定为村或社区', en: 'Say whether it is a village or a community' },
    access: { kind: 'post', permission: 'units.overrideKind', at: 'params.code' },
    params: unitParams,
    body: z.strictObject({ kind: kind.nullable(), ...decision }),
    output: done,
    problems: [...versioned, p.nothingChanges, p.kindOnlyForVillages],
    example: { params: { code: '990101001001' }, body: { kind: 'village', ...examples.decision }, output: { code: '990101001001' } },
  },
  end: {
    method: 'POST',
    path: '/units/:code/end',
    summary: { zh: '撤销单位', en: 'End a unit' },
    access: change,
    params: unitParams,
    body: z.strictObject(reasoned),
    output: done,
    problems: [...versioned, p.stillLivingBelow],
    example: { params: { code: '990101001001' }, body: examples.decision, output: { code: '990101001001' } },
  },
  merge: {
    method: 'POST',
    path: '/units/merge',
    summary: { zh: '合并单位', en: 'Merge units' },
    access: changeSeveral,
    body: z.strictObject({
      sources: z.array(unitCode).min(1).max(50),
      target: z.strictObject({ code: unitCode, name: unitName.optional() }),
      ...transferBody,
    }),
    output: transferred,
    problems: [...moved],
    example: { body: { sources: ['990101101202'], target: { code: '990101101201' }, ...examples.decision }, output: plan },
  },
  split: {
    method: 'POST',
    path: '/units/:code/split',
    summary: { zh: '拆分单位', en: 'Split a unit' },
    access: change,
    params: unitParams,
    body: z.strictObject({
      parts: z
        .array(z.strictObject({ code: unitCode, name: unitName.optional(), units: z.array(unitCode).max(2000).default([]) }))
        .min(2)
        .max(50),
      ...transferBody,
    }),
    output: transferred,
    problems: [...moved],
    example: {
      params: { code: '990101101201' },
      body: { parts: [{ code: '990101101201' }, { code: '990101101203', name: '新柳村' }], ...examples.decision },
      output: { applied: true, moves: [{ from: '990101101201', fromName: '柳溪村', to: '990101101203', toName: '新柳村', kind: 'split' }] },
    },
  },
  recode: {
    method: 'POST',
    path: '/units/:code/recode',
    summary: { zh: '变更编码（含划转上级）', en: 'Give a unit another code, also under another unit' },
    access: change,
    params: unitParams,
    body: z.strictObject({ to: unitCode, name: unitName.optional(), ...transferBody }),
    output: transferred,
    problems: [...moved],
    example: {
      params: { code: '990101101202' },
      body: { to: '990101001201', ...examples.decision },
      output: { ...plan, moves: [{ ...plan.moves[0], to: '990101001201', toName: '石桥村', kind: 'recoded' }] },
    },
  },
  import: {
    method: 'POST',
    path: '/units/import',
    summary: { zh: '导入官方区划代码', en: 'Import the official code list' },
    access: { kind: 'post', permission: 'units.import', at: 'rows' },
    body: z.strictObject({ dryRun: z.boolean().default(false), complete: unitCode.optional(), effective: day.optional() }),
    upload: { maxBytes: 64 * 1_048_576 },
    output: counts,
    problems: [p.noFile, p.badLines, p.unknownColumn, p.completeNeedsDay, p.unknownUnit, p.tooEarly, p.notYours],
    example: { body: { dryRun: true }, output: { added: 0, renamed: 1, kindChanged: 0, ended: 0, unchanged: 11, errors: [] } },
  },
  export: {
    method: 'GET',
    path: '/units/export',
    summary: { zh: '导出单位名单', en: 'Export units' },
    access: { kind: 'signed-in' },
    query: asOf.extend({ below: unitCode.optional(), format: z.enum(['csv', 'xlsx']).default('csv') }),
    file: sheets,
    problems: [p.unknownUnit],
    example: { query: { below: '990101', format: 'csv' } },
    perMinute: 20,
  },
  template: {
    method: 'GET',
    path: '/units/template',
    summary: { zh: '导入模板', en: 'Template for the import' },
    access: { kind: 'signed-in' },
    file: sheets,
    problems: [],
    example: {},
  },
  ...maps,
  ...trees,
})
