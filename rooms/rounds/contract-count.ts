// The tellers' table: sheets, adjustments, paper, tally, signatures. Tellers act from their seats only.

import { z } from 'zod'
import { defineContract } from '#ground/http/contract.ts'
import { photoOnSheet } from './contract-photos.ts'
import * as shape from './contract-shapes.ts'
import { sheetSent } from './contract-seats.ts'
import { problems } from './problems.ts'

const { done, words, here, ids, at0 } = shape
const seated = { kind: 'seat' } as const
const base = [problems.noSuchRound, problems.wrongState] as const
const atSeat = z.strictObject({ seat: shape.id })
const sampleSeat = { seat: ids.seat }

/** One line of the result as `tally` prints it. */
const resultLine = z.strictObject({
  unit: z.string(),
  name: z.string(),
  rank: z.int(),
  band: shape.band,
  total: shape.decimal,
  components: z.record(z.string(), z.string().nullable()),
  panels: z.record(z.string(), z.record(z.string(), z.string().nullable())),
  adjustment: shape.decimal,
  judges: z.record(z.string(), z.int()),
  spread: z.record(z.string(), z.string()),
  marks: z.array(z.string()),
  /** 进步奖: how many places or points better than in the last round of the same method; null when there is none. */
  progress: z.string().nullable(),
})

const tallied = z.strictObject({
  id: shape.id,
  number: z.int(),
  state: z.enum(['counted', 'signed', 'void']),
  reason: z.string(),
  countedAt: shape.at,
  tellerAt: shape.at.nullable(),
  supervisorAt: shape.at.nullable(),
  methodDigest: z.string(),
  inputDigest: z.string(),
  lines: z.array(resultLine),
})

const count = z.strictObject({
  round: z.strictObject({
    unit: shape.unitCode,
    id: shape.id,
    name: z.string(),
    state: shape.state,
    version: z.int(),
    rules: shape.rules,
    parts: z.array(shape.partUnit),
  }),
  seat: z.strictObject({ id: shape.id, kind: shape.seatKind, label: z.string() }),
  sheets: z.array(
    sheetSent.extend({
      seat: shape.id,
      label: z.string(),
      panel: z.string(),
      complete: z.boolean(),
      state: z.enum(['kept', 'withdrawn', 'unconfirmed']),
      source: z.enum(['pocket', 'paper']),
    }),
  ),
  photos: z.array(photoOnSheet),
  judges: z.array(
    z.strictObject({
      seat: shape.id,
      label: z.string(),
      panel: z.string(),
      holder: z.string().nullable(),
      recused: z.array(z.string()),
      meanDeviation: z.string().nullable(),
    }),
  ),
  adjustments: z.array(
    z.strictObject({ id: shape.id, subject: shape.unitCode, points: shape.decimal, reason: z.string(), withdrawn: z.boolean() }),
  ),
  tallies: z.array(tallied),
})

const sampleTally: z.input<typeof tallied> = {
  id: ids.other,
  number: 1,
  state: 'counted',
  reason: '',
  countedAt: at0,
  tellerAt: null,
  supervisorAt: null,
  methodDigest: '0'.repeat(64),
  inputDigest: '0'.repeat(64),
  lines: [],
}

