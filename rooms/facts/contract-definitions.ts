// What data there are.

import { z } from 'zod'
import { defineContract } from '#ground/http/contract.ts'
import { periods, valueTypes } from './core/definition.ts'
import { staters } from './core/held-definition.ts'
import { definition, definitionId, format, words } from './core/shapes.ts'
import { exampleDefinition } from './core/shape-examples.ts'
import { problems as p } from './problems.ts'

const params = z.strictObject({ id: definitionId })
const define = { kind: 'post', permission: 'facts.define', at: 'rows' } as const
const { addedOn: _added, retiredOn: _retired, ...exampleBody } = exampleDefinition

export const contract = defineContract({
  definitions: {
    method: 'GET',
    path: '/fact-definitions',
    summary: { zh: '数据项', en: 'Definitions of data' },
    access: { kind: 'post', permission: 'facts.read', at: 'rows' },
    query: z.strictObject({ retired: z.enum(['true']).optional() }),
    output: z.strictObject({ definitions: z.array(definition) }),
    problems: [],
    example: { query: {}, output: { definitions: [exampleDefinition] } },
  },
  exportDefinitions: {
    method: 'GET',
    path: '/fact-definitions/export',
    summary: { zh: '导出数据项', en: 'Export definitions of data' },
    access: { kind: 'post', permission: 'facts.read', at: 'rows' },
    query: z.strictObject({ format }),
    file: ['text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    problems: [],
    example: { query: { format: 'csv' } },
  },
  addDefinition: {
    method: 'POST',
    path: '/fact-definitions',
    summary: { zh: '登记数据项', en: 'Define a datum' },
    access: define,
    body: z.strictObject({
      id: z.string().max(100),
      name: words(100),
      nameEn: words(100).optional(),
      aliases: z.array(words(100)).max(20).default([]),
      type: z.enum(valueTypes),
      measure: words(10).nullable().default(null),
      choices: z.array(words(60)).max(40).default([]),
      choicesEn: z.array(words(60)).max(40).optional(),
      period: z.enum(periods),
      source: words(100),
      statedBy: z.enum(staters).default('office'),
    }),
    output: definition,
    problems: [p.definitionFaulty, p.definitionDiffers, p.definitionNameTaken],
    example: { body: exampleBody, output: exampleDefinition },
  },
  entrustDefinition: {
    method: 'POST',
    path: '/fact-definitions/:id/entrust',
    summary: { zh: '改由单位（或来源部门）登记', en: 'Let units (or the source office) state it from now on' },
    access: define,
    params,
    body: z.strictObject({ statedBy: z.enum(staters) }),
    output: definition,
    problems: [p.noSuchDefinition],
    example: { params: { id: 'collective-income' }, body: { statedBy: 'unit' }, output: { ...exampleDefinition, statedBy: 'unit' } },
  },
  retireDefinition: {
    method: 'POST',
    path: '/fact-definitions/:id/retire',
    summary: { zh: '停用数据项，写明原因', en: 'Retire a definition, with a reason' },
    access: define,
    params,
    body: z.strictObject({ reason: words(2000) }),
    output: definition,
    problems: [p.noSuchDefinition],
    example: {
      params: { id: 'collective-income' },
      body: { reason: '口径改变，另立新项。' },
      output: { ...exampleDefinition, retiredOn: '2026-09-08' },
    },
  },
})
