// Evidence cited for the rows of a self-check: picked from what the unit has, cited once more, never uploaded again.

import { z } from 'zod'
import { defineContract } from '#ground/http/contract.ts'
import * as shape from './contract-shapes.ts'
import { problems } from './problems.ts'

const { where, here } = shape
const own = { kind: 'post', permission: 'stars.declare', at: 'params.unit' } as const

const item = z.strictObject({
  unit: shape.unitCode,
  id: shape.id,
  shows: z.string(),
  spot: z.string().nullable(),
  effectiveOn: shape.day,
  media: z.string(),
  preview: z.enum(['waiting', 'made', 'none', 'failed']),
  /** For who reviews: found by comparing, no verdict. */
  hints: z.array(shape.hint),
})
const sampleItem: z.input<typeof item> = {
  unit: here.unit,
  id: '01990a00-0000-7000-8000-0000000000e2',
  shows: '秋季招聘会现场',
  spot: '小广场',
  effectiveOn: '2026-09-05',
  media: 'image/jpeg',
  preview: 'made',
  hints: [],
}
const rowItems = z.strictObject({ row: z.string(), items: z.array(item) })
const which = z.strictObject({ row: shape.rowId, item: where })
const sampleWhich = { row: 'YYXY-2', item: { unit: sampleItem.unit, id: sampleItem.id } }

export const citingContract = defineContract({
  cited: {
    method: 'GET',
    path: '/stars/candidacies/:unit/:id/evidence',
    summary: { zh: '各自查项引用的佐证', en: 'Evidence cited for the rows of a star' },
    access: { kind: 'post', permission: 'stars.read', at: 'record' },
    params: where,
    output: z.strictObject({ rows: z.array(rowItems) }),
    problems: [problems.noSuchCandidacy],
    example: { params: here, output: { rows: [{ row: 'YYXY-2', items: [sampleItem] }] } },
  },
  citable: {
    method: 'GET',
    path: '/stars/evidence/:unit',
    summary: { zh: '本单位可以引用的佐证', en: 'Evidence of the unit that may be cited' },
    access: own,
    params: z.strictObject({ unit: shape.unitCode }),
    output: z.strictObject({ items: z.array(item) }),
    problems: [],
    example: { params: { unit: here.unit }, output: { items: [sampleItem] } },
  },
  cite: {
    method: 'POST',
    path: '/stars/candidacies/:unit/:id/cite',
    summary: { zh: '为一条自查项引用佐证', en: 'Cite evidence for a row' },
    access: own,
    params: where,
    body: which,
    output: rowItems,
    problems: [problems.noSuchCandidacy, problems.wrongState, problems.unknownRow],
    example: { params: here, body: sampleWhich, output: { row: 'YYXY-2', items: [sampleItem] } },
  },
  withdrawCited: {
    method: 'POST',
    path: '/stars/candidacies/:unit/:id/withdraw-cited',
    summary: { zh: '撤回一条引用（文件保留）', en: 'Withdraw a citation; the file stays' },
    access: own,
    params: where,
    body: which,
    output: rowItems,
    problems: [problems.noSuchCandidacy, problems.wrongState, problems.unknownRow],
    example: { params: here, body: sampleWhich, output: { row: 'YYXY-2', items: [] } },
  },
})
