// Everything that can be done with bulletins, as data. Figures are never typed in: they come from rooms (offers.ts).

import { z } from 'zod'
import { defineContract } from '#ground/http/contract.ts'
import { openContract } from './contract-open.ts'
import { printContract } from './contract-print.ts'
import { exampleParams, exampleRecord, exampleWritten } from './core/shape-examples.ts'
import { audience, record, row, unitCode, words, written } from './core/shapes.ts'
import { problems } from './problems.ts'

const params = z.strictObject({ unit: unitCode, id: z.uuid() })
const at = <const P extends string>(permission: P) => ({ kind: 'post', permission, at: 'params.unit' }) as const
const rows = { kind: 'post', permission: 'bulletins.read', at: 'rows' } as const
const one = { kind: 'post', permission: 'bulletins.read', at: 'record' } as const
const usual = [problems.noSuchBulletin, problems.wrongState] as const
const fromData = [problems.notThisUnit, problems.tooMuchData, problems.noData] as const
const answered = { params: exampleParams, output: exampleRecord }

export const contract = defineContract({
  list: {
    method: 'GET',
    path: '/bulletins',
    summary: { zh: '通报列表，新的在前', en: 'Bulletins, the newest first' },
    access: rows,
    query: z.strictObject({ below: unitCode.optional() }),
    output: z.strictObject({ rows: z.array(row), more: z.boolean() }),
    problems: [],
    example: { query: {}, output: { rows: [], more: false } },
  },
  export: {
    method: 'GET',
    path: '/bulletins/export',
    summary: { zh: '导出通报目录', en: 'Export the list of bulletins' },
    access: rows,
    query: z.strictObject({ below: unitCode.optional(), format: z.enum(['xlsx', 'csv']).default('xlsx') }),
    file: ['text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    problems: [],
    example: { query: { format: 'csv' } },
  },
  get: {
    method: 'GET',
    path: '/bulletins/:unit/:id',
    summary: { zh: '一份通报的内容', en: 'What one bulletin says' },
    access: one,
    params,
    output: record,
    problems: [problems.noSuchBulletin],
    example: answered,
  },
  ...printContract,
  ...openContract,
  draft: {
    method: 'POST',
    path: '/bulletins',
    summary: { zh: '起草通报', en: 'Draft a bulletin' },
    access: { kind: 'post', permission: 'bulletins.draft', at: 'body.unit' },
    /** The id is made by the client, so that a replay is harmless. */
    body: z.strictObject({ id: z.uuid(), unit: unitCode, audience: audience.default('below'), ...written }),
    output: record,
    problems: [problems.missingFigure, problems.notThisUnit, problems.noPicture],
    example: { body: { ...exampleParams, ...exampleWritten }, output: exampleRecord },
  },
  draftLedger: {
    method: 'POST',
    path: '/bulletins/ledger',
    summary: { zh: '从台账起草本季整改情况通报', en: 'Draft the summary of the ledger of a quarter' },
    access: { kind: 'post', permission: 'bulletins.draft', at: 'body.unit' },
    body: z.strictObject({ id: z.uuid(), unit: unitCode, quarter: z.string().regex(/^[1-9]\d{3}Q[1-4]$/) }),
    output: record,
    problems: fromData,
    example: { body: { ...exampleParams, quarter: '2026Q3' }, output: exampleRecord },
  },
  draftStars: {
    method: 'POST',
    path: '/bulletins/stars',
    summary: { zh: '从星级名单起草年度认定情况通报', en: 'Draft the list of certified stars of a year' },
    access: { kind: 'post', permission: 'bulletins.draft', at: 'body.unit' },
    body: z.strictObject({ id: z.uuid(), unit: unitCode, year: z.string().regex(/^2\d{3}$/) }),
    output: record,
    problems: fromData,
    example: { body: { ...exampleParams, year: '2026' }, output: exampleRecord },
  },
  revise: {
    method: 'POST',
    path: '/bulletins/:unit/:id/revise',
    summary: { zh: '修改草稿；已签发的改后要重新签发', en: 'Revise it; what was signed off has to be signed off again' },
    access: at('bulletins.draft'),
    params,
    body: z.strictObject({ audience: audience.default('below'), ...written }),
    output: record,
    problems: [...usual, problems.missingFigure, problems.noPicture],
    example: { ...answered, body: exampleWritten },
  },
  signOff: {
    method: 'POST',
    path: '/bulletins/:unit/:id/sign-off',
    summary: { zh: '签发，由没有起草和修改过的人办理', en: 'Sign it off, by a person who did not write in it' },
    access: at('bulletins.sign'),
    params,
    output: record,
    problems: [...usual, problems.samePerson, problems.personalData, problems.pictureWithdrawn],
    example: answered,
  },
  return: {
    method: 'POST',
    path: '/bulletins/:unit/:id/return',
    summary: { zh: '退回修改，写明理由', en: 'Return it with a reason' },
    access: at('bulletins.sign'),
    params,
    body: z.strictObject({ reason: words(2000) }),
    output: record,
    problems: [...usual, problems.samePerson],
    example: { ...answered, body: { reason: '第二部分缺整改期限。' } },
  },
  publish: {
    method: 'POST',
    path: '/bulletins/:unit/:id/publish',
    summary: { zh: '编文号印发，此后不再改动', en: 'Number and publish it; it is never changed afterwards' },
    access: at('bulletins.publish'),
    params,
    body: z.strictObject({
      /** 发文机关代字, as in 晨街办〔2026〕3号. */
      prefix: words(30),
      /** The next free one when left out. */
      serial: z.int().min(1).max(99_999).optional(),
    }),
    output: record,
    problems: [...usual, problems.numberTaken, problems.personalData, problems.pictureWithdrawn],
    example: { ...answered, body: { prefix: '晨街办' } },
  },
  correct: {
    method: 'POST',
    path: '/bulletins/:unit/:id/correct',
    summary: { zh: '起草对它的更正，原通报保留', en: 'Draft a correction of it; the old one stays' },
    access: at('bulletins.draft'),
    params,
    body: z.strictObject({
      id: z.uuid(),
      /** With figures, tables and text from today's data, the old figures beside them; else as it was written. */
      anew: z.boolean().default(false),
      /**
       * Anew: the words of the published one, which somebody may have written by hand, or those that the data gives today. Left
       * out: of a round or of stars those of today, because their sentences without figures say names and numbers of documents;
       * else those of the published one.
       */
      words: z.enum(['kept', 'fresh']).optional(),
    }),
    output: record,
    problems: [...usual, problems.tooMuchData, problems.noData, problems.notFromData],
    example: { ...answered, body: { id: '01990a00-0000-7000-8000-000000000022' } },
  },
})
