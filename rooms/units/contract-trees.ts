// Departments and Party organisations, and who is responsible for which village (包联).

import { z } from 'zod'
import { defineContract } from '#ground/http/contract.ts'
import { hosts, organisationTypes } from './core/organisation.ts'
import { asOf, day, decision, reasoned, unitCode } from './core/shapes.ts'
import { problems as p } from './problems.ts'

const id = z.uuid()
const idParams = z.strictObject({ id })
const name = z.string().trim().min(1).max(100)
const done = z.strictObject({ id })
const keep = { kind: 'post', permission: 'units.keepOrganisations', at: 'record' } as const
const exampleId = '00000000-0000-7000-8000-000000000001'
const exampleDecision = { effective: '2026-10-01', reason: '按批复调整' }
const changeable = [p.unknownOrganisation, p.organisationEnded, p.organisationTooEarly, p.organisationChangedMeanwhile, p.notYours] as const

const organisation = z.strictObject({
  id,
  unit: unitCode,
  unitName: z.string(),
  type: z.enum(organisationTypes),
  host: z.enum(hosts),
  name: z.string(),
  parent: id.nullable(),
  from: day,
  to: day.nullable(),
})

const sheets = ['text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'] as const
const format = z.enum(['xlsx', 'csv']).default('xlsx')
/** Changes count from `effective`, today when it is left out. */
const importing = z.strictObject({ dryRun: z.boolean().default(false), effective: day.optional() })
const upload = { maxBytes: 8 * 1_048_576 }
const count = z.number().int()
const errors = z.array(z.never())

const linked = z.strictObject({
  id,
  unit: unitCode,
  unitName: z.string(),
  person: id,
  /** Null when the acting post may not see the account. */
  personName: z.string().nullable(),
  post: id.nullable(),
  role: z.string(),
  from: day,
  to: day.nullable(),
})

const branch = { unit: '990101001001', type: 'branch', host: 'community', name: '朝霞社区党支部', parent: null } as const
const officer = { unit: '990101001001', person: exampleId, role: '包村领导' } as const

