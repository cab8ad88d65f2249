// Draws: pool and sources sealed first, values entered by two persons, the selection recomputable by anyone.

import { z } from 'zod'
import { defineContract } from '#ground/http/contract.ts'
import * as shape from './contract-shapes.ts'
import { problems } from './problems.ts'

const { where, words, here, ids, at0 } = shape
const convene = { kind: 'post', permission: 'rounds.convene', at: 'params.unit' } as const
const base = [problems.noSuchRound, problems.wrongState] as const

export const drawShape = z.strictObject({
  id: shape.id,
  number: z.int(),
  kind: z.enum(['units', 'speaking', 'route', 'households', 'questions']),
  title: z.string(),
  pool: z.array(z.string()),
  poolDigest: z.string(),
  sources: z.array(z.string()),
  hash: z.enum(['sha256', 'md5']),
  take: z.int(),
  state: z.enum(['sealed', 'half', 'drawn', 'void']),
  entropy: z.string().nullable(),
  selected: z.array(z.strictObject({ line: z.int(), text: z.string() })).nullable(),
  repeats: shape.id.nullable(),
  reason: z.string(),
  /** Two persons entered different values just now, so both entries were cleared. */
  differed: z.boolean(),
  sealedAt: shape.at,
  drawnAt: shape.at.nullable(),
  /** Turned over line by line while units are on; then `selected` stays null and `turns` grows. */
  oneByOne: z.boolean(),
  /** The end of the chain of digests; SHA-256 of the first turn's key. */
  anchor: z.string().nullable(),
  turns: z.array(
    z.strictObject({
      number: z.int(),
      subject: shape.unitCode,
      /** SHA-256 of it is the key of the turn before. */
      key: z.string(),
      line: z.int(),
      text: z.string(),
      reason: z.string(),
      at: shape.at,
    }),
  ),
})

const sampleDraw: z.input<typeof drawShape> = {
  id: ids.draw,
  number: 1,
  kind: 'speaking',
  title: '发言顺序',
  pool: ['990101001001 朝霞社区', '990101001002 和风社区'],
  poolDigest: '0'.repeat(64),
  sources: ['9月10日福彩3D开奖号码'],
  hash: 'sha256',
  take: 2,
  state: 'sealed',
  entropy: null,
  selected: null,
  repeats: null,
  reason: '',
  differed: false,
  sealedAt: at0,
  drawnAt: null,
  oneByOne: false,
  anchor: null,
  turns: [],
}

const drawWhere = where.extend({ draw: shape.id })

export const drawsContract = defineContract({
  sealDraw: {
    method: 'POST',
    path: '/rounds/:unit/:id/draws',
    summary: { zh: '封存抽签池和随机来源', en: 'Seal the pool and the sources of entropy of a draw' },
    access: convene,
    params: where,
    body: z.strictObject({
      id: shape.id,
      kind: drawShape.shape.kind,
      title: words(100),
      /** Null takes the units that take part, each line beginning with its code. */
      pool: z.array(z.string().min(1).max(200)).max(65_535).nullable(),
      take: z.int().min(1).max(65_535),
      sources: z.array(words(200)).min(1).max(10),
      hash: z.enum(['sha256', 'md5']).default('sha256'),
      repeats: shape.id.nullable(),
      reason: z.string().trim().max(200),
      /** Questions only: nothing is drawn at once; `turn` draws one while a unit is on. */
      oneByOne: z.boolean().default(false),
    }),
    output: drawShape,
    problems: [...base, problems.badPool, problems.noSuchDraw, problems.repeatNeedsReason],
    example: {
      params: here,
      body: {
        id: ids.draw,
        kind: 'speaking',
        title: '发言顺序',
        pool: null,
        take: 2,
        sources: ['9月10日福彩3D开奖号码'],
        repeats: null,
        reason: '',
      },
      output: sampleDraw,
    },
  },
  enterDraw: {
    method: 'POST',
    path: '/rounds/:unit/:id/draws/:draw/enter',
    summary: {
      zh: '录入随机来源的数值(两人各录一次,一致即抽出)',
      en: 'Enter the values of the sources; when a second person enters the same, it is drawn',
    },
    access: convene,
    params: drawWhere,
    body: z.strictObject({ values: z.array(words(200)).min(1).max(10) }),
    output: drawShape,
    problems: [...base, problems.noSuchDraw, problems.drawnAlready, problems.secondPersonNeeded, problems.valuesMissing],
    example: { params: { ...here, draw: ids.draw }, body: { values: ['3 8 1'] }, output: sampleDraw },
  },
  witnessDraw: {
    method: 'POST',
    path: '/rounds/seat/draw',
    summary: { zh: '监票人录入随机来源的数值', en: 'A teller or supervisor enters the values of a draw' },
    access: { kind: 'seat' },
    body: z.strictObject({ seat: shape.id, draw: shape.id, values: z.array(words(200)).min(1).max(10) }),
    output: drawShape,
    problems: [
      ...base,
      problems.noSuchSeat,
      problems.notTeller,
      problems.noSuchDraw,
      problems.drawnAlready,
      problems.secondPersonNeeded,
      problems.valuesMissing,
    ],
    example: { body: { seat: ids.seat, draw: ids.draw, values: ['3 8 1'] }, output: sampleDraw },
  },
  turn: {
    method: 'POST',
    path: '/rounds/:unit/:id/draws/:draw/turn',
    summary: {
      zh: '现场抽题:为正在场上的单位翻出一题',
      en: 'Draw one question on the spot for the unit that is on; the stage shows it at once',
    },
    access: convene,
    params: drawWhere,
    body: z.strictObject({
      id: shape.id,
      subject: shape.unitCode,
      /** Needed when the unit has drawn before. */
      reason: z.string().trim().max(200),
    }),
    output: drawShape,
    problems: [...base, problems.noSuchDraw, problems.notByTurns, problems.notOnStage, problems.allTurned, problems.turnNeedsReason],
    example: {
      params: { ...here, draw: ids.draw },
      body: { id: ids.other, subject: '990101001001', reason: '' },
      output: sampleDraw,
    },
  },
  draws: {
    method: 'GET',
    path: '/rounds/:unit/:id/draws',
    summary: { zh: '抽签记录(可复算)', en: 'Draws of a round, with everything needed to recompute them' },
    access: { kind: 'public' },
    params: where,
    output: z.strictObject({ draws: z.array(drawShape) }),
    problems: [],
    example: { params: here, output: { draws: [sampleDraw] } },
  },
  drawPool: {
    method: 'GET',
    path: '/rounds/:unit/:id/draws/:draw/pool',
    summary: { zh: '抽签名单(文本，一行一个)', en: 'The pool of a draw as text, one line each; its SHA-256 is the published digest' },
    access: { kind: 'public' },
    params: drawWhere,
    /** `turn`: the lines that were left when this turn was drawn. */
    query: z.strictObject({ turn: z.coerce.number().int().min(1).optional() }),
    file: ['text/plain'],
    perMinute: 300,
    problems: [problems.noSuchDraw],
    example: { params: { ...here, draw: ids.draw }, query: {} },
  },
})
