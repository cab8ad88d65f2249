// What a round leaves behind: ledger entries, the bulletin, workbooks.

import { z } from 'zod'
import { defineContract } from '#ground/http/contract.ts'
import * as shape from './contract-shapes.ts'
import { problems } from './problems.ts'

const { where, words, maybe, here, ids } = shape
const read = { kind: 'post', permission: 'rounds.read', at: 'params.unit' } as const
const convene = { kind: 'post', permission: 'rounds.convene', at: 'params.unit' } as const
const seated = { kind: 'seat' } as const
const base = [problems.noSuchRound, problems.wrongState] as const

export const papersContract = defineContract({
  toLedger: {
    method: 'POST',
    path: '/rounds/:unit/:id/entries',
    summary: { zh: '点评转台账(四个清单)', en: 'Turn remarks and findings into ledger entries' },
    access: convene,
    params: where,
    body: z.strictObject({
      entries: z
        .array(
          z.strictObject({
            remark: shape.id,
            measure: words(300),
            responsible: words(60),
            supervisor: maybe(60),
            days: z.int().min(1).max(365),
          }),
        )
        .min(1)
        .max(200),
    }),
    output: z.strictObject({ entries: z.array(z.strictObject({ remark: shape.id, entry: shape.id })) }),
    problems: [...base, problems.noSuchRemark, problems.entryAlready],
    example: {
      params: here,
      body: { entries: [{ remark: ids.other, measure: '每月更新一次', responsible: '社区书记', supervisor: '党建办', days: 10 }] },
      output: { entries: [{ remark: ids.other, entry: ids.round }] },
    },
  },
  draftBulletin: {
    method: 'POST',
    path: '/rounds/:unit/:id/bulletin',
    summary: { zh: '由结果起草通报', en: 'Draft the bulletin from the published result' },
    access: convene,
    params: where,
    body: z.strictObject({ id: shape.id }),
    output: z.strictObject({ id: shape.id }),
    problems: [...base],
    example: { params: here, body: { id: ids.other }, output: { id: ids.other } },
  },
  bulletins: {
    method: 'GET',
    path: '/rounds/:unit/:id/bulletins',
    summary: { zh: '由本轮起草的通报', en: 'Bulletins drafted from the round, as far as the asker may see them' },
    access: read,
    params: where,
    output: z.strictObject({
      bulletins: z.array(
        z.strictObject({ unit: shape.unitCode, id: shape.id, title: z.string(), state: z.enum(['draft', 'signed', 'published']) }),
      ),
    }),
    problems: [problems.noSuchRound],
    example: {
      params: here,
      output: { bulletins: [{ unit: here.unit, id: ids.other, title: '关于2026年第三季度“亮赛比”情况的通报', state: 'draft' }] },
    },
  },
  workbook: {
    method: 'GET',
    path: '/rounds/:unit/:id/workbook',
    summary: { zh: '导出工作簿: 规则、席位、结果', en: 'Workbook: rules, seats, published result' },
    access: read,
    params: where,
    file: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    problems: [problems.noSuchRound],
    example: { params: here },
  },
  countWorkbook: {
    method: 'POST',
    path: '/rounds/seat/workbook',
    summary: {
      zh: '导出工作簿: 全部评分表、规则、结果(计票人、监票人)',
      en: 'Workbook of all sheets, rules and result, for tellers and supervisor',
    },
    access: seated,
    body: z.strictObject({ seat: shape.id }),
    file: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    problems: [problems.noSuchSeat, problems.notTeller],
    idempotent: false,
    example: { body: { seat: ids.seat } },
  },
})