export const countContract = defineContract({
  count: {
    method: 'GET',
    path: '/rounds/seat/count',
    summary: { zh: '计票台: 全部评分表、加减分、历次结果', en: "The tellers' table: all sheets, adjustments, tallies" },
    access: seated,
    query: atSeat,
    output: count,
    problems: [problems.noSuchSeat, problems.notTeller],
    example: {
      query: sampleSeat,
      output: {
        round: {
          unit: here.unit,
          id: ids.round,
          name: '第三季度亮赛比',
          state: 'frozen',
          version: 20,
          rules: shape.sampleRules,
          parts: [],
        },
        seat: { id: ids.seat, kind: 'teller', label: '计票人' },
        sheets: [],
        photos: [],
        judges: [],
        adjustments: [],
        tallies: [],
      },
    },
  },
  withdrawSheet: {
    method: 'POST',
    path: '/rounds/seat/withdraw-sheet',
    summary: { zh: '作废一张评分表(写明理由)', en: 'Withdraw a sheet, with a reason' },
    access: seated,
    body: atSeat.extend({ judge: shape.id, subject: shape.unitCode, component: shape.word, reason: words(200) }),
    output: done,
    problems: [...base, problems.noSuchSeat, problems.notTeller, problems.noSuchSheet],
    example: {
      body: { ...sampleSeat, judge: ids.other, subject: '990101001001', component: 'field', reason: '中途离席' },
      output: { version: 21 },
    },
  },
  adjust: {
    method: 'POST',
    path: '/rounds/seat/adjust',
    summary: { zh: '登记加减分(写明理由)', en: 'Record an adjustment, with a reason' },
    access: seated,
    body: atSeat.extend({ id: shape.id, subject: shape.unitCode, points: shape.decimal, reason: words(200) }),
    output: done,
    problems: [...base, problems.noSuchSeat, problems.notTeller, problems.notTakingPart],
    example: {
      body: { ...sampleSeat, id: ids.other, subject: '990101001001', points: '-1', reason: '超时1分钟' },
      output: { version: 21 },
    },
  },
  withdrawAdjustment: {
    method: 'POST',
    path: '/rounds/seat/withdraw-adjustment',
    summary: { zh: '撤回加减分(写明理由)', en: 'Take an adjustment back, with a reason' },
    access: seated,
    body: atSeat.extend({ id: shape.id, reason: words(200) }),
    output: done,
    problems: [...base, problems.noSuchSeat, problems.notTeller, problems.noSuchAdjustment],
    example: { body: { ...sampleSeat, id: ids.other, reason: '登记有误' }, output: { version: 22 } },
  },
  enterPaper: {
    method: 'POST',
    path: '/rounds/seat/paper',
    summary: { zh: '录入纸质评分表', en: 'Type in a paper sheet; it counts after a second person has confirmed it' },
    access: seated,
    body: atSeat.extend({ judge: shape.id, sheet: sheetSent }),
    output: done,
    problems: [
      ...base,
      problems.noSuchSeat,
      problems.notTeller,
      problems.notAJudge,
      problems.badPoints,
      problems.recused,
      problems.notTakingPart,
      problems.incompletePaper,
      problems.sheetThere,
    ],
    example: {
      body: {
        ...sampleSeat,
        judge: ids.other,
        sheet: { subject: '990101001001', component: 'field', revision: 1, points: { pledges: '88' }, note: '' },
      },
      output: { version: 21 },
    },
  },
  confirmPaper: {
    method: 'POST',
    path: '/rounds/seat/confirm-paper',
    summary: { zh: '第二人核对纸质评分表', en: 'A second person confirms a paper sheet by entering it again' },
    access: seated,
    body: atSeat.extend({ judge: shape.id, sheet: sheetSent }),
    output: done,
    problems: [...base, problems.noSuchSeat, problems.notTeller, problems.noSuchSheet, problems.secondPersonNeeded, problems.paperDiffers],
    example: {
      body: {
        ...sampleSeat,
        judge: ids.other,
        sheet: { subject: '990101001001', component: 'field', revision: 1, points: { pledges: '88' }, note: '' },
      },
      output: { version: 21 },
    },
  },
  tally: {
    method: 'POST',
    path: '/rounds/seat/tally',
    summary: { zh: '计票', en: 'Count: the exact result of the frozen sheets' },
    access: seated,
    body: atSeat.extend({ id: shape.id }),
    output: tallied,
    problems: [...base, problems.noSuchSeat, problems.notTeller, problems.sheetsInWork, problems.unscored, problems.refusedInput],
    example: { body: { ...sampleSeat, id: ids.other }, output: sampleTally },
  },
  sign: {
    method: 'POST',
    path: '/rounds/seat/sign',
    summary: { zh: '签字: 计票人、监票人', en: 'Sign the tally: teller, then supervisor' },
    access: seated,
    body: atSeat.extend({ tally: shape.id, inputDigest: z.string().length(64) }),
    output: tallied,
    problems: [
      ...base,
      problems.noSuchSeat,
      problems.notTeller,
      problems.noSuchTally,
      problems.tellerFirst,
      problems.secondPersonNeeded,
      problems.otherDigest,
    ],
    example: { body: { ...sampleSeat, tally: ids.other, inputDigest: '0'.repeat(64) }, output: sampleTally },
  },
  voidTally: {
    method: 'POST',
    path: '/rounds/seat/void-tally',
    summary: { zh: '作废计票结果(写明理由)', en: 'Void a tally, with a reason' },
    access: seated,
    body: atSeat.extend({ tally: shape.id, reason: words(500) }),
    output: done,
    problems: [...base, problems.noSuchSeat, problems.notTeller, problems.noSuchTally],
    example: { body: { ...sampleSeat, tally: ids.other, reason: '漏录一张纸质评分表' }, output: { version: 23 } },
  },
  tallyInput: {
    method: 'POST',
    path: '/rounds/seat/tally-input',
    summary: { zh: '导出计票输入(可复算,留记录)', en: 'The input of a tally, as `tally` reads it (logged)' },
    access: seated,
    body: atSeat.extend({ tally: shape.id.nullable() }),
    output: shape.tallyInput,
    problems: [problems.noSuchSeat, problems.notTeller, problems.noSuchTally],
    idempotent: false,
    example: { body: { ...sampleSeat, tally: null }, output: shape.sampleInput },
  },
})
