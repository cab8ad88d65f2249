// Evidence of records: what is cited beside the voucher, what could be, citing it and taking it back.

import { z } from 'zod'
import { defineContract } from '#ground/http/contract.ts'
import { citingKinds } from './core/record-target.ts'
import { day, unitCode } from './core/shapes.ts'
import { exampleParams } from './core/shape-examples.ts'
import { problems as p } from './problems.ts'

const item = z.strictObject({
  unit: unitCode,
  id: z.uuid(),
  shows: z.string(),
  effectiveOn: day,
  media: z.string(),
  preview: z.enum(['waiting', 'made', 'none', 'failed']),
})
const exampleItem = {
  unit: exampleParams.unit,
  id: '01990a00-0000-7000-8000-0000000000e4',
  shows: '示例：证书扫描件',
  effectiveOn: '2026-06-01',
  media: 'application/pdf',
  preview: 'none' as const,
}
const params = z.strictObject({ kind: z.enum(citingKinds), unit: unitCode, id: z.uuid() })
const example = { kind: 'certificate', ...exampleParams } as const
const output = z.strictObject({ items: z.array(item), mayCite: z.boolean() })
const body = z.strictObject({ item: z.strictObject({ unit: unitCode, id: z.uuid() }) })
const exampleBody = { item: { unit: exampleItem.unit, id: exampleItem.id } }
/** Each kind of record asks for its own permission besides; a unit decides of what is left to it. */
const access = { kind: 'post', permission: 'facts.stateOwn', at: 'params.unit' } as const
const usual = [p.noSuchRecord, p.corrected, p.notYoursToCite] as const

export const contract = defineContract({
  cited: {
    method: 'GET',
    path: '/fact-records/:kind/:unit/:id/evidence',
    summary: { zh: '一条记录引用的佐证', en: 'Evidence cited for a record' },
    access: { kind: 'post', permission: 'facts.read', at: 'params.unit' },
    params,
    output,
    problems: [p.noSuchRecord],
    example: { params: example, output: { items: [exampleItem], mayCite: true } },
  },
  citable: {
    method: 'GET',
    path: '/fact-records/:unit/citable',
    summary: { zh: '可以为这个单位的记录引用的佐证', en: 'Evidence that records of a unit may cite' },
    access,
    params: z.strictObject({ unit: unitCode }),
    output: z.strictObject({ items: z.array(item) }),
    problems: [],
    example: { params: { unit: exampleParams.unit }, output: { items: [exampleItem] } },
  },
  citeEvidence: {
    method: 'POST',
    path: '/fact-records/:kind/:unit/:id/cite',
    summary: { zh: '为一条记录引用佐证', en: 'Cite evidence for a record' },
    access,
    params,
    body,
    output,
    problems: [...usual, p.evidenceElsewhere],
    example: { params: example, body: exampleBody, output: { items: [exampleItem], mayCite: true } },
  },
  withdrawEvidence: {
    method: 'POST',
    path: '/fact-records/:kind/:unit/:id/withdraw-cited',
    summary: { zh: '撤回一条引用（文件保留）', en: 'Withdraw a citation; the file stays' },
    access,
    params,
    body,
    output,
    problems: usual,
    example: { params: example, body: exampleBody, output: { items: [], mayCite: true } },
  },
})
