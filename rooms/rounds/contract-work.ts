// What stands around the scores: commitments, remarks and findings, and what the round leaves behind.

import { z } from 'zod'
import { defineContract } from '#ground/http/contract.ts'
import * as shape from './contract-shapes.ts'
import { problems } from './problems.ts'

const { where, words, maybe, here, ids } = shape
const read = { kind: 'post', permission: 'rounds.read', at: 'params.unit' } as const
const convene = { kind: 'post', permission: 'rounds.convene', at: 'params.unit' } as const
const seated = { kind: 'seat' } as const
const base = [problems.noSuchRound, problems.wrongState] as const
const standing = z.enum(['kept', 'partly', 'broken', 'under-way'])

const statement = z.strictObject({
  quarter: shape.quarter,
  stated: standing,
  statedNote: z.string(),
  statedAt: shape.at,
  confirmed: standing.nullable(),
  confirmedNote: z.string(),
  confirmedAt: shape.at.nullable(),
})

const commitment = z.strictObject({
  id: shape.id,
  subject: shape.unitCode,
  name: z.string(),
  year: z.int(),
  number: z.int(),
  kind: z.enum(['pledge', 'project']),
  text: z.string(),
  withdrawn: z.boolean(),
  states: z.array(statement),
})

const remark = z.strictObject({
  id: shape.id,
  subject: shape.unitCode,
  name: z.string(),
  kind: z.enum(['remark', 'finding']),
  text: z.string(),
  by: z.string(),
  entry: shape.id.nullable(),
  evidence: shape.id.nullable(),
  at: shape.at,
})

const ofSubject = { kind: 'post', permission: 'rounds.promise', at: 'params.subject' } as const
const subjectParams = z.strictObject({ subject: shape.unitCode })
const sampleSubject = { subject: '990101001001' }

export const workContract = defineContract({
  commitments: {
    method: 'GET',
    path: '/rounds/commitments',
    summary: { zh: '年度承诺和各季进展', en: 'Commitments of the year and how they stand' },
    access: { kind: 'signed-in' },
    query: z.strictObject({ below: shape.unitCode, year: z.string().regex(/^\d{4}$/) }),
    output: z.strictObject({ commitments: z.array(commitment) }),
    problems: [],
    example: { query: { below: '990101001', year: '2026' }, output: { commitments: [] } },
  },
  promise: {
    method: 'POST',
    path: '/rounds/commitments/:subject',
    summary: { zh: '亮承诺: 登记年度承诺', en: 'Promise something for the year' },
    access: ofSubject,
    params: subjectParams,
    body: z.strictObject({ id: shape.id, year: z.int().min(2000).max(2999), kind: z.enum(['pledge', 'project']), text: words(300) }),
    output: z.strictObject({ id: shape.id, number: z.int() }),
    problems: [problems.tooManyCommitments],
    example: {
      params: sampleSubject,
      body: { id: ids.other, year: 2026, kind: 'pledge', text: '改造背街小巷两条' },
      output: { id: ids.other, number: 1 },
    },
  },
  stateCommitment: {
    method: 'POST',
    path: '/rounds/commitments/:subject/state',
    summary: { zh: '自述本季进展', en: 'State how a commitment stands this quarter' },
    access: ofSubject,
    params: subjectParams,
    body: z.strictObject({ commitment: shape.id, quarter: shape.quarter, stated: standing, note: maybe(300) }),
    output: z.strictObject({ id: shape.id }),
    problems: [problems.noSuchCommitment, problems.confirmedAlready],
    example: {
      params: sampleSubject,
      body: { commitment: ids.other, quarter: '2026-Q3', stated: 'partly', note: '一条已完工' },
      output: { id: ids.other },
    },
  },
  confirmCommitment: {
    method: 'POST',
    path: '/rounds/commitments/:subject/confirm',
    summary: { zh: '核实进展(另一人)', en: 'Confirm how a commitment stands; another person than who stated it' },
    access: { kind: 'post', permission: 'rounds.confirm', at: 'params.subject' },
    params: subjectParams,
    body: z.strictObject({ commitment: shape.id, quarter: shape.quarter, confirmed: standing, note: maybe(300) }),
    output: z.strictObject({ id: shape.id }),
    problems: [problems.noSuchCommitment, problems.notStated, problems.secondPersonNeeded],
    example: {
      params: sampleSubject,
      body: { commitment: ids.other, quarter: '2026-Q3', confirmed: 'partly', note: '现场看到一条' },
      output: { id: ids.other },
    },
  },
  remark: {
    method: 'POST',
    path: '/rounds/seat/remark',
    summary: { zh: '点评 / 过筛子发现', en: 'A remark on the spot, or a finding from before the visit' },
    access: seated,
    body: z.strictObject({ seat: shape.id, id: shape.id, subject: shape.unitCode, text: words(500), evidence: shape.id.nullable() }),
    output: z.strictObject({ id: shape.id }),
    problems: [...base, problems.noSuchSeat, problems.notYourVerb, problems.notTakingPart],
    example: {
      body: { seat: ids.seat, id: ids.other, subject: '990101001001', text: '台账更新不及时', evidence: null },
      output: { id: ids.other },
    },
  },
  noteRemark: {
    method: 'POST',
    path: '/rounds/:unit/:id/remarks',
    summary: { zh: '代记点评', en: 'Take down a remark made in the hall' },
    access: convene,
    params: where,
    body: z.strictObject({ id: shape.id, subject: shape.unitCode, kind: z.enum(['remark', 'finding']), text: words(500) }),
    output: z.strictObject({ id: shape.id }),
    problems: [...base, problems.notTakingPart],
    example: {
      params: here,
      body: { id: ids.other, subject: '990101001001', kind: 'remark', text: '背街小巷整治不彻底' },
      output: { id: ids.other },
    },
  },
  remarks: {
    method: 'GET',
    path: '/rounds/:unit/:id/remarks',
    summary: { zh: '点评和发现', en: 'Remarks and findings' },
    access: read,
    params: where,
    output: z.strictObject({ remarks: z.array(remark) }),
    problems: [problems.noSuchRound],
    example: { params: here, output: { remarks: [] } },
  },
})
