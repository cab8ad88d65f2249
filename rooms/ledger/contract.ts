// Everything that can be done with the ledger, as data. Each verb of an entry is one endpoint; its guard is in core/guards.ts.
// Which unit may see an entry is decided by row policies, because two sides read it.

import { z } from 'zod'
import { defineContract } from '#ground/http/contract.ts'
import { contract as board } from './contract-board.ts'
import { contract as phone } from './contract-phone.ts'
import { contract as verbs } from './contract-verbs.ts'
import {
  counts,
  day,
  evidenceGiven,
  list,
  perhaps,
  record,
  register,
  row,
  sourceKind,
  sourceRef,
  state,
  unitCode,
  words,
} from './core/shapes.ts'
import { exampleParams, exampleRecord } from './core/shape-examples.ts'
import { problems } from './problems.ts'

const filter = {
  below: unitCode.optional(),
  state: state.optional(),
  open: z.enum(['true', 'false']).optional(),
  late: z.enum(['true']).optional(),
  kind: z.string().max(40).optional(),
  sourceKind: sourceKind.optional(),
  source: sourceRef.optional(),
  star: z.string().max(40).optional(),
  /** Words that stand in the problem or its particulars. */
  q: z.string().trim().max(60).optional(),
  /** Told to a level above because it is late; looking back is due. */
  told: z.enum(['yes']).optional(),
  lookback: z.enum(['due']).optional(),
  /** An extension is asked for and not yet decided. */
  extension: z.enum(['asked']).optional(),
  /** With `to`: open entries always, others when assigned or closed in this time. */
  from: day.optional(),
  to: day.optional(),
}

const rows = { kind: 'post', permission: 'ledger.read', at: 'rows' } as const

export const contract = defineContract({
  registers: {
    method: 'GET',
    path: '/ledger/registers',
    summary: { zh: '单列的底线问题和它们的字段', en: 'Registers of their own kind and their fields' },
    access: { kind: 'post', permission: 'ledger.read', at: 'record' },
    output: z.strictObject({ rows: z.array(register) }),
    problems: [],
    example: { output: { rows: [] } },
  },
  ...board,
  list: {
    method: 'GET',
    path: '/ledger',
    summary: { zh: '台账条目，未办结的在前', en: 'Ledger entries, open ones first' },
    access: rows,
    query: z.strictObject({
      ...filter,
      /** How many at most, 1000 when left out. */
      limit: z
        .string()
        .regex(/^[1-9]\d{0,2}$/)
        .optional(),
    }),
    output: z.strictObject({
      rows: z.array(row),
      more: z.boolean(),
      /** Words that very many hold were looked for only among those whose day is nearest. */
      bounded: z.boolean(),
      asOf: day,
    }),
    problems: [],
    example: { query: { open: 'true' }, output: { rows: [], more: false, bounded: false, asOf: '2026-09-08' } },
  },
  counts: {
    method: 'GET',
    path: '/ledger/counts',
    summary: { zh: '一段时间内到期、已销号、逾期的条数', en: 'How many were due in a time, closed out, overdue' },
    access: rows,
    query: z.strictObject({ below: unitCode.optional(), from: day, to: day }),
    output: counts,
    problems: [],
    example: { query: { from: '2026-07-01', to: '2026-09-30' }, output: { due: 12, closed: 9, overdue: 1, open: 5 } },
  },
  export: {
    method: 'GET',
    path: '/ledger/export',
    summary: { zh: '导出四个清单之一，或全部四个', en: 'Export one of the four lists, or all four' },
    access: rows,
    query: z.strictObject({ ...filter, list: list.optional(), format: z.enum(['xlsx', 'csv']).default('xlsx') }),
    file: ['text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    problems: [problems.tooManyRows],
    example: { query: { list: 'tasks', format: 'csv' } },
  },
  get: {
    method: 'GET',
    path: '/ledger/:unit/:id',
    summary: { zh: '一条台账的内容和经过', en: 'One entry and its steps' },
    access: { kind: 'post', permission: 'ledger.read', at: 'record' },
    params: z.strictObject({ unit: unitCode, id: z.uuid() }),
    output: record,
    problems: [problems.noSuchEntry],
    example: { params: exampleParams, output: exampleRecord },
  },
  assign: {
    method: 'POST',
    path: '/ledger',
    summary: { zh: '登记问题并交办', en: 'Enter a problem and assign it' },
    access: { kind: 'post', permission: 'ledger.assign', at: 'body.unit' },
    body: z.strictObject({
      /** Made by the client, so that a replay is harmless. */
      id: z.uuid(),
      /** The unit that assigns and later closes out. */
      unit: unitCode,
      /** The unit that must mend it, at or below `unit`. */
      subject: unitCode,
      problem: words(2000),
      kind: z
        .string()
        .regex(/^[a-z][a-z-]{0,39}$/)
        .default('problem'),
      /** Fields of the register that `kind` names. */
      particulars: z.record(z.string().max(40), z.string().trim().max(500)).default({}),
      sourceKind,
      source: sourceRef.nullable().default(null),
      star: z.string().trim().max(40).nullable().default(null),
      criterion: z.string().trim().max(80).nullable().default(null),
      measure: perhaps(2000).default(''),
      responsible: perhaps(100).default(''),
      responsibleAccount: z.uuid().nullable().default(null),
      supervisor: perhaps(100).default(''),
      /** Working days allowed, or the last day: one of the two. */
      days: z.int().min(1).max(750).optional(),
      due: day.optional(),
      /** What it looks like before it is mended. */
      evidence: evidenceGiven,
    }),
    output: record,
    problems: [
      problems.unknownUnit,
      problems.notBelow,
      problems.dayPassed,
      problems.termMissing,
      problems.unknownRegister,
      problems.particularsFault,
      problems.listedAlready,
    ],
    example: {
      body: {
        id: exampleParams.id,
        unit: '990101001',
        subject: '990101001001',
        problem: '示例：公示栏内容三个月没有更新。',
        sourceKind: 'remark',
        days: 10,
      },
      output: exampleRecord,
    },
  },
  ...phone,
  ...verbs,
})
