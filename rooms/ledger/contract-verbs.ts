// The verbs of one entry. `at: record`: the side is found with the entry, and core/guards.ts says who stands on it.

import { z } from 'zod'
import { defineContract } from '#ground/http/contract.ts'
import { day, evidenceGiven, exhibit, perhaps, record, seen, unitCode, words } from './core/shapes.ts'
import { exampleParams, exampleRecord } from './core/shape-examples.ts'
import { problems } from './problems.ts'

const params = z.strictObject({ unit: unitCode, id: z.uuid() })
const by = <const P extends string>(permission: P) => ({ kind: 'post', permission, at: 'record' }) as const
const usual = [problems.noSuchEntry, problems.notYours, problems.wrongState] as const

/** Working days allowed, or the last day: one of the two. */
const term = { days: z.int().min(1).max(750).optional(), due: day.optional() }
const answered = { params: exampleParams, output: exampleRecord }

export const contract = defineContract({
  citable: {
    method: 'GET',
    path: '/ledger/:unit/:id/citable',
    summary: { zh: '整改单位可以引用的佐证', en: 'Evidence of the unit that mends, which may be cited' },
    access: by('ledger.read'),
    params,
    output: z.strictObject({ items: z.array(exhibit) }),
    problems: [problems.noSuchEntry],
    example: { params: exampleParams, output: { items: [] } },
  },
  plan: {
    method: 'POST',
    path: '/ledger/:unit/:id/plan',
    summary: { zh: '定责任人、督办人和措施', en: 'Set who answers for it, who supervises and how it is mended' },
    access: by('ledger.read'),
    params,
    body: z.strictObject({
      measure: perhaps(2000),
      responsible: perhaps(100),
      responsibleAccount: z.uuid().nullable().default(null),
      supervisor: perhaps(100),
    }),
    output: record,
    problems: usual,
    example: { ...answered, body: { measure: '每月 5 日前更新。', responsible: '社区党委副书记', supervisor: '街道党建办' } },
  },
  accept: {
    method: 'POST',
    path: '/ledger/:unit/:id/accept',
    summary: { zh: '接收，开始整改', en: 'Accept it and begin to mend' },
    access: by('ledger.answer'),
    params,
    body: z.strictObject({ seen }),
    output: record,
    problems: [...usual, problems.movedOn],
    example: { ...answered, body: {}, output: { ...exampleRecord, state: 'rectifying' } },
  },
  refuse: {
    method: 'POST',
    path: '/ledger/:unit/:id/refuse',
    summary: { zh: '不予接收，写明依据，交上一级裁定', en: 'Refuse it with its legal basis; the level above arbitrates' },
    access: by('ledger.answer'),
    params,
    body: z.strictObject({ basis: words(2000), seen }),
    output: record,
    problems: [...usual, problems.movedOn],
    example: { ...answered, body: { basis: '依据职责清单，属于市政部门事项。' }, output: { ...exampleRecord, state: 'refused' } },
  },
  arbitrate: {
    method: 'POST',
    path: '/ledger/:unit/:id/arbitrate',
    summary: { zh: '裁定：不予接收成立则撤回，不成立则限期整改', en: 'Arbitrate: the refusal stands, or it is to be mended by a new day' },
    access: by('ledger.arbitrate'),
    params,
    body: z.strictObject({ upheld: z.boolean(), reason: words(2000), ...term }),
    output: record,
    problems: [...usual, problems.samePerson, problems.termMissing, problems.dayPassed],
    example: { ...answered, body: { upheld: false, reason: '属于社区日常事务。', days: 10 } },
  },
  rectify: {
    method: 'POST',
    path: '/ledger/:unit/:id/rectify',
    summary: { zh: '报告整改情况，等待复核', en: 'Report what was done; it awaits the check' },
    access: by('ledger.answer'),
    params,
    body: z.strictObject({ report: words(2000), evidence: evidenceGiven, seen }),
    output: record,
    problems: [...usual, problems.movedOn],
    example: { ...answered, body: { report: '公示栏已更新，明确专人每月更新。' }, output: { ...exampleRecord, state: 'checking' } },
  },
  return: {
    method: 'POST',
    path: '/ledger/:unit/:id/return',
    summary: { zh: '退回整改，写明理由和新期限', en: 'Return it with a reason and a new day' },
    access: by('ledger.check'),
    params,
    body: z.strictObject({ reason: words(2000), ...term, seen }),
    output: record,
    problems: [...usual, problems.movedOn, problems.samePerson, problems.termMissing, problems.dayPassed],
    example: { ...answered, body: { reason: '背面一栏仍是去年内容。', days: 5 } },
  },
  closeOut: {
    method: 'POST',
    path: '/ledger/:unit/:id/close-out',
    summary: { zh: '现场复核后销号，由另一个人办理', en: 'Close it out after a check on the spot, by a second person' },
    access: by('ledger.check'),
    params,
    body: z.strictObject({
      found: perhaps(2000).default(''),
      lookBackMonths: z.int().min(0).max(24).default(3),
      evidence: evidenceGiven,
      seen,
    }),
    output: record,
    problems: [...usual, problems.movedOn, problems.samePerson],
    example: { ...answered, body: { found: '现场看过，已更新。' }, output: { ...exampleRecord, state: 'closed' } },
  },
  askExtension: {
    method: 'POST',
    path: '/ledger/:unit/:id/ask-extension',
    summary: { zh: '期限之前申请延期', en: 'Ask for an extension before the deadline' },
    access: by('ledger.answer'),
    params,
    body: z.strictObject({ until: day, reason: words(2000), seen }),
    output: record,
    problems: [...usual, problems.movedOn, problems.tooLate, problems.askedAlready, problems.dayPassed],
    example: { ...answered, body: { until: '2026-10-15', reason: '材料月底到货。' } },
  },
  decideExtension: {
    method: 'POST',
    path: '/ledger/:unit/:id/decide-extension',
    summary: { zh: '答复延期申请，由另一个人办理', en: 'Decide the extension, by a second person' },
    access: by('ledger.check'),
    params,
    body: z.strictObject({ granted: z.boolean(), reason: perhaps(2000).default('') }),
    output: record,
    problems: [...usual, problems.samePerson, problems.nothingAsked],
    example: { ...answered, body: { granted: true } },
  },
  lookBack: {
    method: 'POST',
    path: '/ledger/:unit/:id/look-back',
    summary: { zh: '回头看：保持住了，或反弹、另立一条', en: 'Look back: still mended, or relapsed with a new entry linked to it' },
    access: by('ledger.check'),
    params,
    body: z.strictObject({
      held: z.boolean(),
      found: words(2000),
      /** Of the new entry, when it relapsed: its id, and working days or the last day. */
      next: z.uuid().optional(),
      /** When it held: months until the next look, 0 for none. */
      lookBackMonths: z.int().min(0).max(24).default(0),
      evidence: evidenceGiven,
      ...term,
    }),
    output: record,
    problems: [...usual, problems.samePerson, problems.termMissing, problems.dayPassed],
    example: { ...answered, body: { held: true, found: '抽看两处，仍按月更新。' }, output: { ...exampleRecord, state: 'held' } },
  },
  withdraw: {
    method: 'POST',
    path: '/ledger/:unit/:id/withdraw',
    summary: { zh: '撤回登记有误的条目，写明理由', en: 'Withdraw an entry made by mistake, with a reason' },
    access: by('ledger.check'),
    params,
    body: z.strictObject({ reason: words(2000) }),
    output: record,
    problems: usual,
    example: { ...answered, body: { reason: '与上一条重复。' }, output: { ...exampleRecord, state: 'withdrawn' } },
  },
})
