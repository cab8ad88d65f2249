// While the round is under way: what the hall sees, progress, freeze; and the stage that shows it.

import { z } from 'zod'
import { defineContract } from '#ground/http/contract.ts'
import { drawShape } from './contract-draws.ts'
import * as shape from './contract-shapes.ts'
import { problems } from './problems.ts'

const { where, done, words, here, ids, at0 } = shape
const read = { kind: 'post', permission: 'rounds.read', at: 'params.unit' } as const
const convene = { kind: 'post', permission: 'rounds.convene', at: 'params.unit' } as const
const base = [problems.noSuchRound, problems.wrongState] as const

const commitmentShown = z.strictObject({
  number: z.int(),
  kind: z.enum(['pledge', 'project']),
  text: z.string(),
  now: z.enum(['kept', 'partly', 'broken', 'under-way']).nullable(),
  confirmed: z.boolean(),
  last: z.enum(['kept', 'partly', 'broken', 'under-way']).nullable(),
})

/** A draw as the hall sees it: the pool by its size and digest; whole it stands with the draws of the round. */
const drawOnStage = drawShape.omit({ pool: true }).extend({ count: z.int() })

/** All that the stage may show at this moment. */
export const stage = z.strictObject({
  unit: shape.unitCode,
  unitName: z.string(),
  id: shape.id,
  name: z.string(),
  theme: z.string(),
  quarter: shape.quarter,
  heldOn: shape.day,
  place: z.string(),
  state: shape.state,
  version: z.int(),
  asOf: shape.at,
  mode: shape.mode,
  scene: shape.scene,
  components: z.array(z.strictObject({ id: z.string(), title: z.string(), seconds: z.int() })),
  parts: z.array(shape.partUnit),
  current: z
    .strictObject({
      subject: shape.unitCode,
      name: z.string(),
      number: z.int(),
      commitments: z.array(commitmentShown),
      findings: z.array(z.string()),
      /** The question that was drawn for it last. */
      question: z.strictObject({ number: z.int(), text: z.string() }).nullable(),
      /** Ledger entries of last quarter: closed of due; null when there are none. */
      mended: z.strictObject({ closed: z.int(), due: z.int() }).nullable(),
    })
    .nullable(),
  draw: drawOnStage.nullable(),
  reveals: z.array(shape.place),
  /** 进步奖, once it is published. */
  progress: z.array(shape.named),
  /** Not ranked because fewer than three judges scored it; said at the end. */
  withheld: z.array(shape.named),
  form: z.enum(['bands', 'ranks']).nullable(),
  vote: z.strictObject({ state: z.enum(['open', 'closed']), voted: z.int(), seats: z.int() }).nullable(),
  filingNumber: z.string().nullable(),
})

const sampleStage: z.input<typeof stage> = {
  unit: here.unit,
  unitName: '晨光街道',
  id: ids.round,
  name: '第三季度亮赛比',
  theme: '宜业兴业星',
  quarter: '2026-Q3',
  heldOn: '2026-09-10',
  place: '街道会议室',
  state: 'live',
  version: 5,
  asOf: at0,
  mode: 'field',
  scene: shape.sampleScene,
  components: [],
  parts: [],
  current: null,
  draw: null,
  reveals: [],
  progress: [],
  withheld: [],
  form: null,
  vote: null,
  filingNumber: null,
}

export const liveContract = defineContract({
  present: {
    method: 'POST',
    path: '/rounds/:unit/:id/present',
    summary: { zh: '请下一个单位', en: 'Present a unit: the stage and all pockets turn to it' },
    access: convene,
    params: where,
    body: z.strictObject({ subject: shape.unitCode, component: shape.word }),
    output: done,
    problems: [...base, problems.notTakingPart, problems.unknownComponent],
    example: { params: here, body: { subject: '990101001001', component: 'field' }, output: { version: 6 } },
  },
  setTimer: {
    method: 'POST',
    path: '/rounds/:unit/:id/timer',
    summary: { zh: '计时: 开始、暂停、复位', en: 'Timer: start, pause, reset' },
    access: convene,
    params: where,
    body: z.strictObject({ verb: z.enum(['start', 'pause', 'reset']), seconds: z.int().min(0).max(7200).optional() }),
    output: done,
    problems: [...base],
    example: { params: here, body: { verb: 'start' }, output: { version: 7 } },
  },
  show: {
    method: 'POST',
    path: '/rounds/:unit/:id/scene',
    summary: { zh: '切换大屏画面', en: 'Change what the stage shows' },
    access: convene,
    params: where,
    body: z.strictObject({ kind: z.enum(['idle', 'order', 'draw', 'board', 'vote', 'pause']), draw: shape.id.nullable() }),
    output: done,
    problems: [...base, problems.noSuchDraw],
    example: { params: here, body: { kind: 'order', draw: null }, output: { version: 8 } },
  },
  order: {
    method: 'POST',
    path: '/rounds/:unit/:id/order',
    summary: { zh: '手工排定发言顺序或路线(写明理由)', en: 'Set speaking order or route by hand, with a reason' },
    access: convene,
    params: where,
    body: z.strictObject({ kind: z.enum(['speaking', 'route']), subjects: z.array(shape.unitCode).min(1).max(1000), reason: words(200) }),
    output: done,
    problems: [...base, problems.notTakingPart, problems.repeatedUnit],
    example: { params: here, body: { kind: 'speaking', subjects: ['990101001001'], reason: '路线顺路' }, output: { version: 8 } },
  },
  progress: {
    method: 'GET',
    path: '/rounds/:unit/:id/progress',
    summary: { zh: '评分表收齐情况(不含分数)', en: 'Which sheets have arrived, without points' },
    access: read,
    params: where,
    output: z.strictObject({
      version: z.int(),
      sheets: z.array(
        z.strictObject({
          seat: shape.id,
          label: z.string(),
          panel: z.string(),
          subject: shape.unitCode,
          component: z.string(),
          state: z.enum(['complete', 'in-work', 'withdrawn', 'unconfirmed', 'recused', 'none']),
          at: shape.at.nullable(),
        }),
      ),
    }),
    problems: [problems.noSuchRound],
    example: { params: here, output: { version: 5, sheets: [] } },
  },
  freeze: {
    method: 'POST',
    path: '/rounds/:unit/:id/freeze',
    summary: { zh: '封存评分', en: 'Freeze: nothing scores any more' },
    access: convene,
    params: where,
    output: done,
    problems: [...base, problems.sheetsInWork],
    example: { params: here, output: { version: 20 } },
  },
  thaw: {
    method: 'POST',
    path: '/rounds/:unit/:id/thaw',
    summary: { zh: '恢复评分(写明理由)', en: 'Thaw, with a reason' },
    access: convene,
    params: where,
    body: z.strictObject({ reason: words(500) }),
    output: done,
    problems: [...base],
    example: { params: here, body: { reason: '一名评委漏评' }, output: { version: 21 } },
  },
  stage: {
    method: 'GET',
    path: '/rounds/seat/stage',
    summary: { zh: '大屏画面', en: 'What the stage shows now' },
    access: { kind: 'seat' },
    shared: true,
    perMinute: 12_000,
    output: stage,
    problems: [problems.noSuchSeat],
    example: { output: sampleStage },
  },
  preview: {
    method: 'GET',
    path: '/rounds/:unit/:id/stage',
    summary: { zh: '大屏预览(工作台)', en: 'The stage as the desk sees it' },
    access: read,
    params: where,
    output: stage,
    problems: [problems.noSuchRound],
    example: { params: here, output: sampleStage },
  },
})
