// How units and offices stand: rates that count what is left lying, and the same as a file. Never by person.

import { z } from 'zod'
import { defineContract } from '#ground/http/contract.ts'
import { day, row, sourceKind, sourceRef, unitCode } from './core/shapes.ts'

const rate = z
  .string()
  .regex(/^\d+\.\d$/)
  .nullable()
const sums = z.strictObject({
  closed: z.int(),
  onTime: z.int(),
  relapsed: z.int(),
  late: z.int(),
  open: z.int(),
  onTimeRate: rate,
  relapseRate: rate,
})
const asked = {
  below: unitCode.optional(),
  from: day,
  to: day,
  by: z.enum(['subject', 'owner', 'star']).default('subject'),
  kind: z.string().max(40).optional(),
}
const rows = { kind: 'post', permission: 'ledger.read', at: 'rows' } as const

const days = (usual: string) =>
  z
    .string()
    .regex(/^\d{1,2}$/)
    .default(usual)

export const contract = defineContract({
  schedule: {
    method: 'GET',
    path: '/ledger/schedule',
    summary: { zh: '未销号条目从期限倒排', en: 'Open entries scheduled backwards from the day each is due' },
    access: rows,
    query: z.strictObject({
      below: unitCode.optional(),
      kind: z.string().max(40).optional(),
      sourceKind: sourceKind.optional(),
      source: sourceRef.optional(),
      /** Working days for preparing, for the work, for the unit's own check. */
      prepare: days('2'),
      work: days('5'),
      check: days('1'),
    }),
    output: z.strictObject({
      rows: z.array(
        row.extend({
          stretches: z.array(z.strictObject({ stage: z.enum(['prepare', 'work', 'check']), from: day, to: day })),
          /** The latest day to begin; null while the calendar does not reach. */
          beginBy: day.nullable(),
          /** Whether it lies after the day of assignment. */
          fits: z.boolean(),
        }),
      ),
      more: z.boolean(),
      asOf: day,
    }),
    problems: [],
    example: { query: { work: '5' }, output: { rows: [], more: false, asOf: '2026-09-08' } },
  },
  board: {
    method: 'GET',
    path: '/ledger/board',
    summary: { zh: '按期办结率和反弹率，分单位、分交办单位或分星', en: 'Rates on time and of relapse, by unit, by office or by star' },
    access: rows,
    query: z.strictObject(asked),
    output: z.strictObject({
      rows: z.array(sums.extend({ key: z.string(), name: z.string().nullable() })),
      whole: sums,
      asOf: day,
    }),
    problems: [],
    example: {
      query: { from: '2026-01-01', to: '2026-12-31', by: 'subject' },
      output: {
        rows: [
          {
            key: '990101001',
            name: '晨光街道',
            closed: 8,
            onTime: 6,
            relapsed: 1,
            late: 2,
            open: 5,
            onTimeRate: '60.0',
            relapseRate: '12.5',
          },
        ],
        whole: { closed: 8, onTime: 6, relapsed: 1, late: 2, open: 5, onTimeRate: '60.0', relapseRate: '12.5' },
        asOf: '2026-09-08',
      },
    },
  },
  boardExport: {
    method: 'GET',
    path: '/ledger/board/export',
    summary: { zh: '导出办结情况', en: 'Export the rates' },
    access: rows,
    query: z.strictObject({ ...asked, format: z.enum(['xlsx', 'csv']).default('xlsx') }),
    file: ['text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    problems: [],
    example: { query: { from: '2026-01-01', to: '2026-12-31', by: 'owner', format: 'csv' } },
  },
})