export const trees = defineContract({
  organisations: {
    method: 'GET',
    path: '/organisations',
    summary: { zh: '部门和党组织', en: 'Departments and Party organisations' },
    access: { kind: 'post', permission: 'units.readOrganisations', at: 'rows' },
    query: asOf.extend({ unit: unitCode, below: z.enum(['true', 'false']).default('true'), type: z.enum(organisationTypes).optional() }),
    output: z.strictObject({ organisations: z.array(organisation) }),
    problems: [],
    example: {
      query: { unit: '990101' },
      output: { organisations: [{ id: exampleId, ...branch, unitName: '朝霞社区', from: '2026-01-01', to: null }] },
    },
  },
  createOrganisation: {
    method: 'POST',
    path: '/organisations',
    summary: { zh: '登记部门或党组织', en: 'Register a department or Party organisation' },
    access: { kind: 'post', permission: 'units.keepOrganisations', at: 'body.unit' },
    body: z.strictObject({
      id: id.optional(),
      unit: unitCode,
      type: z.enum(organisationTypes),
      host: z.enum(hosts),
      name,
      parent: id.nullable().default(null),
      ...decision,
    }),
    output: done,
    problems: [p.unknownUnit, p.unknownOrganisation, p.wrongParent, p.organisationThere, p.notYours],
    example: { body: { ...branch, effective: '2026-01-01' }, output: { id: exampleId } },
  },
  renameOrganisation: {
    method: 'POST',
    path: '/organisations/:id/rename',
    summary: { zh: '部门或党组织更名', en: 'Rename an organisation' },
    access: keep,
    params: idParams,
    body: z.strictObject({ name, ...decision }),
    output: done,
    problems: [...changeable, p.organisationUnchanged],
    example: { params: { id: exampleId }, body: { name: '朝霞社区党总支', ...exampleDecision }, output: { id: exampleId } },
  },
  moveOrganisation: {
    method: 'POST',
    path: '/organisations/:id/move',
    summary: { zh: '改变隶属或服务的单位', en: 'Put an organisation under another, or let it serve another unit' },
    access: keep,
    params: idParams,
    body: z.strictObject({ parent: id.nullable(), unit: unitCode.optional(), ...decision }),
    output: done,
    problems: [...changeable, p.organisationUnchanged, p.wrongParent, p.unknownUnit],
    example: { params: { id: exampleId }, body: { parent: null, ...exampleDecision }, output: { id: exampleId } },
  },
  endOrganisation: {
    method: 'POST',
    path: '/organisations/:id/end',
    summary: { zh: '撤销部门或党组织', en: 'End an organisation' },
    access: keep,
    params: idParams,
    body: z.strictObject(reasoned),
    output: done,
    problems: [...changeable, p.organisationsBelow, p.endsBeforeStart],
    example: { params: { id: exampleId }, body: exampleDecision, output: { id: exampleId } },
  },
  organisationHistory: {
    method: 'GET',
    path: '/organisations/:id/history',
    summary: { zh: '部门或党组织的沿革', en: 'An organisation through time' },
    access: { kind: 'post', permission: 'units.readOrganisations', at: 'rows' },
    params: idParams,
    output: z.strictObject({ versions: z.array(organisation.extend({ parentName: z.string().nullable() })) }),
    problems: [p.unknownOrganisation],
    example: {
      params: { id: exampleId },
      output: { versions: [{ id: exampleId, ...branch, parentName: null, unitName: '朝霞社区', from: '2026-01-01', to: null }] },
    },
  },
  importOrganisations: {
    method: 'POST',
    path: '/organisations/import',
    summary: { zh: '用表格导入部门和党组织', en: 'Import organisations from a sheet' },
    access: { kind: 'post', permission: 'units.keepOrganisations', at: 'rows' },
    body: importing,
    upload,
    output: z.strictObject({ added: count, renamed: count, moved: count, unchanged: count, errors }),
    problems: [p.noFile, p.badLines, p.organisationChangedMeanwhile],
    example: { body: { dryRun: true }, output: { added: 12, renamed: 1, moved: 0, unchanged: 30, errors: [] } },
  },
  exportOrganisations: {
    method: 'GET',
    path: '/organisations/export',
    summary: { zh: '导出部门和党组织', en: 'Export organisations' },
    access: { kind: 'post', permission: 'units.readOrganisations', at: 'rows' },
    query: asOf.extend({
      unit: unitCode,
      below: z.enum(['true', 'false']).default('true'),
      type: z.enum(organisationTypes).optional(),
      format,
    }),
    file: sheets,
    problems: [],
    example: { query: { unit: '990101', format: 'csv' } },
    perMinute: 20,
  },
  organisationsTemplate: {
    method: 'GET',
    path: '/organisations/template',
    summary: { zh: '部门和党组织的导入模板', en: 'Template for the import of organisations' },
    access: { kind: 'post', permission: 'units.keepOrganisations', at: 'rows' },
    query: z.strictObject({ format }),
    file: sheets,
    problems: [],
    example: {},
  },
  linkedOfficers: {
    method: 'GET',
    path: '/linked-officers',
    summary: { zh: '包联安排', en: 'Who is responsible for which unit' },
    access: { kind: 'post', permission: 'units.readLinks', at: 'query.unit' },
    query: asOf.extend({ unit: unitCode }),
    output: z.strictObject({ links: z.array(linked) }),
    problems: [],
    example: {
      query: { unit: '990101' },
      output: {
        links: [{ id: exampleId, ...officer, unitName: '朝霞社区', personName: '演示·甲', post: null, from: '2026-01-01', to: null }],
      },
    },
  },
  linkOfficer: {
    method: 'POST',
    path: '/linked-officers',
    summary: { zh: '安排包联', en: 'Make an officer responsible for a unit' },
    access: { kind: 'post', permission: 'units.linkOfficers', at: 'body.unit' },
    body: z.strictObject({
      id: id.optional(),
      unit: unitCode,
      person: id,
      post: id.nullable().default(null),
      role: z.string().trim().min(1).max(30),
      ...decision,
    }),
    output: done,
    problems: [p.unknownUnit, p.linkedAlready, p.notYours],
    example: { body: { ...officer, effective: '2026-01-01' }, output: { id: exampleId } },
  },
  unlinkOfficer: {
    method: 'POST',
    path: '/linked-officers/:unit/:id/end',
    summary: { zh: '结束包联', en: 'End a responsibility' },
    access: { kind: 'post', permission: 'units.linkOfficers', at: 'params.unit' },
    params: z.strictObject({ unit: unitCode, id }),
    body: z.strictObject(decision),
    output: done,
    problems: [p.unknownLink, p.endsBeforeStart, p.notYours],
    example: { params: { unit: '990101001001', id: exampleId }, body: exampleDecision, output: { id: exampleId } },
  },
  importLinks: {
    method: 'POST',
    path: '/linked-officers/import',
    summary: { zh: '用表格导入包联安排', en: 'Import responsibilities from a sheet' },
    access: { kind: 'post', permission: 'units.linkOfficers', at: 'rows' },
    body: importing,
    upload,
    output: z.strictObject({ added: count, unchanged: count, errors }),
    problems: [p.noFile, p.badLines],
    example: { body: { dryRun: true }, output: { added: 36, unchanged: 0, errors: [] } },
  },
  exportLinks: {
    method: 'GET',
    path: '/linked-officers/export',
    summary: { zh: '导出包联安排', en: 'Export responsibilities' },
    access: { kind: 'post', permission: 'units.readLinks', at: 'query.unit' },
    query: asOf.extend({ unit: unitCode, format }),
    file: sheets,
    problems: [],
    example: { query: { unit: '990101', format: 'csv' } },
    perMinute: 20,
  },
  linksTemplate: {
    method: 'GET',
    path: '/linked-officers/template',
    summary: { zh: '包联安排的导入模板', en: 'Template for the import of responsibilities' },
    access: { kind: 'post', permission: 'units.linkOfficers', at: 'rows' },
    query: z.strictObject({ format }),
    file: sheets,
    problems: [],
    example: {},
  },
})
